"""
What operators see of live views, as one value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.views.inspecting import MADE
from tests.session.conftest import connect, database, opened, session

if TYPE_CHECKING:
    from pggate.views.inspecting import Held
    from tests.session.conftest import Client

__all__ = ["connect", "database", "opened", "session"]

pytestmark = pytest.mark.server


def held(session: Client, name: str) -> Held:
    lake = session.gateway.databases.find(session.identity.database).lake
    (view,) = (one for one in lake.declarations.declared.live_views.values() if one.name == name)
    return session.gateway.live_views.inspecting(lake).held(view)


def test_what_a_view_holds(session: Client) -> None:
    session.run("create table t (g text, v int)", "insert into t values ('a', 1), ('b', 2)")
    session.run("create materialized view m as select g, sum(v) from t group by g")
    session.run("insert into t values ('a', 1)", "select * from m")
    found = held(session, "m")
    assert (found.applied, found.behind, found.base, found.deltas) == (found.newest, 0.0, 2, 1)
    assert (found.types["k0"], found.types["s0"], found.note) == ("VARCHAR", "HUGEINT", None)


def test_a_view_that_is_not_made_yet(session: Client) -> None:
    session.run("create table t (v int)", "create materialized view m as select v from t")
    lake = session.gateway.databases.find(session.identity.database).lake
    (view,) = lake.declarations.declared.live_views.values()
    found = session.gateway.live_views.inspecting(lake).held(replace(view, oid=1))
    assert (found.applied, found.behind, found.base, found.note) == (None, None, None, MADE)


@pytest.mark.parametrize(
    ("rows", "query", "note"),
    [
        ("select 1 where false", "select v from t", "Its topic has no rows."),
        ("select 1", "select v from t where v > 1", "No row of its topic passes WHERE."),
        (
            "select 1",
            "select v, count(*) from t group by v having count(*) > 1",
            "HAVING keeps none of its 1 group.",
        ),
        ("select 1", "select v from t offset 1", "LIMIT and OFFSET leave none of its rows."),
        ("select 1", "select v from t where 1 / v > 0", None),
    ],
)
def test_why_a_view_is_empty(session: Client, rows: str, query: str, note: str | None) -> None:
    session.run("create table t (v int)", f"insert into t {rows}", f"create materialized view m as {query}")
    assert held(session, "m").note == note


def test_a_view_in_error_says_so(session: Client) -> None:
    session.run("create table t (v int)", "create materialized view m as select 1 / v as q from t")
    session.run("insert into t values (0)")
    assert session.code("select * from m") == "55000"
    note = held(session, "m").note or ""
    assert note.startswith("It cannot take the rows of snapshot ")
    assert note.endswith(": division by zero")
