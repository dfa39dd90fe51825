"""
Columns of temporary tables have the types that were declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow

VARCHAR, BPCHAR, NUMERIC = 1043, 1042, 1700


def types(client: Client, sql: str) -> list[tuple[int, int]]:
    return [(field.type_oid, field.typmod) for field in fields_of(client.query(sql))]


def test_as_written_and_as_made(session: Client) -> None:
    session.run("create temp table a (v varchar(3), c char(2))", "insert into a values ('x', 'y')")
    session.run("create temp table b as select v, c, 1.50 * 2 as n, 'z'::char(3) as z from a")
    assert types(session, "select * from a") == [(VARCHAR, 7), (BPCHAR, 6)]
    assert types(session, "select * from b") == [(VARCHAR, 7), (BPCHAR, 6), (NUMERIC, -1), (BPCHAR, 7)]
    assert session.rows("select c, z, z = 'z' from b") == [("y ", "z  ", "t")]


def test_altered(session: Client) -> None:
    session.run("create temp table a (v varchar(3))", "alter table a add column w varchar(5)")
    assert types(session, "select * from a") == [(VARCHAR, 7), (VARCHAR, 9)]
