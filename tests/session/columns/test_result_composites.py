"""
Which STRUCTs are rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.types.table import JSON, RECORD

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create table t (a int, s struct(b int))",
        "insert into t values (1, {'b': 2})",
        "create view v as select a from t",
    )
    return session


def oids(client: Client, sql: str) -> list[int]:
    return [oid for _, oid in client.described(sql)[1]]


def test_rows_of_relations_and_of_queries(client: Client) -> None:
    types = dict(client.rows("select typname, oid from pg_type where typname in ('t', '_t', 'v')"))
    t, ts, v = (int(str(types[name])) for name in ("t", "_t", "v"))
    assert oids(client, "select t, array_agg(t) from t group by t") == [t, ts]
    assert oids(client, "select x from v x") == [v]
    assert oids(client, "select x from (select 1 as n) x") == [RECORD.oid]
    assert oids(client, "select x from (select t as r from t) x") == [RECORD.oid]
    assert client.rows("select t from t") == [('(1,"{""b"":2}")',)]


def test_other_structs_are_json(client: Client) -> None:
    assert oids(client, "select s, {'a': 1} as u, count(t) from t group by s") == [JSON.oid, JSON.oid, 20]
    assert oids(client, "select s from t where t is not null") == [JSON.oid]


def test_casts(client: Client) -> None:
    (oid,) = client.rows("select 'v'::regtype::oid")[0]
    sql = "select row(1)::v, null::v, '(3)'::v as n"
    assert client.described(sql)[1] == [("row", int(str(oid))), ("v", int(str(oid))), ("n", int(str(oid)))]
    assert client.rows(sql) == [("(1)", None, "(3)")]


def test_in_a_transaction_and_after(client: Client) -> None:
    client.run("begin", "create table own (a int)", "insert into own values (4)")
    assert client.rows("select own from own") == [("(4)",)]
    assert oids(client, "select own from own") == [RECORD.oid]
    client.run("commit")
    assert oids(client, "select own from own") != [RECORD.oid]
