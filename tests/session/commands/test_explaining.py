"""
EXPLAIN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.conftest import rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


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
    error = session.error(f"explain {options} insert into t values (1)")
    assert (error.code, error.message) == ("0A000", "EXPLAIN ANALYZE of INSERT is not supported")
    assert error.hint == "Leave out ANALYZE."
    assert session.rows("select a from t") == []


def test_explain_analyze_tells_of_what_the_lake_knows_without_reading(session: Client) -> None:
    session.run("create table t (a int)", "insert into t values (1), (2)")
    plan = [line for (line,) in session.rows("explain analyze select count(*) from t") if line is not None]
    assert any("SCAN" in line for line in plan)
    assert plan[-2] == "Rows: 1"
    assert plan[-1].startswith("Total Time: ")
    assert session.rows("select count(*) from t") == [("2",)]


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
