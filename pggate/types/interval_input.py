"""
Intervals read from text: PostgreSQL's and DuckDB's worded form, clock times, ISO 8601 (PostgreSQL 15, 8.5.4).
"""

from __future__ import annotations

import re
from typing import Final

from pggate.errors import DatetimeFieldOverflow, InvalidDatetimeFormat
from pggate.types.datetime_input import fraction
from pggate.types.datetimes import DAY, MICROSECONDS, Interval
from pggate.types.table import SPACE

_MONTH: Final = 1  # of an interval: which part a unit counts into
_DAY: Final = 2
_CLOCK: Final = 3
# fmt: off
_UNITS: Final[dict[str, tuple[int, int]]] = {
    "millennium": (_MONTH, 12_000), "millennia": (_MONTH, 12_000), "millenniums": (_MONTH, 12_000),
    "mil": (_MONTH, 12_000), "mils": (_MONTH, 12_000),
    "century": (_MONTH, 1200), "centuries": (_MONTH, 1200), "cent": (_MONTH, 1200), "c": (_MONTH, 1200),
    "decade": (_MONTH, 120), "decades": (_MONTH, 120), "dec": (_MONTH, 120), "decs": (_MONTH, 120),
    "year": (_MONTH, 12), "years": (_MONTH, 12), "y": (_MONTH, 12), "yr": (_MONTH, 12), "yrs": (_MONTH, 12),
    "month": (_MONTH, 1), "months": (_MONTH, 1), "mon": (_MONTH, 1), "mons": (_MONTH, 1),
    "week": (_DAY, 7), "weeks": (_DAY, 7), "w": (_DAY, 7),
    "day": (_DAY, 1), "days": (_DAY, 1), "d": (_DAY, 1),
    "hour": (_CLOCK, 3_600_000_000), "hours": (_CLOCK, 3_600_000_000), "h": (_CLOCK, 3_600_000_000),
    "hr": (_CLOCK, 3_600_000_000), "hrs": (_CLOCK, 3_600_000_000),
    "minute": (_CLOCK, 60_000_000), "minutes": (_CLOCK, 60_000_000), "m": (_CLOCK, 60_000_000),
    "min": (_CLOCK, 60_000_000), "mins": (_CLOCK, 60_000_000),
    "second": (_CLOCK, 1_000_000), "seconds": (_CLOCK, 1_000_000), "s": (_CLOCK, 1_000_000),
    "sec": (_CLOCK, 1_000_000), "secs": (_CLOCK, 1_000_000),
    "millisecond": (_CLOCK, 1000), "milliseconds": (_CLOCK, 1000), "ms": (_CLOCK, 1000),
    "msec": (_CLOCK, 1000), "msecs": (_CLOCK, 1000),
    "microsecond": (_CLOCK, 1), "microseconds": (_CLOCK, 1), "us": (_CLOCK, 1),
    "usec": (_CLOCK, 1), "usecs": (_CLOCK, 1),
}
# fmt: on
_INTERVAL_PART: Final = re.compile(
    r"\s*(?:(?P<sign>[+-]?)(?P<hours>\d{1,30}):(?P<minutes>\d{1,2})(?::(?P<seconds>\d{1,2})(?:\.(?P<fraction>\d*))?)?"
    r"|(?P<count>[+-]?\d{1,30})(?P<decimals>\.\d*)?\s*(?P<unit>[a-z]+|\Z))(?=\s|$|[+-]|\d)",
    re.IGNORECASE | re.ASCII,
)
_ISO_INTERVAL: Final = re.compile(
    r"P(?=[-+\dT])(?:([+-]?\d{1,30})Y)?(?:([+-]?\d{1,30})M)?(?:([+-]?\d{1,30})W)?(?:([+-]?\d{1,30})D)?"
    r"(?:T(?=[-+\d])(?:([+-]?\d{1,30})H)?(?:([+-]?\d{1,30})M)?(?:([+-]?)(\d{1,30})(?:\.(\d+))?S)?)?",
    re.ASCII,
)


def read_interval(text: str) -> Interval:
    """
    PostgreSQL's and DuckDB's worded form, ``[-]hh:mm:ss`` and ISO 8601's ``P1Y2M3DT4H5M6S``.
    """
    stripped = text.strip(SPACE)
    if stripped[:1] == "P":
        return _iso_interval(stripped, text)
    body = stripped.removeprefix("@").strip(SPACE)
    ago = body.lower().endswith(" ago")
    totals = {_MONTH: 0, _DAY: 0, _CLOCK: 0}
    at, body = 0, body[:-4].rstrip(SPACE) if ago else body
    while at < len(body):
        match = _INTERVAL_PART.match(body, at)
        if match is None:
            raise _invalid(text)
        _count_in(totals, match, text)
        at = match.end()
    if at == 0:
        raise _invalid(text)
    value = _bounded(Interval(totals[_MONTH], totals[_DAY], totals[_CLOCK]), text)
    return _bounded(Interval(*(-part for part in value)), text) if ago else value


def _count_in(totals: dict[int, int], match: re.Match[str], text: str) -> None:
    if match["hours"] is not None:
        clock = (int(match["hours"]) * 60 + int(match["minutes"])) * 60 + int(match["seconds"] or 0)
        value = clock * MICROSECONDS + fraction(match["fraction"])
        totals[_CLOCK] += -value if match["sign"] == "-" else value
        return
    unit = _UNITS.get(match["unit"].lower() or "second")  # a bare number at the end counts seconds
    if unit is None:
        raise _invalid(text)
    part, factor = unit
    totals[part] += int(match["count"]) * factor
    decimals = match["decimals"]
    if decimals and decimals.strip("."):
        _countfraction(totals, part, factor, float("0" + decimals) * (-1 if match["count"][0] == "-" else 1))


def _countfraction(totals: dict[int, int], part: int, factor: int, fraction: float) -> None:
    # PostgreSQL 15, 8.5.4: fractions of greater units become months, then days (30 a month), then time.
    if part == _MONTH and factor > 1:
        totals[_MONTH] += round(fraction * factor)
        return
    if part == _CLOCK:
        totals[_CLOCK] += round(fraction * factor)
        return
    days = fraction * (30 if part == _MONTH else factor)
    totals[_DAY] += int(days)
    totals[_CLOCK] += round((days - int(days)) * DAY)


def _iso_interval(stripped: str, text: str) -> Interval:
    match = _ISO_INTERVAL.fullmatch(stripped)
    if match is None:
        raise _invalid(text)
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in match.groups()[:6])
    seconds = int(match[8] or 0) * MICROSECONDS + fraction(match[9])
    clock = (hours * 60 + minutes) * 60 * MICROSECONDS + (-seconds if match[7] == "-" else seconds)
    return _bounded(Interval(years * 12 + months, weeks * 7 + days, clock), text)


def _bounded(value: Interval, text: str) -> Interval:
    if not -(2**31) <= value.months < 2**31:
        raise DatetimeFieldOverflow("interval out of range")
    if not -(2**31) <= value.days < 2**31 or not -(2**63) <= value.microseconds < 2**63:
        raise DatetimeFieldOverflow(f'interval field value out of range: "{text}"', sqlstate="22015")
    return value


def _invalid(text: str) -> InvalidDatetimeFormat:
    return InvalidDatetimeFormat(f'invalid input syntax for type interval: "{text}"')
