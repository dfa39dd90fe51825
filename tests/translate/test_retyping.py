"""
Edits by types, where one hangs on another.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

BIG = "CAST({} AS BIGINT)"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        # what has just been edited is an argument itself
        ("select round(sum(a)) as r from t", "SELECT CAST(round(CAST(sum(a) AS BIGINT)) AS DOUBLE) AS r FROM t"),
        # or stands in one
        ("select round(-sum(a)) as r from t", "SELECT CAST(round(-(CAST(sum(a) AS BIGINT))) AS DOUBLE) AS r FROM t"),
        # or is read by the query around it
        ("select ceil(x) as r from (select sum(a) as x from t) q",
         "SELECT CAST(ceil(x) AS DOUBLE) AS r FROM (SELECT CAST(sum(a) AS BIGINT) AS x FROM t) AS q"),
        ("with c as (select sum(a) as x from t) select ceil(x) as r from c",
         "WITH c AS (SELECT CAST(sum(a) AS BIGINT) AS x FROM t)SELECT CAST(ceil(x) AS DOUBLE) AS r FROM c"),
        # or by its name in the same query
        ("select sum(a) as x, ceil(x) as r from t",
         "SELECT CAST(sum(a) AS BIGINT) AS x, CAST(ceil(x) AS DOUBLE) AS r FROM t"),
        ("select (select ceil(max(q.x)) from t) as r from (select sum(a) as x from t) q",
         "SELECT (SELECT CAST(ceil(max(q.x)) AS DOUBLE) FROM t) AS r FROM (SELECT CAST(sum(a) AS BIGINT) AS x FROM t) AS q"),
        # everywhere in a query
        ("select id from t group by id having sum(a) > 1 order by sum(a)",
         "SELECT id FROM t GROUP BY id HAVING (CAST(sum(a) AS BIGINT) > 1) ORDER BY CAST(sum(a) AS BIGINT)"),
        ("select sum(a) from t union all select sum(id) from t",
         "(SELECT CAST(sum(a) AS BIGINT) AS sum FROM t) UNION ALL (SELECT sum(id) AS sum FROM t)"),
    ],
)  # fmt: skip
def test_edited(sql: str, expected: str) -> None:
    assert edited(sql) == expected


def test_grouped_expressions_stay_equal() -> None:
    text = edited("select round(a) as r, count(*) as n from t group by round(a) order by round(a)")
    assert text is not None
    assert text.count("CAST(round(a) AS DOUBLE)") == 3


def test_grouped_expressions_that_are_called_like_a_column_of_theirs() -> None:
    """d[a] is the item's name d, too."""
    text = edited("select d[a], sum(a) from (select [1, 2] as d, 1 as a) t group by d[a] order by d[a]")
    assert text is not None
    assert text.count("d[CASE  WHEN ((a < 0)) THEN (0) ELSE a END]") == 3
    assert "CAST(sum(a) AS BIGINT)" in text


@pytest.mark.parametrize("sql", ["select a from t", "select sum(id) from t", "select a / 2 from t"])
def test_nothing_to_do(sql: str) -> None:
    assert edited(sql) is None


def test_columns_keep_their_names() -> None:
    text = edited("select sum(a), round(a), a + 1 from t group by a")
    assert text is not None
    assert text.startswith("SELECT CAST(sum(a) AS BIGINT) AS sum, CAST(round(a) AS DOUBLE) AS round, ")
