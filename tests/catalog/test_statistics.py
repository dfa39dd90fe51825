"""
The row counts that the catalog shows are those of the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.catalog.statistics import Statistics

if TYPE_CHECKING:
    from tests.catalog.conftest import World


def counted(world: World) -> dict[int, int]:
    return dict(world.rows('select relation - 16384, rows from "~pg"."~mirror".statistics'))


def test_counts(world: World) -> None:
    statistics, lake = Statistics(), world.lakes["pggate"]
    world.run("create table {lake}.public.t (a int)", "create table {lake}.public.empty (a int)")
    world.run(
        "insert into {lake}.public.t select * from range(1000)", "insert into {lake}.public.t values (1)"
    )
    t, empty = (
        world.rows(f"select table_id from {lake.metadata}.ducklake_table where table_name = '{name}'")[0][0]
        for name in ("t", "empty")
    )
    statistics.measure(world.cursor, lake)
    assert counted(world) == {t: 1001, empty: 0}
    world.run("delete from {lake}.public.t where a < 10")
    assert counted(world) == {t: 1001, empty: 0}
    statistics.measure(world.cursor, lake)
    ((left,),) = world.rows('select count(*) from "lake:pggate".public.t')
    assert counted(world) == {t: left, empty: 0}
    rows = world.rows('select rows, bytes, committed_at from "~pg"."~mirror".statistics order by rows')
    assert rows[0] == (0, 0, None)
    assert rows[1][1] > 0
    assert rows[1][2] is not None


def test_a_second_measuring_of_the_same_snapshot_costs_nothing(world: World) -> None:
    statistics, lake = Statistics(), world.lakes["pggate"]
    world.run("create table {lake}.public.t (a int)")
    statistics.measure(world.cursor, lake)
    world.cursor.run('update "~pg"."~mirror".statistics set rows = 7')
    statistics.measure(world.cursor, lake)
    assert list(counted(world).values()) == [7]


@pytest.mark.slow
def test_a_database_made_again_is_counted_again(world: World) -> None:
    statistics = Statistics()
    lake = world.create("other")
    world.cursor.run('create table "lake:other".public.a (x int)')
    statistics.measure(world.cursor, lake)
    world.drop("other")
    lake = world.create("other")
    world.cursor.run('create table "lake:other".public.b (x int)')
    world.cursor.run('insert into "lake:other".public.b values (1)')
    statistics.measure(world.cursor, lake)
    assert world.rows("""select rows from "~pg"."~mirror".statistics where database = 'other'""") == [(1,)]


def test_a_merge_leaves_the_last_commit_where_it_was(world: World) -> None:
    statistics, lake = Statistics(), world.lakes["pggate"]
    world.run("create table {lake}.public.t (a int)", *(["insert into {lake}.public.t values (1)"] * 3))
    statistics.measure(world.cursor, lake)
    asked = 'select rows, committed_at from "~pg"."~mirror".statistics where rows = 3'
    before = world.rows(asked)
    world.run(f"call ducklake_merge_adjacent_files('{lake.alias}', 't', schema => 'public')")
    statistics.measure(world.cursor, lake)
    assert world.rows(asked) == before
