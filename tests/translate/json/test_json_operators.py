"""
Operators of json and jsonb.
"""

from __future__ import annotations

import pytest

from pggate.translate.json import json_operators
from pggate.translate.json.json_operators import operators
from tests.translate import rules

PAIRS = (
    (operators, "select j -> 'a' = '1', j->0, j -> b from t", "select j ~> 'a' = '1', j~>0, j ~> b from t"),
    (operators, "select j -> 'a' -> 'b' ->> 'c' from t", "select j ~> 'a' ~> 'b' ~>> 'c' from t"),
    (operators, "select a from t where a and j->>'b' = 'c'", "select a from t where a and j~>>'b' = 'c'"),
    (operators, "select j #> '{a,0}', j #>> array[b] from t", "select j @~> '{a,0}', j @~>> array[b] from t"),
    (operators, "select j ? 'a', j ?| array['a'], j ?& '{a}' from t", "select j @~ 'a', j @~| array['a'], j @~& '{a}' from t"),
    (operators, "select j #- '{a}', j @? '$.a', j @@ '$.a == 1' from t", "select j @~- '{a}', j @~@ '$.a', j @@ '$.a == 1' from t"),
    (operators, "select list_transform(d, x -> x + 1), list_reduce(d, (x, y) -> x + y) from t", None),
    (operators, "select list_transform(d, x -> j -> 'a') from t", "select list_transform(d, x -> j ~> 'a') from t"),
    (operators, "select list_filter(d, x -> (j -> 'a') is null) from t", "select list_filter(d, x -> (j ~> 'a') is null) from t"),
    (operators, "select j -> '$.a[0]', j -> '/a' from t", None),
    (operators, "select '->', \"?\" from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_has_a_line() -> None:
    assert not rules.untried(json_operators, {rule for rule, _, _ in PAIRS})
