"""
Digits along a template's patterns, as PostgreSQL 15 writes them.
"""

from __future__ import annotations

import pytest

from pggate.functions.number_templates import read_template
from pggate.functions.number_writer import Writer


@pytest.mark.parametrize(
    ("template", "digits", "sign", "spaces", "written"),
    [
        ("999", "12", "+", 1, "  12"),
        ("9,999.99PR", "12.50", "-", 2, "   <12.50>"),
        ("FM9990.99", "12.50", "-", 2, "-12.5"),
        ("999th", "12", "+", 1, "  12th"),
    ],
)
def test_digits(template: str, digits: str, sign: str, spaces: int, written: str) -> None:
    assert Writer(read_template(template), digits, sign, spaces).written() == written
