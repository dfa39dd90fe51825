"""
What Python has no value for, spelled so that DuckDB reads the same value.
"""

from __future__ import annotations

from functools import cache

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import spellings
from pggate.types.datetimes import DAY, TIMESTAMP_INFINITY, Interval


@cache
def engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@pytest.mark.parametrize(
    ("spelled", "text"),
    [
        (spellings.spelled_date(-735_160), "0044-03-15 (BC)"),
        (spellings.spelled_date(2**31 - 1), "infinity"),
        (spellings.spelled_timestamp(-735_160 * DAY + 1), "0044-03-15 (BC) 00:00:00.000001"),
        (spellings.spelled_instant(-735_160 * DAY), "0044-03-15 (BC) 00:00:00+00"),
        (spellings.spelled_instant(-TIMESTAMP_INFINITY), "-infinity"),
        (spellings.spelled_interval(Interval(-1, 2, -3)), "-1 months 2 days -3 microseconds"),
    ],
)
def test_spelled(spelled: str, text: str) -> None:
    assert spelled == text


@given(st.integers(-2_000_000, 4_000_000))
def test_the_engine_reads_the_same_date(days: int) -> None:
    query = "select $1::date - date '1970-01-01'"
    assert engine().execute(query, [spellings.spelled_date(days)]).fetchall() == [(days,)]


@given(st.integers(-(2**62), 2**62))
def test_the_engine_reads_the_same_instant(microseconds: int) -> None:
    query = "select epoch_us($1::timestamp), epoch_us($2::timestamptz)"
    parameters = [spellings.spelled_timestamp(microseconds), spellings.spelled_instant(microseconds)]
    assert engine().execute(query, parameters).fetchall() == [(microseconds, microseconds)]
