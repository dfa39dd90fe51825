"""
Calls of array functions of several dimensions.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, PgError
from pggate.translate.arrays import array_calls
from pggate.translate.arrays.array_calls import (
    array_fills,
    distinct_values,
    quantified_arrays,
    typed_literals,
    variadic,
)
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from tests.translate import rules

PAIRS = (
    (array_fills, "select array_fill(a, array[2, 3 + 1]) from t",
     "select array_fill(array_fill(a, ARRAY[3 + 1]), ARRAY[2]) from t"),
    (array_fills, "select array_fill(7, array[2], array[1])", "select array_fill(7, ARRAY[2])"),
    (array_fills, "select array_fill(7, d) from t", None),
    (array_fills, "select array_fill from t", None),
    (distinct_values, "select array_agg(distinct a + 1) from t", "select array_agg(distinct a + 1 ORDER BY a + 1) from t"),
    (distinct_values, "select array_agg(distinct a order by a desc), array_agg(a) from t", None),
    (distinct_values, "select string_agg(distinct f(a, 1), ', ') filter (where b), string_agg(a, '') from t",
     "select string_agg(distinct f(a, 1), ', ' ORDER BY f(a, 1)) filter (where b), string_agg(a, '') from t"),
    (quantified_arrays, "select 1 = any (null::int[])", "select 1 = any (ARRAY[NULL]::int[])"),
    (quantified_arrays, "select a <> all (d) from t", "select a <> all (coalesce(d, ARRAY[NULL])) from t"),
    (quantified_arrays, "select 1 = any (array[1]), 1 = any (select 2), 'a' = any ($1)", None),
    (variadic, "select concat(variadic array['a'])", "select \"~concat_of\"( array['a'])"),
    (variadic, "select format('%s', variadic (select d))", "select \"~format_of\"('%s',  (select d))"),
    (variadic, "select f(variadic d), concat(a) from t", None),
    (typed_literals, "select cast(d as int[]), 'a' from t", None),
    (quantified_arrays, "select any_value(a), null from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "pg", "expected"), PAIRS)
def test_pairs(rule: rules.Rule, pg: str, expected: str | None) -> None:
    rules.check(rule, pg, expected)


def test_values_are_sorted_by_what_the_other_rules_make_of_them() -> None:
    sql = "select jsonb_agg(distinct a -> 'x' /* one */) from t"
    tokens = lexer.tokens(sql)
    arrow = sql.index("->")
    others = [Edit(arrow, arrow + 2, "~>"), Edit(7, 16, "array_agg"), Edit(arrow - 2, arrow - 2, "+")]
    (edit,) = distinct_values(tokens, others)
    assert (edit.start, edit.text) == (sql.index(") from"), " ORDER BY +a ~> 'x'")


def test_one_array_within_another_is_sorted_in_both() -> None:
    sql = "select array_agg(distinct (select array_agg(distinct b))) from t"
    inner, outer = distinct_values(lexer.tokens(sql))
    assert inner.text == " ORDER BY b"
    assert outer.text == " ORDER BY (select array_agg(distinct b ORDER BY b))"


def test_other_bounds() -> None:
    with pytest.raises(FeatureNotSupported, match="do not begin at 1"):
        rules.alone(array_fills, "select array_fill(7, array[2], array[5])")


def test_every_rule_has_a_line() -> None:
    assert not rules.untried(array_calls, {rule for rule, _, _ in PAIRS})


def test_variadic_pairs() -> None:
    with pytest.raises(FeatureNotSupported, match="json_build_object"):
        rules.alone(variadic, "select json_build_object(variadic array['a', 'b'])")


def test_array_type_before_a_literal() -> None:
    with pytest.raises(PgError) as raised:
        rules.alone(typed_literals, "select int[] '{1,2}'")
    assert (raised.value.code, raised.value.position) == ("42601", 12)
