"""
Which numbers may vary, and that nothing else does.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.translate.texts.shapes import MARK, Shape, carries, shape


@pytest.mark.parametrize(
    ("text", "shaped", "numbers"),
    [
        ("select 17", "select ?", "17"),
        ("SELECT\n17 LIMIT 5", "SELECT\n? LIMIT ?", "17 5"),
        ("select a from t where a=1 and b <= 22", "select a from t where a=? and b <= ?", "1 22"),
        ("where a between 1 and 2 or a<> 3", "where a between ? and ? or a<> ?", "1 2 3"),
        ("case when 1 then 2 else 3 end", "case when ? then ? else ? end", "1 2 3"),
        ("a + 1 - 2 * 3", "a + ? - ? * ?", "1 2 3"),
        ("x = 'a=1' and \"b=2\" = 3", "x = 'a=1' and \"b=2\" = ?", "3"),
        ("x = 'it''s = 1' and y = 2", "x = 'it''s = 1' and y = ?", "2"),
        ("a.oid = '16390' AND b='12345' or c = 7", "a.oid = '?' AND b='?' or c = ?", "16390 12345 7"),
    ],
)
def test_numbers_that_may_vary(text: str, shaped: str, numbers: str) -> None:
    assert shape(text) == Shape(shaped.replace("?", MARK), tuple(numbers.split()))
    assert shape(text).filled(numbers.split()) == text


@pytest.mark.parametrize(
    "text",
    [
        "select a from t group by 1 order by 2",
        "select a::varchar(3), b::numeric(10, 2)",
        "select x[1], row(a, b)[2]",
        "select * from t at (version => 3)",
        "select f(a := 3)",
        "select j->0",
        "select a = '1234', b = '0012345', c = '1234567890', d <= '12345', e = '12345x', f = ' 12345'",
        "select a = '16390'::regclass, b = '16390' :: oid, c = '16390''x', d - '16390'",
        "select 1.5, .5",
        "select 1234567890",
        "select 1e5, 0x1F, 1_000",
        "select a1, a$1",
        "select a, 5",
        "values (1, 2)",
        "select a /* = 1 */ = 5",
        "select a = 5 -- limit 3",
        "select e'\\' = 5'",
        "select $$ a = 5 $$",
        "select a = $1 limit 5",
        "select interval 1 day",
    ],
)
def test_numbers_that_may_not(text: str) -> None:
    assert shape(text) == Shape(text, ())


@given(st.text(alphabet="select limit and='\"(),.+-*<>:[]/$\\0123456789\n", max_size=60))
def test_a_shape_filled_with_its_numbers_is_the_text(text: str) -> None:
    assert shape(text).filled(shape(text).numbers) == text


@pytest.mark.parametrize(
    ("made", "text", "does"),
    [
        ("select a from t where a = 5", "SELECT A FROM t WHERE a = 5", True),
        ("select a from t where (a = 5) limit 6", "select a from t where a = 5 limit 6", True),
        ("select a limit 5 offset 5", "select a offset 5 limit 5", False),  # which is which?
        ("select a limit 5 offset 6", "select a offset 6 limit 5", False),
        ("select a from t where a = cast(5 as int)", "select a from t where a = 5", False),
    ],
)
def test_whether_a_text_carries_the_numbers_of_another(made: str, text: str, does: bool) -> None:
    assert carries(shape(made), shape(text)) is does
