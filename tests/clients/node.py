"""
Programs in JavaScript that use node-postgres.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 50.0
DEBIAN = "/usr/share/nodejs"


@cache
def modules() -> str | None:
    """
    Where npm has installed what is for everybody; None without npm.
    """
    if shutil.which("npm") is None:
        return None
    found = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False)
    return found.stdout.strip()


@cache
def has(module: str) -> bool:
    """
    Does node find the module?
    """
    if shutil.which("node") is None:
        return False
    found = subprocess.run(
        ["node", "-e", f"require('{module}')"],
        env=os.environ | {"NODE_PATH": places()},
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    return not found.returncode


def places() -> str:
    """
    Where node looks for modules, as NODE_PATH.
    """
    return f"{DEBIAN}:{modules() or ''}"


def said(program: str, *arguments: str, environ: Mapping[str, str]) -> list[str]:
    """
    The lines that a program beside this file prints; without node-postgres the test is skipped.

    Args:
        program: Its file's name without the suffix.
        arguments: The program's.
        environ: Variables on top of ours: PGHOST and its kin.

    """
    if not has("pg"):
        pytest.skip("there is no node-postgres (Debian: node-pg; npm: pg)")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name(f"{program}.js")), *arguments],
        env=os.environ | {"NODE_PATH": places()} | dict(environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
