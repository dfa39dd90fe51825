"""
What DuckLake notes of each snapshot, and what the feed makes of it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.lake.changes import Changes, Kind, UnknownNoteError, changes, parse
from tests.lake.tools import create, rows, run, topic

if TYPE_CHECKING:
    from pggate.lake.lake import Lake


def test_notes() -> None:
    noted = (
        'created_schema:"s",created_table:"s"."a,b:""5",dropped_view:3,inserted_into_table:5,'
        "deleted_from_table:5,altered_table:6,dropped_table:7,merge_adjacent:8,rewrite_delete:9,inlined_insert:10,"
        "something_new:11"
    )
    assert list(parse(noted)) == [
        (5, Kind.APPENDED),
        (5, Kind.DELETED),
        (6, Kind.ALTERED),
        (7, Kind.DROPPED),
        (8, Kind.MERGED),
        (9, Kind.REWRITTEN),
        (10, Kind.APPENDED),
        (11, Kind.OPAQUE),
    ]
    assert list(parse("")) == []


@pytest.mark.parametrize("noted", ['something_new:"t"', "nonsense", "inserted_into_table:", "a:5;b:6"])
def test_notes_that_nobody_understands(noted: str) -> None:
    with pytest.raises(UnknownNoteError):
        list(parse(noted))


# Whoever reads a real lake is slow.


def newest(lake: Lake) -> int:
    return int(rows(lake, f"select max(snapshot_id) from {lake.metadata}.ducklake_snapshot")[0][0])


def found(lake: Lake, after: int, until: int | None = None) -> Changes:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return changes(cursor, lake, after, newest(lake) if until is None else until)


def told(lake: Lake, after: int) -> list[tuple[int, Kind]]:
    """Of every topic, in the order of the snapshots."""
    everything = [change for of in found(lake, after).by_topic.values() for change in of]
    return [
        (one.table_id, one.kinds) for one in sorted(everything, key=lambda one: (one.snapshot, one.table_id))
    ]


@pytest.mark.slow
def test_every_kind_of_change(any_lake: Lake) -> None:
    lake, after = any_lake, newest(any_lake)
    t = create(lake, "t", "k integer").table_id
    run(
        lake,
        "insert into t select * from range(10)",
        "delete from t where k = 1",
        "update t set k = 20 where k = 2",
        "alter table t add column v varchar",
        "comment on table t is 'c'",
        "alter table t rename to t2",
        "insert into t2 values (30, 'a')",
        "insert into t2 values (31, 'b')",
        f"call ducklake_merge_adjacent_files('{lake.alias}', 't2', schema => 'public')",
        f"call ducklake_rewrite_data_files('{lake.alias}', 't2', schema => 'public', delete_threshold => 0.01)",
        "create view w as select 1 as x",
        "create table u as select 1 as x",
        "create or replace table u as select 2 as x",
        "drop table t2",
    )
    u = topic(lake, "u").table_id
    assert told(lake, after) == [
        (t, Kind.CREATED),
        (t, Kind.APPENDED),
        (t, Kind.DELETED),
        (t, Kind.APPENDED | Kind.DELETED),
        (t, Kind.ALTERED),
        (t, Kind.ALTERED),
        (t, Kind.ALTERED),
        (t, Kind.APPENDED),
        (t, Kind.APPENDED),
        (t, Kind.MERGED),
        (t, Kind.REWRITTEN),
        (u - 1, Kind.CREATED | Kind.APPENDED),
        (u - 1, Kind.DROPPED),
        (u, Kind.CREATED | Kind.APPENDED),
        (t, Kind.DROPPED),
    ]


@pytest.mark.slow
def test_of_one_range_alone(lake: Lake) -> None:
    t = create(lake, "t", "k integer").table_id
    run(lake, *(f"insert into t values ({k})" for k in range(4)))
    last = newest(lake)
    assert [change.snapshot for change in found(lake, last - 2).of(t)] == [last - 1, last]
    assert [change.snapshot for change in found(lake, last - 3, last - 2).of(t)] == [last - 2]
    assert found(lake, last).is_complete
    assert found(lake, last).of(t) == ()


@pytest.mark.slow
def test_what_is_gone_or_not_there_yet_is_said(any_lake: Lake) -> None:
    lake = any_lake
    create(lake, "t", "k integer")
    run(lake, *(f"insert into t values ({k})" for k in range(4)))
    last = newest(lake)
    assert not found(lake, last - 1, last + 1).is_complete
    run(lake, f"call ducklake_expire_snapshots('{lake.alias}', versions => [{last - 2}])")
    assert not found(lake, last - 3).is_complete
    assert not found(lake, last - 2).is_complete
    assert found(lake, last - 1).is_complete


@pytest.mark.slow
def test_an_insert_that_its_own_transaction_deletes_is_both(lake: Lake) -> None:
    t = create(lake, "t", "k integer").table_id
    after = newest(lake)
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.rows(f'insert into "{lake.alias}".public.t select * from range(5)')
        cursor.rows(f'delete from "{lake.alias}".public.t where k = 1')
        cursor.commit()
    assert told(lake, after) == [(t, Kind.APPENDED | Kind.DELETED)]
    noted = rows(
        lake,
        f"select changes_made from {lake.metadata}.ducklake_snapshot_changes where snapshot_id = {after + 1}",
    )
    assert noted == [(f"inserted_into_table:{t}",)]


@pytest.mark.slow
def test_the_files_that_rows_go_from_are_known(any_lake: Lake) -> None:
    t = create(any_lake, "t", "k integer").table_id
    run(
        any_lake, "insert into t values (1), (2)", "insert into t values (3), (4)", "insert into t values (5)"
    )
    after = newest(any_lake)
    run(any_lake, "delete from t where k = 1", "delete from t where k > 3", "insert into t values (6)")
    files = rows(any_lake, f"select path from {any_lake.metadata}.ducklake_data_file order by data_file_id")
    one, two, three, _ = (path for (path,) in files)
    touched = [change.touched for change in found(any_lake, after).of(t)]
    assert touched == [{one}, {two, three}, frozenset()]
