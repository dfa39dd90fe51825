"""
Which Arrow types a topic's column takes.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import FeatureNotSupported
from pggate.types.arrow_fits import arrow_of, fits, is_carried
from pggate.types.ducktype import parse

TAKEN = {
    "BOOLEAN": [pa.bool_()],
    "SMALLINT": [pa.int8(), pa.uint8(), pa.int16()],
    "BIGINT": [pa.int32(), pa.uint32(), pa.int64(), pa.dictionary(pa.int8(), pa.int64())],
    "UINTEGER": [pa.uint8(), pa.uint32()],
    "FLOAT": [pa.float16(), pa.float32(), pa.int16()],
    "DOUBLE": [pa.float32(), pa.float64(), pa.int32(), pa.uint32()],
    "DECIMAL(10,2)": [
        pa.decimal32(9, 1),
        pa.decimal128(10, 2),
        pa.decimal256(10, 2),
        pa.int16(),
        pa.uint16(),
    ],
    "VARCHAR": [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
    "BLOB": [pa.binary(), pa.large_binary(), pa.binary_view(), pa.binary(3)],
    "UUID": [pa.uuid(), pa.binary(16), pa.string()],
    "JSON": [pa.json_(), pa.string(), pa.large_string()],
    "DATE": [pa.date32(), pa.date64()],
    "TIME": [pa.time64("us"), pa.time32("s"), pa.time32("ms")],
    "TIMESTAMP": [pa.timestamp("us"), pa.timestamp("s"), pa.timestamp("ms")],
    "TIMESTAMP_S": [pa.timestamp("s")],
    "TIMESTAMP_NS": [pa.timestamp("ns"), pa.timestamp("us")],
    "TIMESTAMP WITH TIME ZONE": [pa.timestamp("us", "UTC"), pa.timestamp("ms", "Asia/Tokyo")],
    "INTEGER[]": [pa.list_(pa.field("x", pa.int32())), pa.large_list(pa.int8()), pa.list_(pa.int32(), 3)],
    "STRUCT(a INTEGER, b VARCHAR)": [
        pa.struct([("b", pa.string()), ("a", pa.int32())]),
        pa.struct([("A", pa.int8())]),
    ],
    "MAP(VARCHAR, INTEGER)": [pa.map_(pa.string(), pa.int32())],
}

REFUSED = {
    "BOOLEAN": [pa.int8()],
    "SMALLINT": [pa.uint16(), pa.int32(), pa.float32(), pa.bool_()],
    "BIGINT": [pa.uint64(), pa.string()],
    "UINTEGER": [pa.int8(), pa.uint64()],
    "FLOAT": [pa.float64(), pa.int32()],
    "DOUBLE": [pa.int64(), pa.decimal128(4, 2)],
    "DECIMAL(10,2)": [pa.decimal128(11, 2), pa.decimal128(10, 3), pa.int64(), pa.float64()],
    "VARCHAR": [pa.binary(), pa.int8(), pa.uuid()],
    "BLOB": [pa.string()],
    "UUID": [pa.binary(), pa.binary(15)],
    "DATE": [pa.timestamp("us"), pa.int32()],
    "TIME": [pa.time64("ns")],
    "TIMESTAMP": [pa.timestamp("ns"), pa.timestamp("us", "UTC"), pa.date32()],
    "TIMESTAMP_S": [pa.timestamp("ms")],
    "TIMESTAMP WITH TIME ZONE": [pa.timestamp("us"), pa.timestamp("ns", "UTC")],
    "INTEGER[]": [pa.list_(pa.int64()), pa.int32()],
    "STRUCT(a INTEGER, b VARCHAR)": [
        pa.struct([("c", pa.int32())]),
        pa.struct([("a", pa.string())]),
        pa.struct([("a", pa.int32()), ("A", pa.int32())]),
    ],
    "MAP(VARCHAR, INTEGER)": [pa.map_(pa.string(), pa.int64()), pa.list_(pa.int32())],
    "HUGEINT": [pa.int64(), pa.decimal128(38, 0)],
    "INTERVAL": [pa.month_day_nano_interval()],
    "INTEGER[3]": [pa.list_(pa.int32(), 3)],
}


@pytest.mark.parametrize(
    ("column", "got"), [(column, got) for column, types in TAKEN.items() for got in types]
)
def test_taken(column: str, got: Any) -> None:
    assert fits(got, parse(column))


@pytest.mark.parametrize(
    ("column", "got"), [(column, got) for column, types in REFUSED.items() for got in types]
)
def test_refused(column: str, got: Any) -> None:
    assert not fits(got, parse(column))


@pytest.mark.parametrize("column", TAKEN)
def test_null_and_its_own_type_are_always_taken(column: str) -> None:
    assert fits(pa.null(), parse(column))
    if column != "TIMESTAMP_S":  # which Parquet holds as milliseconds
        assert fits(arrow_of(parse(column)), parse(column))


@pytest.mark.parametrize(
    "column", ["HUGEINT", "INTERVAL", "TIME WITH TIME ZONE", "BIT", "INTEGER[3]", "UNION(a INTEGER)"]
)
def test_what_no_topic_stores_from_arrow(column: str) -> None:
    with pytest.raises(FeatureNotSupported):
        arrow_of(parse(column))


@pytest.mark.parametrize(
    ("column", "carried"),
    [("INTEGER", True), ("VARIANT", False), ("STRUCT(a INTEGER, g GEOMETRY)", False), ("VARIANT[]", False)],
)
def test_which_columns_only_the_engine_fills(column: str, *, carried: bool) -> None:
    assert is_carried(parse(column)) is carried
