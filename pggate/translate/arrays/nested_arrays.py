"""
Functions and operators of arrays of several dimensions, which are lists of lists here (PostgreSQL 15, 9.19):
some look at all elements, some refuse such arrays.

Asked for a query that DuckDB has refused, or whose types are known (result_types).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, PgError
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node

_DIMENSIONS: Final = re.compile(r"(?:\[\d*\])+$")

CONTAINMENTS: Final = frozenset({"@>", "<@", "&&", "list_has_all", "list_has_any"})
"""They compare elements, whatever dimensions the arrays have."""

_REPLACE: Final = "array_replace"


def one_dimensional() -> PgError:
    """
    The error of an element that is appended to an array of several dimensions.
    """
    return PgError("argument must be empty or one-dimensional array", sqlstate="22000")


def _no_search() -> PgError:
    return FeatureNotSupported("searching for elements in multidimensional arrays is not supported")


def _no_removal() -> PgError:
    return FeatureNotSupported("removing elements from multidimensional arrays is not supported")


# Which argument is the array, and what is said of one of several dimensions
_REFUSALS: Final[dict[str, tuple[int, Callable[[], PgError]]]] = {
    "array_append": (0, one_dimensional),
    "array_prepend": (1, one_dimensional),
    "array_remove": (0, _no_removal),
    "array_position": (0, _no_search),
    "array_positions": (0, _no_search),
}
NAMES: Final = _REFUSALS.keys() | CONTAINMENTS | {_REPLACE}


def depth(of_type: str) -> int:
    """
    The dimensions of DuckDB's type text; 0 of what is no list.
    """
    found = _DIMENSIONS.search(of_type)
    return found[0].count("[") if found else 0


def called(node: Node, types: Sequence[str]) -> Node | None:
    """
    What stands in the place of a call of NAMES with arrays of several dimensions; None where there is none.

    Args:
        node: The call.
        types: DuckDB's type texts of its arguments.

    Raises:
        PgError: 22000 or 0A000, there is no such function of arrays of several dimensions.

    """
    name, depths = node["function_name"], list(map(depth, types))
    if max(depths, default=0) < 2:
        return None
    if name in CONTAINMENTS:
        children = [flattened(*pair) for pair in zip(node["children"], depths, strict=True)]
        return {**node, "children": children}
    if name == _REPLACE and depths[0] > 1:
        items, *values = node["children"]
        return mapped(items, depths[0] - 1, lambda row: nodes.function(name, [row, *values]))
    array, refusal = _REFUSALS.get(name, (0, None))
    if refusal is not None and depths[array] > 1:
        raise refusal()
    return None


def cast_of(node: Node, dimensions: int) -> Node | None:
    """
    A cast to T[] of an array of so many dimensions, which is one to as many: PostgreSQL has one type for all
    of them.  None where it is, or the cast is to no array or of none.
    """
    element, own = innermost(node["cast_type"])
    if not own or not dimensions or own == dimensions:
        return None
    return {**node, "cast_type": array_of(element, dimensions)}


def array_of(element: Node, dimensions: int) -> Node:
    """
    The type of arrays of so many dimensions.
    """
    of_type = element
    for _ in range(dimensions):
        of_type = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": of_type}}
    return of_type


def innermost(of_type: Node) -> tuple[Node, int]:
    """
    The type of the elements, and how many dimensions there are.
    """
    dimensions = 0
    while (element := nodes.element_type(of_type)) is not None:
        of_type, dimensions = element, dimensions + 1
    return of_type, dimensions


def flattened(items: Node, dimensions: int) -> Node:
    """
    The elements of an array of so many dimensions as one of one.
    """
    for _ in range(dimensions - 1):
        items = nodes.function("flatten", [items])
    return items


def mapped(items: Node, dimensions: int, change: Callable[[Node], Node]) -> Node:
    """
    The array with what `change` makes of each item below so many dimensions.
    """
    if dimensions == 0:
        return change(items)
    item = f"~{dimensions}"
    each = function_of(nodes.column(item), mapped(nodes.column(item), dimensions - 1, change))
    return nodes.function("list_transform", [items, each])


def function_of(parameters: Node, result: Node) -> Node:
    """
    A lambda: of one column, or of a row of several.
    """
    return {
        "class": "LAMBDA",
        "type": "LAMBDA",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "lhs": parameters,
        "expr": result,
    }
