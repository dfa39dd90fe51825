"""
to_number, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from pggate.errors import PgError
from pggate.functions.number_reading import read_number

NUMBERS = (
    ("12,454.8-", "99G999D9S", "-12454.8"),
    ("-34,338,492", "99G999G999", "-34338492"),
    ("1234", "9999", "1234"),
    ("1,234.56", "9,999.99", "1234.56"),
    ("$1.50", "L9.99", "1.50"),
    ("<5>", "9PR", "-5"),
    ("12", "9", "1"),
    ("1.5", "9.9", "1.5"),
    ("485", "9V9", "4.8000000000000000"),
    ("  12", "9999", "12"),
    ("-12", "S99", "-12"),
    ("12-", "99MI", "-12"),
    ("1 2", "9 9", "12"),
    ("5.01-", "FM9.999999MI", "-5.01"),
    (".5", "9.9", "0.5"),
    ("12th", "99th", "12"),
)
WRONG = (
    ("abc", "999", "22P02"),
    ("", "999", "22P02"),
    ("1.5", "EEEE", "0A000"),
    ("IV", "RN", "0A000"),
)


@pytest.mark.parametrize(("text", "template", "number"), NUMBERS)
def test_numbers(text: str, template: str, number: str) -> None:
    assert read_number(text, template) == Decimal(number)


@pytest.mark.parametrize(("text", "template", "code"), WRONG)
def test_no_numbers(text: str, template: str, code: str) -> None:
    with pytest.raises(PgError) as caught:
        read_number(text, template)
    assert caught.value.code == code


def test_nothing_comes_of_no_template() -> None:
    assert read_number("1", "") is None
