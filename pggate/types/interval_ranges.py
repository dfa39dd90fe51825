"""
Intervals that are restricted to some fields and to a precision (PostgreSQL 15, 8.5.4): day to second(2).

The modifier of such a type is PostgreSQL's own (timestamp.c, intervaltypmodin): a bit for each field, and the
precision below.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pggate.types.datetimes import MICROSECONDS, Interval

FULL_PRECISION: Final = 0xFFFF
_FULL_RANGE: Final = 0x7FFF
_MOST_DIGITS: Final = 6
# datetime.h: MONTH, YEAR, …
_BITS: Final = {"month": 1, "year": 2, "day": 3, "hour": 10, "minute": 11, "second": 12}
# From the greatest to the least; what a type has are those between two of them.
_ORDER: Final = ("year", "month", "day", "hour", "minute", "second")
_HOUR: Final = 3600 * MICROSECONDS
_MINUTE: Final = 60 * MICROSECONDS


class Fields(NamedTuple):
    """
    Args:
        names: From the greatest to the least; none: all there are.
        digits: Behind the second's decimal point; None: as many as there are.

    """

    names: tuple[str, ...] = ()
    digits: int | None = None

    @property
    def unit_of_a_bare_number(self) -> str:
        return self.names[-1] if self.names else "second"

    @property
    def are_minutes_and_seconds(self) -> bool:
        return self.names == ("minute", "second")

    @property
    def modifier(self) -> int:
        """PostgreSQL's atttypmod of the type; -1 of the unrestricted one."""
        if not self.names and self.digits is None:
            return -1
        bits = sum(1 << _BITS[name] for name in self.names) if self.names else _FULL_RANGE
        precision = FULL_PRECISION if self.digits is None else min(self.digits, _MOST_DIGITS)
        return bits << 16 | precision


ANY_FIELDS: Final = Fields()


def between(first: str, last: str, digits: int | None = None) -> Fields:
    """
    The fields from one to another.
    """
    return Fields(_ORDER[_ORDER.index(first) : _ORDER.index(last) + 1], digits)


def restricted(value: Interval, fields: Fields) -> Interval:
    """
    What is left of an interval in a type of these fields (timestamp.c, AdjustIntervalForTypmod): what is less
    than the last of them is cut off, and nothing that is greater than the first.
    """
    months, days, time = value
    match fields.unit_of_a_bare_number if fields.names else "":
        case "year":
            months, days, time = _cut(months, 12), 0, 0
        case "month":
            days = time = 0
        case "day":
            time = 0
        case "hour":
            time = _cut(time, _HOUR)
        case "minute":
            time = _cut(time, _MINUTE)
    if fields.digits is not None:
        time = _rounded(time, 10 ** (_MOST_DIGITS - min(fields.digits, _MOST_DIGITS)))
    return Interval(months, days, time)


def _cut(number: int, unit: int) -> int:
    return abs(number) // unit * unit * (1 if number >= 0 else -1)


def _rounded(number: int, unit: int) -> int:
    return (abs(number) + unit // 2) // unit * unit * (1 if number >= 0 else -1)
