"""
What a time zone's offset is at an instant, for one value and for a whole column.

A tzinfo tells one instant at a time; a column asks for a million.  So a year's changes of offset are found
once (sampled by day, then bisected to the second) and a column is one binary search among them.  Python's
datetime ends at the years 1 and 9999: before 1800 every zone of the tz database keeps its first offset, and
after 9999 the calendar repeats every 400 years (PostgreSQL 15, localtime.c, does the same).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from pggate.types.datetimes import DAY, MICROSECONDS, civil, day_number

_CONSTANT_BEFORE: Final = 1800

# Multiples of 400 that Python's calendar holds: a year stands for every year of the same place in the cycle.
_CONSTANT_CYCLE: Final = 1200
_LAST_CYCLE: Final = 8800
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

Offsets = npt.NDArray[np.int64]


def offset_at(zone: tzinfo, instant: int) -> int:
    """
    Seconds east of Greenwich at an instant (microseconds since 1970-01-01 UTC, any year).
    """
    days, clock = divmod(instant, DAY)
    year, month, day = civil(days)
    moment = (day_number(_known_year(year), month, day) * DAY + clock) // MICROSECONDS
    return _offset(zone, moment)


def abbreviation_at(zone: tzinfo, instant: int) -> str:
    """
    What the zone's clock is called at an instant: CET, CEST, +03.
    """
    days, clock = divmod(instant, DAY)
    year, month, day = civil(days)
    moment = (day_number(_known_year(year), month, day) * DAY + clock) // MICROSECONDS
    return (_EPOCH + timedelta(seconds=moment)).astimezone(zone).tzname() or ""


def offset_of_local(zone: tzinfo, local: int) -> int:
    """
    The offset that a local time (microseconds since 1970-01-01 of the zone's own clock) has.

    As in PostgreSQL a time that a change of clocks skips or repeats takes the offset before the change where
    it is skipped and the later one where it is repeated.
    """
    early = offset_at(zone, local - 86_400 * MICROSECONDS)
    late = offset_at(zone, local + 86_400 * MICROSECONDS)
    if offset_at(zone, local - late * MICROSECONDS) == late:
        return late
    return early


def offsets_of_local(zone: tzinfo, locals_: Offsets) -> Offsets:
    """
    ``offset_of_local`` for every element of an int64 array.
    """
    early, late = offsets(zone, locals_ - DAY), offsets(zone, locals_ + DAY)
    return np.where(offsets(zone, locals_ - late * MICROSECONDS) == late, late, early)


def offsets(zone: tzinfo, instants: Offsets) -> Offsets:
    """
    ``offset_at`` for every element of an int64 array.
    """
    if len(instants) == 0 or zone is UTC:
        return np.zeros(len(instants), np.int64)
    seconds = instants // MICROSECONDS
    years = np.unique(seconds.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64)) + 1970
    tables = [_changes(zone, int(year)) for year in years]
    starts = np.concatenate([table[0] for table in tables])
    values = np.concatenate([table[1] for table in tables])
    found: Offsets = values[np.searchsorted(starts, seconds, side="right") - 1]
    return found


@lru_cache(maxsize=4096)
def _changes(zone: tzinfo, year: int) -> tuple[Offsets, Offsets]:
    """
    Instants (seconds) at which an offset begins within a UTC year, and the offsets; the first is the year's
    start.
    """
    known = _known_year(year)
    start = day_number(known, 1, 1) * 86_400
    shift = day_number(year, 1, 1) * 86_400 - start
    begins, values = [start], [_offset(zone, start)]
    if known >= _CONSTANT_BEFORE:
        for day in range(1, day_number(known + 1, 1, 1) - day_number(known, 1, 1) + 1):
            after = start + day * 86_400
            if _offset(zone, after) != values[-1]:
                begins.append(_first_with_new_offset(zone, after - 86_400, after))
                values.append(_offset(zone, after))
    return np.array(begins, np.int64) + shift, np.array(values, np.int64)


def _first_with_new_offset(zone: tzinfo, before: int, after: int) -> int:
    old = _offset(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after


def _known_year(year: int) -> int:
    if year < _CONSTANT_BEFORE:
        return _CONSTANT_CYCLE + year % 400
    return year if year < _LAST_CYCLE else _LAST_CYCLE + year % 400


def _offset(zone: tzinfo, second: int) -> int:
    offset = (_EPOCH + timedelta(seconds=second)).astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
