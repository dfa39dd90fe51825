"""
Intervals that are added up of numbers with units.
"""

from __future__ import annotations

import pytest

from pggate.errors import DatetimeFieldOverflow
from pggate.types.datetimes import DAY, Interval
from pggate.types.interval_parts import Parts


@pytest.mark.parametrize(
    ("unit", "whole", "fraction", "value"),
    [
        ("second", 1, 0.5, Interval(0, 0, 1_500_000)),
        ("microsecond", 1, 0.5, Interval(0, 0, 1)),
        ("microsecond", 1, -0.6, Interval(0, 0, 0)),
        ("day", 1, 0.5, Interval(0, 1, DAY // 2)),
        ("week", 1, 0.5, Interval(0, 10, DAY // 2)),
        ("month", 1, 0.5, Interval(1, 15, 0)),
        ("year", 1, 0.5, Interval(18, 0, 0)),
        ("decade", 0, 0.5, Interval(60, 0, 0)),
    ],
)
def test_fractions_become_lesser_units(unit: str, whole: int, fraction: float, value: Interval) -> None:
    parts = Parts("x")
    parts.add(unit, whole, fraction)
    assert parts.value() == value
    assert parts.value(negated=True) == Interval(*(-part for part in value))


def test_a_time_stands_for_all_time_before_it() -> None:
    parts = Parts("x")
    parts.add("hour", 12)
    parts.set_time(5)
    assert parts.value() == Interval(0, 0, 5)


@pytest.mark.parametrize(
    ("unit", "number", "code"),
    [
        ("year", 178_956_971, "22008"),
        ("year", 2**31, "22015"),
        ("day", 2**31, "22015"),
        ("hour", 10**13, "22015"),
    ],
)
def test_what_is_too_large(unit: str, number: int, code: str) -> None:
    parts = Parts("x")
    with pytest.raises(DatetimeFieldOverflow) as error:
        parts.add(unit, number)
        parts.value()
    assert error.value.code == code
