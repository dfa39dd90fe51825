"""
EXPLAIN MATERIALIZED VIEW.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


@pytest.fixture
def view(session: Client) -> Client:
    session.run("create table t (g text, v int)", "insert into t values ('a', 1), ('b', 2), ('a', 3)")
    session.run(
        "create materialized view m as select g, sum(v) as s, max(v) as x from t group by g having sum(v) > 2"
        " order by s limit 5"
    )
    return session


def test_the_lines(view: Client) -> None:
    lines = [line or "" for (line,) in view.rows("explain materialized view m")]
    assert lines[0] == "Live View on public.m"
    assert lines[3] == "  Group Key: t.g"
    assert "  State: max(t.v), groups are computed anew where rows go" in lines
    assert "  Computed When Read: HAVING sum(v) > 2; ORDER BY s; LIMIT 5" in lines
    assert lines[-2:] == ["  Rows in Base: 2", "  Rows in Pending Deltas: 0"]
    assert view.tag("explain materialized view public.m") == "EXPLAIN"


def test_it_is_described_before_it_runs(view: Client) -> None:
    oids, columns = view.described("explain materialized view m")
    assert (oids, columns) == ((), [("QUERY PLAN", 25)])
    view.run(
        "drop table t cascade", "create table t (v int)", "create materialized view m as select v from t"
    )
    assert view.rows("explain materialized view m")[-1] == ("  Note: Its topic has no rows.",)


def test_what_it_cannot_explain(view: Client, connect: Connect) -> None:
    assert view.code("explain materialized view nope") == "42P01"
    assert view.code("explain materialized view t") == "42809"
    assert view.code("explain analyze materialized view m") == "0A000"
    assert view.code("explain materialized view m m") == "42601"
    view.run("create role explainer login")
    assert connect(user="explainer").code("explain materialized view m") == "42501"
    view.run("drop role explainer")


def test_that_of_an_open_transaction(view: Client) -> None:
    view.run("begin", "create materialized view own as select v from t")
    assert ("  Rows in Base: 3",) in view.rows("explain materialized view own")
    view.run("rollback")
