"""
The day and the time that the fields of a template make (PostgreSQL 15, do_to_timestamp of formatting.c).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.errors import DatetimeFieldOverflow, InvalidDatetimeFormat
from pggate.functions.iso_weeks import first_day
from pggate.types.datetimes import MICROSECONDS, civil, day_number

_JULIAN_EPOCH: Final = 2_440_588
_MOST_ZONE_HOURS: Final = 15


@dataclass(slots=True)
class Found:
    """
    Fields by name; 0 is none, as in PostgreSQL.

    Args:
        digits: The precision that FF1 to FF6 ask for; 0: none does.
        mode: "ISO" for the calendar of weeks, "Gregorian" for the other; "" for neither yet.

    """

    mode: str = ""
    year: int = 0
    year_digits: int = 0
    century: int = 0
    is_bc: int = 0
    month: int = 0
    day: int = 0
    day_of_year: int = 0
    week: int = 0
    week_of_month: int = 0
    weekday: int = 0
    julian: int = 0
    hour: int = 0
    is_half_day: bool = False
    is_afternoon: int = 0
    minute: int = 0
    second: int = 0
    second_of_day: int = 0
    milliseconds: int = 0
    microseconds: int = 0
    digits: int = 0
    zone_sign: int = 0
    zone_hours: int = 0
    zone_minutes: int = 0


def assembled(found: Found, text: str) -> tuple[int, int, int | None]:
    """
    Days since 1970-01-01, microseconds since midnight, and seconds east of Greenwich where there is a zone.

    Args:
        found: What has been read of the text.
        text: For messages.

    """
    time = _time(found)
    days = _days(found, text)
    return days, _clock(*time, found, text), _offset(found, text)


def _overflow(text: str) -> DatetimeFieldOverflow:
    return DatetimeFieldOverflow(f'date/time field value out of range: "{text}"')


def _time(found: Found) -> tuple[int, int, int]:
    """Hour, minute and second."""
    hour, minute, second = (
        found.second_of_day // 3600,
        found.second_of_day // 60 % 60,
        found.second_of_day % 60,
    )
    hour, minute, second = found.hour or hour, found.minute or minute, found.second or second
    if not found.is_half_day:
        return hour, minute, second
    if not 1 <= hour <= 12:
        raise InvalidDatetimeFormat(
            f'hour "{hour}" is invalid for the 12-hour clock',
            hint="Use the 24-hour clock, or give an hour between 1 and 12.",
        )
    return hour % 12 + 12 * found.is_afternoon, minute, second


def _clock(hour: int, minute: int, second: int, found: Found, text: str) -> int:
    fraction = found.milliseconds * 1000 + found.microseconds
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= fraction < MICROSECONDS):
        raise _overflow(text)
    return ((hour * 60 + minute) * 60 + second) * MICROSECONDS + fraction


def _offset(found: Found, text: str) -> int | None:
    if not found.zone_sign:
        return None
    if not (0 <= found.zone_hours <= _MOST_ZONE_HOURS and 0 <= found.zone_minutes < 60):
        raise DatetimeFieldOverflow(f'time zone displacement out of range: "{text}"', sqlstate="22009")
    return found.zone_sign * (found.zone_hours * 60 + found.zone_minutes) * 60


def _days(found: Found, text: str) -> int:
    year, month, day = _year(found), 1, 1
    known = {"year"} if found.year or found.century else set[str]()
    if found.julian:
        year, month, day = civil(found.julian - _JULIAN_EPOCH)
        known = {"year", "month", "day"}
    if found.week and found.mode == "ISO":
        year, month, day = civil(first_day(year) + (found.week - 1) * 7 + _days_after_monday(found.weekday))
        known = {"year", "month", "day"}
    elif found.week:
        found.day_of_year = (found.week - 1) * 7 + 1
    if found.week_of_month:
        found.day = (found.week_of_month - 1) * 7 + 1
    if found.day:
        day, known = found.day, known | {"day"}
    if found.month:
        month, known = found.month, known | {"month"}
    if found.day_of_year and (month <= 1 or day <= 1):
        year, month, day = _of_day_of_year(found, year, month, day)
        known |= {"year", "month", "day"} if found.mode == "ISO" else {"month", "day"}
    _check(known, (year, month, day), text)
    return day_number(year, month, 1) + day - 1


def _year(found: Found) -> int:
    """Astronomical, of the year and the century."""
    century = -found.century if found.is_bc else found.century
    if found.year and found.century and found.year_digits <= 2:
        of_century = found.year % 100
        if not of_century:
            return century * 100 + (century < 0)
        return of_century + (century - 1) * 100 if century >= 0 else (century + 1) * 100 - of_century + 1
    if found.year:
        year = -found.year if found.is_bc else found.year
        return year + (year < 0)
    if found.century:
        return (century - 1) * 100 + 1 if century >= 0 else century * 100 + 1
    return 0


def _days_after_monday(weekday: int) -> int:
    """Of a weekday that is counted from Sunday, which is 1; Monday where there is none."""
    return 6 if weekday == 1 else max(weekday - 2, 0)


def _of_day_of_year(found: Found, year: int, month: int, day: int) -> tuple[int, int, int]:
    """The month and the day as far as they are not known; a year of weeks has all its own."""
    if not year and not found.is_bc:
        raise InvalidDatetimeFormat("cannot calculate day of year without year information")
    if found.mode == "ISO":
        return civil(first_day(year) + found.day_of_year - 1)
    first = day_number(year, 1, 1)
    of_year, of_month, of_day = civil(first + found.day_of_year - 1)
    if of_year != year:
        of_month, of_day = 13, found.day_of_year - (day_number(year + 1, 1, 1) - first)
    return year, of_month if month <= 1 else month, of_day if day <= 1 else day


def _check(known: set[str], date: tuple[int, int, int], text: str) -> None:
    year, month, day = date
    if ("month" in known and not 1 <= month <= 12) or ("day" in known and not 1 <= day <= 31):
        raise _overflow(text)
    if known >= {"year", "month", "day"} and civil(day_number(year, month, day)) != date:
        raise _overflow(text)
