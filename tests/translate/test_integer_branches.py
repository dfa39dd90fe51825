"""
Choices between smallints and integers.
"""

from __future__ import annotations

import pytest

from pggate.translate import integer_branches, lexer
from tests.translate import duck
from tests.translate.retyped import edited


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("case when true then s else 1 end", "CASE  WHEN (CAST('t' AS BOOLEAN)) THEN (s) ELSE CAST(1 AS INTEGER) END"),
        ("coalesce(s, null, 1)", "COALESCE(s, NULL, CAST(1 AS INTEGER))"),
        ("greatest(s, 1)", "greatest(s, CAST(1 AS INTEGER))"),
        ("least(1, s)", "least(CAST(1 AS INTEGER), s)"),
        ("coalesce(s, s)", None),
        ("coalesce(s, 1::bigint, 1)", None),
        ("coalesce(1, 2)", None),
    ],
)  # fmt: skip
def test_choices(expression: str, expected: str | None) -> None:
    found = edited(f"select {expression} as x from (select 1::smallint as s) t")
    assert (found and found.removeprefix("SELECT ").split(" AS x FROM")[0]) == expected


@pytest.mark.parametrize(
    ("sql", "is_edited"),
    [
        ("select x from (values (1::int2), (2), (null)) v(x)", True),
        ("select x from (values (1::int2), (2::int2)) v(x)", False),
        ("select x from (values (1::int2), (2::int8), (3)) v(x)", False),
    ],
)
def test_values(sql: str, is_edited: bool) -> None:
    tree = duck.tree(sql)
    assert integer_branches.values_stand_free(lexer.tokens(sql))
    integer_branches.edit_values(tree)
    assert ("CAST(2 AS INTEGER)" in duck.text(tree)) is is_edited


def test_values_without_smallints_are_not_looked_at() -> None:
    assert not integer_branches.values_stand_free(lexer.tokens("values (1), (2)"))
