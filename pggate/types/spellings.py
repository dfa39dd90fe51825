"""
Values in DuckDB's spelling, for those that Python has no value for; each as ``text.decode`` gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.types import table
from pggate.types.datetimes import date_text, time_text, timestamp_text
from pggate.types.floats import float4_text, float8_text
from pggate.types.numerics import numeric_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.datetimes import Interval
    from pggate.types.table import PgType


def spelled_date(days: int) -> str:
    """
    ``12020-01-31``, ``0044-03-15 (BC)``, ``infinity``.
    """
    return _with_era_after_day(date_text(days))


def spelled_timestamp(microseconds: int) -> str:
    """
    ``0044-03-15 (BC) 12:00:00``.
    """
    return _with_era_after_day(timestamp_text(microseconds))


def spelled_instant(microseconds: int) -> str:
    """
    A timestamptz in UTC: ``0044-03-15 (BC) 12:00:00+00``.
    """
    spelled = spelled_timestamp(microseconds)
    return spelled if spelled.endswith("infinity") else f"{spelled}+00"


def spelled_interval(value: Interval) -> str:
    """
    ``1 months -2 days 3 microseconds``: DuckDB reads no plus sign, which PostgreSQL's own text may have.
    """
    return f"{value.months} months {value.days} days {value.microseconds} microseconds"


def _with_era_after_day(spelled: str) -> str:
    if not spelled.endswith(" BC"):
        return spelled
    day, _, clock = spelled.removesuffix(" BC").partition(" ")
    return f"{day} (BC) {clock}".rstrip()


# How the items of a list are spelled where one of them has no Python value.
# fmt: off
SPELLINGS: Final[dict[PgType, Callable[[Any], str]]] = {
    table.DATE:        spelled_date,
    table.TIME:        time_text,
    table.TIMESTAMP:   spelled_timestamp,
    table.TIMESTAMPTZ: spelled_instant,
    table.FLOAT4:      float4_text,
    table.FLOAT8:      float8_text,
    table.NUMERIC:     numeric_text,
}
# fmt: on
