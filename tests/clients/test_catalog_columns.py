"""
What clients are told of the catalogs' columns: PostgreSQL's names, order and types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg
import pytest

if TYPE_CHECKING:
    from tests.clients.conftest import Server
    from tests.fix_postgres import PostgresServer

pytestmark = pytest.mark.server

RELATIONS = """
    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v') order by 1
"""

OTHERWISE: Final = {
    "pg_lsn": "text",
    "anyarray": "text",
    "pg_ndistinct": "text",
    "pg_dependencies": "text",
    "pg_mcv_list": "text",
    "_pg_statistic": "_text",
    "_pg_attribute": "_text",
}
"""Types that pggate has no values of, and what it tells instead."""


def told(connection: psycopg.Connection[tuple[str]], relation: str) -> list[tuple[str, int]]:
    found = connection.execute(f"select * from {relation} limit 0").description or []
    return [(column.name, column.type_code) for column in found]


def test_columns(pggate: Server, postgres_server: PostgresServer) -> None:
    with (
        psycopg.connect(pggate.dsn, autocommit=True) as ours,
        psycopg.connect(postgres_server.dsn(), autocommit=True) as theirs,
    ):
        types = dict(theirs.execute("select typname, oid::int8 from pg_type"))
        otherwise = {types[theirs_]: types[ours_] for theirs_, ours_ in OTHERWISE.items()}
        relations = [relation for (relation,) in theirs.execute(RELATIONS)]
        expected = {
            relation: [(name, otherwise.get(oid, oid)) for name, oid in told(theirs, relation)]
            for relation in relations
        }
        assert {relation: told(ours, relation) for relation in relations} == expected
