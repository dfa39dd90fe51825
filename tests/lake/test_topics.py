"""
What makes a topic the one that it was.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pggate.lake.snapshots import read_schema_version
from pggate.lake.topics import Topic, TopicColumn
from tests.lake.tools import create, run, topic

if TYPE_CHECKING:
    from pggate.lake.lake import Lake


@pytest.mark.slow  # a real lake, its fsyncs included
def test_the_schema_version_stands_still_when_rows_change(any_lake: Lake) -> None:
    found = create(any_lake, "t", "a integer")
    run(any_lake, "insert into t values (1)")
    with contextlib.closing(any_lake.engine.cursor()) as cursor:
        assert read_schema_version(cursor, any_lake.metadata) == found.schema_version
        run(any_lake, "create table u (a integer)")
        assert read_schema_version(cursor, any_lake.metadata) > found.schema_version
    assert topic(any_lake, "t").is_same_shape(found)


TOPIC = Topic("sales", "public", "t", 1, (TopicColumn("a", 1, "INTEGER", True),), "public/t/", 7, 16384)


def test_a_name_for_the_same_columns_is_the_same_shape_only_where_it_stays() -> None:
    assert replace(TOPIC, schema_version=8).is_same_shape(TOPIC)
    for other in (
        replace(TOPIC, name="u"),
        replace(TOPIC, columns=()),
        replace(TOPIC, path="public/u/"),
        replace(TOPIC, lake_oid=16385),
    ):
        assert not other.is_same_shape(TOPIC)
