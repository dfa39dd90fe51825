"""
to_char, to_date and to_timestamp, a column at a time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pyarrow as pa

from pggate.errors import DatetimeFieldOverflow
from pggate.functions import templated_moments
from pggate.functions.datetime_formatting import formatted
from pggate.functions.datetime_reading import read
from pggate.functions.interval_arithmetic import intervals
from pggate.types.datetimes import DAY, FIRST_DAY, MICROSECONDS, TIMESTAMP_INFINITY, Interval, day_number
from pggate.types.precision import rounded
from pggate.types.shown_fields import of_interval, of_moment
from pggate.types.spellings import spelled_instant, spelled_timestamp
from pggate.types.zones import abbreviation_at, offset_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pggate.types.shown_fields import Fields

# PostgreSQL 15, 8.5, table 8.9
LAST_DAY: Final = day_number(5_874_897, 12, 31)
END_OF_TIMESTAMPS: Final = day_number(294_277, 1, 1) * DAY
_MOST_READ: Final = 16_384
"""Dates come again."""


def text_of_timestamps(moments: Any, templates: Any) -> Any:
    numbers = moments.cast(pa.int64())
    shown = templated_moments.texts(numbers, template) if (template := _constant(templates)) else None
    return _texts(_finite(numbers), templates, of_moment) if shown is None else shown


def text_of_instants(moments: Any, templates: Any) -> Any:
    """
    The column's type has the session's TimeZone.
    """
    zone, numbers = ZoneInfo(moments.type.tz), moments.cast(pa.int64())
    shown = templated_moments.texts(numbers, template, zone) if (template := _constant(templates)) else None
    if shown is not None:
        return shown

    def fields(instant: int) -> Fields:
        offset = offset_at(zone, instant)
        return of_moment(instant + offset * MICROSECONDS, abbreviation_at(zone, instant), offset)

    return _texts(_finite(numbers), templates, fields)


def text_of_times(times: Any, templates: Any) -> Any:
    """
    A time is an interval to to_char.
    """
    spans = (None if clock is None else Interval(0, 0, clock) for clock in times.cast(pa.int64()).to_pylist())
    return _texts(spans, templates, of_interval)


def text_of_intervals(spans: Any, templates: Any) -> Any:
    return _texts(intervals(spans), templates, of_interval)


def _texts(values: Iterable[Any], templates: Any, fields: Callable[[Any], Fields]) -> Any:
    return pa.array(
        [
            formatted(fields(value), template) if value is not None and template else None
            for value, template in zip(values, templates.to_pylist(), strict=True)
        ],
        pa.string(),
    )


def _constant(templates: Any) -> str | None:
    """The one template of all rows; None or "" where there is none."""
    distinct = templates.unique().to_pylist()
    return distinct[0] if len(distinct) == 1 else None


def _finite(numbers: Any) -> list[int | None]:
    """Microseconds; infinity, like NULL, has no text."""
    return [
        None if number is None or abs(number) == TIMESTAMP_INFINITY else number
        for number in numbers.to_pylist()
    ]


def dates(texts: Any, templates: Any) -> Any:
    """
    to_date.
    """
    return pa.array(_read(texts, templates, _date), pa.int32()).cast(pa.date32())


def timestamps(texts: Any, templates: Any) -> Any:
    """
    to_timestamp, as the texts of what it gives: with an offset, or else the session's TimeZone decides.
    """
    return pa.array(_read(texts, templates, _timestamp), pa.string())


def _read(texts: Any, templates: Any, make: Callable[[str, str], Any]) -> list[Any]:
    rows = zip(texts.to_pylist(), templates.to_pylist(), strict=True)
    return [None if None in row else make(*row) for row in rows]


@lru_cache(maxsize=_MOST_READ)
def _date(text: str, template: str) -> int:
    days = read(text, template).days
    if not FIRST_DAY <= days <= LAST_DAY:
        raise DatetimeFieldOverflow(f'date out of range: "{text}"')
    return days


@lru_cache(maxsize=_MOST_READ)
def _timestamp(text: str, template: str) -> str:
    days, clock, offset, digits = read(text, template)
    moment = rounded(days * DAY + clock - (offset or 0) * MICROSECONDS, digits or None)
    if not FIRST_DAY * DAY <= moment < END_OF_TIMESTAMPS:
        raise DatetimeFieldOverflow("timestamp out of range")
    return spelled_timestamp(moment) if offset is None else spelled_instant(moment)
