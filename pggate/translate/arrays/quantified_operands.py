"""
x = ANY (array), where DuckDB cannot compare x with the array's items (PostgreSQL 15, 9.24.3, 10.2): those of
an array of several dimensions, which are lists, and those of a literal, which are of x's type.

Asked for a query that DuckDB has refused.  duckdb 1.5.5: x = ANY (array) is x = ANY (SELECT unnest(array)),
and ALL a NOT around the opposite.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from pggate.translate.arrays.nested_arrays import depth, flattened
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node

WORDS: Final = frozenset({"any", "some", "all"})


def is_wanted(node: Node) -> bool:
    """
    Is it such a comparison?
    """
    return array_of(node) is not None


def compared(node: Node, type_of: Callable[[Node], str]) -> Node | None:
    """
    What stands in its place; None if it stays.

    Args:
        node: The comparison.
        type_of: DuckDB's type text of an expression, which may be of the query around it; "" of none.

    """
    array = array_of(node)
    if array is None:
        return None
    if array.get("type") == "ARRAY_CONSTRUCTOR" and all(map(_is_untyped, array["children"])):
        return _disjunction(node, array["children"])
    dimensions = depth(type_of(array))
    if dimensions < 2:
        return None
    changed = deepcopy(node)
    changed["subquery"]["node"]["select_list"][0]["children"] = [flattened(array, dimensions)]
    return changed


def array_of(node: Node) -> Node | None:
    """
    The array of x = ANY (array); None of anything else.
    """
    if node.get("class") != "SUBQUERY" or node["subquery_type"] != "ANY":
        return None
    items = node["subquery"]["node"].get("select_list", ())
    if len(items) != 1 or items[0].get("function_name") != "unnest" or len(items[0]["children"]) != 1:
        return None
    array: Node = items[0]["children"][0]
    return array


def compared_with(node: Node, item: Node) -> Node:
    """
    x = item, of x = ANY (array).
    """
    return {
        "class": "COMPARISON",
        "type": node["comparison_type"],
        "alias": "",
        "query_location": nodes.NOWHERE,
        "left": deepcopy(node["child"]),
        "right": item,
    }


def _is_untyped(item: Node) -> bool:
    return nodes.is_constant(item, "VARCHAR") or nodes.is_constant(item, "NULL")


def _disjunction(node: Node, items: list[Node]) -> Node:
    """
    x > '1' OR x > '2': each literal becomes what x is.
    """
    comparisons = [compared_with(node, item) for item in items]
    if not comparisons:
        return nodes.cast(nodes.constant("f"), "BOOLEAN")
    return {
        "class": "CONJUNCTION",
        "type": "CONJUNCTION_OR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": comparisons,
    }
