"""
Numeric text and base-10000 digits (PostgreSQL's own bytes are in test_binary).
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types.numerics import numeric_binary, numeric_text, read_numeric, read_numeric_binary

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(
    lambda n: abs(n.adjusted()) < 200
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.50"), "1.50"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("1E+5"), "100000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("NaN"), "NaN"),
        (Decimal("-Infinity"), "-Infinity"),
    ],
)
def test_text(value: Decimal, text: str) -> None:
    assert numeric_text(value) == text


@given(NUMBERS)
def test_text_reads_back(value: Decimal) -> None:
    assert read_numeric(numeric_text(value)) == value


@given(NUMBERS)
def test_binary_reads_back(value: Decimal) -> None:
    again = read_numeric_binary(numeric_binary(value))
    assert again == value
    assert numeric_text(again) == numeric_text(value)


def test_digits_beyond_the_display_scale_are_cut() -> None:
    # PostgreSQL 15: 1.2345 sent with a scale of 2 arrives as 1.23.
    assert str(read_numeric_binary(bytes.fromhex("0002 0000 0000 0002 0001 0929"))) == "1.23"


def test_a_weight_before_the_digits() -> None:
    assert str(read_numeric_binary(bytes.fromhex("0001 fffe 0000 0008 0001"))) == "1E-8"
