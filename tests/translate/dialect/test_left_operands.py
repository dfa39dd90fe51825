"""
Operators that become calls around both of their operands.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import left_operands
from pggate.translate.dialect.left_operands import normalized, quantified_patterns
from tests.translate import rules

PAIRS = (
    (quantified_patterns, "select a like any (array['x%']) from t", "select \"~any_like\"(a , (array['x%']), false) from t"),
    (quantified_patterns, "select 1 from t where f(a) || 'b' not ilike all ($1) and c",
     "select 1 from t where \"~all_ilike\"(f(a) || 'b' , ($1), true) and c"),
    (quantified_patterns, "select (a !~* some (array['x'])) from t", "select (\"~any_imatch\"(a , (array['x']), true)) from t"),
    (quantified_patterns, "select a ~ any (select b from t) from t", 'select "~any_match"(a , ARRAY (select b from t), false) from t'),
    (quantified_patterns, "select a = any (array[1]) from t", None),
    (normalized, "select a is normalized from t", "select is_normalized(a ) from t"),
    (normalized, "select a is not nfd normalized from t", "select NOT is_normalized(a , 'nfd') from t"),
    (normalized, "select normalized is null from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(left_operands, (rule for rule, _, _ in PAIRS)) == set()
