"""
String literals as arguments of functions of several types.
"""

from __future__ import annotations

import pytest

from pggate.errors import AmbiguousFunction
from pggate.translate.dialect import untyped_arguments
from pggate.translate.dialect.untyped_arguments import literals
from tests.translate import rules

PAIRS = (
    (literals, "select sqrt('4'), stddev(distinct '1')",
     "select sqrt(CAST('4' AS DOUBLE)), stddev(distinct CAST('1' AS DOUBLE))"),
    (literals, "select bool_and('t')", "select bool_and(CAST('t' AS BOOLEAN))"),
    (literals, "select round('1.5', 1), max('4'), sqrt(b || 'x') from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


@pytest.mark.parametrize("sql", ["select sum('1')", "select avg(all '1')", "select bit_or(distinct '1')"])
def test_none_is_preferred(sql: str) -> None:
    with pytest.raises(AmbiguousFunction) as caught:
        rules.alone(literals, sql)
    assert caught.value.message.endswith("(unknown) is not unique")


def test_every_rule_is_tried() -> None:
    assert rules.untried(untyped_arguments, (rule for rule, _, _ in PAIRS)) == set()
