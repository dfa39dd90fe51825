"""
Days and times of the fields that were found; that they are PostgreSQL's test_datetime_reading shows.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.datetime_sums import Found, assembled


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Found(year=1970, month=1, day=2), (1, 0, None)),
        (Found(year=1970, day_of_year=32), (31, 0, None)),
        (Found(mode="ISO", year=1970, week=1, weekday=1), (3, 0, None)),
        (Found(julian=2_440_588, hour=1, is_half_day=True, is_afternoon=1), (0, 46_800_000_000, None)),
        (Found(century=20, year=70, year_digits=2), (0, 0, None)),
        (Found(year=1970, zone_sign=-1, zone_hours=1), (0, 0, -3600)),
    ],
)
def test_assembled(found: Found, expected: tuple[int, int, int | None]) -> None:
    assert assembled(found, "x") == expected


@pytest.mark.parametrize(
    "found", [Found(month=13), Found(day_of_year=3), Found(hour=24), Found(zone_sign=1, zone_hours=16)]
)
def test_what_there_is_not(found: Found) -> None:
    with pytest.raises(PgError):
        assembled(found, "x")
