"""
Dates, times and timestamps read from text: the ISO forms that PostgreSQL prints and drivers send here, at
once, and all others of PostgreSQL 15, 8.5.1, by ``datetime_words``.

``now``, ``today`` and their kin are refused: they name a moment, not a value, and the clock is not ours to
read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    DatetimeFieldOverflow,
    FeatureNotSupported,
    InvalidDatetimeFormat,
)
from pggate.types import datetime_words
from pggate.types.datetimes import (
    DATE_INFINITY,
    DAY,
    FIRST_DAY,
    MICROSECONDS,
    TIMESTAMP_INFINITY,
    TimeTz,
    civil,
    day_number,
)
from pggate.types.table import SPACE
from pggate.types.zone_input import read_zone
from pggate.types.zones import offset_of_local

if TYPE_CHECKING:
    from pggate.types.zone_input import Zone

_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        r"(?P<year>\d{4,7})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[-/.](?P<year>\d{4}|\d{1,2})(?!\d)",  # DateStyle's MDY
    )
)
_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:\.(?P<fraction>\d*))?)?"
    r"(?:\s*(?P<half>am|pm)(?![a-z]))?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT_TIME: Final = re.compile(
    r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?:\.(?P<fraction>\d*))?", re.ASCII
)
_ERA: Final = re.compile(r"\s*\b(BC|AD)$", re.IGNORECASE | re.ASCII)
_SIGNED: Final = re.compile(r"\s*[-+](\d+)-", re.ASCII)
"""What begins with a sign is a zone, though a year may be meant."""
_MOST_ZONE_HOURS: Final = 15
"""PostgreSQL 15, timestamp.h MAX_TZDISP_HOUR."""
_INFINITIES: Final = {"infinity": 1, "+infinity": 1, "-infinity": -1, "inf": 1, "-inf": -1, "+inf": 1}


def read_date(text: str) -> int:
    """
    Days since 1970-01-01; ±DATE_INFINITY.  A time of day after the date is read and dropped, as PostgreSQL
    does.
    """
    special = _special(text)
    if special is not None:
        return special * DATE_INFINITY
    days, year, _, _ = _decoded(text, "date")
    _within(days, year, 5_874_897, text, "date")
    return days


def read_time(text: str) -> int:
    """
    Microseconds since midnight, 24:00:00 included; a date before it and a zone after it are read and dropped.
    """
    return _time(text, "time")[0]


def read_timetz(text: str) -> TimeTz:
    """
    Time of day with its offset.

    Raises:
        FeatureNotSupported: No offset in the text: the session's zone and today's date would decide it.

    """
    clock, zone = _time(text, "time with time zone")
    if zone is None:
        raise FeatureNotSupported(
            f'time with time zone without an offset: "{text}"', hint="Write the offset, as in 12:00:00+01."
        )
    if isinstance(zone, int):
        return TimeTz(clock, zone)
    try:
        days, _, _, _ = _decoded(text, "time with time zone")
    except DatetimeFieldOverflow:
        raise _invalid(text, "time with time zone") from None
    return TimeTz(clock, offset_of_local(zone, days * DAY + clock))


def read_timestamp(text: str) -> int:
    """
    Microseconds since 1970-01-01; ±TIMESTAMP_INFINITY.  A zone after it is read and dropped.
    """
    return _timestamp(text, "timestamp")[0]


def read_timestamptz(text: str) -> tuple[int, bool]:
    """
    Microseconds since 1970-01-01 and whether they count from UTC: False where the text names no zone and the
    session's TimeZone decides.
    """
    local, zone = _timestamp(text, "timestamp with time zone")
    if zone is None:
        return local, abs(local) == TIMESTAMP_INFINITY
    return local - (zone if isinstance(zone, int) else offset_of_local(zone, local)) * MICROSECONDS, True


def _timestamp(text: str, type_name: str) -> tuple[int, Zone | None]:
    special = _special(text)
    if special is not None:
        return special * TIMESTAMP_INFINITY, None
    if text.strip(SPACE).lower() == "epoch":
        return 0, 0
    days, year, clock, zone = _decoded(text, type_name)
    _within(days, year, 294_276, text, "timestamp")
    return days * DAY + clock, zone


def _time(text: str, type_name: str) -> tuple[int, Zone | None]:
    body = text.strip(SPACE)
    if body.lower() == "allballs":
        return 0, 0
    try:
        return _clock_and_zone(body.lower().removeprefix("t").strip(SPACE), text, type_name)
    except InvalidDatetimeFormat:
        _, rest, _ = _date_part(text, type_name)
        return _clock_and_zone(rest, text, type_name)


def _decoded(text: str, type_name: str) -> tuple[int, int, int, Zone | None]:
    """Days, the year of them, microseconds since midnight, and the zone."""
    try:
        days, rest, year = _date_part(text, type_name)
        clock, zone = _clock_and_zone(rest, text, type_name) if rest else (0, None)
    except InvalidDatetimeFormat:
        hours = _SIGNED.match(text)
        if hours is not None and int(hours[1]) > _MOST_ZONE_HOURS:
            raise _zone_overflow(text) from None
        decoded = _of_words(text, type_name)
        if decoded.days is None:
            raise
        return decoded.days, decoded.year, decoded.clock or 0, decoded.zone
    else:
        return days, year, clock, zone


def _of_words(text: str, type_name: str) -> datetime_words.Decoded:
    try:
        return datetime_words.decode(text, lambda part: _zone(part, text, type_name))
    except ValueError:
        raise _invalid(text, type_name) from None


def _special(text: str) -> int | None:
    return _INFINITIES.get(text.strip(SPACE).lower())


def _date_part(text: str, type_name: str) -> tuple[int, str, int]:
    body = text.strip(SPACE)
    if body.lower() == "epoch":
        return 0, "", 1970
    era = _ERA.search(body)
    body = body[: era.start()] if era else body
    for pattern in _DATES:
        match = pattern.match(body)
        rest = body[match.end() :] if match else ""
        if match and (not rest or rest[0] in " T" or rest[0] == "t"):
            year, days = _checked_date(match, text, bc=era is not None and era[1].upper() == "BC")
            return days, rest[1:].strip(SPACE), year
    raise _invalid(text, type_name)


def _checked_date(match: re.Match[str], text: str, *, bc: bool) -> tuple[int, int]:
    year, day = _year(match["year"], bc=bc), int(match["day"])
    month = int(match["month"])
    astronomical = 1 - year if bc else year
    days = day_number(astronomical, month, day) if year and 1 <= month <= 12 and day else 0
    if not (year and 1 <= month <= 12 and day) or civil(days) != (astronomical, month, day):
        raise DatetimeFieldOverflow(f'date/time field value out of range: "{text}"')
    return astronomical, days


def _year(digits: str, *, bc: bool) -> int:
    """Two digits are a year from 1970 to 2069 (src/backend/utils/adt/datetime.c, ValidateDate)."""
    year = int(digits)
    return year if bc or len(digits) > 2 else year + (1900 if year >= 70 else 2000)


def _within(days: int, year: int, last_year: int, text: str, noun: str) -> None:
    if days < FIRST_DAY or year > last_year:
        raise DatetimeFieldOverflow(f'{noun} out of range: "{text}"')


def _clock_and_zone(part: str, text: str, type_name: str) -> tuple[int, Zone | None]:
    match = _TIME.match(part) or _COMPACT_TIME.match(part)
    if match is None:
        raise _invalid(text, type_name)
    zone = part[match.end() :].strip(SPACE)
    return _checked_clock(match, text), _zone(zone, text, type_name) if zone else None


def _checked_clock(match: re.Match[str], text: str) -> int:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    half = (match.groupdict().get("half") or "").lower()
    overflow = hour > 24 or minute > 59 or second > 60 or (half and not 1 <= hour <= 12)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    clock = ((hour * 60 + minute) * 60 + second) * MICROSECONDS + fraction(match["fraction"])
    if overflow or clock > DAY:
        raise DatetimeFieldOverflow(f'date/time field value out of range: "{text}"')
    return clock


def fraction(digits: str | None) -> int:
    """
    Microseconds of the digits after a second's decimal point; more than six are rounded, as a double is in C.
    """
    return round(float(f"0.{digits}") * MICROSECONDS) if digits else 0


def _zone(part: str, text: str, type_name: str) -> Zone:
    try:
        return read_zone(part)
    except OverflowError:
        raise _zone_overflow(text) from None
    except ValueError:
        raise _invalid(text, type_name) from None


def _zone_overflow(text: str) -> DatetimeFieldOverflow:
    return DatetimeFieldOverflow(f'time zone displacement out of range: "{text}"', sqlstate="22009")


def _invalid(text: str, type_name: str) -> InvalidDatetimeFormat:
    return InvalidDatetimeFormat(f'invalid input syntax for type {type_name}: "{text}"')
