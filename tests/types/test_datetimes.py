"""
Dates, times and intervals as text, and the calendar under them.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import datetimes
from pggate.types.datetimes import Interval, TimeTz


@given(st.dates())
def test_civil_is_pythons_calendar(day: date) -> None:
    number = (day - date(1970, 1, 1)).days
    assert datetimes.civil(number) == (day.year, day.month, day.day)
    assert datetimes.day_number(day.year, day.month, day.day) == number


@given(st.integers(-3_000_000_000, 3_000_000_000))
def test_civil_and_back_in_any_year(number: int) -> None:
    assert datetimes.day_number(*datetimes.civil(number)) == number


def test_the_first_day() -> None:
    assert datetimes.date_text(datetimes.FIRST_DAY) == "4714-11-24 BC"


@pytest.mark.parametrize(
    ("offset", "text"),
    [
        (0, "+00"),
        (3600, "+01"),
        (-9000, "-02:30"),
        (3208, "+00:53:28"),
        (-3208, "-00:53:28"),
        (50_400, "+14"),
    ],
)
def test_offset(offset: int, text: str) -> None:
    assert datetimes.offset_text(offset) == text


@pytest.mark.parametrize(
    ("microseconds", "offset", "text"),
    [
        (0, 3600, "1970-01-01 01:00:00+01"),
        (-1, 0, "1969-12-31 23:59:59.999999+00"),
        (datetimes.TIMESTAMP_INFINITY, 3600, "infinity"),
        (datetimes.day_number(-43, 3, 15) * datetimes.DAY, 3208, "0044-03-15 00:53:28+00:53:28 BC"),
    ],
)
def test_timestamptz(microseconds: int, offset: int, text: str) -> None:
    assert datetimes.timestamptz_text(microseconds, offset) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Interval(0, 0, 0), "00:00:00"),
        (Interval(13, 1, 0), "1 year 1 mon 1 day"),
        (Interval(-14, 2, 1), "-1 years -2 mons +2 days 00:00:00.000001"),
        (Interval(0, -1, 3_600_000_000), "-1 days +01:00:00"),
        (Interval(0, 1, -3_600_000_000), "1 day -01:00:00"),
        (Interval(0, 0, 360_000_000_000_000), "100000:00:00"),
    ],
)
def test_interval(value: Interval, text: str) -> None:
    assert datetimes.interval_text(value) == text


def test_timetz() -> None:
    assert datetimes.timetz_text(TimeTz(datetimes.DAY, -57_599)) == "24:00:00-15:59:59"


def test_iso_8601() -> None:
    assert datetimes.timestamp_text(500_000, separator="T") == "1970-01-01T00:00:00.5"
