"""
The queries of views whose relations are renamed; what they show is in the transcript `dependencies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client

DEFINITION = "select pg_get_viewdef('v'::regclass)"


@pytest.mark.slow
def test_other_names(session: Client) -> None:
    session.run("create table t (a int, b int)", "create view v as select t.a, x.b from t, t as x")
    session.run("alter table t rename to u")
    assert session.rows(DEFINITION) == [(" SELECT t.a, x.b FROM public.u AS t , public.u AS x;",)]
    session.run("alter table u rename a to c", "insert into u values (1, 2)")
    assert session.rows("select * from v") == [("1", "2")]
    assert session.columns("select * from v") == ["a", "b"]


@pytest.mark.slow
def test_a_column_of_a_relation_whose_columns_the_view_names(session: Client) -> None:
    session.run("create table t (a int, b int)", "insert into t values (1, 2)")
    session.run("create view v as select * from t as x(p, q)", "alter table t rename a to c")
    assert session.columns("select * from v") == ["p", "q"]
    assert session.rows("select p + q from v") == [("3",)]


@pytest.mark.slow
def test_columns_of_enums(session: Client) -> None:
    session.run("create type mood as enum ('sad', 'ok')", "create table t (m mood, b int)")
    session.run("insert into t values ('ok', 1)", "create view v as select m from t where m > 'sad'")
    session.run("alter table t drop column b", "alter table t rename m to n")
    assert session.rows("select m from v") == [("ok",)]
    assert session.code("alter table t drop column n") == "2BP01"
