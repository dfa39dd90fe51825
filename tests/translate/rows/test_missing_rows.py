"""
Whole rows that an outer join does not find.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import missing_rows
from pggate.translate.syntax import lexer
from tests.translate import duck

KNOWN = {("t",): ("a", "b"), ("s",): ("q", "r"), ("main", "t"): ("a", "b")}
BROUGHT = '(SELECT *, "~row:t" AS "~row:t" FROM {} AS "~row:t") AS t'
PAIRS = (
    (
        "select q, t from s left join t on a = q",
        f'SELECT q, t."~row:t" AS t FROM s LEFT JOIN {BROUGHT.format("t")} ON ((a = q))',
    ),
    (
        "select count(t), t.* from s left join main.t on main.t.a = q",
        (
            f'SELECT count(t."~row:t"), t.* EXCLUDE ("~row:t")'
            f" FROM s LEFT JOIN {BROUGHT.format('main.t')} ON ((t.a = q))"
        ),
    ),
    (
        "select *, t as x from s left join (select 1 as a) t on true",
        (
            'SELECT * EXCLUDE ("~row:t"), t."~row:t" AS x FROM s LEFT JOIN'
            f" {BROUGHT.format('(SELECT 1 AS a)')} ON (CAST('t' AS BOOLEAN))"
        ),
    ),
    ("select t from s join t on a = q", None),
    ("select t.a, t.* from s left join t on a = q", None),
    ("select t from s left join unknown t on true", None),
    ("select s from s left join t on true", None),
    ("select (t).a from s left join t on true", None),
)


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    missing_rows.edit(tree, KNOWN.get)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


def test_what_the_engine_makes_of_it() -> None:
    connection = duck.connection().cursor()
    connection.execute("create temp table o as select * from (values (1), (2)) v(x)")
    connection.execute("create temp table c as select 2 as x, null as y")
    tree = duck.tree("select o.x, c, count(c) over () from o left join c on c.x = o.x order by 1")
    missing_rows.edit(tree, {("c",): ("x", "y"), ("o",): ("x",)}.get)
    found = connection.execute(duck.text(tree)).fetchall()
    assert found == [(1, None, 1), (2, {"x": 2, "y": None}, 1)]


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("select t from s left join t on true", True),
        ("select count(t) from s full outer join t on true", True),
        ("select t.a from s left join t on true", False),
        ("select t from s join t on true", False),
        ("select left(a, 1), t from t", False),
    ],
)
def test_stands_free(sql: str, stands_free: bool) -> None:
    assert missing_rows.stands_free(lexer.tokens(sql)) is stands_free
