"""
Dates and times of their fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pyarrow as pa
import pytest

from pggate.errors import DatetimeFieldOverflow
from pggate.functions import making
from pggate.types.datetimes import date_text, time_text

if TYPE_CHECKING:
    from collections.abc import Callable

DATES = (
    (2013, 7, 15),
    (-44, 3, 15),
    (0, 3, 15),
    (2013, 13, 15),
    (2013, 2, 30),
    (123456789, 1, 1),
    (-4714, 11, 24),
    (-4714, 11, 23),
    (5874897, 12, 31),
    (2013, 0, 1),
    (2013, 1, 0),
)
TIMES = (
    (8, 15, 23.5),
    (24, 0, 0.0),
    (24, 0, 0.5),
    (25, 0, 0.0),
    (8, 60, 0.0),
    (8, 15, 60.0),
    (8, 15, 61.5),
    (-1, 0, 0.0),
    (8, 15, -1.5),
)


@pytest.mark.server
def test_fields_make_what_they_make_in_postgresql(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn, autocommit=True) as connection:
        for date in DATES:
            assert _ours(making.make_date, date_text, date) == _theirs(
                connection, "make_date(%s,%s,%s)", date
            )
        for time in TIMES:
            assert _ours(making.make_time, time_text, time) == _theirs(
                connection, "make_time(%s,%s,%s)", time
            )


def _ours(make: Callable[..., int], text: Callable[[int], str], fields: tuple[object, ...]) -> str:
    try:
        return text(make(*fields))
    except DatetimeFieldOverflow as error:
        return error.message


def _theirs(connection: psycopg.Connection, call: str, fields: tuple[object, ...]) -> str:
    try:
        ((value,),) = connection.execute(f"select ({call})::text", fields).fetchall()
    except psycopg.errors.DatetimeFieldOverflow as error:
        return error.diag.message_primary or ""
    return str(value)


def test_columns() -> None:
    year, one = pa.array([2020, None]), pa.array([1, 1])
    assert making.dates(year, one, one).cast(pa.int32()).to_pylist() == [18_262, None]
    assert making.times(one, one, one).cast(pa.int64()).to_pylist() == [3_661_000_000] * 2
    found = making.timestamps(year, one, one, one, one, pa.array([1.5, 1.5]))
    assert found.cast(pa.int64()).to_pylist() == [18_262 * 86_400_000_000 + 3_661_500_000, None]
