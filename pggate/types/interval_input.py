"""
Intervals read from text (PostgreSQL 15, 8.5.4; its DecodeInterval of datetime.c): numbers with units, SQL's
fields, clock times, and ISO 8601 (`interval_iso`).

Fields are read from the last to the first, because a unit stands behind its number, and a time of day tells
that the number before it counts days.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidDatetimeFormat
from pggate.types.datetime_fields import FieldKind, fields
from pggate.types.datetime_input import fraction
from pggate.types.datetimes import MICROSECONDS
from pggate.types.interval_iso import read_iso
from pggate.types.interval_parts import UNITS, Parts
from pggate.types.interval_ranges import ANY_FIELDS
from pggate.types.table import SPACE

if TYPE_CHECKING:
    from pggate.types.datetimes import Interval
    from pggate.types.interval_ranges import Fields

# fmt: off
_UNITS: Final = {
    "microsecond": "us usec usecond useconds usecs microsecon",
    "millisecond": "ms msec msecond mseconds msecs millisecon",
    "second":      "s sec second seconds secs",
    "minute":      "m min mins minute minutes",
    "hour":        "h hour hours hr hrs",
    "day":         "d day days",
    "week":        "w week weeks",
    "month":       "mon mons month months",
    "year":        "y year years yr yrs",
    "decade":      "dec decade decades decs",
    "century":     "c cent centuries century",
    "millennium":  "mil millennia millennium mils",
    "quarter":     "qtr quarter",  # of which there are no intervals
}
# fmt: on
_UNIT_OF: Final = {name: unit for unit, names in _UNITS.items() for name in names.split()}
_SIGNIFICANT: Final = 10  # characters of a name (datetime.h, TOKMAXLEN)

_CLOCK: Final = re.compile(r"(\d{1,30}):(\d{1,30})(?::(\d{1,30})(?:\.(\d*))?|\.(\d*))?", re.ASCII)
_YEARS_AND_MONTHS: Final = re.compile(r"([-+]?)(\d{1,30})-(\d{1,30})", re.ASCII)
_NUMBER: Final = re.compile(r"[-+]?\d{0,30}(?:\.\d*)?", re.ASCII)


def read_interval(text: str, of: Fields = ANY_FIELDS) -> Interval:
    """
    Args:
        text: Of any of the forms.
        of: The fields that the type is restricted to: they tell what a bare number counts.

    Raises:
        InvalidDatetimeFormat: 22007, it has none of the forms.
        DatetimeFieldOverflow: 22015 and 22008, a field or the whole is too large.

    """
    try:
        return _Reading(text, of).value()
    except ValueError:
        pass
    try:
        parts = Parts(text)
        read_iso(text.strip(SPACE), parts)
    except ValueError:
        raise InvalidDatetimeFormat(f'invalid input syntax for type interval: "{text}"') from None
    return parts.value()


class _Reading:
    """What has been read so far of one text, from its end."""

    def __init__(self, text: str, of: Fields) -> None:
        self._text = text
        self._of = of
        self._parts = Parts(text)
        self._unit = ""
        self._seen: set[str] = set()
        self._ago = False
        readers = {
            FieldKind.NUMBER: self._number,
            FieldKind.DATE: self._number,
            FieldKind.TIME: self._clock,
            FieldKind.OFFSET: self._signed,
            FieldKind.WORD: self._word,
        }
        for kind, field in reversed(list(fields(text.lower()))):
            readers[kind](field)

    def value(self) -> Interval:
        if not self._seen:
            raise ValueError(self._text)
        return self._parts.value(negated=self._ago)

    def _see(self, *names: str) -> None:
        if not self._seen.isdisjoint(names):
            raise ValueError(self._text)
        self._seen.update(names)

    def _signed(self, field: str) -> None:
        if ":" in field:
            self._clock(field[1:], sign=-1 if field[0] == "-" else 1)
        else:
            self._number(field)

    def _clock(self, field: str, sign: int = 1) -> None:
        found = _CLOCK.fullmatch(field)
        if found is None:
            raise ValueError(self._text)
        first, second, third, decimals, short = found.groups()
        if short is not None or (third is None and self._of.are_minutes_and_seconds):
            first, second, third, decimals = "0", first, second, short
        hour, minute, whole = int(first), int(second), int(third or 0)
        if minute > 59 or whole > 60:
            raise self._parts.overflow()
        self._see("hour", "minute", "second", "millisecond", "microsecond")
        clock = ((hour * 60 + minute) * 60 + whole) * MICROSECONDS + fraction(decimals)
        self._parts.set_time(sign * clock)
        self._unit = "day"  # of the number before it

    def _number(self, field: str) -> None:
        if found := _YEARS_AND_MONTHS.fullmatch(field):
            self._see("month")
            self._unit = "month"
            self._parts.add("month", self._months(*found.groups()))
            return
        if not _NUMBER.fullmatch(field) or not field.strip("+-"):
            raise ValueError(self._text)
        whole, _, decimals = field.partition(".")
        value = float(f"0.{decimals or 0}")
        unit = self._unit or self._of.unit_of_a_bare_number
        if unit not in UNITS:
            raise ValueError(self._text)
        self._see(unit, *(("millisecond", "microsecond") if unit == "second" and value else ()))
        self._parts.add(unit, int(whole if whole.strip("+-") else 0), -value if field[0] == "-" else value)
        self._unit = "day" if unit == "hour" else unit

    def _months(self, sign: str, years: str, months: str) -> int:
        if int(months) >= 12:
            raise self._parts.overflow()
        return (int(years) * 12 + int(months)) * (-1 if sign == "-" else 1)

    def _word(self, word: str) -> None:
        if word == "ago":
            self._ago = True
        elif word[:_SIGNIFICANT] not in _UNIT_OF:
            raise ValueError(self._text)
        self._unit = _UNIT_OF.get(word[:_SIGNIFICANT], word)
