"""
Subscripts below 1.
"""

from __future__ import annotations

import pytest

from pggate.translate import lexer, subscripts
from tests.translate import duck

PAIRS = (
    ("select d[-1] as x, d[1] from t", 'SELECT "~subscript"(d, -1) AS x, d[1] FROM t'),
    ("select [-1], d[a], d[-2:1] from t", None),
)


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    subscripts.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [("select d[-1] from t", True), ("select d[1], a - 1 from t", False), ("select d[a-1] from t", False)],
)
def test_stands_free(sql: str, stands_free: bool) -> None:
    assert subscripts.stands_free(lexer.tokens(sql)) is stands_free
