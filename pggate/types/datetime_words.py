"""
Dates and times in all the forms that PostgreSQL 15 takes (8.5.1): its DecodeDateTime of datetime.c, in MDY.

A field is a number, a date, a time, a word or an offset; what a bare number is depends on what has been read
before it.  ``datetime_input`` reads the ISO forms by itself and comes here with all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.types.date_fields import DateFields, out_of_range
from pggate.types.datetime_fields import WORDS, FieldKind, fields
from pggate.types.datetimes import DAY, MICROSECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.zone_input import Zone

    ReadZone = Callable[[str], Zone]

_CLOCK: Final = re.compile(r"(\d+):(\d+)(?::(\d+)(?:\.(\d*))?|(\.\d*))?", re.ASCII)
_PART: Final = re.compile(r"\d+|[a-z]+", re.ASCII)

_TWO_SEPARATORS: Final = ("--", "//", "..")


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    Args:
        days: Since 1970-01-01; None where the text names no date.
        year: Of that date, astronomical.
        clock: Microseconds since midnight; None where the text names no time.
        zone: Seconds east of Greenwich, or the zone that decides; None where the text names none.

    """

    days: int | None
    year: int
    clock: int | None
    zone: Zone | None


def decode(text: str, read_zone: ReadZone) -> Decoded:
    """
    Args:
        text: Of any form but the words that stand alone (infinity, epoch).
        read_zone: The zone of an offset, an abbreviation or a name.

    Raises:
        ValueError: It has none of the forms.
        DatetimeFieldOverflow: 22008, a field has a value that there is not.

    """
    return _Reading(text, read_zone).decoded()


class _Reading:
    """What has been read so far of one text."""

    def __init__(self, text: str, read_zone: ReadZone) -> None:
        self._text = text
        self._read_zone = read_zone
        self._seen: set[str] = set()
        self._values: dict[str, int] = {}
        self._date = DateFields(text)
        self._clock: int | None = None
        self._zone: Zone | None = None
        self._expected = ""
        readers = {
            FieldKind.NUMBER: self._number,
            FieldKind.DATE: self._separated,
            FieldKind.TIME: self._colons,
            FieldKind.WORD: self._word,
            FieldKind.OFFSET: self._offset,
        }
        for kind, field in fields(text.lower()):
            readers[kind](field)
        self._refuse_unless(not self._expected)

    def decoded(self) -> Decoded:
        days, year = self._date.date(is_bc=self._values.get("era") == -1)
        return Decoded(days, year, self._time(), self._zone)

    def _refuse_unless(self, condition: bool) -> None:
        if not condition:
            raise ValueError(self._text)

    # -- fields

    def _see(self, *names: str) -> None:
        self._refuse_unless(self._seen.isdisjoint(names))
        self._seen.update(names)

    def _take(self, name: str, value: int) -> None:
        self._see(name)
        self._values[name] = value

    def _word(self, word: str) -> None:
        self._refuse_unless(not self._expected)
        name, value = WORDS.get(word, ("zone", 0))
        match name:
            case "month":
                self._date.month(value)
            case "weekday":
                self._see("weekday")
            case "half" | "era":
                self._take(name, value)
            case "julian":
                self._expected = name
            case "clock":
                self._refuse_unless(self._date.is_whole)
                self._expected = name
            case "midnight":
                self._see("clock", "zone")
                self._clock = self._zone = 0
            case "zone":
                self._offset(word)

    def _offset(self, written: str) -> None:
        self._see("zone")
        self._zone = self._read_zone(written)

    def _number(self, digits: str) -> None:
        expected, self._expected = self._expected, ""
        whole, point, _ = digits.partition(".")
        if expected == "julian":
            self._julian(digits)
        elif expected == "clock" or (point and len(whole) > 2 and self._date.is_whole):
            self._together(digits, is_clock=True)
        elif point and not self._date.known:
            self._separated(digits)
        elif not point and len(digits) >= 6 and not (self._date.is_whole and "clock" in self._seen):
            self._together(digits, is_clock=self._date.is_whole)
        elif point or self._date.is_whole:
            self._together(digits, is_clock=True)
        else:
            self._date.number(digits)

    def _separated(self, written: str) -> None:
        """A field of several parts: a date, the name of a zone, or a time with its offset."""
        if self._expected or self._date.known >= {"month", "day"}:
            self._after_a_date(written)
            return
        parts = _PART.findall(written)
        self._refuse_unless(not written.endswith(_TWO_SEPARATORS))
        for word in filter(str.isalpha, parts):
            self._refuse_unless(WORDS.get(word, ("", 0))[0] == "month")
            self._date.month(WORDS[word][1])
        for digits in filter(str.isdigit, parts):
            self._date.number(digits)
        self._refuse_unless(self._date.is_whole and self._seen <= {"zone"})  # no weekday or time before it

    def _after_a_date(self, written: str) -> None:
        expected, self._expected = self._expected, ""
        self._refuse_unless(expected != "julian")
        if not (written[0].isdigit() or expected):
            self._offset(written)
            return
        clock, sign, offset = written.partition("-")
        self._together(clock, is_clock=True)
        self._offset(sign + offset)

    def _together(self, digits: str, *, is_clock: bool) -> None:
        """Digits without separators: YYYYMMDD, YYMMDD, HHMMSS, HHMM (DecodeNumberField)."""
        whole, point, fraction = digits.partition(".")
        if not point and not is_clock and not self._date.is_whole:
            self._date.together(whole)
        elif len(whole) in (4, 6):
            self._set_clock(int(whole[:2]), int(whole[2:4]), int(whole[4:] or 0), fraction)
        else:
            raise ValueError(self._text)

    def _julian(self, digits: str) -> None:
        whole, _, fraction = digits.partition(".")
        self._date.julian(int(whole))
        if fraction:
            self._see("clock")
            self._clock = int(float(f"0.{fraction}") * DAY)

    def _colons(self, written: str) -> None:
        self._refuse_unless(self._expected != "julian")
        self._expected = ""
        found = _CLOCK.fullmatch(written)
        if found is None:
            raise ValueError(self._text)
        hour, minute, second, fraction, short = found.groups()
        if short:  # minutes and seconds
            self._set_clock(0, int(hour), int(minute), short[1:])
        else:
            self._set_clock(int(hour), int(minute), int(second or 0), fraction or "")

    def _set_clock(self, hour: int, minute: int, second: int, fraction: str) -> None:
        self._see("clock")
        self._values["hour"] = hour
        clock = ((hour * 60 + minute) * 60 + second) * MICROSECONDS + round(
            float(f"0.{fraction or 0}") * MICROSECONDS
        )
        if minute > 59 or second > 60 or clock > DAY:
            raise out_of_range(self._text)
        self._clock = clock

    # -- the whole

    def _time(self) -> int | None:
        if self._clock is None or "half" not in self._values:
            return self._clock
        hour = self._values.get("hour", 0)
        if hour > 12:
            raise out_of_range(self._text)
        return self._clock + (hour % 12 + self._values["half"] - hour) * 3600 * MICROSECONDS
