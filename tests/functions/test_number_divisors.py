"""
gcd and lcm of numerics, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from pggate.functions.number_divisors import gcd, lcm


@pytest.mark.parametrize(
    ("one", "other", "divisor", "multiple"),
    [
        (Decimal("12.0"), Decimal("18.0"), "6.0", "36.0"),
        (Decimal("1.5"), Decimal("1.0"), "0.5", "3.0"),
        (Decimal("-1.50"), 1, "0.50", "3.00"),
        (Decimal("0.0"), Decimal("2.5"), "2.5", "0.0"),
        (0, Decimal("0.0"), "0.0", "0.0"),
    ],
)
def test_divisors(one: Decimal | int, other: Decimal | int, divisor: str, multiple: str) -> None:
    assert (gcd(one, other), lcm(one, other)) == (divisor, multiple)
