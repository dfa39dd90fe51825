"""
to_char of timestamps and intervals (PostgreSQL 15, 9.8): DCH_to_char of its formatting.c.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidDatetimeFormat
from pggate.functions.datetime_names import DAYS, MONTHS, ROMAN, SHORT_DAYS, SHORT_MONTHS
from pggate.functions.datetime_templates import Kind, parts
from pggate.functions.iso_weeks import iso_day_of_year, iso_week, iso_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pggate.functions.datetime_templates import Part
    from pggate.types.shown_fields import Fields

_JULIAN_EPOCH: Final = 2_440_588


def formatted(fields: Fields, template: str) -> str:
    """
    Raises:
        InvalidDatetimeFormat: 22007, an interval has no such field.

    """
    return written(fields, parts(template))


def written(fields: Fields, template: Iterable[Part]) -> str:
    """
    The same of the parts of a template.
    """
    return "".join(
        _WRITERS[part.text](fields, part) if part.kind is Kind.PATTERN else part.text for part in template
    )


def _number(value: int, width: int, part: Part) -> str:
    """As wide as C's %0*d makes it: the sign counts."""
    digits = f"{value:0{width}d}" if part.fill else str(value)
    return digits + (_ordinal(digits, part.ordinal) if part.ordinal else "")


def _ordinal(digits: str, spelling: str) -> str:
    last = "0" if digits[-2:-1] == "1" else digits[-1]
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(last, "th")
    return ending.upper() if spelling == "TH" else ending


def _counted(width: int, count: Callable[[Fields], int]) -> Callable[[Fields, Part], str]:
    return lambda fields, part: _number(count(fields), width, part)


def _signed(width: int, count: Callable[[Fields], int]) -> Callable[[Fields, Part], str]:
    """A sign has a place of its own."""
    return lambda fields, part: _number(value := count(fields), width + (value < 0), part)


def _bare(count: Callable[[Fields], int]) -> Callable[[Fields, Part], str]:
    """A number that is never padded."""
    return lambda fields, part: _number(count(fields), 1, part)


def _of_moments(write: Callable[[Fields, Part], str]) -> Callable[[Fields, Part], str]:
    def checked(fields: Fields, part: Part) -> str:
        if fields.is_interval:
            raise InvalidDatetimeFormat(
                "invalid format specification for an interval value",
                hint="Intervals are not tied to specific calendar dates.",
            )
        return write(fields, part)

    return checked


def _year(fields: Fields) -> int:
    return _without_zero(fields.year, fields)


def _iso_year(fields: Fields) -> int:
    return _without_zero(iso_year(fields.days), fields)


def _without_zero(year: int, fields: Fields) -> int:
    return year if fields.is_interval or year > 0 else 1 - year


def _quotient(number: int, by: int) -> int:
    """As C divides: towards zero."""
    return abs(number) // by * (-1 if number < 0 else 1)


def _remainder(number: int, by: int) -> int:
    return abs(number) % by * (-1 if number < 0 else 1)


def _years(width: int, year: Callable[[Fields], int]) -> Callable[[Fields, Part], str]:
    """The sign of the year that is none of weeks tells whether there is a place for it."""
    padded = width if width > 1 else 0

    def write(fields: Fields, part: Part) -> str:
        value = year(fields) if width == 4 else _remainder(year(fields), 10**width)
        return _number(value, padded + (padded > 0 and _year(fields) < 0), part)

    return write


def _grouped_year(fields: Fields, part: Part) -> str:
    year = _year(fields)
    thousands = _quotient(year, 1000)
    digits = f"{thousands},{year - thousands * 1000:03d}"
    return digits + (_ordinal(digits, part.ordinal) if part.ordinal else "")


def _century(fields: Fields, part: Part) -> str:
    year = fields.year
    if fields.is_interval:
        century = _quotient(year, 100)
    else:
        century = (year - 1) // 100 + 1 if year > 0 else -(-year // 100) - 1
    return _number(century, 2 + (century < 0) if abs(century) <= 99 else 1, part)


def _hour12(fields: Fields) -> int:
    return _remainder(fields.hour, 12) or 12


def _fraction(digits: int) -> Callable[[Fields, Part], str]:
    def write(fields: Fields, part: Part) -> str:
        unit = 10 ** (6 - digits)
        text = f"{_quotient(fields.microsecond, unit):0{digits}d}"
        return text + (_ordinal(text, part.ordinal) if part.ordinal else "")

    return write


def _cased(name: str, pattern: str) -> str:
    return name.upper() if pattern.isupper() else name.lower() if pattern.islower() else name


def _name(width: int, name: Callable[[Fields], str]) -> Callable[[Fields, Part], str]:
    def write(fields: Fields, part: Part) -> str:
        text = _cased(name(fields), part.text)
        return text.ljust(width) if part.fill and not part.localized else text

    return _of_moments(write)


def _half(dots: str, fields: Fields, part: Part) -> str:
    afternoon = _remainder(fields.hour, 24) >= 12
    return _cased(f"{'P' if afternoon else 'A'}{dots}M{dots}", part.text)


def _era(dots: str, fields: Fields, part: Part) -> str:
    return _cased(f"B{dots}C{dots}" if fields.year <= 0 else f"A{dots}D{dots}", part.text)


def _roman(fields: Fields, part: Part) -> str:
    if not fields.month and not fields.year:
        return ""
    if fields.month == 0:
        place = 11 if fields.year >= 0 else 0
    else:
        place = fields.month - 1 if fields.month > 0 else 12 + fields.month
    text = _cased(ROMAN[place], part.text)
    return text.ljust(4) if part.fill else text


def _quarter(fields: Fields, part: Part) -> str:
    if not fields.month:
        return ""
    return _number(_quotient(fields.month - 1, 3) + 1, 1, part)


def _zone(fields: Fields, part: Part) -> str:
    return _cased(fields.zone, part.text)


def _zone_hours(fields: Fields, _part: Part) -> str:
    return f"{'-' if fields.offset < 0 else '+'}{abs(fields.offset) // 3600:02d}"


def _zone_minutes(fields: Fields, _part: Part) -> str:
    return f"{abs(fields.offset) % 3600 // 60:02d}"


def _zone_offset(fields: Fields, part: Part) -> str:
    hours = f"{'-' if fields.offset < 0 else '+'}{abs(fields.offset) // 3600:0{2 if part.fill else 0}d}"
    return f"{hours}:{_zone_minutes(fields, part)}" if abs(fields.offset) % 3600 else hours


def _seconds_of_day(fields: Fields) -> int:
    return fields.hour * 3600 + fields.minute * 60 + fields.second


# fmt: off
_WRITERS: Final[dict[str, Callable[[Fields, Part], str]]] = {
    **dict.fromkeys(("A.M.", "P.M.", "a.m.", "p.m."), partial(_half, ".")),
    **dict.fromkeys(("AM", "PM", "am", "pm"), partial(_half, "")),
    **dict.fromkeys(("A.D.", "B.C.", "a.d.", "b.c."), _of_moments(partial(_era, "."))),
    **dict.fromkeys(("AD", "BC", "ad", "bc"), _of_moments(partial(_era, ""))),
    **dict.fromkeys(("MONTH", "Month", "month"), _name(9, lambda fields: MONTHS[fields.month - 1])),
    **dict.fromkeys(("MON", "Mon", "mon"), _name(0, lambda fields: SHORT_MONTHS[fields.month - 1])),
    **dict.fromkeys(("DAY", "Day", "day"), _name(9, lambda fields: DAYS[fields.weekday])),
    **dict.fromkeys(("DY", "Dy", "dy"), _name(0, lambda fields: SHORT_DAYS[fields.weekday])),
    **dict.fromkeys(("TZ", "tz"), _of_moments(_zone)),
    **dict.fromkeys(("RM", "rm"), _roman),
    **{f"FF{digits}": _fraction(digits) for digits in range(1, 7)},
    "MS": _fraction(3),
    "US": _fraction(6),
    "HH": _signed(2, _hour12), "HH12": _signed(2, _hour12),
    "HH24": _signed(2, lambda fields: fields.hour),
    "MI": _signed(2, lambda fields: fields.minute),
    "SS": _signed(2, lambda fields: fields.second),
    "SSSS": _bare(_seconds_of_day), "SSSSS": _bare(_seconds_of_day),
    "TZH": _of_moments(_zone_hours), "TZM": _of_moments(_zone_minutes), "OF": _of_moments(_zone_offset),
    "MM": _signed(2, lambda fields: fields.month),
    "DDD": _counted(3, lambda fields: fields.day_of_year),
    "IDDD": _counted(3, lambda fields: iso_day_of_year(fields.days)),
    "DD": _counted(2, lambda fields: fields.day),
    "D": _of_moments(_bare(lambda fields: fields.weekday + 1)),
    "ID": _of_moments(_bare(lambda fields: fields.weekday or 7)),
    "WW": _counted(2, lambda fields: _quotient(fields.day_of_year - 1, 7) + 1),
    "IW": _counted(2, lambda fields: iso_week(fields.days)),
    "W": _bare(lambda fields: _quotient(fields.day - 1, 7) + 1),
    "Q": _quarter,
    "CC": _century,
    "Y,YYY": _grouped_year,
    "YYYY": _years(4, _year), "YYY": _years(3, _year), "YY": _years(2, _year), "Y": _years(1, _year),
    "IYYY": _years(4, _iso_year), "IYY": _years(3, _iso_year),
    "IY": _years(2, _iso_year), "I": _years(1, _iso_year),
    "J": _bare(lambda fields: fields.days + _JULIAN_EPOCH),
    "FX": lambda _fields, _part: "",
}
# fmt: on
