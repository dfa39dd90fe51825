"""
Numbers in the text.
"""

from __future__ import annotations

import pytest

from pggate.errors import NumericValueOutOfRange
from pggate.translate.numbers import literal_numbers
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal
from tests.translate import duck, rules

NUMERICS = (
    ("select 1e5, -1.5e-3", "select (+CAST(100000 AS DECIMAL(6,0))), -0.0015"),
    ("select 5. from t where a > 2.E1", "select (+CAST(5 AS DECIMAL(1,0))) from t where a > (+CAST(20 AS DECIMAL(2,0)))"),
    ("select .5e1::text", "select (+CAST(5 AS DECIMAL(1,0)))::text"),
    ("select .5, t.a from t", "select 0.5, t.a from t"),
    # more digits than a DECIMAL has
    ("select 1e40, 1e-40", None),
    ("select 1.5, 12, t.e1, '1e5', \"1e5\" from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), NUMERICS)
def test_numerics(pg: str, expected: str | None) -> None:
    rules.check(literal_numbers.numerics, pg, expected)


def test_every_rule_is_tried() -> None:
    assert not rules.untried(literal_numbers, [literal_numbers.numerics, literal_numbers.lowest])


def test_larger_than_a_double() -> None:
    with pytest.raises(NumericValueOutOfRange):
        rules.alone(literal_numbers.numerics, "select 1e400")


@pytest.mark.parametrize(
    ("pg", "expected"),
    [
        ("select -2147483648", "select (+CAST(-2147483648 AS INTEGER))"),
        ("select a -2147483648, - 2147483648::int8, -2147483649 from t", None),
    ],
)
def test_lowest(pg: str, expected: str | None) -> None:
    rules.check(literal_numbers.lowest, pg, expected)


@pytest.mark.parametrize(
    ("text", "expected", "width", "scale"),
    [
        ("1.50", "1.50", 3, 2),
        (" -0.05 ", "-0.05", 3, 2),
        ("12345678901234567890.5", "12345678901234567890.5", 21, 1),
        ("100", "+(CAST('100' AS DECIMAL(3,0)))", 3, 0),
        ("1e3", "+(CAST('1e3' AS DECIMAL(4,0)))", 4, 0),
    ],
)
def test_number_of_a_text(text: str, expected: str, width: int, scale: int) -> None:
    found = literal_numbers.number_of(nodes.constant(text))
    assert found is not None
    node, of_type = found
    assert of_type == decimal(width, scale)
    assert duck.text(nodes.select(node)) == f"SELECT {expected}"


@pytest.mark.parametrize("value", ["x", "NaN", "", "1e400", 5])
def test_what_is_no_number(value: str | int) -> None:
    assert literal_numbers.number_of(nodes.constant(value)) is None
