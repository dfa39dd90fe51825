"""
OVERLAPS.
"""

from __future__ import annotations

import itertools
from typing import Any

import psycopg
import pyarrow as pa
import pytest

from pggate.functions.interval_arithmetic import interval_column
from pggate.functions.periods import overlap
from pggate.types.datetimes import DAY, Interval


@pytest.mark.server
def test_ends_in_any_order_and_unknown_ends(postgres_dsn: str) -> None:
    rows = list(itertools.product((None, 1, 2, 3), repeat=4))
    columns = [
        pa.array([None if row[n] is None else row[n] * DAY for row in rows], pa.timestamp("us"))
        for n in range(4)
    ]
    query = "select (make_date(1970,1,1) + %s::int, make_date(1970,1,1) + %s::int) overlaps (make_date(1970,1,1) + %s::int, make_date(1970,1,1) + %s::int)"
    with psycopg.connect(postgres_dsn) as connection:
        theirs = [connection.execute(query, row).fetchall()[0][0] for row in rows]
    assert overlap(*columns).to_pylist() == theirs


def test_lengths() -> None:
    def found(start: int, span: Interval, other: int, length: Interval, of: Any) -> list[bool | None]:
        starts, others = pa.array([start], pa.int64()).cast(of), pa.array([other], pa.int64()).cast(of)
        result: list[bool | None] = overlap(
            starts, interval_column([span]), others, interval_column([length])
        ).to_pylist()
        return result

    moment = pa.timestamp("us")
    end_of_january = 30 * DAY
    assert found(end_of_january, Interval(1, 0, 0), 57 * DAY, Interval(0, 1, 0), moment) == [True]
    assert found(end_of_january, Interval(1, 0, 0), 58 * DAY, Interval(0, 1, 0), moment) == [False]
    assert found(0, Interval(0, 0, 3_600_000_000), 1_800_000_000, Interval(0, 0, 1), pa.time64("us")) == [
        True
    ]
