"""
Columns of COPY's input: fields, arrays, and what the kernel is told.
"""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from pggate.errors import CharacterNotInRepertoire, FeatureNotSupported
from pggate.types import table
from pggate.types.arrow import arrow_type
from pggate.types.copy_columns import UNREAD, ColumnReader, InputColumn
from pggate.types.duck import column_type


def column(duckdb: str, *, is_binary: bool = False) -> ColumnReader:
    found = column_type(duckdb)
    return ColumnReader(InputColumn("a", found.type, found.typmod, duckdb), UTC, is_binary=is_binary)


@pytest.mark.parametrize(
    ("duckdb", "told"),
    [
        ("BOOLEAN", ("bool", 1, 0)),
        ("UINTEGER", ("u4", 1, 0)),
        ("DECIMAL(18,2)", ("decimal", 18, 2)),
        ("VARCHAR", ("text", -1, 0)),
        ("UBIGINT", UNREAD),
        ("TIMESTAMP_NS", UNREAD),
        ("INTEGER[]", UNREAD),
        ("STRUCT(a INTEGER)", UNREAD),
        ("JSON", UNREAD),
    ],
)
def test_what_the_kernel_is_told(duckdb: str, told: tuple[str, int, int]) -> None:
    assert column(duckdb).told == told


def test_the_zone_decides_what_the_kernel_can_read() -> None:
    given = InputColumn("a", table.TIMESTAMPTZ, -1, "TIMESTAMP WITH TIME ZONE")
    assert ColumnReader(given, ZoneInfo("UTC"), is_binary=False).told == ("timestamptz", 1, 0)
    assert ColumnReader(given, ZoneInfo("Europe/Berlin"), is_binary=False).told == ("timestamptz", 0, 0)


@pytest.mark.parametrize("length", [-1, 3])
def test_a_length(length: int) -> None:
    typmod = length + 4 if length > 0 else -1
    given = InputColumn("a", table.VARCHAR, typmod, "VARCHAR")
    assert ColumnReader(given, UTC, is_binary=False).told == ("text", length, 0)


@pytest.mark.parametrize(
    ("duckdb", "field", "is_binary", "value"),
    [
        ("INTEGER", b" 7 ", False, 7),
        ("INTEGER", b"\0\0\0\7", True, 7),
        ("VARCHAR", b"\xc3\xa4", True, "ä"),
        ("UUID", b"0" * 32, False, bytes(16)),
        ("STRUCT(x INTEGER)", b'{"x":1}', False, {"x": 1}),
        ("STRUCT(x INTEGER)", b'{"x":1}', True, {"x": 1}),
    ],
)
def test_fields(duckdb: str, field: bytes, is_binary: bool, value: object) -> None:
    reader = column(duckdb, is_binary=is_binary)
    assert reader.decode(field) == value
    assert reader.array([None, reader.decode(field)]).type == arrow_type(duckdb)


@pytest.mark.parametrize(("field", "byte"), [(b"a\0\xff", "0x00"), (b"a\xff\0", "0xff")])
def test_binary_text_that_is_none(field: bytes, byte: str) -> None:
    with pytest.raises(CharacterNotInRepertoire, match=byte):
        column("VARCHAR", is_binary=True).decode(field)


def test_a_type_that_is_not_in_the_table_is_text() -> None:
    mood = table.PgType("mood", 20_000, 20_001, -1, "mood", "VARCHAR")
    reader = ColumnReader(InputColumn("a", mood, -1, "VARCHAR"), UTC, is_binary=False)
    assert reader.decode(b"sad") == "sad"


@pytest.mark.parametrize("duckdb", ["HUGEINT", "INTERVAL", "UNION(a INTEGER)"])
def test_types_that_cannot_be_copied_into(duckdb: str) -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        column(duckdb)
    assert caught.value.hint == 'Leave the column "a" out of COPY\'s column list.'


def test_rows_of_a_composite_type() -> None:
    of_type = table.PgType(
        "r", 70, 71, -1, "r", "",
        fields=(table.PgField("a", table.INT4), table.PgField("b", table.TEXT)),
    )  # fmt: skip
    duckdb = "STRUCT(a INTEGER, b VARCHAR)"
    reader = ColumnReader(InputColumn("a", of_type, -1, duckdb), UTC, is_binary=False)
    assert reader.told == UNREAD
    values = [reader.decode(b'(1,"x y")'), None, reader.decode(b"(,)")]
    assert reader.array(values).to_pylist() == [{"a": 1, "b": "x y"}, None, {"a": None, "b": None}]
    listed = ColumnReader(InputColumn("a", table.array_of(of_type), -1, f"{duckdb}[]"), UTC, is_binary=False)
    assert listed.array([listed.decode(b'{"(1,x)",NULL}')]).to_pylist() == [[{"a": 1, "b": "x"}, None]]
