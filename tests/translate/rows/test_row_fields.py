"""
A relation's columns as fields of a row, one by one.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import row_fields
from pggate.translate.syntax import lexer
from tests.translate import duck

KNOWN = {("t",): ("a", "b")}
PAIRS = (
    ("select row(*columns(t.*)) from t", 'SELECT main."row"(t.a, t.b) FROM t'),
    ("select row(1, *columns(x.*), 2) from t x", 'SELECT main."row"(1, x.a, x.b, 2) FROM t AS x'),
    ("select row(*columns(u.*)) from unknown u", None),
    ("select coalesce(*columns(t.*)) from t", None),
)


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    row_fields.edit(tree, KNOWN.get)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


def test_stands_free() -> None:
    assert row_fields.stands_free(lexer.tokens("select row(*COLUMNS(t.*)) from t"))
    assert not row_fields.stands_free(lexer.tokens("select columns(*), row(a) from t"))
