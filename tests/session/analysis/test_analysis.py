"""
What a statement cannot be, and what becomes of one that was prepared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import error_of, rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server

INT4, TEXT, DATE = 23, 25, 1082


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("selec 1", "42601"),
        ("select 1 from from", "42601"),
        ("select a from nope", "42P01"),
        ("select nope", "42703"),
        ("select nope()", "42883"),
        ("select 1::nope", "42704"),
        ("select 'x'::int", "22P02"),
    ],
)
def test_mistakes(session: Client, sql: str, code: str) -> None:
    assert session.code(sql) == code
    assert error_of(session.extended(sql)).code == code


def test_a_prepared_statement_whose_result_has_changed(session: Client, connect: Connect) -> None:
    session.run("create table t (a int)", "prepare p as select * from t")
    assert session.rows("execute p") == []
    connect().run("alter table t add column b int")
    assert session.code("execute p") == "0A000"


def test_explain_asks_for_the_types_of_what_it_explains(session: Client) -> None:
    session.run("create table t (a int, b date)")
    parameters, columns = session.described("explain select a from t where a = $1 and b < $2")
    assert parameters == (INT4, DATE)
    assert columns == [("QUERY PLAN", TEXT)]
    assert rows_of(succeeded(session.extended("explain select a from t where a = $1", ["1"])))


def test_a_prepared_statement_means_what_its_names_mean_now(session: Client, connect: Connect) -> None:
    session.run("create table t as select 1 as a", "create schema s", "create table s.t as select 2 as a")
    session.run("prepare p as select a from t")
    assert session.rows("execute p") == [("1",)]
    assert session.rows("execute p") == [("1",)]
    session.run("create temp table t as select 3 as a")
    assert session.rows("execute p") == [("3",)]
    session.run("discard temp")
    assert session.rows("execute p") == [("1",)]
    session.run("set search_path = s")
    assert session.rows("execute p") == [("2",)]
    session.run("begin", "drop table s.t", "create table s.t as select 4 as a")
    assert session.rows("execute p") == [("4",)]
    session.run("rollback")
    assert session.rows("execute p") == [("2",)]
    connect().run("drop table s.t", "create table s.t as select 5 as a")
    assert session.rows("execute p") == [("5",)]
    connect().run("drop table s.t")
    assert session.code("execute p") == "42P01"
