"""
Columns of VALUES.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidTextRepresentation
from pggate.translate.columns import value_lists
from pggate.translate.syntax import lexer
from tests.translate import duck

SMALL = (
    ("values (1::int2), (2), (null)", "(CAST(1 AS SMALLINT)), (CAST(2 AS INTEGER)), (NULL)"),
    ("values (1::int2), (2::int2)", None),
    ("values (1::int2), (2::int8), (3)", None),
)


@pytest.mark.parametrize(("sql", "expected"), SMALL)
def test_smallints(sql: str, expected: str | None) -> None:
    assert value_lists.have_smallints(lexer.tokens(sql))
    tree = duck.tree(sql)
    before = duck.text(tree)
    value_lists.widen(tree)
    assert (expected or before) in duck.text(tree)


UNTYPED = (
    ("values (null), (null)", "(CAST(NULL AS VARCHAR)), (CAST(NULL AS VARCHAR))"),
    ("values (null), (1)", None),
    ("values ('1'), (2)", "(CAST('1' AS INTEGER)), (2)"),
    ("values ('1.50'), (2.5)", "(1.50), (2.5)"),
    ("values ('1', 'a'), (2, 'b')", "(CAST('1' AS INTEGER), 'a'), (2, 'b')"),
    ("values ('1'), (2), (3::bigint)", "(CAST('1' AS BIGINT)), (2), (CAST(3 AS BIGINT))"),
    ("values ('a', 1), ('b', null)", None),
)


@pytest.mark.parametrize(("sql", "expected"), UNTYPED)
def test_literals_and_nulls(sql: str, expected: str | None) -> None:
    assert value_lists.are_untyped(lexer.tokens(sql))
    tree = duck.tree(sql)
    before = duck.text(tree)
    value_lists.give_types(tree)
    assert (expected or before) in duck.text(tree)


def test_no_number() -> None:
    with pytest.raises(InvalidTextRepresentation):
        value_lists.give_types(duck.tree("values ('a'), (2)"))


@pytest.mark.parametrize("sql", ["values (1), (2)", "values ('a'), ('b')", "select 'a', 1, null"])
def test_what_is_not_looked_at(sql: str) -> None:
    assert not value_lists.have_smallints(lexer.tokens(sql))
    assert not value_lists.are_untyped(lexer.tokens(sql))
