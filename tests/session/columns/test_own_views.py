"""
Views that the open transaction has made or renamed tell what their columns are declared as.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import fields_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server

VARCHAR, BPCHAR, NUMERIC, TIMESTAMP, TEXT = 1043, 1042, 1700, 1114, 25


def types(client: Client, sql: str) -> list[tuple[int, int]]:
    return [(field.type_oid, field.typmod) for field in fields_of(client.query(sql))]


def test_made_and_renamed(session: Client) -> None:
    session.run(
        "create table t (v varchar(5), c char(3), n numeric(6,2), ts timestamp(0))",
        "insert into t values ('abc', 'x', 1.5, '2024-01-01')",
        "create view before as select * from t",
        "begin",
        "create view v (a, b, d, e) as select c, v, n * 2, ts from t",
        "create view w as select a, b || a as ba, d, e from v",
        "alter view before rename to now",
    )
    declared = [(BPCHAR, 7), (VARCHAR, 9), (NUMERIC, -1), (TIMESTAMP, 0)]
    assert types(session, "select * from v") == declared
    assert types(session, "select * from w") == [(BPCHAR, 7), (TEXT, -1), *declared[2:]]
    assert types(session, "select c, v from now") == [(BPCHAR, 7), (VARCHAR, 9)]
    assert session.rows("select a, concat(a, '|'), a = 'x' from v") == [("x  ", "x  |", "t")]
    session.run("create or replace view v (a, b, d, e, f) as select c, v, n * 2, ts, v::varchar(2) from t")
    assert types(session, "select a, f from v") == [(BPCHAR, 7), (VARCHAR, 6)]
    session.run("commit")
    assert types(session, "select a, f from v") == [(BPCHAR, 7), (VARCHAR, 6)]


def test_of_what_the_transaction_has_made(session: Client) -> None:
    session.run("begin", "create table t (c char(4))", "create view v as select c from t")
    assert types(session, "select * from v") == [(BPCHAR, 8)]
    session.run("drop view v", "create table v (c varchar(2))")
    assert types(session, "select * from v") == [(VARCHAR, 6)]
    session.run("rollback")
    assert session.code("select * from v") == "42P01"
