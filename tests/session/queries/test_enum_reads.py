"""
Columns of enumerated types in queries of every kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create type mood as enum ('sad', 'ok', 'happy')",
        "create table t (n int, m mood)",
        "insert into t values (1, 'happy'), (2, 'sad'), (3, 'ok'), (4, null)",
    )
    return session


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select n from t order by m", "2 3 1 4"),
        ("select n from t order by m desc, n", "4 1 3 2"),
        ("with q as (select * from t) select n from q where m < 'happy' order by m", "2 3"),
        ("with t as (select 1 as n, 'x' as m) select n from t where m < 'z'", "1"),
        ("select a.n from t a join t b on a.m = b.m where a.m >= 'ok' order by 1", "1 3"),
        ("select n from public.t where t.m <> 'ok' order by n", "1 2"),
        ("select n from t where m = any (array['ok', 'sad']::mood[]) order by n", "2 3"),
        ("select n from t as x (n, mm) where mm = 'ok'", "3"),
        ("select max(m) from t", "happy"),
        ("select m from t union select 'ok'::mood order by 1", "sad ok happy None"),
        ("select n from t where m in (select m from t where m > 'sad') order by n", "1 3"),
        ("select greatest(m, 'ok') from t order by n", "happy ok ok ok"),
        ("select (select m from t where n = 1)", "happy"),
        ("select count(*) from t where m::text > 'ok'", "1"),
    ],
)
def test_queries(client: Client, sql: str, expected: str) -> None:
    assert " ".join(str(row[0]) for row in client.rows(sql)) == expected


def test_views_and_tables_made_of_it(client: Client) -> None:
    client.run("create view v as select n, m from t where m > 'sad'", "create table c as select n, m from t")
    assert client.rows("select n from v order by m") == [("3",), ("1",)]
    assert client.rows("select n from c where m > 'sad' order by m") == [("3",), ("1",)]
    assert client.code("insert into c values (5, 'x')") == "22P02"
    client.run("alter type mood add value 'better'", "insert into t values (5, 'better')")
    assert client.rows("select n from v order by m desc") == [("5",), ("1",), ("3",)]


def test_rows_come_from_it(client: Client) -> None:
    client.run("create table u (m mood, s text)", "insert into u select m, m from t")
    assert client.rows("select m, s from u order by m limit 1") == [("sad", "sad")]
    assert client.rows("insert into u (m) values ('ok') returning m") == [("ok",)]


def test_changes_by_label(client: Client) -> None:
    assert client.tag("update t set m = 'ok' where m = 'sad'") == "UPDATE 1"
    assert client.tag("delete from t where m in ('ok', 'happy')") == "DELETE 3"


def test_a_parameter_is_of_the_type(client: Client) -> None:
    oid = int(client.value("select oid from pg_type where typname = 'mood'") or 0)
    assert client.described("select n from t where m > $1")[0] == (oid,)
    assert client.described("insert into t values ($1, $2)")[0] == (23, oid)


def test_a_query_of_other_tables_is_not_touched(client: Client) -> None:
    client.run("create table plain (m text)")
    statement = client.analyse(split("select m from plain where m > 'sad'")[0])
    assert statement.text == "select m from plain where m > 'sad'"
