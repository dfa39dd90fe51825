"""
Names, columns and schema versions as of snapshots that are not the newest, on both kinds of catalog.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.lake.snapshots import read_schema_version, read_table_ids
from pggate.lake.topic_rows import read_topics
from tests.lake.tools import create, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def cursor(any_lake: Lake) -> Iterator[Cursor]:
    with contextlib.closing(any_lake.engine.cursor()) as cursor:
        yield cursor


def test_a_name_means_what_it_meant_then(any_lake: Lake, cursor: Cursor) -> None:
    def ids(snapshot: int, name: str = "t") -> set[int]:
        return set(read_table_ids(cursor, any_lake.metadata, snapshot, "public", name))

    empty = any_lake.snapshot(cursor)
    first = create(any_lake, "t", "a integer").table_id
    made = any_lake.snapshot(cursor)
    run(any_lake, "alter table t rename to u")
    renamed = any_lake.snapshot(cursor)
    second = create(any_lake, "t", "a integer").table_id
    again = any_lake.snapshot(cursor)
    run(any_lake, "drop table u")
    assert [ids(at) for at in (empty, made, renamed, again)] == [set(), {first}, set(), {second}]
    assert ids(renamed, "U") == {first}
    assert ids(again, "") == {first, second}
    assert ids(any_lake.snapshot(cursor), "") == {second}
    assert read_table_ids(cursor, any_lake.metadata, again, "other", "t") == set()


def test_a_topic_has_the_columns_that_it_had_then(any_lake: Lake, cursor: Cursor) -> None:
    before = create(any_lake, "t", "a integer")
    made = any_lake.snapshot(cursor)
    run(any_lake, "alter table t add column b varchar", "alter table t drop column a", "drop table t")
    told = (any_lake.metadata, any_lake.name, any_lake.oid, [before.table_id])
    assert read_topics(cursor, *told, made) == (before,)
    assert [[c.name for c in topic.columns] for topic in read_topics(cursor, *told, made + 1)] == [["a", "b"]]
    assert [[c.name for c in topic.columns] for topic in read_topics(cursor, *told, made + 2)] == [["b"]]
    assert read_topics(cursor, *told, made + 3) == read_topics(cursor, *told) == ()


def test_the_schema_version_of_then(any_lake: Lake, cursor: Cursor) -> None:
    before = create(any_lake, "t", "a integer")
    made = any_lake.snapshot(cursor)
    run(any_lake, "insert into t values (1)", "alter table t add column b integer")
    versions = [read_schema_version(cursor, any_lake.metadata, at) for at in (made, made + 1, made + 2, None)]
    assert versions[:2] == [before.schema_version] * 2
    assert versions[2:] == [before.schema_version + 1] * 2
