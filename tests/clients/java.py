"""
Programs in Java that use pgjdbc: compiled, and run against a server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DRIVERS = ("/usr/share/java/postgresql.jar", "/usr/share/java/postgresql-jdbc/postgresql.jar")
"""Debian's libpostgresql-jdbc-java, Fedora's postgresql-jdbc."""
SECONDS = 120.0


class Unavailable(Exception):  # noqa: N818 it is a reason, and no failure
    """
    Java programs cannot run here; the message says why.
    """


def compiled(program: str, directory: Path) -> str:
    """
    The class path of a program, whose source lies beside this file.

    Raises:
        Unavailable: Something is not installed.

    """
    compiler = shutil.which("javac")
    if compiler is None or shutil.which("java") is None:
        raise Unavailable("there is no JDK (Debian: default-jdk-headless)")
    driver = next((file for file in DRIVERS if Path(file).exists()), None)
    if driver is None:
        raise Unavailable("there is no JDBC driver (Debian: libpostgresql-jdbc-java)")
    source = Path(__file__).with_name(f"{program}.java")
    subprocess.run([compiler, "-cp", driver, "-d", str(directory), str(source)], check=True, timeout=SECONDS)
    return f"{directory}:{driver}"


def said(classes: str, command: list[str], environ: Mapping[str, str], zone: str = "UTC") -> list[str]:
    """
    The lines that a program prints.

    Args:
        command: The program's name and its arguments.
        environ: Variables on top of ours.
        zone: The virtual machine's time zone, which the driver makes the session's.

    """
    done = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", f"-Duser.timezone={zone}", "-cp", classes, *command],
        check=False,
        env=os.environ | dict(environ),
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
