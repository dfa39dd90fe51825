"""
Text kernels write what the reference writes, which is what PostgreSQL prints.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import table, text, text_kernels
from tests.types.columns import SCALARS, TYPES, column, known

if TYPE_CHECKING:
    from pggate.types.table import PgType

ZONE = ZoneInfo("Europe/Berlin")
INT64 = st.integers(-(2**63) + 1, 2**63 - 1)


@pytest.mark.parametrize("name", SCALARS)
def test_postgresqls_values(name: str) -> None:
    type_ = TYPES[name]
    for value in known(name):
        array = column(type_, [None, text.decode(type_, value.given, ZONE), None])
        assert text_kernels.encode(type_, array, ZONE).to_pylist() == [None, value.text.encode(), None]
        assert text_kernels.encode(type_, array[1:2], ZONE).to_pylist() == [value.text.encode()]


def agree(type_: PgType, values: list[Any]) -> None:
    expected = [None if value is None else text.encode(type_, value, ZONE) for value in values]
    array = column(type_, [None, *values, None])[1:-1]
    assert text_kernels.encode(type_, array, ZONE).to_pylist() == expected


@given(st.lists(st.none() | INT64))
def test_timestamps(values: list[int | None]) -> None:
    agree(table.TIMESTAMP, values)


@given(st.lists(st.none() | st.integers(-(2**62), 2**62)))
def test_timestamps_with_a_zone(values: list[int | None]) -> None:
    agree(table.TIMESTAMPTZ, values)


@given(st.lists(st.none() | st.integers(-(2**31) + 1, 2**31 - 1)))
def test_dates(values: list[int | None]) -> None:
    agree(table.DATE, values)


@given(st.lists(st.none() | st.integers(0, 86_400_000_000)))
def test_times(values: list[int | None]) -> None:
    agree(table.TIME, values)


@given(st.lists(st.none() | st.floats()))
def test_float8(values: list[float | None]) -> None:
    agree(table.FLOAT8, values)


@given(st.lists(st.none() | st.floats(width=32)))
def test_float4(values: list[float | None]) -> None:
    agree(table.FLOAT4, values)


@given(st.lists(st.none() | st.binary()))
def test_bytea(values: list[bytes | None]) -> None:
    agree(table.BYTEA, values)


@pytest.mark.parametrize("layout", [pa.decimal32, pa.decimal64, pa.decimal128, pa.decimal256])
@pytest.mark.parametrize("scale", [0, 2, 6, 7, 9])
def test_decimals(layout: Any, scale: int) -> None:
    values = [Decimal(n).scaleb(-scale) for n in (0, 1, -1, 10, -99, 999_999_999, -100_000_000)]
    array = pa.array([None, *values], layout(9, scale))
    expected = [f"{value:f}".encode() if value else text.encode(table.NUMERIC, value) for value in values]
    assert text_kernels.encode(table.NUMERIC, array[1:], ZONE).to_pylist() == expected


@pytest.mark.parametrize(
    ("array", "written"),
    [
        (
            pa.array([5, 2**63 - 1, -(2**63) + 1]).view(pa.timestamp("s")),
            ["1970-01-01 00:00:05", "infinity", "-infinity"],
        ),
        (pa.array([1500]).view(pa.timestamp("ms")), ["1970-01-01 00:00:01.5"]),
        (pa.array([1_999]).view(pa.timestamp("ns")), ["1970-01-01 00:00:00.000001"]),
    ],
)
def test_other_units(array: Any, written: list[str]) -> None:
    assert text_kernels.encode(table.TIMESTAMP, array, ZONE).to_pylist() == [
        item.encode() for item in written
    ]


def test_a_column_of_nothing_but_null() -> None:
    for name in SCALARS:
        array = column(TYPES[name], [None, None])
        assert text_kernels.encode(TYPES[name], array, ZONE).to_pylist() == [None, None]
