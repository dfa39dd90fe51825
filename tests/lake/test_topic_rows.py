"""
Topics as DuckLake's metadata describes them, on both kinds of catalog.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import pytest

from pggate.errors import UndefinedTable
from pggate.lake.topic_rows import DUCKDB_TYPES, read_topics
from pggate.lake.topics import TopicColumn
from tests.lake.tools import create, rows, run, topic

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def all_topics(lake: Lake) -> tuple[Topic, ...]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return lake.topics(cursor)


def test_columns_nested_ones_included(any_lake: Lake) -> None:
    found = create(
        any_lake,
        "t",
        """a integer not null, s struct(x integer, "Y z" varchar[]), m map(varchar, decimal(10, 2)),
           l integer[][], "at" timestamptz""",
    )
    assert (found.lake, found.schema, found.name, found.path) == ("sales", "public", "t", "public/t/")
    assert [column.name for column in found.columns] == ["a", "s", "m", "l", "at"]
    assert [column.nullable for column in found.columns] == [False, True, True, True, True]
    assert [column.duckdb_type for column in found.columns] == [
        "INTEGER",
        'STRUCT("x" INTEGER, "Y z" VARCHAR[])',
        "MAP(VARCHAR, DECIMAL(10,2))",
        "INTEGER[][]",
        "TIMESTAMP WITH TIME ZONE",
    ]
    struct = found.columns[1]
    assert [(part.name, part.duckdb_type) for part in struct.children] == [
        ("x", "INTEGER"),
        ("Y z", "VARCHAR[]"),
    ]
    assert struct.children[1].children == (TopicColumn("element", struct.column_id + 3, "VARCHAR", True),)


@pytest.mark.parametrize(
    ("definition", "default"),
    [
        ("integer", None),
        ("integer default 7", "'7'"),
        ("varchar default 'it''s'", "'it''s'"),
        ("varchar default ''", "''"),
        ("timestamptz default now()", "now()"),
        ("varchar default null", None),
    ],
)
def test_defaults(lake: Lake, definition: str, default: str | None) -> None:
    found = create(lake, "t", f"a {definition}")
    assert found.columns[0].default == default
    if default is not None:
        run(lake, "insert into t(a) values (default)")
        assert lake.default(found.columns[0]).to_pylist()[0] is not None


def test_altered_dropped_and_renamed(any_lake: Lake) -> None:
    before = create(any_lake, "t", "a integer, b varchar")
    create(any_lake, "gone", "a integer")
    run(any_lake, "alter table t add column c bigint default 5", "alter table t drop column a")
    run(any_lake, "alter table t alter b set default 'x'", "alter table t rename to u", "drop table gone")
    (after,) = all_topics(any_lake)
    assert (after.name, after.table_id) == ("u", before.table_id)
    assert [(column.name, column.default) for column in after.columns] == [("b", "'x'"), ("c", "'5'")]
    assert after.schema_version > before.schema_version
    assert not after.is_same_shape(before)


def test_names_and_schemas_of_any_kind(any_lake: Lake) -> None:
    run(any_lake, f'create schema "{any_lake.alias}"."My Schema"')
    run(any_lake, f'create table "{any_lake.alias}"."My Schema"."a/b ""c""" ("x y" integer)')
    (found,) = all_topics(any_lake)
    assert (found.schema, found.name, found.columns[0].name) == ("My Schema", 'a/b "c"', "x y")
    assert found.path.endswith("/")


def test_one_topic_by_its_id(lake: Lake) -> None:
    found, other = create(lake, "t", "a integer"), create(lake, "u", "a integer")
    with contextlib.closing(lake.engine.cursor()) as cursor:
        assert lake.topic(cursor, found.table_id) == topic(lake, "t")
        assert read_topics(cursor, lake.metadata, "sales", 1, []) == ()
        assert [t.name for t in lake.topics(cursor, [found.table_id, other.table_id, 99])] == ["t", "u"]
        with pytest.raises(UndefinedTable):
            lake.topic(cursor, 99)


def test_views_are_no_topics(lake: Lake) -> None:
    create(lake, "t", "a integer")
    run(lake, "create view v as select * from t")
    assert [found.name for found in all_topics(lake)] == ["t"]


def test_every_type_name_is_duckdbs_own(lake: Lake) -> None:
    names = [name for name in DUCKDB_TYPES.values() if name not in ("GEOMETRY", "VARIANT")]
    columns = ", ".join(f"c{number} {name}" for number, name in enumerate(names))
    assert [column.duckdb_type for column in create(lake, "t", columns).columns] == names
    told = rows(lake, "select data_type from duckdb_columns() where table_name = 't' order by column_index")
    assert [name for (name,) in told] == names


def test_a_thousand_topics_are_read_quickly(lake: Lake) -> None:
    columns = ", ".join(f"c{number} integer" for number in range(10))
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        for number in range(300):
            cursor.run(f'create table "{lake.alias}".public.t{number} ({columns})')
        cursor.commit()
        began = time.perf_counter()
        assert len(lake.topics(cursor)) == 300
        print(f"\n{(time.perf_counter() - began) * 1000:.0f} ms for 300 topics of 10 columns")
