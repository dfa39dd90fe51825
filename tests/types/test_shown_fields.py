"""
Fields of moments and intervals; that they are PostgreSQL's test_datetime_formatting shows.
"""

from __future__ import annotations

from pggate.types.datetimes import Interval
from pggate.types.shown_fields import of_interval, of_moment


def test_a_moment() -> None:
    fields = of_moment(-1, "UTC", 0)
    assert (fields.year, fields.month, fields.day, fields.day_of_year) == (1969, 12, 31, 365)
    assert (fields.hour, fields.minute, fields.second, fields.microsecond) == (23, 59, 59, 999_999)
    assert (fields.days, fields.weekday, fields.zone) == (-1, 3, "UTC")


def test_an_interval() -> None:
    fields = of_interval(Interval(-14, 3, -3_661_000_001))
    assert (fields.year, fields.month, fields.day, fields.day_of_year) == (-1, -2, 3, -417)
    assert (fields.hour, fields.minute, fields.second, fields.microsecond) == (-1, -1, -1, -1)
    assert fields.is_interval
