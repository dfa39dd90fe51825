"""
Functions that return rows, in GROUP BY.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import grouped_rows
from pggate.translate.syntax import lexer
from tests.translate import duck

PAIRS = (
    ("select unnest(d) as v, count(*) from t group by v",
     'SELECT "~1" AS v, count_star() FROM t , (SELECT unnest(d) AS "~1") AS "~grouped" GROUP BY v'),
    ("select upper(unnest(d)) from t group by 1",
     'SELECT upper("~1") FROM t , (SELECT unnest(d) AS "~1") AS "~grouped" GROUP BY 1'),
    ("select unnest(d), unnest(e) from t group by unnest(e), unnest(d) order by unnest(d)",
     ('SELECT "~2", "~1" FROM t , (SELECT unnest(e) AS "~1", unnest(d) AS "~2") AS "~grouped"'
      ' GROUP BY "~1", "~2" ORDER BY "~2"')),
    ("select unnest([1, 1]) as v group by v having v > 0",
     'SELECT "~1" AS v FROM (SELECT unnest(main.list_value(1, 1)) AS "~1") AS "~grouped" GROUP BY v HAVING (v > 0)'),
    ("select a, unnest(array_agg(b)) from t group by a", None),
    ("select unnest(d) from t group by d, 3", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    grouped_rows.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select unnest(d) from t group by 1", True),
        ("select jsonb_object_keys(j) k from t group by k", True),
        ("select unnest(d) from t", False),
        ("select a from t group by a", False),
    ],
)
def test_what_has_some(sql: str, *, stands_free: bool) -> None:
    assert grouped_rows.stands_free(lexer.tokens(sql)) is stands_free
