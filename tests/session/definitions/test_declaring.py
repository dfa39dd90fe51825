"""
What definitions declare: through renames and drops, in a transaction and after it, of two sessions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

TYPES = """select a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a
           where a.attrelid = '{}'::regclass and a.attnum > 0 order by a.attnum"""
KEYS = "select conname, pg_get_constraintdef(oid) from pg_constraint order by 1"


def types(client: Client, table: str) -> list[tuple[str | None, ...]]:
    return client.rows(TYPES.format(table))


@pytest.mark.slow
def test_types_survive_what_happens_to_the_table(session: Client) -> None:
    session.run("create table t (a varchar(3), b char(2), c text)")
    session.run("alter table t rename a to x", "alter table t rename to u", "alter table u drop column c")
    assert types(session, "u") == [("x", "character varying(3)"), ("b", "character(2)")]
    session.run("alter table u add column a varchar(9)", "alter table u alter b type text")
    assert types(session, "u") == [
        ("x", "character varying(3)"),
        ("b", "text"),
        ("a", "character varying(9)"),
    ]
    session.run("create or replace table u (x text)")
    assert types(session, "u") == [("x", "text")]
    session.run("drop table u", "create table u (x varchar)", "create table if not exists u (x varchar(1))")
    assert types(session, "u") == [("x", "character varying")]


@pytest.mark.slow
def test_a_rollback_leaves_nothing(session: Client) -> None:
    session.run("begin", "create table t (a varchar(3) primary key)", "rollback", "create table t (a text)")
    assert types(session, "t") == [("a", "text")]
    assert session.rows(KEYS) == []


@pytest.mark.slow
def test_a_transactions_own_changes(session: Client) -> None:
    session.run("begin", "create table t (a varchar(3), b varchar(5))", "create table gone (a varchar(3))")
    session.run("drop table gone", "alter table t rename b to c", "alter table t drop column a", "commit")
    assert types(session, "t") == [("c", "character varying(5)")]
    assert session.code("insert into t values ('abcdef')") == "22001"


@pytest.mark.slow
def test_two_sessions(connect: Connect) -> None:
    one, other = connect(), connect()
    one.run("begin", "create table t (a varchar(3))")
    assert other.code("insert into t values ('abcd')") == "42P01"
    one.run("commit")
    assert other.code("insert into t values ('abcd')") == "22001"
    other.run("alter table t alter a type varchar(4)")
    one.run("insert into t values ('abcd')")


@pytest.mark.slow
def test_a_dropped_schema_takes_everything_along(session: Client) -> None:
    session.run(
        "create schema s",
        "create type s.mood as enum ('x')",
        "create table s.t (id serial primary key, m s.mood)",
    )
    session.run("drop schema s cascade")
    assert session.rows(KEYS) == []
    assert session.code("select 'x'::s.mood") != ""
    session.run("create schema s", "create type s.mood as enum ('y')")
    assert session.value("select 'y'::s.mood") == "y"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("create table x (a int primary key, b int primary key)", "42P16"),
        ("create table x (a int, unique (b))", "42703"),
        ("create table x (a int references nowhere)", "42P01"),
        ("create table x (a int references o (a))", "42830"),
        ("create table x (a int references o (nope))", "42703"),
        ("create table x (a int, b int, foreign key (a, b) references o)", "42830"),
        ("alter table o add constraint o_pkey unique (a)", "42710"),
        ("alter table o drop constraint nope", "42704"),
        ("create table x (a text generated always as identity)", "22023"),
        ("insert into o (id) values (null)", "23502"),
    ],
)
def test_refused(session: Client, sql: str, code: str) -> None:
    session.run("create table o (id int primary key, a int)")
    assert session.code(sql) == code


@pytest.mark.slow
def test_checks_go_with_their_columns_in_the_transaction(session: Client) -> None:
    session.run("create table t (id serial, a varchar(3), b text, j jsonb)")
    session.run(
        "begin", "alter table t rename a to z", "alter table t rename b to a", "alter table t rename j to jj"
    )
    session.run("insert into t (a, z, jj) values ('long is fine', 'abc', '{}')")
    assert session.error("insert into t (z) values ('toolong')").code == "22001"
    session.run(
        "rollback", "begin", "alter table t rename a to z", "alter table t alter z type text", "commit"
    )
    session.run("insert into t (z) values ('toolong')")
    assert types(session, "t")[1] == ("z", "text")


@pytest.mark.slow
def test_a_new_table_has_none_of_the_old_ones_checks(session: Client) -> None:
    session.run("create table t (id serial primary key, v varchar(2), c char(5))")
    session.run(
        "begin", "drop table t", "create table t (v text, id int)", "insert into t (v) values ('long text')"
    )
    assert session.rows("select v, id from t") == [("long text", None)]
    session.run("commit", "insert into t (v) values ('longer text')")
    assert types(session, "t") == [("v", "text"), ("id", "integer")]


@pytest.mark.slow
def test_a_dropped_columns_numbers_are_gone(session: Client) -> None:
    session.run("create table t (id serial, v text)", "begin", "alter table t drop column id")
    assert session.rows("insert into t (v) values ('a') returning *") == [("a",)]
    session.run("alter table t add column id int")
    assert session.rows("insert into t (v) values ('b') returning *") == [("b", None)]
    session.run("commit")
