"""
Which columns of a query are of one of PostgreSQL's character types, that DuckDB has as VARCHAR: varchar(3),
char(3), text.  A plan tells what a column is made of; which type that makes, the session says
(session/columns/character_columns.py).

A cast to a length is told by how its macro writes the length, as no client would
(sql/character_functions.sql).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.character_sources import (
    NOTHING,
    TEXT,
    UNTYPED,
    CastTo,
    ColumnOf,
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
from pggate.engine.choices import branches, gathered, is_choice, nullif_other, nullif_value, reached
from pggate.engine.plan_walk import PlanReader, at_place, of_items

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

MARK: Final = "UINTEGER"
"""What the macros cast a length to."""

_TYPES: Final = {"left": "varchar", "rtrim": "bpchar", "rpad": "bpchar"}
"""What the macros make of a text, and the type that it is then."""


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
        return NOTHING if relation is None else of_one(ColumnOf(relation, name))

    def expressed(self, expression: Plan, below: Sequence[Made]) -> Made:
        return of_expression(expression, below)

    def merged(self, parts: Sequence[tuple[Plan | None, Made]]) -> Made:
        return of_all([made for _, made in parts])


def of_expression(expression: Plan, below: Sequence[Made]) -> Made:
    """
    What an expression is made of.

    Args:
        below: What the columns are made of that it is over.

    """
    if (value := nullif_value(expression)) is not None:
        return compared(of_expression(value, below), of_expression(nullif_other(expression), below))
    if (array := gathered(expression)) is not None:
        return modified(of_expression(array, below))
    if is_choice(expression):
        made = of_all([of_expression(branch, below) for branch in branches(expression)])
        left = of_all([of_expression(branch, below) for branch in reached(expression)])
        return made._replace(reached=left.reached)
    if expression["expression_class"] == "BOUND_REF":
        return at_place(expression, below, NOTHING)
    if _is_untyped(expression) or _is_untyped(expression.get("child")):
        return UNTYPED
    return _of_call(expression, below)


def _of_call(call: Plan, below: Sequence[Made]) -> Made:
    name = call.get("name") or call["type"]
    if (body := of_items(call)) is not None:
        return _of_items(call["children"], body, below)
    if call["expression_class"] == "BOUND_FUNCTION" and not _is_of_arrays(call):
        return TEXT if name == _CONCATENATION else _of_cast(call)
    if name in _JOINED:
        return unmodified(of_all([of_expression(child, below) for child in call["children"]]))
    if name in _LISTED:
        return _listed(call, below)
    if name not in _OF_FIRST:
        return NOTHING
    first = call["child"] if "child" in call else call["children"][0]
    made = _OF_FIRST[name](of_expression(first, below))
    return as_array(made) if name in _ORDERED and _is_array(call) else made


def _of_items(taken: Sequence[Plan], body: Plan, below: Sequence[Made]) -> Made:
    """An array of what is made of each item of the first that is taken; the others stand for themselves."""
    items, *others = (of_expression(child, below) for child in taken)
    item = items if _is_array(body) else as_element(items)
    made = of_expression(body, [item, *others])
    return made if _is_array(body) else as_array(made)


def _listed(list_value: Plan, below: Sequence[Made]) -> Made:
    """ARRAY[...], whose elements may be arrays."""
    made = of_all([of_expression(child, below) for child in list_value["children"]])
    is_nested = any(map(_is_array, list_value["children"]))
    return made if is_nested else as_array(made)


def _is_array(expression: Plan) -> bool:
    return bool((expression.get("return_type") or {}).get("id") == "LIST")


def _is_of_arrays(call: Plan) -> bool:
    """Is it a call of a function of arrays, which makes one or takes an element?"""
    return _is_array(call) or any(map(_is_array, call["children"]))


# Aggregates and functions whose result is of their first argument's type, of an array of it or of what it is
# an array of; `first` is what duckdb 1.5.5 makes of a subquery that is one value
_OF_FIRST: Final[Mapping[str, Callable[[Made], Made]]] = {
    "first": same,
    "min": extreme,
    "max": extreme,
    "mode": unmodified,
    "quantile_disc": unmodified,
    "array_agg": lambda value: unmodified(as_array(value)),
    "list_sort": same,
    "list_filter": unmodified,
    "array_slice": same,
    "array_extract": as_element,
    "BOUND_UNNEST": lambda value: unmodified(as_element(value)),
    **dict.fromkeys(
        (
            *("WINDOW_FIRST_VALUE", "WINDOW_LAST_VALUE", "WINDOW_NTH_VALUE"),
            *("WINDOW_LAG", "WINDOW_LEAD"),
        ),
        unmodified,
    ),
}

_ORDERED: Final = frozenset({"quantile_disc"})
"""What gives an array where it is asked for several."""
_CONCATENATION: Final = "||"
_JOINED: Final = frozenset({_CONCATENATION, "list_concat"})
_LISTED: Final = frozenset({"list_value"})


def _of_cast(call: Plan) -> Made:
    name, children = call["name"], call["children"]
    if name not in _TYPES:
        return NOTHING
    marked = children if name != "rtrim" else children[0].get("children", ())
    length = _length(marked[1:])
    return NOTHING if length is None else of_one(CastTo(_TYPES[name], length))


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
