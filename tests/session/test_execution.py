"""
What is refused, and what is counted when somebody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize("sql", ["listen x", "do 'x'", "create extension x", "attach 'x'"])
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


@pytest.mark.parametrize(
    "function", ["pg_table_size", "pg_total_relation_size", "pg_relation_size", "pg_database_size"]
)
def test_bytes_of_topics_are_counted_when_they_are_asked_for(session: Client, function: str) -> None:
    name = session.identity.database if function == "pg_database_size" else "t"
    session.run("create table t (a int)", "create temp table tmp (a int)")
    assert session.value(f"select {function}('{name}')") == "0"
    session.run("insert into t values (1), (2)")
    first = session.value(f"select {function}('{name}')")
    session.run("insert into t values (3)")
    second = session.value(f"select pg_size_pretty({function}('{name}'))")
    assert first is not None
    assert second is not None
    assert 0 < int(first) < int(second.removesuffix(" bytes"))
    session.run("create table statistics (a int)")
    assert session.rows("select a from statistics") == []


def test_the_gateways_own_functions_are_in_the_catalog(session: Client) -> None:
    sql = """select p.proname, pg_get_function_result(p.oid), pg_get_function_arguments(p.oid), p.oid::regprocedure
             from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'pggate' order by 1, 3"""
    assert session.rows(sql) == [
        ("create_token", "text", "topic text", "pggate.create_token(text)"),
        ("damage", "text[]", "", "pggate.damage()"),
        (
            "limit_token",
            "boolean",
            "token_id bigint, what text, per_second bigint",
            "pggate.limit_token(bigint,text,bigint)",
        ),
        ("revoke_token", "boolean", "token_id bigint", "pggate.revoke_token(bigint)"),
        ("verify", "text", "", "pggate.verify()"),
        ("verify", "text", "topic text", "pggate.verify(text)"),
    ]
