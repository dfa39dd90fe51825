"""
Calls by DuckDB's names and in its shapes.
"""

from __future__ import annotations

import pytest

from pggate.translate import calls
from pggate.translate.calls import functions, json_aggregates, keyword_calls
from tests.translate import rules

PAIRS = (
    (functions, "select json_build_object('a', 1), jsonb_build_array(1)",
     "select json_object('a', 1), system.main.json_array(1)"),
    (functions, "select every(a > 1) filter (where b) from t", "select system.main.bool_and(a > 1) filter (where b) from t"),
    (functions, "select json_build_object, s.every(1) from t", None),
    (json_aggregates, "select json_agg(a order by b) filter (where c), 1 from t",
     "select system.main.to_json(array_agg(a order by b) filter (where c)), 1 from t"),
    (json_aggregates, "select jsonb_agg(f(a)) from t", "select system.main.json_quote(array_agg(f(a))) from t"),
    (json_aggregates, "select json_agg from t", None),
    (keyword_calls, "select overlay(a placing f(b, 1) from 2 for 3)", 'select "overlay"(a , f(b, 1) , 2 , 3)'),
    (keyword_calls, "select substring(a from 'b.')", "select \"substring\"(a , 'b.')"),
    (keyword_calls, "select substring(a, b)", 'select "substring"(a, b)'),
    (keyword_calls, "select substring(a from 2 for 1), substring(a, 2), substring(a for 2)", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(calls, (rule for rule, _, _ in PAIRS)) == set()
