"""
Fewer digits behind the second.
"""

from __future__ import annotations

import pytest

from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.precision import EPOCH_2000, rounded


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
