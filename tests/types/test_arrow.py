"""
Arrow and topics: the Parquet form of every storable type is read back right by DuckLake.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pggate.errors import DatatypeMismatch, FeatureNotSupported
from pggate.types import arrow
from tests.engine.attaching import attach_lake

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

INFINITY = 2**63 - 1
ONE = UUID(int=0xA)

# Column type, what a client sends, and what DuckDB shows of it.
STORED: list[tuple[str, Any, list[str | None]]] = [
    ("BOOLEAN", pa.array([True, None]), ["true", None]),
    ("TINYINT", pa.array([-128, None], pa.int8()), ["-128", None]),
    ("SMALLINT", pa.array([-3, None], pa.int16()), ["-3", None]),
    ("INTEGER", pa.array([-3, None], pa.int32()), ["-3", None]),
    ("BIGINT", pa.array([-(2**63), None]), ["-9223372036854775808", None]),
    ("UTINYINT", pa.array([255, None], pa.uint8()), ["255", None]),
    ("USMALLINT", pa.array([65_535, None], pa.uint16()), ["65535", None]),
    ("UINTEGER", pa.array([2**32 - 1, None], pa.uint32()), ["4294967295", None]),
    ("UBIGINT", pa.array([2**64 - 1, None], pa.uint64()), ["18446744073709551615", None]),
    ("FLOAT", pa.array([1.5, None], pa.float32()), ["1.5", None]),
    ("DOUBLE", pa.array([float("nan"), None]), ["nan", None]),
    ("DECIMAL(4,2)", pa.array([Decimal("1.50"), None], pa.decimal128(4, 2)), ["1.50", None]),
    ("DECIMAL(18,3)", pa.array([Decimal("-1.5"), None], pa.decimal64(10, 1)), ["-1.500", None]),
    ("DECIMAL(38,10)", pa.array([Decimal(1), None], pa.decimal128(38, 10)), ["1.0000000000", None]),
    ("VARCHAR", pa.array(["é", None]), ["é", None]),
    ("BLOB", pa.array([b"\0\xff", None]), ["\\x00\\xFF", None]),
    ("UUID", pa.array([str(ONE), None]), [str(ONE), None]),
    ("JSON", pa.array(['{"a":1}', None]), ['{"a":1}', None]),
    ("DATE", pa.array([2**31 - 1, None], pa.int32()).view(pa.date32()), ["infinity", None]),
    ("TIME", pa.array([86_400_000_000, None]).view(pa.time64("us")), ["24:00:00", None]),
    ("TIMESTAMP", pa.array([-INFINITY, None]).view(pa.timestamp("us")), ["-infinity", None]),
    ("TIMESTAMP_S", pa.array([5, INFINITY]).view(pa.timestamp("s")), ["1970-01-01 00:00:05", "infinity"]),
    ("TIMESTAMP_MS", pa.array([5, INFINITY]).view(pa.timestamp("ms")), ["1970-01-01 00:00:00.005", "infinity"]),
    ("TIMESTAMP_NS", pa.array([5, INFINITY]).view(pa.timestamp("ns")), ["1970-01-01 00:00:00.000000005", "infinity"]),
    ("TIMESTAMP WITH TIME ZONE", pa.array([0, INFINITY]).view(pa.timestamp("us", "Asia/Tokyo")), ["1970-01-01 01:00:00+01", "infinity"]),
    ("INTEGER[]", pa.array([[1, None], None], pa.list_(pa.int32())), ["[1, NULL]", None]),
    ("UUID[][]", pa.array([[[str(ONE)], []], None]), [f"[[{ONE}], []]", None]),
    ("STRUCT(a INTEGER, b JSON)", pa.array([{"a": 1, "b": "[]"}, None], pa.struct([("a", pa.int32()), ("b", pa.string())])), ["{'a': 1, 'b': '[]'}", None]),
    ("STRUCT(a INTEGER, b TIMESTAMP_NS[])[]", pa.array([[{"b": [5]}], None], pa.list_(pa.struct([("b", pa.list_(pa.timestamp("ns")))]))), ["[{'a': NULL, 'b': ['1970-01-01 00:00:00.000000005']}]", None]),
    ("MAP(VARCHAR, UUID)", pa.array([[("a", str(ONE))], None], pa.map_(pa.string(), pa.string())), [f"{{a={ONE}}}", None]),
]  # fmt: skip


def test_ducklake_reads_every_storable_type_back(lake: Cursor, tmp_path: Path) -> None:
    columns = [f"c{at}" for at in range(len(STORED))]
    declared = ", ".join(f"{name} {type_}" for name, (type_, _, _) in zip(columns, STORED, strict=True))
    lake.run(f"create table lake.t ({declared})")
    sent = [arrow.convert(array, type_) for type_, array, _ in STORED]
    file = tmp_path / "data" / "one.parquet"
    write(lake, file, pa.table(sent, names=columns))
    lake.rows("call ducklake_add_data_files('lake', 't', $1)", [str(file)])

    texts = ", ".join(f"{name}::varchar" for name in columns)
    rows = lake.rows(f"select {texts} from lake.t order by file_row_number")
    for name, (type_, _, expected), read in zip(columns, STORED, zip(*rows, strict=True), strict=True):
        assert list(read) == expected, type_
        # The file's statistics were understood too.
        kept = lake.rows(f"select count(*) from lake.t where {name} is not null")
        assert kept == [(sum(item is not None for item in expected),)], type_


@pytest.fixture
def lake(engine: Engine, cursor: Cursor, tmp_path: Path) -> Iterator[Cursor]:
    (tmp_path / "data").mkdir()
    attach_lake(engine, "lake", tmp_path)
    cursor.run("set TimeZone = 'Europe/Berlin'")
    yield cursor
    engine.detach("lake")


def write(lake: Cursor, file: Path, data: pa.Table) -> None:
    """
    A Parquet file whose fields carry DuckLake's column ids, nested ones too.
    """
    rows = lake.rows(
        "select column_id, parent_column from __ducklake_metadata_lake.ducklake_column order by column_id"
    )
    children: dict[int | None, list[int]] = {}
    for column_id, parent in rows:
        children.setdefault(parent, []).append(column_id)

    def numbered(field: pa.Field, column_id: int) -> pa.Field:
        inside = children.get(column_id, [])
        type_ = field.type
        if pa.types.is_struct(type_):
            type_ = pa.struct([numbered(type_.field(at), child) for at, child in enumerate(inside)])
        elif pa.types.is_map(type_):
            type_ = pa.map_(numbered(type_.key_field, inside[0]), numbered(type_.item_field, inside[1]))
        elif pa.types.is_list(type_):
            type_ = pa.list_(numbered(type_.value_field, inside[0]))
        return pa.field(field.name, type_, field.nullable, {"PARQUET:field_id": str(column_id)})

    schema = pa.schema(
        [numbered(field, column_id) for field, column_id in zip(data.schema, children[None], strict=True)]
    )
    pq.write_table(data.cast(schema), file, compression="zstd", use_dictionary=False)


def test_a_wrong_type_names_both() -> None:
    with pytest.raises(DatatypeMismatch) as caught:
        arrow.convert(pa.array([["a"]], pa.large_list(pa.string())), "INTEGER[]")
    assert caught.value.message == "column is of type INTEGER[] but the data is of type list<string>"


def test_compatible_is_by_type_not_by_value() -> None:
    assert arrow.compatible(pa.int32(), "BIGINT")
    assert not arrow.compatible(pa.int64(), "INTEGER")


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (pa.int8(), "int8"),
        (pa.large_list(pa.field("l", pa.string())), "list<string>"),
        (pa.dictionary(pa.int8(), pa.large_string()), "large_string"),
        (pa.struct([("a", pa.list_(pa.uuid()))]), "struct<a: list<arrow.uuid>>"),
        (pa.map_(pa.string(), pa.timestamp("us", "UTC")), "map<string, timestamp[us, tz=UTC]>"),
        (pa.list_(pa.int8(), 3), "list<int8>"),
    ],
)
def test_describe(type_: Any, text: str) -> None:
    assert arrow.describe(type_) == text


@pytest.mark.parametrize(
    ("type_", "duckdb_type"),
    [
        (pa.int8(), "TINYINT"),
        (pa.uint64(), "UBIGINT"),
        (pa.float16(), "FLOAT"),
        (pa.float64(), "DOUBLE"),
        (pa.decimal256(10, 2), "DECIMAL(10, 2)"),
        (pa.string_view(), "VARCHAR"),
        (pa.dictionary(pa.int8(), pa.string()), "VARCHAR"),
        (pa.null(), "VARCHAR"),
        (pa.binary(3), "BLOB"),
        (pa.uuid(), "UUID"),
        (pa.json_(), "JSON"),
        (pa.date64(), "DATE"),
        (pa.time32("s"), "TIME"),
        (pa.timestamp("s"), "TIMESTAMP_S"),
        (pa.timestamp("ms"), "TIMESTAMP_MS"),
        (pa.timestamp("us"), "TIMESTAMP"),
        (pa.timestamp("ns"), "TIMESTAMP_NS"),
        (pa.timestamp("ms", "UTC"), "TIMESTAMP WITH TIME ZONE"),
        (pa.large_list(pa.list_(pa.int32(), 2)), "INTEGER[][]"),
        (pa.struct([("a b", pa.bool_())]), 'STRUCT("a b" BOOLEAN)'),
        (pa.map_(pa.string(), pa.int64()), "MAP(VARCHAR, BIGINT)"),
    ],
)
def test_the_column_that_is_made_takes_what_it_was_made_for(type_: Any, duckdb_type: str) -> None:
    assert arrow.duckdb_type(type_) == duckdb_type
    assert arrow.compatible(type_, duckdb_type)


@pytest.mark.parametrize(
    "type_",
    [
        *(pa.timestamp("ns", "UTC"), pa.time64("ns"), pa.duration("us"), pa.decimal256(39, 0), pa.struct([])),
        *(pa.month_day_nano_interval(), pa.dense_union([pa.field("a", pa.int8())]), pa.decimal128(3, -2)),
    ],
)
def test_what_no_column_holds(type_: Any) -> None:
    with pytest.raises(FeatureNotSupported):
        arrow.duckdb_type(type_)


def test_a_date_round_trip_of_python_values() -> None:
    assert arrow.convert(pa.array([date(2020, 1, 31)]), "DATE").to_pylist() == [date(2020, 1, 31)]
