"""
What PostgreSQL makes of arrays of several dimensions, which are lists of lists here, and of arrays beside
what is NULL (PostgreSQL 15, 8.15.3; 9.19): the rules of result_types that ask for lists.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import PgError
from pggate.translate.arrays import nested_arrays
from pggate.translate.arrays.nested_arrays import innermost
from pggate.translate.numbers import integer_branches
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None


# In a plan the macros are calls of the last two
ELEMENT_CALLS: Final = ("array_remove", "array_replace", "array_positions", "list_filter", "list_transform")


def is_list(of_type: Mapping[str, object] | None) -> bool:
    return of_type is not None and of_type["id"] in {"LIST", "ARRAY"}


def is_nested(of_type: Node) -> bool:
    """
    Is it a list of lists?
    """
    element = nodes.element_type(of_type)
    return element is not None and is_list(element)


def is_constructor(node: Node) -> bool:
    """
    Is it ARRAY[...] with a number that is written out, or with a literal beside something else?
    """
    if node["type"] != "ARRAY_CONSTRUCTOR":
        return False
    items = node["children"]
    is_mixed = any(nodes.is_constant(item, "VARCHAR") for item in items) and not all(
        map(nodes.is_constant, items)
    )
    return is_mixed or any(nodes.is_constant(item, "INTEGER") for item in items)


def constructed(node: Node, types: Types) -> Made:
    """
    ARRAY[1::smallint, 2] has integers, as what is one of several.
    """
    made = integer_branches.widened(node, types)
    return None if made is None else (made[0], {"id": "LIST", "type_info": {"child_type": made[1]}})


def unnested(node: Node, types: Types) -> Made:
    """
    unnest of an array of several dimensions gives its elements, not its rows.
    """
    items = node["children"][0]
    of_type = types[0] or _written_type(items)
    if len(types) != 1 or of_type is None or not is_nested(of_type):
        return None
    element, dimensions = innermost(of_type)
    return {**node, "children": [nested_arrays.flattened(items, dimensions)]}, element


def _written_type(items: Node) -> Node | None:
    """
    What the text tells of an array: a probe does not tell of one that a function in FROM is computed of.
    """
    if nodes.is_cast(items):
        to: Node = items["cast_type"]
        return to
    return _constructed(items) if items.get("type") == "ARRAY_CONSTRUCTOR" else None


def _constructed(items: Node) -> Node:
    """The rows in ARRAY[[1, 2], [3, 4]] are calls to the parser."""
    is_list_too = items.get("type") == "ARRAY_CONSTRUCTOR" or items.get("function_name") == "list_value"
    if not is_list_too or not items["children"]:
        return plain("UNKNOWN")
    return {"id": "LIST", "type_info": {"child_type": _constructed(items["children"][0])}}


def joined(node: Node, types: Types) -> Made:
    """
    array || NULL::int appends a NULL, as any element, and a NULL array is joined as one without elements;
    duckdb 1.5.5 makes NULL of it all.
    """
    if len(types) != 2 or None in types:
        return None
    left, right = types
    if is_list(left) and right == nodes.element_type(left or {}):
        return nodes.function("list_append", node["children"]), left or {}
    if is_list(right) and left == nodes.element_type(right or {}):
        return nodes.function("list_prepend", node["children"]), right or {}
    if not is_list(left) or not is_list(right):
        return None
    return _with_nulls(node), left or {}


def _with_nulls(node: Node) -> Node:
    """
    a || b, or that which is not NULL.  A query that makes an array is never NULL, and would be asked in each
    of these places.
    """
    if any(map(is_query, node["children"])):
        return nodes.function("list_concat", node["children"])
    operands = [
        copy.deepcopy(operand) for operand in node["children"] if operand.get("type") != "ARRAY_CONSTRUCTOR"
    ]
    if not operands:
        return node
    others = [copy.deepcopy(operand) for operand in node["children"] if operand not in operands]
    return {
        "class": "OPERATOR",
        "type": "OPERATOR_COALESCE",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": [node, *(others or operands)],
    }


def is_query(node: Node) -> bool:
    """
    Is it ARRAY(SELECT ...)?  To duckdb 1.5.5 that is the list of all rows, or the empty one where it is NULL.
    """
    if node.get("class") != "SUBQUERY" or node["subquery_type"] != "SCALAR":
        return False
    item = (node["subquery"]["node"].get("select_list") or [{}])[0]
    gathered: Node = item.get("else_expr") or {}
    is_gathered = gathered.get("function_name") == "array_agg"
    return is_gathered and gathered["children"][0].get("type") == "POSITIONAL_REFERENCE"


def accumulated(node: Node, types: Types) -> Made:
    """
    array_agg of arrays is one with a dimension more, if none of them is NULL or has no elements.
    """
    if not types or not is_list(types[0]):
        return None
    made = nodes.function("accumulated", [node], catalog="~pg", schema="~mirror")
    return made, {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": types[0]}}


def contained(node: Node, types: Types) -> Made:
    """
    Arrays contain elements, whatever dimensions they have.
    """
    dimensions = [0 if of_type is None else _dimensions(of_type) for of_type in types]
    if max(dimensions, default=0) < 2:
        return None
    children = [nested_arrays.flattened(*pair) for pair in zip(node["children"], dimensions, strict=True)]
    return {**node, "children": children}, plain("BOOLEAN")


def written(node: Node, types: Types) -> Made:
    """
    array_to_string of an array of several dimensions has its elements, one after the other.  In a plan it is
    to_json.
    """
    dimensions = 0 if types[0] is None else _dimensions(types[0])
    if dimensions < 2 or node["function_name"] != "array_to_string":
        return None
    items, *others = node["children"]
    return {**node, "children": [nested_arrays.flattened(items, dimensions), *others]}, plain("VARCHAR")


def by_elements(node: Node, types: Types) -> Made:
    """
    array_replace of an array of several dimensions looks at its elements; array_remove and array_positions
    refuse one.
    """
    of_type = types[0] if types else None
    name = node["function_name"]
    if of_type is None or name not in nested_arrays.NAMES or (dimensions := _dimensions(of_type)) < 2:
        return None
    try:
        made = nested_arrays.called(node, ["[]" * dimensions])
    except PgError as error:
        failing = [nodes.constant(error.code), nodes.constant(error.message)]
        made = nodes.function("raise", failing, catalog="~pg", schema="~mirror")
        made = {**nodes.cast(made, ""), "cast_type": of_type}
    return None if made is None else (made, of_type)


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one of an array to one of other dimensions?
    """
    if not is_list(cast["return_type"]):
        return False
    dimensions = _dimensions(cast["child"].get("return_type") or plain("ANY"))
    return 0 < dimensions != _dimensions(cast["return_type"])


def cast(node: Node, types: Types) -> Made:
    """
    An array of several dimensions that is cast to T[] keeps them.
    """
    made = None if types[0] is None else nested_arrays.cast_of(node, _dimensions(types[0]))
    return None if made is None else (made, made["cast_type"])


def _dimensions(of_type: Node) -> int:
    return innermost(of_type)[1]
