"""
Batches as DataRows: what a client reads back from the bytes.
"""

from __future__ import annotations

import shutil
from functools import cache
from struct import unpack_from
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pytest

from pggate.errors import ArraySubscriptError, InternalError
from pggate.types import table
from pggate.types.columns import ColumnEncoding, column_encoding
from pggate.types.duck import travels_as
from pggate.types.rows import IS_COMPILED, Block, encode

ZONE = ZoneInfo("Europe/Berlin")


def read(block: Block) -> list[tuple[bytes | None, ...]]:
    """
    The cells of every DataRow, read as a client reads them.
    """
    rows, at, data = [], 0, bytes(block.data)
    while at < len(data):
        tag, length, columns = unpack_from("!cih", data, at)
        assert tag == b"D"
        end, at, cells = at + 1 + length, at + 7, []
        for _ in range(columns):
            (size,) = unpack_from("!i", data, at)
            at += 4
            cells.append(None if size == -1 else data[at : at + size])
            at += max(size, 0)
        assert at == end
        rows.append(tuple(cells))
    assert len(rows) == block.rows
    return rows


@cache
def engine() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("set TimeZone = 'Europe/Berlin'")
    return connection


def queried(query: str, format_: int = 0) -> list[tuple[bytes | None, ...]]:
    relation = engine().sql(query)
    types = [str(type_) for type_ in relation.types]
    shown = ", ".join(
        f'"{name}"::{travels_as(type_)} as "{name}"' if travels_as(type_) else f'"{name}"'
        for name, type_ in zip(relation.columns, types, strict=True)
    )
    batch = engine().execute(f"select {shown} from ({query})").to_arrow_reader().read_next_batch()
    return read(encode(batch, [column_encoding(type_, format_, ZONE) for type_ in types]))


def test_the_bytes() -> None:
    batch = pa.record_batch([pa.array([1, None], pa.int32()), pa.array(["é", ""])], ["n", "s"])
    block = encode(batch, [column_encoding("INTEGER"), column_encoding("VARCHAR")])
    assert block.data == (
        b"D\x00\x00\x00\x11\x00\x02\x00\x00\x00\x011\x00\x00\x00\x02\xc3\xa9"
        b"D\x00\x00\x00\x0e\x00\x02\xff\xff\xff\xff\x00\x00\x00\x00"
    )
    assert block.rows == 2


def test_the_bytes_in_binary() -> None:
    batch = pa.record_batch([pa.array([-1], pa.int32())], ["n"])
    block = encode(batch, [column_encoding("INTEGER", 1)])
    assert block.data == b"D\x00\x00\x00\x0e\x00\x01\x00\x00\x00\x04\xff\xff\xff\xff"


def test_no_rows() -> None:
    batch = pa.record_batch([pa.array([], pa.int32())], ["n"])
    assert encode(batch, [column_encoding("INTEGER")]) == Block(b"", 0)


def test_rows_without_columns() -> None:
    batch = pa.record_batch([pa.array([1, 2])], ["n"])
    assert encode(batch, []) == Block(b"D\x00\x00\x00\x06\x00\x00" * 2, 2)


def test_as_many_encodings_as_columns() -> None:
    with pytest.raises(InternalError, match="1 encodings for 2 columns"):
        encode(pa.record_batch([pa.array([1]), pa.array([2])], ["a", "b"]), [column_encoding("BIGINT")])


@pytest.mark.parametrize(
    ("array", "duckdb_type", "text"),
    [
        (pa.array(["x", "b", None]), "VARCHAR", "b"),
        (pa.array(["x", "b", None], pa.large_string()), "VARCHAR", "b"),
        (pa.array(["x", "b", None], pa.string_view()), "VARCHAR", "b"),
        (pa.array(["x", "b", None]).dictionary_encode(), "ENUM('x', 'b')", "b"),
        (pa.array([False, True, None]), "BOOLEAN", "t"),
        (pa.array([0, 1, None], pa.uint8()), "UTINYINT", "1"),
        (pa.array([0, 1, None]).view(pa.timestamp("us")), "TIMESTAMP", "1970-01-01 00:00:00.000001"),
        (pa.array([b"x", b"\xff", None], pa.binary_view()), "BLOB", "\\xff"),
        (pa.array([[0], [1, None], None], pa.list_(pa.int8())), "TINYINT[]", "{1,NULL}"),
        (
            pa.array([["x"], ["b"], None], pa.list_(pa.dictionary(pa.int8(), pa.string()))),
            "ENUM('x', 'b')[]",
            "{b}",
        ),
        (pa.array([{"a": 0}, {"a": 1}, None]), "STRUCT(a BIGINT)", '{"a":1}'),
        (
            pa.array([[("a", 0)], [("a", 1)], None], pa.map_(pa.string(), pa.int64())),
            "MAP(VARCHAR, BIGINT)",
            '{"a":1}',
        ),
        (pa.nulls(3), '"NULL"', None),
    ],
)
def test_layouts_and_slices(array: Any, duckdb_type: str, text: str | None) -> None:
    batch = pa.record_batch([array], ["c"])[1:]
    cell = None if text is None else text.encode()
    assert read(encode(batch, [column_encoding(duckdb_type)])) == [(cell,), (None,)]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("1::tinyint", "1"),
        ("'340282366920938463463374607431768211455'::uhugeint", "340282366920938463463374607431768211455"),
        ("'-1'::bignum", "-1"),
        ("1e15::double", "1e+15"),
        ("1e-5::double", "1e-05"),
        ("1e6::float", "1e+06"),
        ("5e-324::double", "5e-324"),
        ("1.50::decimal(38, 2)", "1.50"),
        ("0::decimal(38, 38)", "0.00000000000000000000000000000000000000"),
        ("'10'::bit", "10"),
        ("'\\x00\\xff'::blob", "\\x00ff"),
        ("'0044-03-15 (BC)'::date", "0044-03-15 BC"),
        ("'-infinity'::date", "-infinity"),
        ("'12020-01-01'::date", "12020-01-01"),
        ("time '24:00:00'", "24:00:00"),
        ("'12:00:00.999999999'::time_ns", "12:00:00.999999"),
        ("'12:00:00-02:30:15'::timetz", "12:00:00-02:30:15"),
        ("timestamp 'infinity'", "infinity"),
        ("'2020-01-01 00:00:00'::timestamp_s", "2020-01-01 00:00:00"),
        ("'2020-01-01 00:00:00.5'::timestamp_ms", "2020-01-01 00:00:00.5"),
        ("'2020-01-01 00:00:00.123456789'::timestamp_ns", "2020-01-01 00:00:00.123456"),
        ("timestamptz '2020-07-01 00:00:00+00'", "2020-07-01 02:00:00+02"),
        ("timestamptz '1850-01-01 00:00:00+00'", "1850-01-01 00:53:28+00:53:28"),
        ("interval '-1 mon 2 days -3.5 s'", "-1 mons +2 days -00:00:03.5"),
        ("interval '3000000 hours'", "3000000:00:00"),
        ("uuid '00000000-0000-0000-0000-00000000000a'", "00000000-0000-0000-0000-00000000000a"),
        ("'{\"a\":  1}'::json", '{"a":  1}'),
        ("['a b', 'NULL', '', 'x\"y\\z', null]", '{"a b","NULL","","x\\"y\\\\z",NULL}'),
        ("[[1, 2], [3, 4]]", "{{1,2},{3,4}}"),
        ("[1, 2]::integer[2]", "{1,2}"),
        ("[interval '1 day', null]", '{"1 day",NULL}'),
        ("{'a': 1, 'b': 'x\"y'}", '{"a":1,"b":"x\\"y"}'),
        ("{'a': '12:00:00+01'::timetz}", '{"a":"12:00:00+01"}'),
        ("[{'a': [1, null]}]", '[{"a":[1,null]}]'),
        ("1::variant", "1"),
        ("'POINT(1 2)'::geometry", "\\x0101000000000000000000f03f0000000000000040"),
    ],
)
def test_what_the_engine_gives(expression: str, text: str) -> None:
    rows = queried(f"select {expression} as a, null::integer as b, {expression} as c from range(2)")
    assert rows == [(text.encode(), None, text.encode())] * 2


def test_every_format_of_one_row() -> None:
    query = "select true as a, 1::smallint as b, 1.5::decimal(4, 2) as c, date '2000-01-02' as d, [1] as e"
    assert queried(query, 1) == [
        (
            b"\x01",
            b"\x00\x01",
            bytes.fromhex("0002000000000002 0001 1388"),
            b"\x00\x00\x00\x01",
            bytes.fromhex("00000001 00000000 00000017 00000001 00000001 00000004 00000001"),
        )
    ]


def test_a_ragged_list_ends_the_statement() -> None:
    with pytest.raises(ArraySubscriptError):
        queried("select [[1], [2, 3]]")


def test_a_column_shown_as_another_type() -> None:
    batch = pa.record_batch([pa.array([2**32 - 1])], ["oid"])
    assert read(encode(batch, [ColumnEncoding(table.OID, "BIGINT", 1)])) == [(b"\xff\xff\xff\xff",)]


def test_many_batches_are_one_stream() -> None:
    query = "select i, 'user_' || i, i % 2 = 0, case when i % 3 = 0 then i / 4 end from range(5000) t(i)"
    types = [str(type_) for type_ in engine().sql(query).types]
    columns = [column_encoding(type_) for type_ in types]
    rows = [
        row for batch in engine().execute(query).to_arrow_reader(1000) for row in read(encode(batch, columns))
    ]
    assert len(rows) == 5000
    assert rows[4998] == (b"4998", b"user_4998", b"t", b"1249.5")


@pytest.mark.skipif(not any(map(shutil.which, ("c++", "g++"))), reason="there is no C++ compiler")
def test_where_there_is_a_compiler_the_kernel_is_built() -> None:
    assert IS_COMPILED
