"""
Fewer digits behind the second.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.precision import EPOCH_2000, rounded, rounded_all


@pytest.mark.parametrize(
    ("microseconds", "digits", "origin", "expected"),
    [
        (EPOCH_2000 + 500_000, 0, EPOCH_2000, EPOCH_2000 + 1_000_000),
        (EPOCH_2000 - 500_000, 0, EPOCH_2000, EPOCH_2000 - 1_000_000),
        (1_234_567, 3, 0, 1_235_000),
        (1_234_567, None, 0, 1_234_567),
        (1_234_567, 6, 0, 1_234_567),
        (TIMESTAMP_INFINITY, 0, EPOCH_2000, TIMESTAMP_INFINITY),
    ],
)
def test_rounded(microseconds: int, digits: int | None, origin: int, expected: int) -> None:
    assert rounded(microseconds, digits, origin) == expected


def test_rounded_all() -> None:
    given = [EPOCH_2000 + 500_000, None, EPOCH_2000 - 500_000, TIMESTAMP_INFINITY, -TIMESTAMP_INFINITY]
    array = pa.array([0, *given], pa.timestamp("us")).slice(1)
    found = rounded_all(array, 0).cast(pa.int64()).to_pylist()
    assert found == [None if each is None else rounded(each, 0) for each in given]
    assert rounded_all(pa.array(given, pa.timestamp("us", "UTC")), 0).type == pa.timestamp("us", "UTC")
    day = pa.array([86_399_996_000], pa.time64("us"))
    assert rounded_all(day, 2).view(pa.int64()).to_pylist() == [86_400_000_000]
    assert rounded_all(day, 3) is day
