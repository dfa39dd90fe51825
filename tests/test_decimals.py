"""
The DECIMALs that stand for numeric without a precision.
"""

from __future__ import annotations

from pggate.decimals import BARE_SCALE, MOST_DIGITS, PRODUCT_SCALES, QUOTIENT_SCALES


def test_each_has_a_scale_of_its_own() -> None:
    scales = [BARE_SCALE, *PRODUCT_SCALES, *QUOTIENT_SCALES]
    assert len(set(scales)) == len(scales)
    assert max(scales) <= MOST_DIGITS


def test_a_product_of_three_is_a_decimal() -> None:
    assert 3 * BARE_SCALE <= MOST_DIGITS
    assert {BARE_SCALE + 2, 2 * BARE_SCALE, 3 * BARE_SCALE} == set(PRODUCT_SCALES)


def test_the_average_of_bigints_fits() -> None:
    assert MOST_DIGITS - QUOTIENT_SCALES[1] >= len(str(2**63))
