"""
a # b as a call.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect import exclusive_ors
from tests.translate import duck, rules

PAIRS = (
    ("select 5 # 3", "select xor(5 , 3)"),
    ("select @ -5 as a, 5 # 3 as b, |/ 4", "select @ -5 as a, xor(5 , 3) as b, |/ 4"),
    ("select a # b # c x from t", "select xor(xor(a , b) , c) x from t"),
    ("select a + 1 # 3 * 2 from t", "select xor(a + 1 , 3 * 2) from t"),
    ("select a | b # 4 = 6 from t", "select xor(a | b , 4) = 6 from t"),
    ("select 1 # case when 2 # 3 > 1 then 4 end", "select xor(1 , case when xor(2 , 3) > 1 then 4 end)"),
    ("select (a # (b # c)) from t", "select (xor(a , (xor(b , c)))) from t"),
    ("select a # b::double precision from t", "select xor(a , b::double precision) from t"),
    ("select a # sum(b) over (order by c) from t", "select xor(a , sum(b) over (order by c)) from t"),
    ("select 5 # - 3 where 5 # 3 between 1 and 9 # 2", "select xor(5 , - 3) where xor(5 , 3) between 1 and xor(9 , 2)"),
    ("select #1 from t order by #1", None),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), PAIRS)
def test_pairs(pg: str, expected: str | None) -> None:
    assert rules.alone(exclusive_ors.exclusive_ors, pg).text == (expected or pg)
    assert duck.parses(expected or pg)
