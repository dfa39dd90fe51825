"""
CREATE TABLE (LIKE t); what PostgreSQL answers is in the transcript `like_clauses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


@pytest.mark.slow
def test_like_a_table_of_the_transaction(session: Client) -> None:
    session.run("begin", "create table t (a int, b varchar(3))", "create table u (like t)", "commit")
    assert session.columns("select * from u") == ["a", "b"]
    assert session.code("create table w (like nope)") == "42P01"


@pytest.mark.slow
def test_a_temporary_one_takes_numbers_of_its_own_columns(session: Client) -> None:
    session.run("create table t (a int generated always as identity, b text default 'x')")
    session.run("create temp table u (like t including defaults)", "insert into u (a) values (1)")
    assert session.rows("select * from u") == [("1", "x")]


TYPES = """select format_type(a.atttypid, a.atttypmod), a.attnotnull from pg_attribute a
           where a.attrelid = '{}'::regclass and a.attnum > 0 order by a.attnum"""


@pytest.mark.slow
def test_like_what_only_the_session_sees(session: Client) -> None:
    columns = "v varchar(3) not null, c char(2), ts timestamp(1), n numeric, l varchar(4)[]"
    declared = [
        ("character varying(3)", "t"),
        ("character(2)", "f"),
        ("timestamp(1) without time zone", "f"),
        ("numeric", "f"),
        ("character varying(4)[]", "f"),
    ]
    session.run(f"create temp table t ({columns})", "create table a (like t)", "create temp table b (like t)")
    assert session.rows(TYPES.format("a")) == session.rows(TYPES.format("b")) == declared
    session.run("begin", "create type mood as enum ('ok')", f"create table own (m mood, {columns})")
    session.run(
        "create temp table c (like own)", "create table d (like own)", "create view e as select c from own"
    )
    session.run("create table f (like e)")
    for table in ("c", "d"):
        assert session.rows(TYPES.format(table)) == [("mood", "f"), *declared]
    assert session.rows(TYPES.format("f")) == [("character(2)", "f")]


@pytest.mark.slow
def test_keys_of_what_only_the_session_sees(session: Client) -> None:
    session.run("create temp table t (a int primary key, b int default 3, check (a > 0))")
    session.run("create temp table u (like t including all)", "insert into u values (1)")
    assert session.rows("select * from u") == [("1", "3")]
    assert [session.code(f"insert into u values ({a})") for a in (1, 0)] == ["23505", "23514"]
