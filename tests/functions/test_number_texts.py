"""
to_char of numbers, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from pggate.errors import NumericValueOutOfRange
from pggate.functions.number_texts import number_text

TEXTS = (
    (125, "999", " 125"),
    (Decimal("-125.8"), "999D99S", "125.80-"),
    (Decimal("-0.1"), "99.99", "  -.10"),
    (Decimal("-0.1"), "FM9.99", "-.1"),
    (Decimal("-0.1"), "FM90.99", "-0.1"),
    (Decimal("0.1"), "0.9", " 0.1"),
    (12, "9990999.9", "    0012.0"),
    (12, "FM9990999.9", "0012."),
    (485, "999", " 485"),
    (-485, "999", "-485"),
    (485, "9 9 9", " 4 8 5"),
    (1485, "9,999", " 1,485"),
    (1485, "9G999", " 1,485"),
    (Decimal("148.5"), "999.999", " 148.500"),
    (Decimal("148.5"), "FM999.999", "148.5"),
    (Decimal("148.5"), "FM999.990", "148.500"),
    (Decimal("148.5"), "999D999", " 148.500"),
    (Decimal("3148.5"), "9G999D999", " 3,148.500"),
    (-485, "999S", "485-"),
    (-485, "999MI", "485-"),
    (485, "999MI", "485 "),
    (485, "FM999MI", "485"),
    (485, "PL999", "+ 485"),
    (485, "SG999", "+485"),
    (-485, "SG999", "-485"),
    (-485, "9SG99", "4-85"),
    (-485, "999PR", "<485>"),
    (485, "999PR", " 485 "),
    (485, "L999", "  485"),
    (485, "RN", "        CDLXXXV"),
    (485, "FMRN", "CDLXXXV"),
    (Decimal("5.2"), "FMRN", "V"),
    (482, "999th", " 482nd"),
    (485, '"Good number:"999', "Good number: 485"),
    (Decimal("485.8"), '"Pre:"999" Post:" .999', "Pre: 485 Post: .800"),
    (12, "99V999", " 12000"),
    (Decimal("12.4"), "99V999", " 12400"),
    (Decimal("12.45"), "99V9", " 125"),
    (Decimal("0.0004859"), "9.99EEEE", " 4.86e-04"),
    (12345, "9.99EEEE", " 1.23e+04"),
    (Decimal("-1234.5"), "9.9EEEE", "-1.2e+03"),
    (0, "9.9EEEE", " 0.0e+00"),
    (0, "9", " 0"),
    (0, "FM9", "0"),
    (0, "B9", " 0"),
    (0, "0", " 0"),
    (0, "FM9.9", "0."),
    (Decimal("0.0"), "9.9", "  .0"),
    (1234, "99", " ##"),
    (Decimal("1234.5"), "FM99.9", "##.#"),
    (1, "", ""),
    (4000, "RN", "###############"),
    (0, "RN", "###############"),
    (3999, "rn", "      mmmcmxcix"),
    (Decimal("1e10"), "9", " #"),
    (123456789012, "999,999,999,999", " 123,456,789,012"),
    (Decimal("1234567.891"), "FM9,999,999.00", "1,234,567.89"),
    (Decimal("0.5"), "FM999.00", ".50"),
    (Decimal("0.5"), "FM990.00", "0.50"),
    (Decimal("-0.5"), "FM990.00", "-0.50"),
    (1.5, "9.9999", " 1.5000"),
    (12345678901234567.5, "99999999999999999999.99", "    12345678901234568"),
    (5, "00", " 05"),
    (5, "FM00", "05"),
    (21, "FM99th", "21st"),
    (11, "FM99TH", "11TH"),
    (Decimal("12.7"), "99", " 13"),
    (Decimal("1234.5"), "9999.99MI", "1234.50 "),
    (Decimal("-1234.5"), "MI9999.99", "-1234.50"),
    (Decimal("1234.5678"), "0000.00", " 1234.57"),
    (1, '9"x"9', " x 1"),
    (12, "S99", "+12"),
    (-12, "S99", "-12"),
    (12, "99S", "12+"),
    (12, "FMS99", "+12"),
    (7, '9\\"9', ' " 7'),
    (float("inf"), "99.9", " ##.#"),
    (float("nan"), "99", " ##"),
    (float("inf"), "9.9EEEE", " #.#####"),
)


@pytest.mark.parametrize(("number", "template", "text"), TEXTS)
def test_texts(number: float | Decimal, template: str, text: str) -> None:
    assert number_text(number, template) == text


def test_roman_numbers_are_integers() -> None:
    with pytest.raises(NumericValueOutOfRange, match="integer out of range"):
        number_text(Decimal(2**31), "RN")
