"""
The units of date_trunc.
"""

from __future__ import annotations

import psycopg
import pyarrow as pa
import pytest

from pggate.errors import PgError
from pggate.functions.interval_arithmetic import intervals
from pggate.functions.truncation import known_units, times, unit, units
from pggate.types.datetimes import Interval

NAMES = [
    "day",
    "DAYS",
    "mon",
    "qtr",
    "us",
    "usec",
    "msecs",
    "c",
    "cent",
    "dec",
    "mil",
    "h",
    "m",
    "s",
    "w",
    "y",
    "dow",
    "epoch",
    "timezone",
    "timezone_hour",
    "julian",
    "isoyear",
    "nope",
]
KINDS = ("timestamp without time zone", "timestamp with time zone", "interval")


@pytest.mark.server
@pytest.mark.parametrize("kind", KINDS)
def test_names_are_those_of_postgresql(postgres_dsn: str, kind: str) -> None:
    value = "1 day" if kind == "interval" else "2020-01-01"
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        for name in (*NAMES, "week"):
            try:
                connection.execute(f"select date_trunc('{name}', {kind} '{value}')")
                theirs = ""
            except psycopg.Error as error:
                theirs = f"{error.sqlstate} {error.diag.message_primary}"
            assert _answer(name, kind) == theirs


def _answer(name: str, kind: str) -> str:
    try:
        unit(name, kind)
    except PgError as error:
        return f"{error.code} {error.message}"
    return ""


def test_times() -> None:
    clock = pa.array([3_723_500_000, None], pa.time64("us"))
    found = times(pa.array(["minute", "minute"]), clock)
    assert intervals(found) == [Interval(0, 0, 3_720_000_000), None]
    assert intervals(times(pa.array(["month", "day"]), clock)) == [Interval(0, 0, 0), None]


def test_columns() -> None:
    assert units(pa.array(["DAY", None, "qtr"]), pa.array(["interval"] * 3)).to_pylist() == [
        "day",
        None,
        "quarter",
    ]


def test_what_is_known_whatever_the_type() -> None:
    names = pa.array(["Weeks", "mil", "timezone", "nope", None])
    assert known_units(names).to_pylist() == ["week", "millennium", None, None, None]
