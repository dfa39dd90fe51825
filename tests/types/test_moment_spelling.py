"""
Literals of dates and times as DuckDB reads them.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.types.moment_spelling import spelled_moment


@pytest.mark.parametrize(
    ("name", "literal", "digits", "fields", "expected"),
    [
        ("date", "Jan 8 1999", None, (), "'1999-01-08'"),
        ("date", "0044-03-15 BC", None, (), "'0044-03-15 (BC)'"),
        ("date", "tomorrow", None, (), "(current_date + 1)"),
        ("time", "04:05 PM", None, (), "'16:05:00'"),
        ("time", "04:05:06.789", 1, (), "'04:05:06.8'"),
        ("timetz", "04:05-8", None, (), "'04:05:00-08'"),
        ("timetz", "04:05", None, (), "(current_date + TIME '04:05:00')::timestamptz"),
        ("timestamp", "1999-01-08 04:05:06.5", 0, (), "'1999-01-08 04:05:06'"),
        ("timestamp", "today 10:00", None, (), "(current_date + 0 + TIME '10:00:00')"),
        ("timestamptz", "1999-01-08 PST", None, (), "'1999-01-08 08:00:00+00'"),
        ("timestamptz", "1999-01-08", None, (), "'1999-01-08 00:00:00'"),
        ("timestamptz", "NOW", None, (), "(now() + to_days(0))"),
        ("interval", "1", None, ("day", "day"), "'0 months 1 days 0 microseconds'"),
        ("interval", "1.26 s", 1, (), "'0 months 0 days 1300000 microseconds'"),
    ],
)
def test_spelled(name: str, literal: str, digits: int | None, fields: tuple[str, ...], expected: str) -> None:
    assert spelled_moment(name, literal, digits, fields) == expected


@pytest.mark.parametrize("name", ["date", "time", "timetz", "timestamp", "timestamptz", "interval"])
def test_what_cannot_be_read(name: str) -> None:
    with pytest.raises(PgError):
        spelled_moment(name, "nonsense", None, ())


def test_a_wrong_rest_is_told_as_the_whole_literal() -> None:
    with pytest.raises(PgError, match='invalid input syntax for type date: "today or so"'):
        spelled_moment("date", "today or so", None, ())
