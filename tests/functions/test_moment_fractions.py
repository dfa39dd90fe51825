"""
What extract() has behind the point.
"""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa

from pggate.functions import moment_fractions

MICROSECONDS = pa.array([7_250_000, -7_250_000, None])


def test_fractions() -> None:
    assert moment_fractions.of_seconds(None, MICROSECONDS).to_pylist() == [
        Decimal("0.250000"),
        Decimal("-0.250000"),
        None,
    ]
    assert moment_fractions.nothing(None, MICROSECONDS).to_pylist() == [Decimal(0)] * 3
    noon = pa.array([43_200_000_000, None])
    assert moment_fractions.of_days(None, noon).to_pylist() == [Decimal("0.50000000000000000000"), None]
