"""
Temporary tables in the catalogs of their session; what PostgreSQL answers is in the transcript `own_temporary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.slow

TABLES = "select relname from pg_class where relpersistence = 't' order by 1"


def test_they_are_those_of_the_session_alone(session: Client, connect: Connect) -> None:
    other = connect()
    session.run("create temp table mine (a int)")
    other.run("create temp table mine (b text, c text)")
    assert session.rows(TABLES) == other.rows(TABLES) == [("mine",)]
    columns = "select column_name from information_schema.columns where table_name = 'mine' order by 1"
    assert (session.rows(columns), other.rows(columns)) == ([("a",)], [("b",), ("c",)])
    assert connect().rows(TABLES) == []


def test_they_outlive_transactions(session: Client) -> None:
    session.run("begin", "create temp table kept (a int)", "create table lasting (a int)", "commit")
    assert session.rows(TABLES) == [("kept",)]
    session.run("begin", "create temp table lost (a int)")
    assert session.rows(TABLES) == [("kept",), ("lost",)]
    session.run("rollback")
    assert session.rows(TABLES) == [("kept",)]
    assert session.value("select to_regclass('lasting')") == "lasting"


def test_what_the_session_makes_for_itself_is_none(session: Client) -> None:
    session.run("create table t (id int)", "create temp table mine (a int)")
    session.run("begin", "insert into t values (1) returning id", "update t set id = 2 returning id")
    assert session.rows(TABLES) == [("mine",)]
    session.run("rollback")


def test_a_view_that_cannot_be_read_any_more(session: Client, connect: Connect) -> None:
    session.run("create table t (a int, b int)", "create temp table w (x int)")
    session.run("create temp view v as select a, b from t")
    connect().run("alter table t drop column b")
    assert session.rows(TABLES) == [("v",), ("w",)]
    connect().run("drop table t")
    session.run("create temp table x (y int)")
    assert session.rows(TABLES) == [("v",), ("w",), ("x",)]


def test_a_rollback_makes_a_table_of_a_view(session: Client) -> None:
    kinds = "select relname, relkind from pg_class where relpersistence = 't'"
    session.run("create temp table t (a int)", "begin", "drop table t", "create temp view t as select 1 as b")
    assert session.rows(kinds) == [("t", "v")]
    session.run("rollback")
    assert session.rows(kinds) == [("t", "r")]
