"""
NULLs beside arrays.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays import null_arrays
from pggate.translate.syntax import lexer
from tests.translate import duck

PAIRS = (
    ("select array[1] || null::int, null::int || d::int[]",
     "SELECT list_append((ARRAY[1]), CAST(NULL AS INTEGER)), list_prepend(CAST(NULL AS INTEGER), CAST(d AS INTEGER[]))"),
    ("select null::int[] || 1, 2 || null::int[]",
     "SELECT list_append(CAST(NULL AS INTEGER[]), 1), list_prepend(2, CAST(NULL AS INTEGER[]))"),
    ("select null || array[1], array[1] || null::int[] as x, null::int[] || null::int[]",
     "SELECT (ARRAY[1]), (ARRAY[1]) AS x, CAST(NULL AS INTEGER[])"),
    ("select array[1] || array[2], null::int[] || d, b || null::text from t", None),
    ("select array[null] as x, array[1, null]", "SELECT (ARRAY[CAST(NULL AS VARCHAR)]) AS x, (ARRAY[1, NULL])"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    null_arrays.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select array[null]", True),
        ("select array[1] = '{1}'", False),
        ("select d[1] from t", False),
        ("select array[1] || null::int", True),
        ("select b || null from t", False),
    ],
)
def test_stands_free(sql: str, stands_free: bool) -> None:
    assert null_arrays.stands_free(lexer.tokens(sql)) is stands_free
