"""
SQLAlchemy's dialect suite: what passes on PostgreSQL 15 passes on the gateway, or is declared with its reason
(sqlalchemy_suite/declared.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.clients.conftest import Server
from tests.clients.sqlalchemy_suite.declared import FAILING, LACKING, SHARE
from tests.clients.sqlalchemy_suite.running import Outcome, run
from tests.clients.test_sqlalchemy import engine_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fix_gateway import Login
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

SECONDS: Final = 1500.0
"""Half a minute on PostgreSQL and some minutes on the gateway, on two cores that have nothing else to do."""


def test_the_suite(pggate: Server, postgres_database: PostgresDatabase, tmp_path: Path) -> None:
    where = postgres_database.server
    login: Login = {"host": where.host, "port": where.port, "user": "postgres", "password": None, "database": postgres_database.name}  # fmt: skip
    right = outcomes(Server(True, login), tmp_path / "postgres.xml")
    assert {one.kind for one in right.values()} <= {"passed", "skipped"}
    compare(right, outcomes(pggate, tmp_path / "pggate.xml"))


def outcomes(server: Server, report: Path) -> dict[str, Outcome]:
    return run(server, engine_of(server, "psycopg").url, report, seconds=SECONDS)


def compare(right: dict[str, Outcome], ours: dict[str, Outcome]) -> None:
    """Nothing fails without a reason, and what has one still fails."""
    wanted = {name for name, one in right.items() if one.kind == "passed"}
    found = {name: ours.get(name, Outcome("left out")) for name in wanted}
    failed = {name: one for name, one in found.items() if one.kind != "passed"}
    left_out = {
        name for name, one in failed.items() if any(reason in one.said for reason in LACKING.values())
    }
    declared = {name for name in failed if any(re.fullmatch(pattern, name) for pattern, _ in FAILING)}
    assert {name: one for name, one in failed.items() if name not in left_out | declared} == {}
    stale = [pattern for pattern, _ in FAILING if not any(re.fullmatch(pattern, name) for name in failed)]
    assert stale == []
    assert 1 - len(failed) / len(wanted) >= SHARE
