"""
What DuckDB 1.5.5 makes of dates, times and intervals otherwise than PostgreSQL does, by the types of the
arguments (PostgreSQL 15, 9.9 and 8.5): the types of results, casts that it has not, and texts that it writes
otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

DATE, TIME, SPAN = "DATE", "TIME", "INTERVAL"
ZONED: Final = "TIMESTAMP WITH TIME ZONE"
TEXT: Final = "VARCHAR"
# An interval of months, of days or of time alone
_ONE_UNIT: Final = re.compile(r"\s*[-+]?\d+\s*(?:second|minute|hour|day|week|month|year)s?\s*", re.IGNORECASE)

# From which type to which a cast is another one in PostgreSQL, and the macro that does it.
# fmt: off
_CASTS: Final[Mapping[tuple[str, str], str]] = {
    (ZONED, TIME):                          "time_of_moment",
    (TIME, SPAN):                           "span_of_time",
    (TIME, "TIME WITH TIME ZONE"):          "zoned_time",
    (SPAN, TIME):                           "time_of_span",
    (SPAN, TEXT):                           "text_of_span",
    (DATE, TEXT):                           "text_of_moment",
    ("TIMESTAMP", TEXT):                    "text_of_moment",
    (ZONED, TEXT):                          "text_of_moment",
    (TEXT, DATE):                           "date_of_text",
    (TEXT, TIME):                           "time_of_text",
    (TEXT, "TIME WITH TIME ZONE"):          "zoned_time_of_text",
    (TEXT, "TIMESTAMP"):                    "moment_of_text",
    (TEXT, ZONED):                          "instant_of_text",
    (TEXT, SPAN):                           "span_of_text",
}
# fmt: on
CAST_TYPES: Final = frozenset(to for _, to in _CASTS)
"""What is cast to: DuckDB's ids of types."""
MACROS: Final = {macro: to for (_, to), macro in _CASTS.items()}
"""What casts, and to what."""


def plain(type_id: str) -> Node:
    """
    A type without parameters, as trees have it.
    """
    return {"id": type_id, "type_info": None}


def macro(name: str, children: list[Node]) -> Node:
    """
    A call of one of the emulation's macros.
    """
    return nodes.function(name, children, catalog="~pg", schema="~mirror")


def is_cast(of_type: Mapping[str, Any] | None, to: Mapping[str, Any]) -> bool:
    """
    Is a cast from one type to the other another one in PostgreSQL?
    """
    return (_id(of_type), str(to["id"])) in _CASTS


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one that PostgreSQL does otherwise?
    """
    return is_cast(cast["child"].get("return_type"), cast["return_type"])


def cast(node: Node, types: Types) -> Made:
    """
    A cast by the macro that does it.
    """
    to = str(node["cast_type"]["id"])
    if node["cast_type"]["type_info"]:
        return None
    found = _CASTS.get((_id(types[0]), to))
    return None if found is None else (macro(found, [node["child"]]), plain(to))


def asks(name: str, types: Collection[Node]) -> bool:
    """
    May a call of a function with arguments of such types be another one in PostgreSQL?
    """
    wanted = _ASKING.get(name)
    if wanted is None:
        return False
    known = [_id(of_type) for of_type in types]
    return any(all(known.count(of_type) >= number for of_type, number in one.items()) for one in wanted)


def reckoned(node: Node, types: Types) -> Made:
    """
    What is added to an instant, or taken from it or another date or instant.
    """
    return _moved(node, types) or (difference(node, types) if node["function_name"] == "-" else None)


def _moved(node: Node, types: Types) -> Made:
    """
    An instant is moved by an interval's months, then by its days, then by its time; duckdb 1.5.5 begins with
    the time where one of them is negative.
    """
    children = list(node["children"])
    known = [_id(of_type) for of_type in types]
    if known == [SPAN, ZONED] and node["function_name"] == "+":
        children.reverse()
    elif known != [ZONED, SPAN]:
        return None
    if _ONE_UNIT.fullmatch(_literal(children[1])):
        return None
    return macro("moved_by" if node["function_name"] == "+" else "moved_back_by", children), plain(ZONED)


def _literal(node: Node) -> str:
    """The text of an interval that is written out; "" of what is computed."""
    literal = node["child"] if nodes.is_cast(node) else None
    return str(literal["value"]["value"]) if nodes.is_constant(literal, "VARCHAR") and literal else ""


def difference(node: Node, types: Types) -> Made:
    """
    date - date is an integer, of days; of instants it is the time between them, whatever clocks showed.  A
    literal is what the other side is.
    """
    sides = list(zip(node["children"], types, strict=True))
    of_types = {_id(of_type) for side, of_type in sides if not (_is_null(side) or _is_literal(side))}
    if len(types) != 2 or of_types not in ({DATE}, {ZONED}):
        return None
    name, made = ("days_apart", "INTEGER") if of_types == {DATE} else ("instants_apart", SPAN)
    children = [nodes.cast(side, *of_types) if _is_literal(side) else side for side, _ in sides]
    return macro(name, children), plain(made)


def _is_null(node: Node) -> bool:
    return nodes.is_constant(node) and bool(node["value"]["is_null"])


def _is_literal(node: Node) -> bool:
    return nodes.is_constant(node, "VARCHAR")


def is_written_otherwise(of_type: Node | None) -> bool:
    """
    May a value of this type be another text in PostgreSQL?
    """
    return (_id(of_type), TEXT) in _CASTS


def written(moment: Node, of_type: Node | None) -> Node:
    """
    Such a value as PostgreSQL writes it.
    """
    return macro(_CASTS[_id(of_type), TEXT], [moment])


def joined(node: Node, types: Types) -> Made:
    """
    Dates, timestamps and intervals in `||` are written as PostgreSQL writes them.
    """
    if not any(map(is_written_otherwise, types)) or not {"LIST", "ARRAY"}.isdisjoint(map(_id, types)):
        return None
    children = [
        # duckdb 1.5.5: '' || NULL has no type
        written(child, of_type) if is_written_otherwise(of_type) and not _is_no_value(child) else child
        for child, of_type in zip(node["children"], types, strict=True)
    ]
    return {**node, "children": children}, plain(TEXT)


def _is_no_value(node: Node) -> bool:
    return nodes.is_cast(node) and nodes.is_constant(node["child"], "NULL")


def chosen(node: Node, types: Types) -> Made:
    """
    greatest and least of intervals, which DuckDB compares there by their months first.
    """
    if SPAN not in map(_id, types):
        return None
    aggregate = "max" if node["function_name"] == "greatest" else "min"
    items = nodes.function("list_value", list(node["children"]), schema="main")
    return nodes.function("list_aggregate", [items, nodes.constant(aggregate)]), plain(SPAN)


def in_zone(node: Node, types: Types) -> Made:
    """
    date AT TIME ZONE takes the date for a timestamp with time zone.
    """
    if len(types) != 2 or _id(types[1]) != DATE:
        return None
    zone, moment = node["children"]
    return {**node, "children": [zone, nodes.cast(moment, ZONED)]}, plain("TIMESTAMP")


def _id(of_type: object) -> str:
    return str(of_type["id"]) if isinstance(of_type, dict) else ""


# How many arguments of which types call for a rule
_ASKING: Final[Mapping[str, tuple[Mapping[str, int], ...]]] = {
    "+": ({ZONED: 1, SPAN: 1},),
    "-": ({DATE: 2}, {ZONED: 2}, {ZONED: 1, SPAN: 1}),
    "||": ({SPAN: 1}, {DATE: 1}, {"TIMESTAMP": 1}, {ZONED: 1}),
    "timezone": ({DATE: 1},),
    "greatest": ({SPAN: 1},),
    "least": ({SPAN: 1},),
}
RULES: Final[Mapping[str, Callable[[Node, Types], Made]]] = {
    "+": reckoned,
    "-": reckoned,
    "||": joined,
    "timezone": in_zone,
    "greatest": chosen,
    "least": chosen,
}
