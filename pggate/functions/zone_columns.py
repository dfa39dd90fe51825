"""
Time zones by their names and offsets, a column at a time: what AT TIME ZONE needs to know of them.
"""

from __future__ import annotations

from datetime import tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from pggate.errors import InvalidParameterValue
from pggate.functions.interval_arithmetic import intervals
from pggate.types.datetimes import MICROSECONDS, TIMESTAMP_INFINITY, Interval, interval_text
from pggate.types.zone_input import named_zone, read_zone


def seconds_of_name(zones: Any) -> Any:
    """
    Seconds east of Greenwich; null where the zone's own clock decides.
    """
    found = [None if zone is None else _named(zone) for zone in zones.to_pylist()]
    return pa.array([None if isinstance(zone, tzinfo) else zone for zone in found], pa.int32())


def seconds_of_interval(zones: Any) -> Any:
    """
    Raises:
        InvalidParameterValue: 22023, a zone's offset has no days.

    """
    return pa.array([None if span is None else _offset(span) for span in intervals(zones)], pa.int32())


def names(zones: Any) -> Any:
    """
    The tz database's spelling; null for a zone that is an offset.
    """
    found = [None if zone is None else _named(zone) for zone in zones.to_pylist()]
    return pa.array([zone.key if isinstance(zone, ZoneInfo) else None for zone in found], pa.string())


def names_of_offsets(zones: Any) -> Any:
    """
    What make_timestamptz calls a zone: an offset there counts to the east.
    """
    return pa.array([None if zone is None else _of_offset(zone) for zone in zones.to_pylist()], pa.string())


def from_offset(zones: Any, moments: Any) -> Any:
    """
    timestamp AT TIME ZONE interval.
    """
    return _shifted(moments, zones, -1).cast(pa.timestamp("us", "UTC"))


def to_offset(zones: Any, moments: Any) -> Any:
    """
    timestamp with time zone AT TIME ZONE interval.
    """
    return _shifted(moments, zones, 1).cast(pa.timestamp("us"))


def _shifted(moments: Any, zones: Any, sign: int) -> Any:
    numbers = moments.cast(pa.int64()).to_pylist()
    offsets = seconds_of_interval(zones).to_pylist()
    return pa.array([_moved(*pair, sign) for pair in zip(numbers, offsets, strict=True)], pa.int64())


def _moved(moment: int | None, offset: int | None, sign: int) -> int | None:
    if moment is None or offset is None or abs(moment) == TIMESTAMP_INFINITY:
        return None if offset is None else moment
    return moment + sign * offset * MICROSECONDS


def _offset(span: Interval) -> int:
    if span.months or span.days:
        raise InvalidParameterValue(
            f'interval time zone "{interval_text(span)}" must not include months or days'
        )
    return span.microseconds // MICROSECONDS


def _of_offset(zone: str) -> str:
    if zone[:1] not in {"+", "-"} and not zone[:1].isdigit():
        return zone
    try:
        seconds = read_zone(zone)
    except (ValueError, OverflowError):
        raise InvalidParameterValue(f'invalid input syntax for type numeric time zone: "{zone}"') from None
    if not isinstance(seconds, int):
        return zone
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"<>{'-' if seconds > 0 else '+'}{hour:02}:{minute:02}:{second:02}"


@lru_cache(maxsize=1024)
def _named(zone: str) -> int | tzinfo:
    return named_zone(zone)
