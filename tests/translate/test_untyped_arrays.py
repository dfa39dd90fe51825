"""
Array literals without a cast.
"""

from __future__ import annotations

import pytest

from pggate.translate import lexer, untyped_arrays
from tests.translate import duck

PAIRS = (
    ("select d = '{1,2}', '{}' <> d::int[] from t", "SELECT (d = '{1,2}'), ('[]' != CAST(d AS INTEGER[])) FROM t"),
    ("select array[1] = '{1,NULL}'", "SELECT ((ARRAY[1]) = '[\"1\", NULL]')"),
    ("select array['a'] @> '{\"a b\"}', '{b}' && array['b']",
     "SELECT ((ARRAY['a']) @> '[\"a b\"]'), ('[\"b\"]' && (ARRAY['b']))"),
    ("select coalesce(null::int[], '{}')", "SELECT COALESCE(CAST(NULL AS INTEGER[]), '[]')"),
    ("select array[1] in ('{1}', '{2}')", "SELECT ((ARRAY[1]) IN ('[\"1\"]', '[\"2\"]'))"),
    ("select array[1] || null::int, null::int || d::int[]",
     "SELECT list_append((ARRAY[1]), CAST(NULL AS INTEGER)), list_prepend(CAST(NULL AS INTEGER), CAST(d AS INTEGER[]))"),
    ("select null::int[] || 1, 2 || null::int[]",
     "SELECT list_append(CAST(NULL AS INTEGER[]), 1), list_prepend(2, CAST(NULL AS INTEGER[]))"),
    ("select array[1] || array[2], null::int[] || d, b || null::text from t", None),
    ("select array[null] as x, array[1, null]", "SELECT (ARRAY[CAST(NULL AS VARCHAR)]) AS x, (ARRAY[1, NULL])"),
    ("values (array[1]), ('{2}')", None),
    ("select array[1] = '{1', b = '{1}' from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    untyped_arrays.edit(tree)
    if sql.startswith("values"):
        assert "'[\"2\"]'" in duck.text(tree)
    else:
        assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select array[1] = '{1}'", True),
        ("select array[1] = '{1}'::int[], cast('{2}' as int[])", False),
        ("select '{\"a\":1}'", False),
        ("select d[1] from t", False),
        ("select array[1] || null::int", True),
        ("select b || null from t", False),
    ],
)
def test_stands_free(sql: str, stands_free: bool) -> None:
    assert untyped_arrays.stands_free(lexer.tokens(sql)) is stands_free
