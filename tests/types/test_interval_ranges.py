"""
Intervals of some fields, and their modifiers.
"""

from __future__ import annotations

import psycopg
import pytest

from pggate.types.datetimes import interval_text
from pggate.types.interval_input import read_interval
from pggate.types.interval_ranges import ANY_FIELDS, Fields, between, restricted

LITERALS = (
    "1",
    "1 2:03:04.5678",
    "-1-2 3 -4:05:06.789",
    "1.5",
    "2:03",
    "1 year 2 mons 3 days 04:05:06.7",
    "-0.5",
)
TYPES = {
    "interval": ANY_FIELDS,
    "interval(2)": Fields((), 2),
    "interval(9)": Fields((), 9),
    "interval year": between("year", "year"),
    "interval month": between("month", "month"),
    "interval day": between("day", "day"),
    "interval hour": between("hour", "hour"),
    "interval minute": between("minute", "minute"),
    "interval second": between("second", "second"),
    "interval second(1)": between("second", "second", 1),
    "interval year to month": between("year", "month"),
    "interval day to hour": between("day", "hour"),
    "interval day to minute": between("day", "minute"),
    "interval day to second(3)": between("day", "second", 3),
    "interval hour to minute": between("hour", "minute"),
    "interval minute to second": between("minute", "second"),
}


@pytest.mark.server
@pytest.mark.parametrize("literal", LITERALS)
def test_literals_of_every_type(postgres_dsn: str, literal: str) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        for name, fields in TYPES.items():
            cursor = connection.execute(f"select '{literal}'::{name}::text")
            assert cursor.fetchall() == [
                (interval_text(restricted(read_interval(literal, fields), fields)),)
            ], name


@pytest.mark.server
def test_modifiers_are_postgresqls(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        for name, fields in TYPES.items():
            result = connection.pgconn.exec_(f"select '1'::{name}".encode())
            assert result.fmod(0) == fields.modifier, name
