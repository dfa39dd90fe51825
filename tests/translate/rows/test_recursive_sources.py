"""
Queries that a recursive one would ask in every round.
"""

from __future__ import annotations

import pytest

from pggate.translate.rows import recursive_sources
from pggate.translate.syntax import lexer
from tests.translate import duck

PAIRS = (
    (("with recursive r as (select 1 as n union all select b.y from (select max(z) as y from t group by u) b, r)"
     " select * from r"),
     ('WITH RECURSIVE "~once 1" AS MATERIALIZED (SELECT max(z) AS y FROM t GROUP BY u), r AS ((SELECT 1 AS n)'
     ' UNION  ALL (SELECT b.y FROM "~once 1" AS b , r))SELECT * FROM r')),
    # the first term reads the same one; the names of its columns stay with each
    (("with recursive r as (select s.x from (select distinct a from t) s(x) union all"
     " select b.y from r join (select distinct a from t) as b(y) on true join (select (select 1) as k) c on true)"
     " select * from r"),
     ('WITH RECURSIVE "~once 1" AS MATERIALIZED (SELECT DISTINCT a FROM t),'
     ' "~once 2" AS MATERIALIZED (SELECT (SELECT 1) AS k),'
     ' r AS ((SELECT s.x FROM "~once 1" AS s(x)) UNION  ALL (SELECT b.y FROM r'
     " INNER JOIN \"~once 1\" AS b(y) ON (CAST('t' AS BOOLEAN))"
     " INNER JOIN \"~once 2\" AS c ON (CAST('t' AS BOOLEAN))))SELECT * FROM r")),
    # what is read as it is, what a round can change, and what has names of its own before it
    ("with recursive r as (select 1 as n union all select b.y from (select a as y from t) b, r) select * from r", None),
    (("with recursive r as (select 1 as n union all select b.y from (select distinct n as y from r) b)"
     " select * from r"), None),
    (("with recursive r as (select 1 as n union all (with c as (select 2 as k)"
     " select b.y from (select distinct k as y from c) b, r)) select * from r"), None),
    ("with r as (select 1 as n union all select b.y from (select distinct a as y from t) b) select * from r", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), PAIRS)
def test_pairs(sql: str, expected: str | None) -> None:
    tree = duck.tree(sql)
    recursive_sources.edit(tree)
    assert duck.text(tree) == (duck.text(duck.tree(sql)) if expected is None else expected)


@pytest.mark.parametrize(
    ("sql", "stands_free"),
    [
        ("with recursive r as (select 1) select 1", True),
        ("with r as (select 1) select 1", False),
        ("select 1", False),
        ("with recursive r as (select 1 union all select 2 from r, lateral (select 3) x) select 1", False),
        ("with recursive r as (select 1 union all select random() from r) select 1", False),
    ],
)
def test_what_has_some(sql: str, *, stands_free: bool) -> None:
    assert recursive_sources.stands_free(lexer.tokens(sql)) is stands_free
