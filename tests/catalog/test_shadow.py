"""
The binder's tables follow the catalog, and views get their columns there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.catalog import metadata
from pggate.catalog.shadow import Shadow
from pggate.errors import PgError, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Database, Relation
    from tests.catalog.conftest import World


@pytest.fixture
def shadow(world: World) -> Iterator[Shadow]:
    shadow = Shadow(world.binder)
    yield shadow
    shadow.follow({})
    shadow.close()


def follow(world: World, shadow: Shadow) -> dict[str, Database]:
    return shadow.follow(
        {name: metadata.read_database(world.cursor, lake, 1, None) for name, lake in world.lakes.items()}
    )


def columns(world: World, relation: str) -> list[tuple[str, str]]:
    cursor = world.binder.cursor()
    try:
        return [(c.name, c.duckdb_type) for c in cursor.columns(f'from "lake:pggate".{relation}')]
    finally:
        cursor.close()


def view(databases: dict[str, Database], name: str) -> Relation:
    return databases["pggate"].relations["public", name]


def shape(relation: Relation) -> list[tuple[str, str]]:
    return [(column.name, column.duckdb_type) for column in relation.columns]


def test_topics(world: World, shadow: Shadow) -> None:
    world.run("create schema {lake}.s", 'create table {lake}.s."T t" (a int, "b c" struct(x int)[])')
    follow(world, shadow)
    assert columns(world, 's."T t"') == [("a", "INTEGER"), ("b c", "STRUCT(x INTEGER)[]")]
    world.run('alter table {lake}.s."T t" rename to u', "alter table {lake}.s.u drop column a")
    follow(world, shadow)
    assert columns(world, "s.u") == [("b c", "STRUCT(x INTEGER)[]")]
    world.run("drop table {lake}.s.u", "drop schema {lake}.s")
    follow(world, shadow)
    with pytest.raises(UndefinedTable):
        columns(world, "s.u")


def test_views_on_views(world: World, shadow: Shadow) -> None:
    world.run(
        "create table {lake}.public.t (a int, b varchar)",
        "create view {lake}.public.v1 as select a, count(*) as n from {lake}.public.t group by a",
        "create view {lake}.public.v2 as select n, a + 0.5 as h from {lake}.public.v1",
        "create view {lake}.public.v3 (x) as select n from {lake}.public.v2",
    )
    found = follow(world, shadow)
    assert shape(view(found, "v1")) == [("a", "INTEGER"), ("n", "BIGINT")]
    assert shape(view(found, "v2"))[0] == ("n", "BIGINT")
    assert shape(view(found, "v3")) == [("x", "BIGINT")]
    assert columns(world, "public.v3") == [("x", "BIGINT")]


@pytest.mark.slow
def test_a_view_made_anew_below_others(world: World, shadow: Shadow) -> None:
    """Now the one below has the higher id."""
    world.run(
        "create view {lake}.public.low as select 1 as a",
        "create view {lake}.public.high as select * from {lake}.public.low",
    )
    follow(world, shadow)
    world.run("create or replace view {lake}.public.low as select 'x' as a, 2 as b")
    found = follow(world, shadow)
    assert shape(view(found, "high")) == [("a", "VARCHAR"), ("b", "INTEGER")]


def test_a_view_that_does_not_bind_any_more(world: World, shadow: Shadow) -> None:
    world.run(
        "create table {lake}.public.t (a int, b int)",
        "create view {lake}.public.v as select a from {lake}.public.t",
        "create view {lake}.public.w as select a from {lake}.public.v",
    )
    follow(world, shadow)
    world.run("alter table {lake}.public.t drop column a")
    found = follow(world, shadow)
    for name in "vw":
        assert view(found, name).columns == ()
        assert isinstance(view(found, name).problem, PgError)
        with pytest.raises(PgError):
            columns(world, f"public.{name}")
    world.run("alter table {lake}.public.t add column a varchar")
    found = follow(world, shadow)
    assert shape(view(found, "w")) == [("a", "VARCHAR")]
    assert view(found, "w").problem is None


def test_a_column_name_that_comes_twice(world: World, shadow: Shadow) -> None:
    world.run("create view {lake}.public.v as select 1 as a, 2 as a")
    (first, second) = shape(view(follow(world, shadow), "v"))
    assert first == ("a", "INTEGER")
    with world.cursor.run('from "lake:pggate".public.v') as result:
        assert [column.name for column in result.columns] == ["a", second[0]]


@pytest.mark.slow
def test_a_name_changes_its_kind(world: World, shadow: Shadow) -> None:
    world.run("create table {lake}.public.x (a int)")
    follow(world, shadow)
    world.run("drop table {lake}.public.x", "create view {lake}.public.x as select 'v' as b")
    assert shape(view(follow(world, shadow), "x")) == [("b", "VARCHAR")]
    assert columns(world, "public.x") == [("b", "VARCHAR")]
    world.run("drop view {lake}.public.x", "create table {lake}.public.x (c date)")
    follow(world, shadow)
    assert columns(world, "public.x") == [("c", "DATE")]


@pytest.mark.slow
def test_databases_come_and_go(world: World, shadow: Shadow) -> None:
    world.create("other")
    world.cursor.run('create table "lake:other".public.o (a int)')
    world.run('create view {lake}.public.v as select a from "lake:other".public.o')
    assert shape(view(follow(world, shadow), "v")) == [("a", "INTEGER")]
    world.drop("other")
    assert view(follow(world, shadow), "v").problem is not None
    world.create("other")
    assert set(follow(world, shadow)) == {"pggate", "other"}
