"""
Dates, times and intervals as PostgreSQL prints them (DateStyle ISO, IntervalStyle postgres).

The values are the physical ones of Arrow and DuckDB: days and microseconds since 1970-01-01 in the proleptic
Gregorian calendar, because Python's datetime ends at the years 1 and 9999 and has no infinity and no
24:00:00.
"""

from __future__ import annotations

from typing import Final, NamedTuple

MICROSECONDS: Final = 1_000_000
DAY: Final = 86_400 * MICROSECONDS

# duckdb 1.5.5 keeps infinities as the largest integers, the negative one as its mirror image (not INT_MIN).
DATE_INFINITY: Final = 2**31 - 1
TIMESTAMP_INFINITY: Final = 2**63 - 1

# 4714-11-24 BC, Julian day 0: where PostgreSQL's dates and timestamps begin.
FIRST_DAY: Final = -2_440_588

_ERA: Final = 146_097  # days in 400 years
_EPOCH: Final = 719_468  # days from 0000-03-01 to 1970-01-01


class Interval(NamedTuple):
    """
    PostgreSQL's three independent parts of an interval.
    """

    months: int
    days: int
    microseconds: int


class TimeTz(NamedTuple):
    """
    Microseconds since midnight and the offset in seconds east of Greenwich.
    """

    microseconds: int
    offset: int


def civil(days: int) -> tuple[int, int, int]:
    """
    Year (astronomical: 0 is 1 BC), month and day of a day number; Hinnant's "chrono-compatible algorithms".
    """
    era, day_of_era = divmod(days + _EPOCH, _ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153  # months counted from March
    month = shifted + 3 if shifted < 10 else shifted - 9
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    return era * 400 + year_of_era + (month <= 2), month, day


def day_number(year: int, month: int, day: int) -> int:
    """
    Days since 1970-01-01 of an astronomical year, month and day.
    """
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA + day_of_era - _EPOCH


def date_text(days: int) -> str:
    """
    ``2020-01-31``, ``0044-03-15 BC``, ``infinity``.
    """
    if abs(days) == DATE_INFINITY:
        return _infinity(days)
    year, month, day = civil(days)
    return f"{_year(year)}-{month:02}-{day:02}{_era(year)}"


def time_text(microseconds: int) -> str:
    """
    ``23:59:59.5``; hours above 24 are printed as they are (intervals).
    """
    seconds, fraction = divmod(microseconds, MICROSECONDS)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{fraction_text(fraction)}"


def fraction_text(microseconds: int) -> str:
    """
    ``.5`` of 500000, nothing of 0.
    """
    return f".{microseconds:06}".rstrip("0") if microseconds else ""


def timestamp_text(microseconds: int, *, separator: str = " ") -> str:
    """
    ``2020-01-31 12:00:00.5``, ``0044-03-15 12:00:00 BC``, ``-infinity``.
    """
    if abs(microseconds) == TIMESTAMP_INFINITY:
        return _infinity(microseconds)
    days, clock = divmod(microseconds, DAY)
    year, month, day = civil(days)
    return f"{_year(year)}-{month:02}-{day:02}{separator}{time_text(clock)}{_era(year)}"


def timestamptz_text(microseconds: int, offset: int, *, separator: str = " ") -> str:
    """
    A UTC instant in a zone that is ``offset`` seconds east of Greenwich then: ``2020-01-31 13:00:00+01``.
    """
    if abs(microseconds) == TIMESTAMP_INFINITY:
        return _infinity(microseconds)
    local = timestamp_text(microseconds + offset * MICROSECONDS, separator=separator)
    era = " BC" if local.endswith(" BC") else ""
    return f"{local.removesuffix(era)}{offset_text(offset)}{era}"


def timetz_text(value: TimeTz) -> str:
    """
    ``12:00:00+01``.
    """
    return time_text(value.microseconds) + offset_text(value.offset)


def offset_text(offset: int) -> str:
    """
    ``+01``, ``-02:30``, ``+00:53:28``: minutes and seconds only where there are some.
    """
    minutes, second = divmod(abs(offset), 60)
    hour, minute = divmod(minutes, 60)
    text = f"{'-' if offset < 0 else '+'}{hour:02}"
    if minute or second:
        text += f":{minute:02}"
    return text + f":{second:02}" if second else text


def interval_text(value: Interval) -> str:
    """
    ``1 year 2 mons -3 days +04:05:06.7``: PostgreSQL 15, EncodeInterval of datetime.c.

    A positive field after a negative one carries a plus sign, as there.
    """
    parts: list[str] = []
    behind_negative = False
    years, months = abs(value.months) // 12, abs(value.months) % 12
    sign = -1 if value.months < 0 else 1
    for count, unit in ((sign * years, "year"), (sign * months, "mon"), (value.days, "day")):
        if count:
            plus = "+" if behind_negative and count > 0 else ""
            parts.append(f"{plus}{count} {unit}{'' if count == 1 else 's'}")
            behind_negative = count < 0
    if value.microseconds or not parts:
        plus = "+" if behind_negative else ""
        parts.append(("-" if value.microseconds < 0 else plus) + time_text(abs(value.microseconds)))
    return " ".join(parts)


def _infinity(value: int) -> str:
    return "infinity" if value > 0 else "-infinity"


def _year(year: int) -> str:
    return f"{year if year > 0 else 1 - year:04}"


def _era(year: int) -> str:
    return "" if year > 0 else " BC"
