"""
The Parquet file of a segment: its schema, its values, and the statistics that it leaves out.
"""

from __future__ import annotations

import io
import uuid
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pggate.lake.conform import conform
from pggate.lake.parquet import encode
from pggate.lake.topics import Topic, TopicColumn
from tests.lake.test_conform import no_default
from tests.lake.tools import batch, integers

COLUMNS = (
    TopicColumn("a", 1, "INTEGER", nullable=False),
    TopicColumn("l", 2, "VARCHAR[]", True, None, (TopicColumn("element", 3, "VARCHAR", True),)),
    TopicColumn(
        "s",
        4,
        'STRUCT("x" DOUBLE, "u" UUID)',
        True,
        None,
        (TopicColumn("x", 5, "DOUBLE", True), TopicColumn("u", 6, "UUID", True)),
    ),
    TopicColumn(
        "m",
        7,
        "MAP(VARCHAR, JSON)",
        True,
        None,
        (TopicColumn("key", 8, "VARCHAR", True), TopicColumn("value", 9, "JSON", True)),
    ),
    TopicColumn("when.it was", 10, "TIMESTAMP WITH TIME ZONE", True),
)
TOPIC = Topic("sales", "public", "t", 1, COLUMNS, "public/t/", 1, lake_oid=1)


def written(topic: Topic, *batches: pa.RecordBatch) -> pq.ParquetFile:
    data = encode(topic, [conform(topic, one, no_default) for one in batches])
    return pq.ParquetFile(io.BytesIO(data))


def leaf_statistics(file: pq.ParquetFile) -> dict[str, bool]:
    group = file.metadata.row_group(0)
    chunks = [group.column(number) for number in range(group.num_columns)]
    return {chunk.path_in_schema: chunk.is_stats_set for chunk in chunks}


def test_every_field_carries_ducklakes_column_id() -> None:
    text = str(written(TOPIC, batch(a=integers(1))).schema)
    fields = [line.split(";")[0].split("{")[0].strip() for line in text.splitlines()[1:]]
    assert [field for field in fields if "field_id" in field and "field_id=-1" not in field] == [
        "required int32 field_id=1 a",
        "optional group field_id=2 l (List)",
        "optional binary field_id=3 element (String)",
        "optional group field_id=4 s",
        "optional double field_id=5 x",
        "optional fixed_len_byte_array(16) field_id=6 u (UUID)",
        "optional group field_id=7 m (Map)",
        "required binary field_id=8 key (String)",
        "optional binary field_id=9 value (JSON)",
        (
            "optional int64 field_id=10 when.it was (Timestamp(isAdjustedToUTC=true, timeUnit=microseconds,"
            " is_from_converted_type=false, force_set_converted_type=false))"
        ),
    ]


def test_batches_become_one_row_group_in_their_order() -> None:
    value = uuid.UUID(int=7)
    given = {
        "l": pa.array([["x", None], None], pa.list_(pa.string())),
        "s": pa.array(
            [{"x": 1.5, "u": value.bytes}, None], pa.struct([("x", pa.float64()), ("u", pa.binary(16))])
        ),
        "m": pa.array([[("k", "{}")], []], pa.map_(pa.string(), pa.string())),
    }
    file = written(TOPIC, batch(a=integers(1, 2), **given), batch(a=integers(3)))
    assert file.metadata.num_row_groups == 1
    rows: list[dict[str, Any]] = file.read().to_pylist()
    assert [row["a"] for row in rows] == [1, 2, 3]
    assert rows[0]["l"] == ["x", None]
    assert rows[0]["s"] == {"x": 1.5, "u": value}
    assert rows[0]["m"] == [("k", "{}")]
    assert (rows[1]["l"], rows[1]["s"], rows[1]["m"]) == (None, None, [])
    assert rows[2] == {"a": 3, "l": None, "s": None, "m": None, "when.it was": None}


def test_the_file_is_small_and_says_nothing_about_arrow() -> None:
    file = written(TOPIC, batch(a=integers(1)))
    assert file.metadata.metadata is None
    chunk = file.metadata.row_group(0).column(0)
    assert (chunk.compression, chunk.has_dictionary_page) == ("ZSTD", False)


@pytest.mark.parametrize(
    ("duckdb_type", "values", "has_statistics"),
    [
        ("INTEGER", pa.array([1, None], pa.int32()), True),
        ("VARCHAR", pa.array(["x"]), True),
        ("DOUBLE", pa.array([1.0, None]), True),
        ("DOUBLE", pa.array([1.0, float("nan")]), False),
        ("FLOAT", pa.array([float("nan")], pa.float32()), False),
        ("DOUBLE", pa.array([float("inf")]), True),
        ("BOOLEAN", pa.array([True]), False),
        ("BLOB", pa.array([b"x"]), False),
    ],
)
def test_statistics_that_would_mislead_are_left_out(
    duckdb_type: str, values: pa.Array, has_statistics: bool
) -> None:
    topic = Topic(
        "sales", "public", "t", 1, (TopicColumn("a.b", 1, duckdb_type, True),), "public/t/", 1, lake_oid=1
    )
    assert leaf_statistics(written(topic, batch(**{"a.b": values}))) == {"a.b": has_statistics}


def test_statistics_of_nested_parts() -> None:
    nan = pa.array([{"x": float("nan")}], pa.struct([("x", pa.float64())]))
    file = written(TOPIC, batch(a=integers(1), s=nan))
    assert leaf_statistics(file) == {
        "a": True,
        "l.list.element": True,
        "s.x": False,
        "s.u": True,
        "m.key_value.key": True,
        "m.key_value.value": True,
        "when.it was": True,
    }
