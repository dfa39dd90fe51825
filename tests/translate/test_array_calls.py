"""
Calls of array functions of several dimensions.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.translate import array_calls
from pggate.translate.array_calls import array_fills, distinct_values, null_arrays, variadic
from tests.translate import rules

PAIRS = (
    (array_fills, "select array_fill(a, array[2, 3 + 1]) from t",
     "select array_fill(array_fill(a, ARRAY[3 + 1]), ARRAY[2]) from t"),
    (array_fills, "select array_fill(7, array[2], array[1])", "select array_fill(7, ARRAY[2])"),
    (array_fills, "select array_fill(7, d) from t", None),
    (array_fills, "select array_fill from t", None),
    (distinct_values, "select array_agg(distinct a + 1) from t", "select array_agg(distinct a + 1 ORDER BY a + 1) from t"),
    (distinct_values, "select array_agg(distinct a order by a desc), array_agg(a) from t", None),
    (null_arrays, "select 1 = any (null::int[])", "select 1 = any (ARRAY[NULL]::int[])"),
    (variadic, "select concat(variadic array['a'])", "select \"~concat_of\"( array['a'])"),
    (variadic, "select f(variadic d), concat(a) from t", None),
    (null_arrays, "select a = any (d), null from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_other_bounds() -> None:
    with pytest.raises(FeatureNotSupported, match="do not begin at 1"):
        rules.alone(array_fills, "select array_fill(7, array[2], array[5])")


def test_every_rule_has_a_line() -> None:
    assert not rules.untried(array_calls, {rule for rule, _, _ in PAIRS})
