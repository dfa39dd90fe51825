"""
Runs the suite in a process of its own: SQLAlchemy's plugin changes pytest too much to share one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg

from tests.clients.sqlalchemy_suite.declared import IS_GATEWAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from tests.clients.conftest import Server

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[2]
SCHEMAS: Final = ("test_schema", "test_schema_2")
"""That the suite wants to find (README.unittests.rst)."""

_DIALECT: Final = re.compile(r"_postgresql\+psycopg_\d+(_\d+)*$")
"""What the suite adds to a class for each database."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    Args:
        said: The first line of why it failed, or was skipped.

    """

    kind: str
    """passed, skipped, failed or error"""
    said: str = ""


def run(server: Server, url: sa.URL, report: Path, *arguments: str, seconds: float) -> dict[str, Outcome]:
    """
    Every test as "Class.test" and how it went.

    Args:
        report: The file that pytest leaves.
        arguments: More of pytest's.

    Raises:
        subprocess.TimeoutExpired: It takes longer.

    """
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        for schema in SCHEMAS:
            connection.execute(f"create schema {schema}")
    of_gateway = {} if server.is_postgres else {IS_GATEWAY: "1"}
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", FOLDER / "setup.cfg", "--rootdir", FOLDER),
            *("--dburi", url.render_as_string(hide_password=False), "--disable-asyncio", "--nomypy"),
            *("-q", "--no-header", "--tb=short", f"--junitxml={report}", *arguments, FOLDER / "suite.py"),
        ],
        cwd=ROOT,
        env={**os.environ, **of_gateway, "PYTEST_ADDOPTS": "", "PYTEST_XDIST_WORKER": ""},
        timeout=seconds,
        check=False,  # failing tests are what it tells
    )
    return dict(_outcomes(report))


def _outcomes(report: Path) -> Iterator[tuple[str, Outcome]]:
    for case in ET.parse(report).iter("testcase"):
        of_class = _DIALECT.sub("", case.get("classname", "").rpartition(".")[2])
        found = next((each for each in case if each.tag in {"skipped", "failure", "error"}), None)
        said = (found.get("message") or "").partition("\n")[0] if found is not None else ""
        kind = "passed" if found is None else {"failure": "failed"}.get(found.tag, found.tag)
        yield f"{of_class}.{case.get('name')}", Outcome(kind, said)
