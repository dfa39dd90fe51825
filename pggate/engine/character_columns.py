"""
Which columns of a query are of one of PostgreSQL's character types, that DuckDB has as VARCHAR: varchar(3),
char(3), text.  A plan tells what a column is made of; which type that makes, the session says
(session/character_columns.py).

A cast to a length is told by how its macro writes the length, as no client would
(sql/character_functions.sql).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pggate.engine.choices import branches, is_choice, nullif_value, reached
from pggate.engine.plan_walk import PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

MARK: Final = "UINTEGER"
"""What the macros cast a length to."""

_TYPES: Final = {"left": "varchar", "rtrim": "bpchar", "rpad": "bpchar"}
"""What the macros make of a text, and the type that it is then."""


class ColumnOf(NamedTuple):
    """
    A column of a relation.
    """

    relation: Relation
    name: str


class CastTo(NamedTuple):
    """
    A cast to a type of pg_type with a length.
    """

    type_name: str
    length: int


class ComparedAs(NamedTuple):
    """
    A text as = and < take it, of which there are none of varchar.
    """

    value: ColumnOf | CastTo


LITERAL: Final = None
"""A string or NULL in the text, which has no type of its own, and no modifier."""

Source: TypeAlias = "ColumnOf | CastTo | ComparedAs | None"


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
_UNTYPED: Final = Made((LITERAL,), (LITERAL,))


def character_columns(plan: Plan) -> tuple[Made, ...]:
    """
    One for each column of the query, as far as they are known.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return _Characters().columns(plan)


class _Characters(PlanReader[Made]):
    nothing = NOTHING

    def scanned(self, relation: Relation | None, name: str) -> Made:
        return NOTHING if relation is None else _of_one(ColumnOf(relation, name))

    def expressed(self, expression: Plan, below: Sequence[Made]) -> Made:
        return _of(expression, below)

    def merged(self, parts: Sequence[tuple[Plan | None, Made]]) -> Made:
        return _all([made for _, made in parts])


def _of(expression: Plan, below: Sequence[Made]) -> Made:
    if (value := nullif_value(expression)) is not None:
        return _compared(_of(value, below))
    if is_choice(expression):
        made = _all([_of(branch, below) for branch in branches(expression)])
        left = _all([_of(branch, below) for branch in reached(expression)])
        return made._replace(reached=left.reached)
    if expression["expression_class"] == "BOUND_REF":
        return at_place(expression, below, NOTHING)
    if _is_untyped(expression) or _is_untyped(expression.get("child")):
        return _UNTYPED
    if expression["expression_class"] == "BOUND_FUNCTION":
        return _of_call(expression)
    name = expression.get("name") or expression["type"]
    rule = _OF_FIRST.get(name)
    return NOTHING if rule is None else rule(_of(expression["children"][0], below))


def _same(value: Made) -> Made:
    return value


def _unmodified(value: Made) -> Made:
    """A function's result has no modifier."""
    return value._replace(reached=(LITERAL,))


def _compared(value: Made) -> Made:
    """A literal that is compared with nothing else is a text."""
    if all(source is LITERAL for source in value.sources):
        return NOTHING
    sources = tuple(
        ComparedAs(source) if isinstance(source, ColumnOf | CastTo) else source for source in value.sources
    )
    return Made(sources, sources)


def _extreme(value: Made) -> Made:
    return _unmodified(_compared(value))


# Aggregates and window functions whose result is of their first argument's type; `first` is what duckdb 1.5.5
# makes of a subquery that is one value
_OF_FIRST: Final[Mapping[str, Callable[[Made], Made]]] = {
    "first": _same,
    "min": _extreme,
    "max": _extreme,
    **dict.fromkeys(
        (
            *("WINDOW_FIRST_VALUE", "WINDOW_LAST_VALUE", "WINDOW_NTH_VALUE"),
            *("WINDOW_LAG", "WINDOW_LEAD"),
        ),
        _unmodified,
    ),
}


def _of_call(call: Plan) -> Made:
    name, children = call["name"], call["children"]
    if name not in _TYPES:
        return NOTHING
    marked = children if name != "rtrim" else children[0].get("children", ())
    length = _length(marked[1:])
    return NOTHING if length is None else _of_one(CastTo(_TYPES[name], length))


def _length(arguments: Sequence[Plan]) -> int | None:
    """
    The length that a macro has marked.
    """
    expression = arguments[0] if arguments else None
    is_marked = False
    while expression is not None and expression["expression_class"] == "BOUND_CAST":
        is_marked |= expression["return_type"]["id"] == MARK
        expression = expression["child"]
    if not is_marked or expression is None or expression["expression_class"] != "BOUND_CONSTANT":
        return None
    return int(expression["value"]["value"])


def _is_untyped(expression: Plan | None) -> bool:
    if expression is None or expression["expression_class"] != "BOUND_CONSTANT":
        return False
    return expression["value"]["type"]["id"] in {"NULL", "VARCHAR", "STRING_LITERAL"}


def _of_one(source: Source) -> Made:
    return Made((source,), (source,))


def _all(parts: Sequence[Made]) -> Made:
    """
    Of one of several; nothing is known where something is not known of one of them.
    """
    if not all(part.sources for part in parts):
        return NOTHING
    return Made(
        tuple(source for part in parts for source in part.sources),
        tuple(source for part in parts for source in part.reached),
    )
