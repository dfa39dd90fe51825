"""
Arithmetic of times and intervals, checked against PostgreSQL's.
"""

from __future__ import annotations

import psycopg
import pyarrow as pa
import pytest

from pggate.errors import DivisionByZero
from pggate.functions import interval_arithmetic
from pggate.types.datetimes import Interval, interval_text
from pggate.types.interval_input import read_interval

SPANS = (
    "1 mon",
    "1 year",
    "1 year 2 mons 3 days 04:05:06",
    "-1 mon -1 day -00:00:01",
    "1 mon -1 day 1 hour",
    "1 mon -1 hour",
    "35 days 27 hours",
    "-35 days 27 hours",
    "1 mon -35 days 10:00",
    "-1 day 27 hours",
    "0",
)


@pytest.mark.server
@pytest.mark.parametrize("divisor", [3.0, 1.5, -7.0, 1.7, 0.3, 1e6])
def test_division(postgres_dsn: str, divisor: float) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        for span in SPANS:
            ((theirs,),) = connection.execute("select (%s::interval / %s)::text", [span, divisor]).fetchall()
            assert interval_text(interval_arithmetic.divide(read_interval(span), divisor)) == theirs, span


@pytest.mark.server
def test_justification(postgres_dsn: str) -> None:
    ours = {
        "justify_hours": interval_arithmetic.justify_hours,
        "justify_days": interval_arithmetic.justify_days,
        "justify_interval": interval_arithmetic.justify,
    }
    with psycopg.connect(postgres_dsn) as connection:
        for name, justify in ours.items():
            for span in SPANS:
                ((theirs,),) = connection.execute(f"select {name}(%s::interval)::text", [span]).fetchall()
                assert interval_text(justify(read_interval(span))) == theirs, (name, span)


def test_division_by_zero() -> None:
    with pytest.raises(DivisionByZero):
        interval_arithmetic.divide(Interval(1, 0, 0), 0.0)


def test_columns() -> None:
    spans = interval_arithmetic.interval_column([Interval(1, 35, 90_000_000_000), None])
    assert interval_arithmetic.intervals(spans) == [Interval(1, 35, 90_000_000_000), None]
    assert interval_arithmetic.texts(spans).to_pylist() == ["1 mon 35 days 25:00:00", None]
    halves = interval_arithmetic.divided(spans, pa.array([2.0, 2.0]))
    assert interval_arithmetic.texts(halves).to_pylist() == ["32 days 24:30:00", None]
    for justified, text in (
        (interval_arithmetic.with_justified_hours, "1 mon 36 days 01:00:00"),
        (interval_arithmetic.with_justified_days, "2 mons 5 days 25:00:00"),
        (interval_arithmetic.justified, "2 mons 6 days 01:00:00"),
    ):
        assert interval_arithmetic.texts(justified(spans)).to_pylist() == [text, None]
    times = pa.array([36_000_000_000, None], pa.time64("us"))
    noon = pa.array([43_200_000_000] * 2, pa.time64("us"))
    assert interval_arithmetic.texts(interval_arithmetic.times_apart(times, noon)).to_pylist() == [
        "-02:00:00",
        None,
    ]
