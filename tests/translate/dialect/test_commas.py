"""
A comma behind the last item.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate import tokens
from pggate.translate.tokens import Names

NAMES = Names(frozenset(), "pggate")


@pytest.mark.parametrize(
    ("sql", "near", "position"),
    [
        ("select 1, union select 2", 'at or near "union"', 11),
        ("select 1,", "at end of input", 10),
        ("select a, FROM t", 'at or near "FROM"', 11),
        ("select 1, /* 2 */ from t", 'at or near "from"', 19),
        ("select coalesce(1,)", 'at or near ")"', 19),
        ("select array[1,]", 'at or near "]"', 16),
        ("create table t (a int,)", 'at or near ")"', 23),
        ("insert into t values (1),", "at end of input", 26),
        ("with a as (select 1), select 2", 'at or near "select"', 23),
    ],
)
def test_it_is_refused_where_the_list_ends(sql: str, near: str, position: int) -> None:
    with pytest.raises(SqlSyntaxError, match="syntax error " + near.replace(")", r"\)")) as caught:
        tokens.apply(sql, NAMES)
    assert caught.value.position == position


@pytest.mark.parametrize(
    "sql",
    [
        "select ', from t', 1 from t",
        'select 1, "from" from t',
        "select 1 /* , */ from t",
        "select 1, -- one\n 2",
        "select f(a, b), c from t, u",
    ],
)
def test_others_are_not(sql: str) -> None:
    assert tokens.apply(sql, NAMES).text == sql
