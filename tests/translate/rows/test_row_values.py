"""
Row constructors that are compared field by field.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError, UndefinedColumn  # noqa: A004
from pggate.translate.rows import row_values
from pggate.translate.syntax import lexer
from tests.translate import duck

PAIRS = (
    ("select row(a, b) = row(1, 'x') from t", "SELECT ((a = 1) AND (b = 'x')) FROM t"),
    ("select (a, b) <> (1, 'x') from t", "SELECT ((a != 1) OR (b != 'x')) FROM t"),
    ("select (a, b, c) < (1, 2, 3) from t",
     "SELECT ((a < 1) OR ((a = 1) AND ((b < 2) OR ((b = 2) AND (c < 3))))) FROM t"),
    ("select (a, b) >= (1, 2) from t", "SELECT ((a > 1) OR ((a = 1) AND (b >= 2))) FROM t"),
    ("select (a, b) in ((1, 2), (3, 4)) from t",
     "SELECT (((a = 1) AND (b = 2)) OR ((a = 3) AND (b = 4))) FROM t"),
    ("select (a, b) not in ((1, 2)) from t", "SELECT (NOT ((a = 1) AND (b = 2))) FROM t"),
    ("select row(a) is null, row(a, b) is not null from t",
     "SELECT (a IS NULL), ((a IS NOT NULL) AND (b IS NOT NULL)) FROM t"),
    ("select (row(a, b)).f2 from t", 'SELECT struct_extract(main."row"(a, b), 2) FROM t'),
    ("select (a, b) = (select q, r from s) from t",
     'SELECT (main."row"(a, b) = (SELECT main."row"(q, r) FROM s)) FROM t'),
    ("select row(a, b)::record from t", 'SELECT main."row"(a, b) FROM t'),
    ("select row(t.*) = row(1, 2), row() is null, a = 1, a is null, (t).a from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    row_values.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "error"),
    [("select (1, 2) < (1, 2, 3)", SyntaxError), ("select (row(1, 2)).f3", UndefinedColumn)],
)
def test_errors(sql: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        row_values.edit(duck.tree(sql))


def test_a_long_list_stays() -> None:
    listed = ", ".join(f"({number}, {number})" for number in range(row_values.MOST_COMPARED + 1))
    tree = duck.tree(f"select (a, id) in ({listed}) from t")
    row_values.edit(tree)
    assert " IN (" in duck.text(tree)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select 1 from t where (a, b) > (1, 2)", True),
        ("select row(a) is null", True),
        ("select (row(a, b)).f1", True),
        ("select (a, b) in ((1, 2))", True),
        ("select a from t where a in (1, 2) and f(a, b) = 3", False),
        ("insert into t (a, b) values (1, 2)", False),
        ("select (a + b) = 3, row(a, b)", False),
    ],
)
def test_stands_free(sql: str, stands_free: bool) -> None:
    assert row_values.stands_free(lexer.tokens(sql)) is stands_free
