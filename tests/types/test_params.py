"""
Bound parameters: PostgreSQL's refusals, and values that the engine reads as PostgreSQL does.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types import duck, params, table
from pggate.types.columns import column_encoding
from pggate.types.rows import encode
from tests.types.values import TYPES_OF_VALUES, TYPES_REFUSED, refusals_of, values_of

TYPES = {type_.name: type_ for type_ in table.BY_OID.values()}

# What DuckDB's types of these values do not hold, or hold otherwise.
NOT_THE_ENGINES = {
    ("numeric", "NaN"): "a DOUBLE",
    ("numeric", "Infinity"): "a DOUBLE",
    ("numeric", "-Infinity"): "a DOUBLE",
    ("numeric", "123456789012345678901234567890.123456789"): "39 digits",
    ("timestamp", "294276-12-31 23:59:59.999999"): "DuckDB's timestamps end in 294247",
    ("timestamptz", "294276-12-31 23:00:00+01"): "DuckDB's timestamps end in 294247",
    ("_numeric", "{1.50,NaN,-0.001}"): "a list of DOUBLEs",
}


@pytest.mark.parametrize("name", TYPES_REFUSED)
def test_refused_as_postgresql_does(name: str) -> None:
    for refusal in refusals_of(name):
        with pytest.raises(PgError) as caught:
            params.decode(TYPES[name].oid, refusal.format, refusal.data)
        found = refusal._replace(sqlstate=caught.value.code, message=caught.value.message)
        assert found == refusal


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("set TimeZone = 'Europe/Berlin'")
    return connection


@pytest.mark.parametrize("format_", [0, 1], ids=["text", "binary"])
@pytest.mark.parametrize("name", TYPES_OF_VALUES)
def test_the_engine_reads_what_was_bound(engine: duckdb.DuckDBPyConnection, name: str, format_: int) -> None:
    type_ = TYPES[name]
    for value in values_of(name):
        if (name, value.text) in NOT_THE_ENGINES:
            continue
        given_bytes = bytes.fromhex(value.binary) if format_ else value.given.encode()
        parameter = params.decode(type_.oid, format_, given_bytes)
        cast = params.cast_type(type_.oid, parameter)
        found = returned(engine, f"$1::{cast}" if cast else "$1", parameter)
        assert (value, found) == (value, value.text)


def returned(engine: duckdb.DuckDBPyConnection, expression: str, parameter: Any) -> str:
    type_text = engine.execute(f"select typeof({expression})", [parameter]).fetchall()[0][0]
    carrier = duck.travels_as(type_text)
    cast = f"({expression})::{carrier}" if carrier else expression
    batch = engine.execute(f"select {cast}", [parameter]).to_arrow_reader(1).read_next_batch()
    encoded = encode(batch, [column_encoding(type_text, 0, ZoneInfo("Europe/Berlin"))])
    return bytes(encoded.data[11:]).decode()


@pytest.mark.parametrize(
    ("oid", "format_", "data", "value"),
    [
        (23, 0, None, None),
        (0, 0, b"abc", "abc"),
        (99_999, 1, b"abc", "abc"),
        (869, 0, b"10.1.2.3", "10.1.2.3"),
        (869, 1, bytes.fromhex("022000040a010203"), "10.1.2.3"),
        (1041, 0, b"{10.1.2.3,NULL}", ["10.1.2.3", None]),
        (
            1041,
            1,
            bytes.fromhex("0000000100000000000003650000000100000001 00000008 022000040a010203"),
            ["10.1.2.3"],
        ),
        (1082, 0, b"2020-01-31", date(2020, 1, 31)),
        (1082, 0, b"infinity", "infinity"),
        (1082, 0, b"0044-03-15 BC", "0044-03-15 (BC)"),
        (1083, 0, b"24:00", "24:00:00"),
        (1083, 0, b"12:00", time(12)),
        (1114, 0, b"2020-01-01 12:00", datetime(2020, 1, 1, 12)),
        (1114, 0, b"0044-03-15 12:00:00 BC", "0044-03-15 (BC) 12:00:00"),
        (1184, 0, b"2020-01-01 12:00+01", datetime(2020, 1, 1, 11, tzinfo=UTC)),
        (1184, 0, b"2020-01-01 12:00", "2020-01-01 12:00:00"),
        (1186, 0, b"1 mon -1 day", "1 months -1 days 0 microseconds"),
        (1700, 0, b"1e5", Decimal(100_000)),
        (2950, 1, b"\0" * 16, UUID(int=0)),
        (3802, 1, b'\x01{"a":1}', '{"a": 1}'),
        (1007, 0, b"{{1,2},{3,NULL}}", [[1, 2], [3, None]]),
        (1182, 0, b"{2020-01-01,infinity}", ["2020-01-01", "infinity"]),
        (1022, 0, b"{1.5,NaN}", ["1.5", "NaN"]),
        (1231, 0, b"{1.5,NaN}", ["1.5", "NaN"]),
        (1182, 0, b"{2020-01-01,NULL}", [date(2020, 1, 1), None]),
    ],
)
def test_decode(oid: int, format_: int, data: bytes | None, value: Any) -> None:
    assert params.decode(oid, format_, data) == value


def test_a_numeric_that_no_decimal_holds_is_refused() -> None:
    with pytest.raises(PgError) as caught:
        params.decode(1700, 0, b"1" * 39)
    assert caught.value.code == "22003"
    assert params.decode(1700, 0, b"1" * 38 + b".000") == Decimal("1" * 38)


def test_a_list_of_numerics_that_would_be_rounded_is_refused() -> None:
    with pytest.raises(PgError, match="a numeric of 39 digits"):
        params.decode(1231, 0, b"{" + b"1" * 38 + b",0.5}")


@pytest.mark.parametrize(
    ("oid", "data", "cast"),
    [
        (23, b"1", "INTEGER"),
        (0, b"x", "VARCHAR"),
        (1700, b"1.5", None),
        (1231, b"{1.5}", None),
        (1231, b"{NaN}", "DOUBLE[]"),
        (1007, b"{}", "INTEGER[]"),
        (1007, b"{{{1}}}", "INTEGER[][][]"),
    ],
)
def test_cast_type(oid: int, data: bytes, cast: str | None) -> None:
    assert params.cast_type(oid, params.decode(oid, 0, data)) == cast


def test_text_that_cannot_be() -> None:
    for data in (b"a\0b", b"\0"):
        with pytest.raises(PgError) as caught:
            params.decode(25, 0, data)
        assert caught.value.code == "22021"
    with pytest.raises(PgError) as caught:
        params.decode(1009, 1, bytes.fromhex("000000010000000000000019000000010000000100000001") + b"\0")
    assert caught.value.code == "22021"


def test_the_parameter_is_numbered() -> None:
    with pytest.raises(PgError, match="incorrect binary data format in bind parameter 7"):
        params.decode(23, 1, b"\0" * 5, number=7)


def test_a_format_that_is_none() -> None:
    with pytest.raises(PgError, match="unsupported format code: 2"):
        params.decode(23, 2, b"1")


def test_a_deep_json_is_refused() -> None:
    with pytest.raises(PgError) as caught:
        params.decode(114, 0, b"[" * 100_000)
    assert caught.value.code in ("54001", "22P02")


@given(st.sampled_from(sorted(table.BY_OID)), st.sampled_from([0, 1]), st.binary(max_size=40))
def test_any_bytes_are_a_value_or_an_error_of_ours(oid: int, format_: int, data: bytes) -> None:
    with contextlib.suppress(PgError):
        params.decode(oid, format_, data)
