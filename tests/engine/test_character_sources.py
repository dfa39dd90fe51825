"""
What becomes of what a text is made of.
"""

from __future__ import annotations

from pggate.engine.character_sources import (
    LITERAL,
    NOTHING,
    UNTYPED,
    ArrayOf,
    CastTo,
    ColumnOf,
    ComparedAs,
    ElementOf,
    Made,
    as_array,
    as_element,
    compared,
    extreme,
    modified,
    of_all,
    of_one,
    same,
    unmodified,
)
from pggate.engine.definitions import Relation

COLUMN = ColumnOf(Relation("lake:pggate", "public", "t"), "a")
CAST = CastTo("varchar", 3)


def test_modifiers() -> None:
    assert same(of_one(CAST)) == of_one(CAST)
    assert unmodified(of_one(CAST)) == Made((CAST,), (LITERAL,))
    assert modified(unmodified(of_one(CAST))) == of_one(CAST)


def test_what_is_compared_is_a_text() -> None:
    assert compared(of_one(COLUMN)).sources == (ComparedAs(COLUMN),)
    assert compared(of_one(COLUMN), UNTYPED).sources == (ComparedAs(COLUMN, (LITERAL,)),)
    assert compared(UNTYPED) == compared(UNTYPED, UNTYPED) == NOTHING
    assert compared(UNTYPED, of_one(COLUMN)) == Made((LITERAL, ComparedAs(COLUMN, (LITERAL,))), (LITERAL,))
    assert extreme(compared(of_one(COLUMN), UNTYPED)) == extreme(of_one(COLUMN))
    assert extreme(of_one(COLUMN)) == Made((ComparedAs(COLUMN),), (LITERAL,))


def test_arrays_and_their_elements() -> None:
    assert as_array(of_one(CAST)).sources == (ArrayOf(CAST),)
    assert as_array(as_array(of_one(CAST))) == as_array(of_one(CAST))
    assert as_element(as_array(of_one(CAST))) == of_one(CAST)
    assert as_element(of_one(COLUMN)).sources == (ElementOf(COLUMN),)
    assert as_array(as_element(of_one(COLUMN))) == of_one(COLUMN)
    assert as_array(UNTYPED) == as_element(UNTYPED) == UNTYPED


def test_one_of_several() -> None:
    assert of_all([of_one(CAST), UNTYPED]).sources == (CAST, LITERAL)
    assert of_all([of_one(CAST), NOTHING]) == NOTHING
