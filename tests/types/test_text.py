"""
Text format against PostgreSQL 15, value by value.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types import table, text
from pggate.types.datetimes import Interval
from tests.types.values import TYPES_OF_VALUES, values_of

ZONE = ZoneInfo("Europe/Berlin")
TYPES = {type_.name: type_ for type_ in table.BY_OID.values()}


@pytest.mark.parametrize("name", TYPES_OF_VALUES)
def test_what_postgresql_prints(name: str) -> None:
    type_ = TYPES[name]
    for value in values_of(name):
        for written in (value.given, value.text):
            shown = text.encode(type_, text.decode(type_, written, ZONE), ZONE).decode()
            assert (value, shown) == (value, value.text)


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_characters="\0", codec="utf-8")))))
def test_text_arrays_read_back(items: list[str | None]) -> None:
    type_ = table.array_of(table.TEXT)
    assert text.decode(type_, text.encode(type_, items).decode()) == items


@given(st.floats(allow_nan=False))
def test_float8_reads_back(value: float) -> None:
    assert text.decode(table.FLOAT8, text.encode(table.FLOAT8, value).decode()) == value


@given(st.floats(allow_nan=False, width=32))
def test_float4_reads_back(value: float) -> None:
    assert text.decode(table.FLOAT4, text.encode(table.FLOAT4, value).decode()) == value


@given(st.binary())
def test_bytea_reads_back(value: bytes) -> None:
    assert text.decode(table.BYTEA, text.encode(table.BYTEA, value).decode()) == value


@given(
    st.integers(-(2**31) + 1, 2**31 - 1), st.integers(-(2**31) + 1, 2**31 - 1), st.integers(-(2**62), 2**62)
)
def test_intervals_read_back(months: int, days: int, microseconds: int) -> None:
    value = Interval(months, days, microseconds)
    assert text.decode(table.INTERVAL, text.encode(table.INTERVAL, value).decode()) == value


def test_a_name_is_cut_inside_no_character() -> None:
    assert text.decode(table.NAME, "x" * 62 + "é") == "x" * 62


def test_a_number_is_too_large_before_it_is_none() -> None:
    with pytest.raises(PgError, match="out of range for type integer"):
        text.decode(table.INT4, "12345678901.5")
    with pytest.raises(PgError, match="invalid input syntax for type integer"):
        text.decode(table.INT4, "1.5")
