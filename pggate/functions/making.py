"""
Dates and times of their fields: make_date and its kin (PostgreSQL 15, 9.9, table 9.33).
"""

from __future__ import annotations

from typing import Any, Final

import pyarrow as pa

from pggate.errors import DatetimeFieldOverflow
from pggate.types.datetimes import DAY, FIRST_DAY, MICROSECONDS, civil, day_number

_LAST_YEAR: Final = 5_874_897


def make_date(year: int, month: int, day: int) -> int:
    """
    Days since 1970-01-01; the year before 1 is -1.

    Raises:
        DatetimeFieldOverflow: 22008, there is no such day.

    """
    astronomical = year + (year < 0)
    written = f"{year}-{month:02}-{day:02}"
    if year > _LAST_YEAR:
        raise DatetimeFieldOverflow(f"date out of range: {written}")
    days = day_number(astronomical, month, day) if 1 <= month <= 12 else 0
    if not year or not 1 <= month <= 12 or civil(days) != (astronomical, month, day):
        raise DatetimeFieldOverflow(f"date field value out of range: {written}")
    if days < FIRST_DAY:
        raise DatetimeFieldOverflow(f"date out of range: {astronomical}-{month:02}-{day:02}")
    return days


def make_time(hour: int, minute: int, second: float) -> int:
    """
    Microseconds since midnight; 24:00:00 is one, and a minute may have sixty seconds.

    Raises:
        DatetimeFieldOverflow: 22008, there is no such time.

    """
    microseconds = (hour * 60 + minute) * 60 * MICROSECONDS + round(second * MICROSECONDS)
    if not (hour >= 0 and 0 <= minute <= 59 and 0 <= second <= 60) or microseconds > DAY:
        raise DatetimeFieldOverflow(f"time field value out of range: {hour}:{minute:02}:{_second(second)}")
    return microseconds


def _second(second: float) -> str:
    return f"{second:02g}"


def dates(year: Any, month: Any, day: Any) -> Any:
    return _made(make_date, (year, month, day), pa.int32()).cast(pa.date32())


def times(hour: Any, minute: Any, second: Any) -> Any:
    return _made(make_time, (hour, minute, second), pa.int64()).cast(pa.time64("us"))


def timestamps(year: Any, month: Any, day: Any, hour: Any, minute: Any, second: Any) -> Any:
    fields = (year, month, day, hour, minute, second)
    return _made(_make_timestamp, fields, pa.int64()).cast(pa.timestamp("us"))


def _make_timestamp(year: int, month: int, day: int, hour: int, minute: int, second: float) -> int:
    return make_date(year, month, day) * DAY + make_time(hour, minute, second)


def _made(make: Any, fields: tuple[Any, ...], of_type: pa.DataType) -> Any:
    rows = zip(*(field.to_pylist() for field in fields), strict=True)
    return pa.array([None if None in row else make(*row) for row in rows], of_type)
