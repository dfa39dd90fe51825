"""
Dates and times from text (PostgreSQL's readings of more forms are in values; its refusals too).
"""

from __future__ import annotations

import contextlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import FeatureNotSupported, PgError
from pggate.types import datetime_input as reading
from pggate.types import datetimes
from pggate.types.datetimes import DAY


@given(st.integers(datetimes.FIRST_DAY, 2_000_000_000))
def test_dates_read_back(days: int) -> None:
    assert reading.read_date(datetimes.date_text(days)) == days


@given(st.integers(datetimes.FIRST_DAY * DAY, 100_000_000 * DAY))
def test_timestamps_read_back(microseconds: int) -> None:
    assert reading.read_timestamp(datetimes.timestamp_text(microseconds)) == microseconds


@given(st.datetimes())
def test_python_texts_are_read(moment: datetime) -> None:
    expected = (moment - datetime(1970, 1, 1)) // datetime.resolution
    assert reading.read_timestamp(str(moment)) == expected
    assert reading.read_timestamp(moment.isoformat()) == expected


@pytest.mark.parametrize(
    ("text", "moment", "absolute"),
    [
        ("2020-01-01 00:00:00+00", 1_577_836_800_000_000, True),
        ("2020-01-01 00:00:00", 1_577_836_800_000_000, False),
        ("2020-01-01 00:00:00 Europe/Berlin", 1_577_833_200_000_000, True),
        ("2020-01-01T00:00:00.5Z", 1_577_836_800_500_000, True),
        ("infinity", datetimes.TIMESTAMP_INFINITY, True),
        ("epoch", 0, True),
    ],
)
def test_timestamptz_says_whether_it_knew_its_zone(text: str, moment: int, absolute: bool) -> None:
    assert reading.read_timestamptz(text) == (moment, absolute)


@pytest.mark.parametrize("text", ["now", "today", "tomorrow", "2020/01", "2020-01-01 12", "T12:00"])
def test_words_of_the_clock_and_guesses_are_refused(text: str) -> None:
    with pytest.raises(PgError, match=f'invalid input syntax for type timestamp: "{text}"'):
        reading.read_timestamp(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("01/02/2020", "2020-01-02"),
        ("1.2.2020", "2020-01-02"),
        ("01-02-03", "2003-01-02"),
        ("12/31/69", "2069-12-31"),
        ("1/2/70", "1970-01-02"),
    ],
)
def test_the_month_comes_first_where_the_year_does_not(text: str, date: str) -> None:
    assert reading.read_date(text) == reading.read_date(date)


def test_a_month_is_none_of_twenty() -> None:
    with pytest.raises(PgError, match="date/time field value out of range"):
        reading.read_date("20-01-01")


def test_timetz_needs_its_offset() -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        reading.read_timetz("12:00:00")
    assert caught.value.hint


@given(st.text(max_size=30))
def test_any_text_is_a_timestamp_or_an_error_of_ours(text: str) -> None:
    with contextlib.suppress(PgError):
        reading.read_timestamptz(text)
