"""
A date's fields, one after the other; tests/types/test_datetime_words.py asks PostgreSQL 15 for whole texts.
"""

from __future__ import annotations

import datetime as dt

import pytest

from pggate.errors import DatetimeFieldOverflow
from pggate.types.date_fields import DateFields

EPOCH = dt.date(1970, 1, 1)


def read(*fields: str | int) -> DateFields:
    """Numbers as texts, months as numbers."""
    met = DateFields("text")
    for field in fields:
        if isinstance(field, int):
            met.month(field)
        else:
            met.number(field)
    return met


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (("1999", "01", "08"), "1999-01-08"),
        (("01", "08", "1999"), "1999-01-08"),
        (("01", "08", "99"), "1999-01-08"),
        (("01", "08", "69"), "2069-01-08"),
        (("8", 1, "1999"), "1999-01-08"),
        ((1, "8", "1999"), "1999-01-08"),
        (("1999", 1, "08"), "1999-01-08"),
        (("1999", "008"), "1999-01-08"),
        (("2004", "366"), "2004-12-31"),
    ],
)
def test_dates(fields: tuple[str | int, ...], expected: str) -> None:
    met = read(*fields)
    assert met.is_whole
    wanted = dt.date.fromisoformat(expected)
    assert met.date(is_bc=False) == ((wanted - EPOCH).days, wanted.year)


def test_digits_together() -> None:
    for digits in ("19990108", "990108"):
        met = DateFields(digits)
        met.together(digits)
        assert met.date(is_bc=False)[1] == 1999


def test_a_julian_day() -> None:
    met = DateFields("J2440588")
    met.julian(2_440_588)
    assert met.date(is_bc=False) == (0, 1970)


def test_before_christ() -> None:
    assert read("0099", 1, "8").date(is_bc=True)[1] == -98


@pytest.mark.parametrize("fields", [("1999", "01", "08", "1"), (1, 1), ("1999", "008", 1)])
def test_a_field_too_many(fields: tuple[str | int, ...]) -> None:
    with pytest.raises(ValueError, match="text"):
        read(*fields)


@pytest.mark.parametrize(
    "fields", [("1999", "02", "29"), ("1999", "13", "01"), ("99", "1", "8"), ("0000", "01", "01")]
)
def test_no_such_date(fields: tuple[str, ...]) -> None:
    with pytest.raises(DatetimeFieldOverflow):
        read(*fields).date(is_bc=False)


def test_nothing_and_half_of_a_date() -> None:
    assert DateFields("").date(is_bc=False) == (None, 0)
    with pytest.raises(ValueError, match="text"):
        read("1999", "01").date(is_bc=False)
