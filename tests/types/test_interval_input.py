"""
Intervals from text: PostgreSQL's own forms are in values, these are DuckDB's and the odd ones.
"""

from __future__ import annotations

import contextlib

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types.datetimes import Interval
from pggate.types.interval_input import read_interval


@pytest.mark.parametrize(
    "expression",
    [
        "interval '1 year 2 months -3 days'",
        "interval '-00:00:03.000001'",
        "interval '0 days'",
        "interval '-1 mon -2 days -3.000001 s'",
        "to_microseconds(9223372036854775807)",
        "to_years(-178956970)",
        "to_months(-2147483648)",
        "to_days(-2147483648)",
    ],
)
def test_the_engines_text_is_read(expression: str) -> None:
    query = f"select i::varchar, datepart('year', i) * 12 + datepart('month', i), datepart('day', i), epoch_us(i - to_months((datepart('year', i) * 12 + datepart('month', i))::int) - to_days(datepart('day', i)::int)) from (select {expression} as i)"
    written, months, days, microseconds = duckdb.sql(query).fetchall()[0]
    assert read_interval(written) == Interval(months, days, microseconds)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1:02", Interval(0, 0, 3_720_000_000)),
        ("-1:02:03.5", Interval(0, 0, -3_723_500_000)),
        ("1 2", None),
        ("1 day ago", Interval(0, -1, 0)),
        ("30", Interval(0, 0, 30_000_000)),
        ("1.5 days", Interval(0, 1, 43_200_000_000)),
        ("P-1Y", Interval(-12, 0, 0)),
        ("PT", Interval(0, 0, 0)),
        ("P", None),
        ("1day2hours", None),
        ("10m30s", Interval(0, 0, 630_000_000)),
        ("1y2mons", Interval(14, 0, 0)),
        ("-178956970 years -8 mons", Interval(-(2**31), 0, 0)),
        ("-2147483648 days", Interval(0, -(2**31), 0)),
        ("-9223372036854775808 us", Interval(0, 0, -(2**63))),
        ("days", None),
        ("1 day foo", None),
    ],
)
def test_read(text: str, value: Interval | None) -> None:
    if value is not None:
        assert read_interval(text) == value
        return
    with pytest.raises(PgError, match="invalid input syntax for type interval"):
        read_interval(text)


@pytest.mark.parametrize(
    "text",
    [
        "-178956970 years -9 mons",
        "2147483648 days",
        "-2147483649 days",
        "2147483648 days ago",
        "-2147483648 days ago",
        "9223372036854775808 us",
    ],
)
def test_out_of_range(text: str) -> None:
    with pytest.raises(PgError, match="out of range"):
        read_interval(text)


def test_the_engines_longest_time_is_read() -> None:
    # PostgreSQL does not read this text of its own.
    assert read_interval("-2562047788:00:54.775808") == Interval(0, 0, -(2**63))


@given(st.text("0123456789PYMDTHS.:+- adyhourmns", max_size=25))
def test_any_text_is_an_interval_or_an_error_of_ours(text: str) -> None:
    with contextlib.suppress(PgError):
        read_interval(text)
