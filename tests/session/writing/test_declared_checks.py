"""
Rows that the engine itself writes are held to what their columns declare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.slow


@pytest.fixture
def client(session: Client) -> Client:
    session.run(
        "create type mood as enum ('sad', 'ok')",
        "create table t (n int, a varchar(3), b char(2), m mood, l varchar(2)[], ms mood[])",
        "insert into t values (1, 'abc', 'x', 'ok', '{ab}', '{ok}'), (2, 'a', 'y', 'sad', null, null)",
    )
    return session


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("update t set a = a || 'd' where n = 1", "22001"),
        ("update t set b = 'xyz'", "22001"),
        ("update t set m = 'x' || m", "42804"),
        ("update t set l = l || ['abc'] where n = 1", "22001"),
        ("update t set ms = ['x' || 'y']", "22P02"),
        (
            "merge into t using (select 'long text' as q) s on false when not matched then insert (a) values (s.q)",
            "22001",
        ),
        (
            "merge into t using (select 1 as q) s on n = q when matched then update set m = 'no' || 'ne'",
            "22P02",
        ),
        ("insert into t (a) select 'ab' || repeat('c', 2)", "22001"),
    ],
)
def test_refused(client: Client, sql: str, code: str) -> None:
    before = client.rows("select * from t order by n")
    assert client.code(sql) == code
    assert client.rows("select * from t order by n") == before


def test_spaces_are_cut(client: Client) -> None:
    client.run("update t set a = a || '    ', b = 'z ', l = ['q   '] where n = 2")
    assert client.rows("select a || '|', b || '|', l from t where n = 2") == [("a  |", "z|", '{"q "}')]


def test_columns_that_an_update_does_not_name_are_not_looked_at(client: Client) -> None:
    assert client.tag("update t set n = n + 1") == "UPDATE 2"


def test_in_the_transaction_that_makes_the_table(session: Client) -> None:
    session.run("begin", "create table own (a varchar(2), l char(1)[])")
    session.run("insert into own values ('ab   ', '{x}')")
    assert session.rows("select a || '|', l from own") == [("ab|", "{x}")]
    session.run("update own set a = 'q      '")
    assert session.rows("select a || '|' from own") == [("q |",)]
    assert session.code("insert into own values ('abc')") == "22001"
    session.run("rollback")


def test_a_new_declaration_is_about_all_rows(client: Client) -> None:
    assert client.code("alter table t alter a type varchar(2)") == "22001"
    assert client.code("alter table t alter a type mood") == "42804"
    assert client.code("alter table t alter a type mood using a::mood") == "22P02"
    client.run("alter table t alter a type varchar(5)", "update t set a = 'abcde'")
    assert client.code("update t set a = 'abcdef'") == "22001"


def test_returning_shows_what_is_stored(client: Client) -> None:
    client.run("create table d (id int primary key, a varchar(3), j jsonb)")
    shown = "returning a || '|', j::text"
    kept = [("ab |", '{"a": 2, "bb": 1}')]
    row = """'ab    ', '{"bb":1,"a":2}'"""
    assert client.rows(f"insert into d values (1, {row}) {shown}") == kept
    assert client.rows(f"insert into d values (2, {row}) on conflict do nothing {shown}") == kept
    change = """set a = 'ab    ', j = '{"bb" :1,"a":2}'"""
    assert client.rows(f"insert into d values (1) on conflict (id) do update {change} {shown}") == kept
    assert client.rows(f"update d {change} where id = 2 {shown}") == kept
    assert client.rows("select a || '|', j::text, count(*) from d group by a, j") == [(*kept[0], "2")]


def test_a_document_with_nul(client: Client) -> None:
    client.run("create table d (j jsonb)", "insert into d values ('1')")
    for sql in ("insert into d values ('\"\\u0000\"')", "update d set j = '\"\\u0000\"'"):
        assert client.code(sql) == "22P05"
        assert client.code(f"{sql} returning j") == "22P05"
    assert client.rows("select j from d") == [("1",)]


def test_copy_into_what_the_transaction_has_made(session: Client) -> None:
    session.run("begin", "create table own (a varchar(2), j jsonb)")
    session.copy("copy own from stdin", b'ab  \t{"bb":1,"a":2}\n')
    assert session.rows("select a || '|', j::text from own") == [("ab|", '{"a": 2, "bb": 1}')]
    assert error_of(session.copy("copy own from stdin", b"abc\t1\n")).code == "22001"
    session.run("rollback")


def test_an_upsert_of_a_topic_that_the_transaction_has_altered(client: Client) -> None:
    client.run("create table k (id int primary key, a varchar(2))", "begin", "alter table k add column z int")
    assert client.code("insert into k values (1, 'abc') on conflict do nothing") == "22001"
    client.run("rollback")


def test_the_default_of_a_new_column(client: Client) -> None:
    assert client.code("alter table t add column q varchar(2) default 'abc'") == "22001"
    client.run("alter table t add column q varchar(2) default 'ab  '")
    assert client.rows("select distinct q || '|' from t") == [("ab|",)]
