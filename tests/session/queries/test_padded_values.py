"""
char(n) inside of something else; that PostgreSQL 15 answers the same, the differential family of characters says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run("create table t (id int, c char(3), v varchar(3))", "insert into t values (1, 'a', 'b')")
    return session


CASES = (
    ("select concat(c, v, '|') from t", "a  b|"),
    ("select c || v from t", "ab"),
    ("select row_to_json(t) from t", '{"id":1,"c":"a  ","v":"b"}'),
    ("select json_agg(c) from (select c from t) s", '["a  "]'),
    ("select coalesce(c, 'x') from t", "a  "),
    ("select row(c, v) from t", '("a  ",b)'),
    ("select octet_length(c) from t where c like 'a  '", "3"),
    ("select concat(c::text, '|') from t", "a|"),
    ("select array_to_string(array_agg(c), '-') from t", "a  "),
)


@pytest.mark.parametrize(("sql", "expected"), CASES)
def test_blanks(client: Client, sql: str, expected: str) -> None:
    assert client.rows(sql) == [(expected,)]


def test_a_row_keeps_its_name_and_type(client: Client) -> None:
    client.run("create type mood as enum ('ok')", "create table moods (m mood, c char(3))")
    types = dict(client.rows("select typname, oid from pg_type where typname in ('t', 'moods')"))
    assert client.described("select x from t x")[1] == [("x", int(str(types["t"])))]
    assert client.described("select x, x as y from moods x")[1] == [
        ("x", int(str(types["moods"]))),
        ("y", int(str(types["moods"]))),
    ]


def test_without_any_char_nothing_is_done(client: Client) -> None:
    client.run("create table plain (c text)", "insert into plain values ('a')")
    assert client.rows("select concat(c, '|'), c like 'a' from plain") == [("a|", "t")]


def test_in_a_table_that_is_made(client: Client) -> None:
    client.run("create table made as select concat(c, '|') as x, c from t")
    assert client.rows("select x, c, c = 'a' from made") == [("a  |", "a  ", "t")]


def test_in_changes(client: Client) -> None:
    client.run("update t set v = left(concat(c, '|'), 3) where c like 'a  '")
    assert client.rows("select v, length(v) from t") == [("a  ", "3")]
    client.run("delete from t where c like 'a'")
    assert client.rows("select count(*) from t") == [("1",)]


def test_in_what_is_returned(client: Client) -> None:
    returned = "returning concat(c, '|'), c = 'a   '"
    assert client.rows(f"insert into t values (2, 'a', 'b') {returned}") == [("a  |", "t")]
    assert client.rows(f"update t set v = 'c' from (values (2)) k(i) where id = k.i {returned}") == [
        ("a  |", "t")
    ]
    assert client.rows(f"delete from t where id = 2 {returned}") == [("a  |", "t")]


def test_in_merge(client: Client) -> None:
    client.run(
        "create table s (w varchar(4))",
        "insert into s values ('a  ')",
        "merge into t using s on t.c = s.w when matched then update set v = left(concat(t.c, '|'), 3)",
    )
    assert client.rows("select v, length(v) from t") == [("a  ", "3")]


def test_compared_without_any(client: Client) -> None:
    client.run("insert into t values (2, 'b', 'b  ')")
    assert client.rows("select id from t where c = v") == [("2",)]
    assert client.rows("select q from (select v as c, c as q from t) s where c = 'b  '") == [("b  ",)]
    assert client.rows("select id from t where c in (select v from t)") == [("2",)]


def test_of_several_lengths(client: Client) -> None:
    assert client.rows("select c from t union all select 'x'::char(2) order by 1") == [("a  ",), ("x ",)]
    assert client.rows("select c from t union select 'a'::char(2)") == [("a  ",)]
