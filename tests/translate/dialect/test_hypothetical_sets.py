"""
Hypothetical-set aggregates as counts.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import hypothetical_sets
from pggate.translate.dialect.hypothetical_sets import aggregates
from tests.translate import rules

X = "coalesce((x) < (2), (2) IS NULL AND (x) IS NOT NULL)"
Y_DOWN = "coalesce((y) > ('b'), ('b') IS NOT NULL AND (y) IS NULL)"
PAIRS = (
    (aggregates, "select rank(2) within group (order by x) from t",
     f'select "~rank"(count(*) FILTER (WHERE (({X})))) from t'),
    (aggregates, "select dense_rank(2) within group (order by x) from t",
     f'select "~dense_rank"(count(DISTINCT row(x)) FILTER (WHERE (({X})))) from t'),
    (aggregates, "select percent_rank(2) within group (order by x) filter (where a > 1) from t",
     f'select "~percent_rank"(count(*) FILTER (WHERE (({X})) AND (a > 1)), count(*) FILTER (WHERE a > 1)) from t'),
    (aggregates, "select cume_dist(2) within group (order by x) from t",
     f'select "~cume_dist"(count(*) FILTER (WHERE (({X}) OR ((x) IS NOT DISTINCT FROM (2)))), count(*)) from t'),
    (aggregates, "select rank(2, 'b') within group (order by x, y desc) from t",
     f'select "~rank"(count(*) FILTER (WHERE (({X}) OR ((x) IS NOT DISTINCT FROM (2) AND {Y_DOWN})))) from t'),
    (aggregates, "select rank(2) within group (order by x asc nulls first) from t",
     'select "~rank"(count(*) FILTER (WHERE ((coalesce((x) < (2), (2) IS NOT NULL AND (x) IS NULL))))) from t'),
    (aggregates, "select rank() over (order by x), percentile_cont(0.5) within group (order by x) from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_every_rule_is_tried() -> None:
    assert rules.untried(hypothetical_sets, (rule for rule, _, _ in PAIRS)) == set()
