"""
node-postgres: the extended protocol in text, what Node programs and most libraries above it speak.  `NodePostgres.js`
has the cases; what PostgreSQL lets it print is what is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clients import node
from tests.clients.conftest import LONG_QUERY

if TYPE_CHECKING:
    from tests.clients.conftest import Server
    from tests.fix_postgres import PostgresDatabase

pytestmark = [pytest.mark.server, pytest.mark.slow]

CASES = ("connects", "values", "parameters", "transactions", "several", "pools", "cancels")


def said(case: str, environ: dict[str, str], **more: str) -> list[str]:
    return node.said("NodePostgres", case, environ=environ | {"ENDLESS": LONG_QUERY} | more)


@pytest.mark.parametrize("case", CASES)
def test_as_with_postgresql(postgres_database: PostgresDatabase, pggate: Server, case: str) -> None:
    server = postgres_database.server
    peer = {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGUSER": "postgres",
        "PGDATABASE": postgres_database.name,
    }
    right = said(case, peer)
    assert right
    assert said(case, pggate.environ) == right


def test_tls(pggate: Server) -> None:
    assert said("connects", pggate.environ, PGSSLMODE="no-verify")


def test_a_wrong_password(pggate: Server) -> None:
    with pytest.raises(AssertionError, match="28P01"):
        said("connects", pggate.environ, PGPASSWORD="wrong")
