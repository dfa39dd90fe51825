"""
Arithmetic of times and intervals that DuckDB 1.5.5 has not (PostgreSQL 15, 9.9, table 9.32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pggate.errors import DivisionByZero
from pggate.types.datetimes import DAY, MICROSECONDS, Interval, interval_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DAYS_PER_MONTH = 30
_NANOSECONDS = 1000  # of a microsecond


def times_apart(left: Any, right: Any) -> Any:
    """
    time - time, as an interval.
    """
    pairs = zip(_microseconds(left), _microseconds(right), strict=True)
    return interval_column(None if a is None or b is None else Interval(0, 0, a - b) for a, b in pairs)


def divided(spans: Any, divisors: Any) -> Any:
    """
    interval / double precision.
    """
    pairs = zip(intervals(spans), divisors.to_pylist(), strict=True)
    return interval_column(None if span is None or by is None else divide(span, by) for span, by in pairs)


def divide(span: Interval, divisor: float) -> Interval:
    """
    What is left of months becomes days, thirty a month, and what is left of days time: interval_div of
    PostgreSQL 15's timestamp.c.

    Raises:
        DivisionByZero: 22012.

    """
    if divisor == 0:
        raise DivisionByZero("division by zero")
    months, days = int(span.months / divisor), int(span.days / divisor)
    days_left = _rounded((span.months / divisor - months) * _DAYS_PER_MONTH)
    seconds = _rounded((span.days / divisor - days + days_left - int(days_left)) * 86_400)
    whole_days = int(seconds / 86_400)
    microseconds = round(span.microseconds / divisor + (seconds - whole_days * 86_400) * MICROSECONDS)
    return Interval(months, days + whole_days + int(days_left), microseconds)


def with_justified_hours(spans: Any) -> Any:
    """
    justify_hours: twenty-four are a day.
    """
    return _each(spans, justify_hours)


def with_justified_days(spans: Any) -> Any:
    """
    justify_days: thirty are a month.
    """
    return _each(spans, justify_days)


def justified(spans: Any) -> Any:
    """
    justify_interval: both, and all signs are one.
    """
    return _each(spans, justify)


def justify_hours(span: Interval) -> Interval:
    whole, microseconds = _split(span.microseconds, DAY)
    return Interval(span.months, *_of_one_sign(span.days + whole, microseconds, DAY))


def justify_days(span: Interval) -> Interval:
    whole, days = _split(span.days, _DAYS_PER_MONTH)
    months, days = _of_one_sign(span.months + whole, days, _DAYS_PER_MONTH)
    return Interval(months, days, span.microseconds)


def justify(span: Interval) -> Interval:
    """
    PostgreSQL 15, interval_justify_interval of timestamp.c.
    """
    whole_days, microseconds = _split(span.microseconds, DAY)
    whole_months, days = _split(span.days, _DAYS_PER_MONTH)
    more_months, days = _split(days + whole_days, _DAYS_PER_MONTH)
    months = span.months + whole_months + more_months
    if months > 0 and (days < 0 or (days == 0 and microseconds < 0)):
        months, days = months - 1, days + _DAYS_PER_MONTH
    elif months < 0 and (days > 0 or (days == 0 and microseconds > 0)):
        months, days = months + 1, days - _DAYS_PER_MONTH
    return Interval(months, *_of_one_sign(days, microseconds, DAY))


def _of_one_sign(greater: int, lesser: int, ratio: int) -> tuple[int, int]:
    if greater > 0 > lesser:
        return greater - 1, lesser + ratio
    if greater < 0 < lesser:
        return greater + 1, lesser - ratio
    return greater, lesser


def _each(spans: Any, change: Callable[[Interval], Interval]) -> Any:
    return interval_column(None if span is None else change(span) for span in intervals(spans))


def _split(number: int, by: int) -> tuple[int, int]:
    """As C divides: towards zero."""
    whole = abs(number) // by * (1 if number >= 0 else -1)
    return whole, number - whole * by


def _rounded(number: float) -> float:
    return round(number * MICROSECONDS) / MICROSECONDS


def texts(spans: Any) -> Any:
    """
    As PostgreSQL writes them: IntervalStyle postgres.
    """
    return pa.array([None if span is None else interval_text(span) for span in intervals(spans)], pa.string())


def intervals(column: Any) -> list[Interval | None]:
    """
    The values of an Arrow column of intervals.
    """
    return [
        None if span is None else Interval(span.months, span.days, span.nanoseconds // _NANOSECONDS)
        for span in column.to_pylist()
    ]


def interval_column(spans: Iterable[Interval | None]) -> Any:
    """
    An Arrow column of intervals.
    """
    return pa.array(
        [
            None if span is None else (span.months, span.days, span.microseconds * _NANOSECONDS)
            for span in spans
        ],
        pa.month_day_nano_interval(),
    )


def _microseconds(times: Any) -> list[int | None]:
    found: list[int | None] = times.cast(pa.int64()).to_pylist()
    return found
