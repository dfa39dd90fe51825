"""
Casts of numerics to floats, to the last bit (PostgreSQL 15, 8.1.3).

duckdb 1.5.5 divides a DECIMAL's digits by a power of ten, as doubles: right where both are exact, else one
bit off now and then, as in (5 / 3.0)::float8.  Its text is read right, and of 128 bits in the same time.
What is written to a column of floats is cast, too, where nothing but the column says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

_NAMES: Final = {"DOUBLE": "double_of_numeric", "FLOAT": "real_of_numeric"}
TYPES: Final = frozenset(_NAMES)
"""What is cast to: DuckDB's ids of types."""

MACROS: Final = {name: type_id for type_id, name in _NAMES.items()}
"""What casts a numeric, and to what (sql/number_functions.sql)."""

_MOST_EXACT: Final = 15
"""Digits that a double keeps whatever they are."""


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one of a numeric that may have more digits than a double?
    """
    return is_cast(cast["child"].get("return_type"), cast["return_type"])


def is_cast(of_type: Node | None, to: Node) -> bool:
    """
    Is a cast from one type to the other such a one?
    """
    if of_type is None or of_type["id"] != "DECIMAL" or to["id"] not in TYPES:
        return False
    return bool(of_type["type_info"]["width"] > _MOST_EXACT)


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Such a cast by the macro that reads the numeric's text.
    """
    to = node["cast_type"]
    if not is_cast(types[0], to):
        return None
    return nodes.function(_NAMES[to["id"]], [node["child"]], catalog="~pg", schema="~mirror"), to


def assign(tree: Tree, wanted: Sequence[str | None]) -> None:
    """
    What a query computes for columns of floats, as casts, in place.

    Args:
        wanted: DuckDB's texts of the types of the columns that it is written to.

    """
    query = tree["node"]
    if TYPES.isdisjoint(wanted) or query["type"] != "SELECT_NODE" or _tells_values_apart(query):
        return
    rows = query["from_table"].get("values")
    cast_classes = _COMPUTED if rows else _COMPUTED | {"COLUMN_REF"}  # which DEFAULT is among VALUES
    for row in rows or [query["select_list"]]:
        if any(item["class"] == "STAR" for item in row):
            return
        for place, (item, to) in enumerate(zip(row, wanted, strict=False)):
            if to in TYPES and item["class"] in cast_classes:
                row[place] = {**nodes.cast({**item, "alias": ""}, str(to)), "alias": item["alias"]}


_COMPUTED: Final = frozenset({"CASE", "FUNCTION", "OPERATOR", "SUBQUERY", "WINDOW"})


def _tells_values_apart(query: Node) -> bool:
    """Does it compare its own items, of which floats may be alike where numerics are not?"""
    names = {item["alias"] for item in query["select_list"] if item["alias"]}
    return any(modifier["type"] == "DISTINCT_MODIFIER" for modifier in query["modifiers"]) or any(
        nodes.is_constant(group) or (group["class"] == "COLUMN_REF" and group["column_names"][-1] in names)
        for group in query["group_expressions"]
    )
