"""
What a text is made of, or an array of texts, as far as a plan tells it: columns, and casts to a length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation


class ColumnOf(NamedTuple):
    """
    A column of a relation.
    """

    relation: Relation
    name: str


class CastTo(NamedTuple):
    """
    A cast to a type of pg_type, or what a function of that type gives.
    """

    type_name: str
    length: int | None = None


class ComparedAs(NamedTuple):
    """
    A text as = and < take it, of which there are none of varchar.

    Args:
        value: The text.
        others: What = compares it with, which there is of names and "char", too; () is not known.

    """

    value: ColumnOf | CastTo
    others: tuple[Source, ...] = ()


class ArrayOf(NamedTuple):
    """
    An array, of however many dimensions, of what is no array.
    """

    element: ColumnOf | CastTo | ComparedAs | ElementOf


class ElementOf(NamedTuple):
    """
    An element of an array.
    """

    array: ColumnOf


LITERAL: Final = None
"""A string or NULL in the text, which has no type of its own, and no modifier."""

Source: TypeAlias = "ColumnOf | CastTo | ComparedAs | ArrayOf | ElementOf | None"


class Made(NamedTuple):
    """
    What a column is made of, in the order in which PostgreSQL looks for the type (10.5).

    Args:
        sources: All that decides on the type; () is not known.
        reached: What decides on the modifier: not what constant conditions rule out.

    """

    sources: tuple[Source, ...]
    reached: tuple[Source, ...]


NOTHING: Final = Made((), ())
UNTYPED: Final = Made((LITERAL,), (LITERAL,))
TEXT: Final = Made((CastTo("text"),), (CastTo("text"),))


def same(value: Made) -> Made:
    """The value itself."""
    return value


def modified(value: Made) -> Made:
    """What has the modifier of all that decides on the type."""
    return value._replace(reached=value.sources)


def unmodified(value: Made) -> Made:
    """A function's result has no modifier."""
    return value._replace(reached=(LITERAL,))


def compared(value: Made, other: Made = NOTHING) -> Made:
    """
    What = takes it for, if it is compared with that; a literal is what the other one is.
    """
    if _is_untyped(value):
        return NOTHING if _is_untyped(other) else _as_literal(compared(other, UNTYPED))
    sources = tuple(_compared(source, other.sources) for source in value.sources)
    return Made(sources, sources)


def _compared(source: Source, others: tuple[Source, ...]) -> Source:
    match source:
        case ComparedAs(value):
            return ComparedAs(value, others)
        case ColumnOf() | CastTo():
            return ComparedAs(source, others)
        case _:
            return source


def _is_untyped(value: Made) -> bool:
    return all(source is LITERAL for source in value.sources)


def _as_literal(value: Made) -> Made:
    """A literal of that type."""
    return Made((LITERAL, *value.sources), (LITERAL,))


def extreme(value: Made) -> Made:
    """min(x) and max(x)."""
    return unmodified(compared(value))


def as_array(value: Made) -> Made:
    """An array of it, or what is one, as the rows of an array are."""
    return Made(tuple(map(_array_of, value.sources)), tuple(map(_array_of, value.reached)))


def _array_of(source: Source) -> Source:
    match source:
        case ElementOf(array):
            return array
        case ArrayOf() | None:
            return source
        case _:
            return ArrayOf(source)


def as_element(value: Made) -> Made:
    """An element of an array."""
    return Made(tuple(map(_element_of, value.sources)), tuple(map(_element_of, value.reached)))


def _element_of(source: Source) -> Source:
    match source:
        case ArrayOf(element):
            return element
        case ColumnOf():
            return ElementOf(source)
        case _:
            return source


def of_one(source: Source) -> Made:
    """Of that alone."""
    return Made((source,), (source,))


def of_all(parts: Sequence[Made]) -> Made:
    """
    Of one of several; nothing is known where something is not known of one of them.
    """
    if not all(part.sources for part in parts):
        return NOTHING
    return Made(
        tuple(source for part in parts for source in part.sources),
        tuple(source for part in parts for source in part.reached),
    )
