"""
What is no statement, and where the parser says so in the client's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

pytestmark = pytest.mark.server


@pytest.mark.parametrize(
    ("sql", "position"),
    [
        ("selec 1", 1),
        ("select 1 from from", 15),
        ("select pg_catalog.now(), from from", 26),
        ("select 1; select 'ä', from from", 23),
    ],
)
def test_where_a_text_goes_wrong(session: Client, sql: str, position: int) -> None:
    error = session.error(sql)
    assert (error.code, error.position) == ("42601", position)


def test_nothing_of_a_text_runs_of_which_a_part_does_not_parse(session: Client) -> None:
    session.run("create table t (a int)")
    assert session.code("insert into t values (1); insert into t valuess (2)") == "42601"
    assert session.rows("select * from t") == []


def test_distinct_values_that_the_engine_takes_for_others_each_time(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2), (3), (4)")
    session.run("create view v as select array_agg(distinct a % 2) as x from t")
    session.run("create table made as select string_agg(distinct (a % 3)::text, '-') from t")
    assert session.rows("select x from v") == [("{0,1}",)]
    assert session.rows("select string_agg from made") == [("0-1-2",)]
    assert session.columns("select array_agg(distinct a % 2), 1 as n from t") == ["array_agg", "n"]
    assert session.code("select array_agg(distinct a % 2 order by a) from t") == "42000"
    session.run("update t set a = (select array_agg(distinct a % 3) from t)[3] where a = 4")
    session.run("delete from t where a = 3 and (select array_agg(distinct a % 2) from t) = array[0, 1]")
    assert session.rows("select a from t order by a") == [("1",), ("2",), ("2",)]


def test_an_insert_of_fewer_values_than_columns(session: Client) -> None:
    session.run("create table t (a int, b int)", "insert into t values (1)")
    assert session.rows("select * from t") == [("1", None)]
