"""
CREATE, ALTER, DROP and REFRESH MATERIALIZED VIEW as they are written.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.commands.live_view_commands import (
    AlterLiveView,
    CreateLiveView,
    DropLiveViews,
    RefreshLiveView,
    alter_live_view,
    create_live_view,
    drop_live_views,
    refresh_live_view,
    with_options,
)


def test_create() -> None:
    sql = "CREATE MATERIALIZED VIEW sales.v AS SELECT 1"
    assert create_live_view(sql) == CreateLiveView(("sales", "v"), "SELECT 1", sql.index("SELECT"))


def test_everything_that_create_can_say() -> None:
    sql = (
        'create or replace materialized view if not exists v (a, "B") using heap with (fillfactor = 70, x.y)'
        " tablespace pg_default as select a, b from t with no data;"
    )
    found = create_live_view(sql)
    assert found.name == ("v",)
    assert found.columns == ("a", "B")
    assert found.options == (("fillfactor", "70"), ("x.y", "true"))
    assert found.query == "select a, b from t"
    assert sql[found.start :].startswith("select a")
    assert (found.or_replace, found.if_not_exists, found.populated) == (True, True, False)


@pytest.mark.parametrize("ending", ["", " with data", ";"])
def test_it_is_populated_unless_it_says_otherwise(ending: str) -> None:
    found = create_live_view(f"create materialized view v as select 1{ending}")
    assert (found.query, found.populated) == ("select 1", True)


def test_a_query_that_begins_with_with() -> None:
    sql = "create materialized view v as with x as (select 1) select * from x"
    assert create_live_view(sql).query == "with x as (select 1) select * from x"


def test_drop() -> None:
    assert drop_live_views("drop materialized view v") == DropLiveViews((("v",),))
    sql = "drop materialized view if exists v, s.w cascade"
    assert drop_live_views(sql) == DropLiveViews((("v",), ("s", "w")), if_exists=True, cascade=True)


def test_refresh() -> None:
    assert refresh_live_view("refresh materialized view v") == RefreshLiveView(("v",))
    sql = "refresh materialized view concurrently s.v with data"
    assert refresh_live_view(sql) == RefreshLiveView(("s", "v"), concurrently=True)
    assert not refresh_live_view("refresh materialized view v with no data").populated


def test_alter() -> None:
    assert alter_live_view("alter materialized view v rename to w") == AlterLiveView(("v",), rename="w")
    sql = "alter materialized view if exists v set schema s"
    assert alter_live_view(sql) == AlterLiveView(("v",), schema="s", if_exists=True)
    assert alter_live_view("alter materialized view v owner to me") == AlterLiveView(("v",))
    assert alter_live_view("alter materialized view v cluster on i") is None


@pytest.mark.parametrize(
    "sql",
    [
        "create materialized view v",
        "create materialized view v as",
        "create materialized view v as with data",
        "create materialized view v (a as select 1",
        "create materialized view v with () as select 1",
    ],
)
def test_what_is_no_create(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        create_live_view(sql)


@pytest.mark.parametrize("sql", ["drop materialized view", "drop materialized view v w"])
def test_what_is_no_drop(sql: str) -> None:
    with pytest.raises(SqlSyntaxError):
        drop_live_views(sql)


def test_options_may_stand_behind_the_query() -> None:
    before = create_live_view("create streaming view v with (a = 1, b) as select 1 from t")
    assert (before.options, before.behind, before.is_streaming) == ((("a", "1"), ("b", "true")), "", True)
    sql = "create materialized view v with (c) as with x as (select 1) select 1 from x with (a = '1 s') with no data"
    behind = create_live_view(sql)
    assert behind.query == "with x as (select 1) select 1 from x"
    assert behind.behind == " with (a = '1 s')"
    assert behind.options == (("c", "true"), ("a", "1 s"))
    assert not behind.populated
    assert with_options("select 1", (("a", "it's"),)) == "select 1 WITH (a = 'it''s')"
    assert with_options("select 1", ()) == "select 1"
