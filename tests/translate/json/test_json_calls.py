"""
Calls that make documents of values.
"""

from __future__ import annotations

import pytest

from pggate.translate.json import json_calls
from pggate.translate.json.json_calls import aggregates, builders, objects
from tests.translate import rules

PAIRS = (
    (builders, "select json_build_object('a', f(1, 2)), jsonb_build_array(a, b) from t",
     "select json_build_object(('a')::VARCHAR,to_json( f(1, 2))), jsonb_build_array(to_json(a),to_json( b)) from t"),
    (builders, "select json_build_array(), jsonb_build_object()",
     'select "~json_build_array"(), "~jsonb_build_object"()'),
    (builders, 'select json_build_array(a), "~json_build_array_of"(b), 1 from t',
     'select json_build_array(to_json(a)), "~json_build_array_of"(b), 1 from t'),
    (builders, "select json_build_object, s.json_build_array(1) from t", None),
    (aggregates, "select json_agg(a order by b) filter (where c), 1 from t",
     'select "~json_agg_of"(array_agg(a order by b) filter (where c)), 1 from t'),
    (aggregates, "select jsonb_agg(f(a)) over (order by b) from t",
     'select "~jsonb_agg_of"(array_agg(f(a)) over (order by b)) from t'),
    (aggregates, "select jsonb_object_agg(b, a order by a) from t",
     "select \"~jsonb_object_agg_of\"(array_agg( {'k': (b)::VARCHAR, 'v': a } order by a)) from t"),
    (aggregates, "select json_object_agg(b, f(a, 1)) from t",
     "select \"~json_object_agg_of\"(array_agg( {'k': (b)::VARCHAR, 'v': f(a, 1)} )) from t"),
    (aggregates, "select json_agg from t", None),
    (objects, "select json_object('{a,1}'), json_object(array['a'], array['1'])",
     "select \"~json_object_of\"('{a,1}'), \"~json_object_of\"(array['a'], array['1'])"),
    (objects, "select json_object('a', 1), json_object('a', 1, 'b', 2)", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_has_a_line() -> None:
    assert not rules.untried(json_calls, {rule for rule, _, _ in PAIRS})


def test_variadic_is_left() -> None:
    sql = "select json_build_array(variadic d) from t"
    assert rules.alone(builders, sql).text == sql
