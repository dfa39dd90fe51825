"""
x = ANY (array) in the conditions of outer joins.
"""

from __future__ import annotations

import pytest

from pggate.translate.arrays import joined_arrays
from pggate.translate.syntax import lexer
from tests.translate import duck

ROWS = "(values (1), (2), (null)) as t(x)"
ARRAYS = "(values ('a', [1, 3]), ('b', [1, null]), ('c', []), ('d', null)) as u(n, a)"

EDITED = (
    # the condition, the rows of a LEFT JOIN
    ("x = any(a)", ["1a", "1b", "2-", "--"]),
    ("x < any(a)", ["1a", "2a", "--"]),
    ("not x = any(a)", ["1c", "2a", "2c", "-c"]),
    ("x <> all(a)", ["1c", "2a", "2c", "-c"]),
    ("(x = any(a)) is null", ["1d", "2b", "2d", "-a", "-b", "-d"]),
    ("n = 'a' and x = some(a)", ["1a", "2-", "--"]),
    ("x + 1 = any(array[length(n), 7])", ["1-", "2-", "--"]),
)
LEFT = (
    "select * from t join s on q = any(d)",
    "select * from t full join s on q = any(d)",
    "select * from t left join s on true where q = any(d)",
    "select * from t left join s on q = any(select unnest(d) from t)",
    "select * from t left join s on q = any(select unnest(d) where a > 1)",
    "select * from t left join s on q = any($1)",
    "select * from t left join s on $1 = any(d)",
)


def edited(sql: str) -> str:
    tree = duck.tree(sql)
    joined_arrays.edit(tree)
    return duck.text(tree)


@pytest.mark.parametrize(("condition", "expected"), EDITED)
def test_what_is_joined(condition: str, expected: list[str]) -> None:
    sql = f"select x, n from {ROWS} left join {ARRAYS} on {condition} order by x nulls last, n nulls last"
    assert joined_arrays.stands_free(lexer.tokens(sql))
    rows = duck.connection().execute(edited(sql)).fetchall()
    assert ["".join("-" if cell is None else str(cell) for cell in row) for row in rows] == expected


def test_a_right_join() -> None:
    sql = f"select x, n from {ARRAYS} right join {ROWS} on x = any(a) order by all"
    assert len(duck.connection().execute(edited(sql)).fetchall()) == 4


def test_a_parameter_whose_type_is_told() -> None:
    assert "list_reduce" in edited("select * from t left join s on q = any($1::int[])")


@pytest.mark.parametrize("sql", LEFT)
def test_what_stays(sql: str) -> None:
    assert edited(sql) == duck.text(duck.tree(sql))
