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
def places() -> str | None:
    """
    Where node finds the module pg, as NODE_PATH; None if it does not.
    """
    if shutil.which("node") is None:
        return None
    npm = shutil.which("npm")
    everywhere = (
        subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        if npm
        else ""
    )
    places = f"{DEBIAN}:{everywhere}"
    found = subprocess.run(
        ["node", "-e", "require('pg')"],
        env=os.environ | {"NODE_PATH": places},
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    return None if found.returncode else places


def said(program: str, *arguments: str, environ: Mapping[str, str]) -> list[str]:
    """
    The lines that a program beside this file prints; without node-postgres the test is skipped.

    Args:
        program: Its file's name without the suffix.
        arguments: The program's.
        environ: Variables on top of ours: PGHOST and its kin.

    """
    path = places()
    if path is None:
        pytest.skip("there is no node-postgres (Debian: node-pg; npm: pg)")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name(f"{program}.js")), *arguments],
        env=os.environ | {"NODE_PATH": path} | dict(environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
