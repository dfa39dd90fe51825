"""
Items without a name, by their tokens.
"""

from __future__ import annotations

import pytest

from pggate.translate.columns import unnamed_items
from pggate.translate.syntax import lexer


@pytest.mark.parametrize(
    ("sql", "outermost", "nested"),
    [
        ("select a, b.c, d as e from t", False, False),
        ("select *, t.* from t", False, False),
        ("select a + 1 from t", True, False),
        ("select a::int from t", True, False),
        ("select a as b, count(*) from t", True, False),
        ("select case when a then b end, c from t", True, False),
        ("select (c).x, a from t", True, False),
        ("select x from (select c[1].x from t) s", False, True),
        ("select (c).*, (c).x as y from t", False, False),
        ("select null", True, False),
        ("select c from (select count(*) from t) x", False, True),
        ("with x as (select 1) select * from x", False, True),
        ("select * from (values (1)) v", False, True),
        ("select a, (select count(*) from t) as b from u", False, False),
        ("select a from t where exists (select count(*) from u)", False, False),
        ("select mode() within group (order by a) from t", True, False),
        ("select a, x from (select mode() within group (order by a) from t) s", False, True),
        ("select x from (select a is distinct from b, c from t) s", False, True),
        ("select a is not distinct from b as x from t", False, False),
        ("select within group by a", False, False),
        ("select a + b from t", True, False),
        ("select not a from t", True, False),
        ("select x from (select a like b, c from t) s", False, True),
        ("select x from (select a and b as x, -c from t) s", False, True),
        ("select a b, t.c d, t.e, f as g from t", False, False),
        ("select distinct from t", False, False),
        ("values (1, 2)", True, False),
    ],
)
def test_unnamed_items(sql: str, outermost: bool, nested: bool) -> None:
    tokens = lexer.tokens(sql)
    assert unnamed_items.has_unnamed_item(tokens, outermost=True) is outermost
    assert unnamed_items.has_unnamed_item(tokens, outermost=False) is nested


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select count(*) from t order by count", True),
        ("select x::text from t order by x", True),
        ("select (c).x from t order by x", True),
        ("select t.x from t order by x", False),
        ("select case when a then b end from t order by 1, case", True),
        ("select count(*) from t order by 1", False),
        ("select count(*) from t order by count(*)", False),
        ("select count(*) from t", False),
    ],
)
def test_order_by_such_a_name(sql: str, expected: bool) -> None:
    assert unnamed_items.orders_by_name(lexer.tokens(sql)) is expected
