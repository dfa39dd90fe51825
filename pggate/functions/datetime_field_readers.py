"""
What each pattern of a template reads of a text (PostgreSQL 15, DCH_from_char of formatting.c).

A reader is given the reading, the pattern's place in the template, and the pattern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.errors import FeatureNotSupported
from pggate.functions.datetime_names import DAYS, MONTHS, ROMAN, SHORT_DAYS, SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.functions.datetime_reading import Reading
    from pggate.functions.datetime_templates import Part

    Reader: TypeAlias = Callable[[Reading, int, Part], None]

_ISO_PATTERNS: Final = "IDDD ID IW IYYY IYY IY I"
_GREGORIAN_PATTERNS: Final = "DDD DD D MM MONTH Month month MON Mon mon RM rm WW W Y,YYY YYYY YYY YY Y"
_NUMBERS: Final = (
    "CC DDD DD D FF1 FF2 FF3 FF4 FF5 FF6 HH24 HH12 HH IDDD ID IW IYYY IYY IY I J MI MM MS Q SSSSS SSSS SS TZM"
    " US WW W Y,YYY YYYY YYY YY Y"
)
ISO: Final = frozenset(_ISO_PATTERNS.split())
"""Patterns of the calendar of weeks."""
GREGORIAN: Final = frozenset(_GREGORIAN_PATTERNS.split())
"""Patterns of the other calendar."""
DIGITS: Final = frozenset(_NUMBERS.split())
"""Patterns of numbers: one before another has to have its width."""


def _number(name: str, width: int) -> Reader:
    def read_number(reading: Reading, place: int, part: Part) -> None:
        value, _ = reading.integer(place, part, width)
        if name:
            reading.set(name, value, part)
        reading.skip_ordinal(part)

    return read_number


def _hour12(reading: Reading, place: int, part: Part) -> None:
    _number("hour", 2)(reading, place, part)
    reading.found.is_half_day = True


def _fraction(name: str, width: int) -> Reader:
    """25 is 0.25 and so is 250; 025 is 0.025."""
    most = 3 if name == "milliseconds" else 6

    def read_fraction(reading: Reading, place: int, part: Part) -> None:
        value, length = reading.integer(place, part, width)
        reading.set(name, value, part)
        setattr(reading.found, name, value * 10 ** max(most - length, 0))
        if part.text.startswith("FF"):
            reading.found.digits = width
        reading.skip_ordinal(part)

    return read_fraction


def _year(digits: int) -> Reader:
    def read_year(reading: Reading, place: int, part: Part) -> None:
        year, length = reading.integer(place, part, digits)
        reading.set("year", year, part)
        if digits < 4 and length < 4:
            reading.found.year = _near_2020(year)
        reading.found.year_digits = digits
        reading.skip_ordinal(part)

    return read_year


def _near_2020(year: int) -> int:
    for limit, added in ((70, 2000), (100, 1900), (520, 2000), (1000, 1000)):
        if year < limit:
            return year + added
    return year


def _iso_weekday(reading: Reading, place: int, part: Part) -> None:
    day, _ = reading.integer(place, part, 1)
    reading.set("weekday", day, part)
    reading.found.weekday = 1 if day + 1 > 7 else day + 1
    reading.skip_ordinal(part)


def _zone_minutes(reading: Reading, place: int, part: Part) -> None:
    reading.found.zone_sign = reading.found.zone_sign or 1
    reading.set("zone_minutes", reading.integer(place, part, 2)[0], part)


def _of_words(name: str, words: Sequence[str], value: Callable[[int], int]) -> Reader:
    def read_word(reading: Reading, _place: int, part: Part) -> None:
        reading.set(name, value(reading.word(part, words)), part)

    return read_word


def _half(words: Sequence[str]) -> Reader:
    def read_half(reading: Reading, _place: int, part: Part) -> None:
        reading.set("is_afternoon", reading.word(part, words), part)
        reading.found.is_half_day = True

    return read_half


def _weekday(words: Sequence[str]) -> Reader:
    def read_weekday(reading: Reading, _place: int, part: Part) -> None:
        day = reading.word(part, words)
        reading.set("weekday", day, part)
        reading.found.weekday = day + 1

    return read_weekday


def _refused(_reading: Reading, _place: int, part: Part) -> None:
    raise FeatureNotSupported(f'formatting field "{part.text}" is only supported in to_char')


# fmt: off
READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(("A.M.", "P.M.", "a.m.", "p.m."), _half(("a.m.", "p.m."))),
    **dict.fromkeys(("AM", "PM", "am", "pm"), _half(("am", "pm"))),
    **dict.fromkeys(("A.D.", "B.C.", "a.d.", "b.c."), _of_words("is_bc", ("a.d.", "b.c."), int)),
    **dict.fromkeys(("AD", "BC", "ad", "bc"), _of_words("is_bc", ("ad", "bc"), int)),
    **dict.fromkeys(("MONTH", "Month", "month"), _of_words("month", MONTHS, lambda place: place + 1)),
    **dict.fromkeys(("MON", "Mon", "mon"), _of_words("month", SHORT_MONTHS, lambda place: place + 1)),
    **dict.fromkeys(("DAY", "Day", "day"), _weekday(DAYS)),
    **dict.fromkeys(("DY", "Dy", "dy"), _weekday(SHORT_DAYS)),
    **dict.fromkeys(("RM", "rm"), _of_words("month", ROMAN[::-1], lambda place: 12 - place)),
    **dict.fromkeys(("TZ", "tz", "OF"), _refused),
    **{f"FF{digits}": _fraction("microseconds", digits) for digits in range(1, 7)},
    "MS": _fraction("milliseconds", 3), "US": _fraction("microseconds", 6),
    "HH": _hour12, "HH12": _hour12, "HH24": _number("hour", 2),
    "MI": _number("minute", 2), "SS": _number("second", 2),
    "SSSS": _number("second_of_day", 4), "SSSSS": _number("second_of_day", 5),
    "TZH": lambda reading, place, part: reading.zone_hours(place, part), "TZM": _zone_minutes,
    "MM": _number("month", 2), "DDD": _number("day_of_year", 3), "IDDD": _number("day_of_year", 3),
    "DD": _number("day", 2), "D": _number("weekday", 1), "ID": _iso_weekday,
    "WW": _number("week", 2), "IW": _number("week", 2), "W": _number("week_of_month", 1),
    "Q": _number("", 1), "CC": _number("century", 2), "J": _number("julian", 1),
    "Y,YYY": lambda reading, _place, part: reading.grouped_year(part),
    "YYYY": _year(4), "YYY": _year(3), "YY": _year(2), "Y": _year(1),
    "IYYY": _year(4), "IYY": _year(3), "IY": _year(2), "I": _year(1),
}
# fmt: on
