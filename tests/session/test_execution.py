"""
EXPLAIN, CREATE DATABASE, DROP DATABASE, and what is refused or only noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect


@pytest.mark.parametrize(
    "statement", ["select a from t", "insert into t values (1)", "update t set a = 1", "delete from t"]
)
def test_explain_runs_nothing(session: Client, statement: str) -> None:
    session.run("create table t (a int)", "insert into t values (5)")
    replies = succeeded(session.query(f"explain {statement}"))
    assert len(rows_of(replies)) > 2
    assert session.columns(f"explain {statement}") == ["QUERY PLAN"]
    assert session.tag(f"explain {statement}") == "EXPLAIN"
    assert session.rows("select a from t") == [("5",)]


@pytest.mark.parametrize("options", ["analyze", "(analyze)", "(analyze, verbose)", "analyze verbose"])
def test_explain_analyze_is_for_queries(session: Client, options: str) -> None:
    session.run("create table t (a int)")
    assert session.rows(f"explain {options} select a from t")
    assert session.code(f"explain {options} insert into t values (1)") == "0A000"
    assert session.rows("select a from t") == []


def test_explain_has_the_rights_of_what_it_explains(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "create role explainer login")
    other = connect(user="explainer")
    for sql in ("explain select a from t", "explain analyze select a from t", "explain delete from t"):
        assert other.code(sql) == "42501"
    session.run("drop role explainer")


def test_explain_of_a_mistake_has_its_position(session: Client) -> None:
    error = session.error("explain select 1, nope")
    assert (error.code, error.position) == ("42703", 19)
    assert session.code("explain nonsense") == "42601"


def test_explain_with_a_parameter(session: Client) -> None:
    session.run("create table t (a int)")
    assert rows_of(succeeded(session.extended("explain select a from t where a = $1", ["1"])))


def test_create_and_drop_database(session: Client, connect: Connect) -> None:
    name = f"{session.identity.database}_new"
    assert session.tag(f"create database {name}") == "CREATE DATABASE"
    assert session.code(f"create database {name}") == "42P04"
    assert [n.message for n in session.notices(f"create database if not exists {name}")] == [
        f'database "{name}" already exists, skipping'
    ]
    inside = connect(name)
    inside.run("create table t (a int)")
    assert inside.code(f"drop database {name}") == "55006"
    error = session.error(f"drop database {session.identity.database}")
    assert (error.code, error.message) == ("55006", "cannot drop the currently open database")
    inside.run("drop table t")


def test_a_dropped_database_is_gone(session: Client) -> None:
    name = f"{session.identity.database}_gone"
    session.run(f"create database {name}", f"create table {name}.public.t as select 1 as a")
    assert session.tag(f"drop database {name}") == "DROP DATABASE"
    assert session.code(f"select a from {name}.public.t") in ("42P01", "3D000", "0A000")
    assert session.code(f"drop database {name}") == "3D000"
    assert [n.message for n in session.notices(f"drop database if exists {name}")] == [
        f'database "{name}" does not exist, skipping'
    ]
    session.run(f"create database {name}")
    assert session.code(f"select a from {name}.public.t") == "42P01"  # nothing of the old one
    session.run(f"drop database {name}")


@pytest.mark.parametrize("sql", ["create database x", "drop database x"])
def test_databases_and_transactions(session: Client, sql: str) -> None:
    session.run("begin")
    assert session.code(sql) == "25001"
    session.run("rollback")
    assert session.code(f"select 1; {sql}") == "25001"
    assert "x" not in session.gateway.mirror.catalog.databases


@pytest.mark.parametrize("sql", ["create database x", "drop database if exists x"])
def test_databases_are_the_superusers(session: Client, connect: Connect, sql: str) -> None:
    session.run("create role plain login")
    assert connect(user="plain").code(sql) == "42501"
    session.run("drop role plain")


@pytest.mark.parametrize(
    "sql", ["copy t from stdin", "listen x", "do 'x'", "create extension x", "attach 'x'"]
)
def test_refused(session: Client, sql: str) -> None:
    error = session.error(sql)
    assert error.code == "0A000"
    assert "not supported" in error.message


def test_rows_of_topics_are_counted_when_they_are_asked_for(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2)")
    sql = "select n_live_tup from pg_stat_user_tables where relname = 't'"
    assert session.rows(sql) == [("2",)]
    session.run("insert into t values (3)")
    assert session.rows(sql) == [("3",)]
