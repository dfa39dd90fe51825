"""
Aggregates of DISTINCT values, sorted behind the aggregate.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays.sorted_values import edit
from tests.translate import duck

JOINED = (
    'SELECT "system".main.list_aggregate('
    "\"system\".main.list_sort(array_agg(DISTINCT f(a)), 'ASC', 'NULLS LAST'), 'string_agg', ',') FROM t"
)
SORTED = (
    ("select array_agg(distinct f(a) order by f(a)) as x from t",
     "SELECT \"system\".main.list_sort(array_agg(DISTINCT f(a)), 'ASC', 'NULLS LAST') AS x FROM t"),
    ("select array_agg(distinct f(a) order by f(a) desc) filter (where (b > 1)) from t",
     "SELECT \"system\".main.list_sort(array_agg(DISTINCT f(a)) FILTER (WHERE (b > 1)), 'DESC', 'NULLS FIRST') FROM t"),
    ("select array_agg(distinct f(a) order by f(a) desc nulls last) from t",
     "SELECT \"system\".main.list_sort(array_agg(DISTINCT f(a)), 'DESC', 'NULLS LAST') FROM t"),
    ("select string_agg(distinct f(a), ',' order by f(a)) from t",
     JOINED),
    ("select array_agg(distinct a order by b), string_agg(distinct a, b order by a) from t", None),
    ("select array_agg(a order by a), array_agg(distinct a), sum(distinct a order by a) from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), SORTED)
def test_edited(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    assert edit(tree) == (expected is not None)
    assert duck.text(tree) == (expected or duck.text(duck.tree(sql)))
