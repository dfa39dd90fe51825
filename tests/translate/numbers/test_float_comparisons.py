"""
Reals that are compared with numerics that are written out.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.numbers import float_comparisons
from pggate.translate.trees.number_types import decimal, plain
from tests.translate.retyped import edited

REAL = {"expression_class": "BOUND_REF", "return_type": plain("FLOAT")}
LITERAL = {
    "expression_class": "BOUND_CAST",
    "child": {"expression_class": "BOUND_CONSTANT", "value": {"type": decimal(2, 1)}},
    "return_type": plain("FLOAT"),
}


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("a::real = 0.1", "(CAST(CAST(a AS FLOAT) AS DOUBLE) = 0.1)"),
        ("0.1 < a::real", "(0.1 < CAST(CAST(a AS FLOAT) AS DOUBLE))"),
        ("a::real between 0.1 and 0.2", "(CAST(CAST(a AS FLOAT) AS DOUBLE) BETWEEN 0.1 AND 0.2)"),
        ("a::double = 0.1", None),
        ("a::real = '0.1'", None),
        ("a::real = 0.1::real", None),
        ("a::real in (0.1, 0.2)", None),
        ("0.1 = 0.2", None),
    ],
)
def test_compared(pg: str, expected: str | None) -> None:
    found = edited(f"select {pg} as x from t")
    assert found == (None if expected is None else f"SELECT {expected} AS x FROM t")


@pytest.mark.parametrize(
    ("comparison", "asks"),
    [
        ({"expression_class": "BOUND_COMPARISON", "left": REAL, "right": LITERAL}, True),
        ({"expression_class": "BOUND_COMPARISON", "left": REAL, "right": REAL}, False),
        ({"expression_class": "BOUND_BETWEEN", "input": REAL, "lower": REAL, "upper": LITERAL}, True),
        (
            {
                "expression_class": "BOUND_COMPARISON",
                "left": REAL,
                "right": {**LITERAL, "return_type": plain("DOUBLE")},
            },
            False,
        ),
    ],
)
def test_asks(comparison: Any, asks: bool) -> None:
    assert float_comparisons.asks(comparison) is asks
