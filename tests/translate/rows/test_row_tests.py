"""
Whole rows of queries that are asked for NULL.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import row_tests
from pggate.translate.syntax import lexer
from tests.translate import duck

KNOWN = {("t",): ("a", "b")}
PAIRS = (
    (
        "select t is null from t",
        "SELECT ((t.a IS NOT DISTINCT FROM NULL) AND (t.b IS NOT DISTINCT FROM NULL)) FROM t",
    ),
    (
        "select 1 from (select a as x, b from t) v where v is not null",
        "SELECT 1 FROM (SELECT a AS x, b FROM t) AS v WHERE ((v.x IS DISTINCT FROM NULL) AND (v.b IS DISTINCT FROM NULL))",
    ),
    (
        "select w is null from (select 1 as q) w",
        "SELECT (w.q IS NOT DISTINCT FROM NULL) FROM (SELECT 1 AS q) AS w",
    ),
    ("select a is null, t.b is null from t", None),
    ("select u is null from unknown u", None),
)


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    row_tests.edit(tree, KNOWN.get)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


def test_stands_free() -> None:
    assert row_tests.stands_free(lexer.tokens("select 1 from t where t is null"))
    assert not row_tests.stands_free(lexer.tokens("select t from t where t.a is null and b is null"))
