"""
OVERLAPS (PostgreSQL 15, 9.9): do two periods have a moment in common?
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from pggate.functions.interval_arithmetic import intervals
from pggate.types.datetimes import DAY, TIMESTAMP_INFINITY, Interval, civil, day_number


def overlap(first: Any, first_end: Any, second: Any, second_end: Any) -> Any:
    """
    OVERLAPS of two periods whose ends come in any order (src/backend/utils/adt/timestamp.c).
    """
    starts = (_numbers(first), _numbers(second))
    ends = (_ends(starts[0], first_end, first.type), _ends(starts[1], second_end, second.type))
    rows = zip(starts[0], ends[0], starts[1], ends[1], strict=True)
    return pa.array([_overlap(*row) for row in rows], pa.bool_())


def _numbers(column: Any) -> list[int | None]:
    found: list[int | None] = column.cast(pa.int64()).to_pylist()
    return found


def _ends(starts: list[int | None], ends: Any, of_type: pa.DataType) -> list[int | None]:
    if not pa.types.is_interval(ends.type):
        return _numbers(ends)
    moved = [
        None if start is None or span is None else _moved(start, span)
        for start, span in zip(starts, intervals(ends), strict=True)
    ]
    is_time = pa.types.is_time(of_type)
    return [end % DAY if is_time and end is not None else end for end in moved]


def _moved(moment: int, span: Interval) -> int:
    """A moment and an interval; a day that the month has not is its last one."""
    if abs(moment) == TIMESTAMP_INFINITY:
        return moment
    days, clock = divmod(moment, DAY)
    if span.months:
        year, month, day = civil(days)
        years, month = divmod(year * 12 + month - 1 + span.months, 12)
        days = min(_first_of(years, month) + day, _first_of(years, month + 1)) - 1
    return (days + span.days) * DAY + clock + span.microseconds


def _first_of(year: int, month: int) -> int:
    """The first day of a month that is counted from 0, perhaps beyond the year."""
    return day_number(year + month // 12, month % 12 + 1, 1)


def _overlap(start: int | None, stop: int | None, other: int | None, other_stop: int | None) -> bool | None:
    """Unknown ends leave what cannot be told unknown."""
    start, stop = _ordered(start, stop)
    other, other_stop = _ordered(other, other_stop)
    if start is None or other is None:
        return None
    if start == other:
        return None if stop is None or other_stop is None else True
    if start > other:
        start, stop, other, other_stop = other, other_stop, start, stop
    if stop is None:
        return None
    if other < stop:
        return True
    return None if other_stop is None else False


def _ordered(start: int | None, stop: int | None) -> tuple[int | None, int | None]:
    if start is None:
        return stop, None
    if stop is not None and stop < start:
        return stop, start
    return start, stop
