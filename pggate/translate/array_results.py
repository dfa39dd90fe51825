"""
What PostgreSQL makes of arrays of several dimensions, which are lists of lists here, and of an array beside
an element that is NULL (PostgreSQL 15, 8.15.3; 9.19): the rules of result_types that ask for lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

_SLICE: Final = "ARRAY_SLICE"
_SUBSCRIPTS: Final = frozenset({_SLICE, "ARRAY_EXTRACT"})


def is_list(of_type: Mapping[str, object] | None) -> bool:
    return of_type is not None and of_type["id"] in {"LIST", "ARRAY"}


def is_nested(of_type: Node) -> bool:
    """
    Is it a list of lists?
    """
    element = nodes.element_type(of_type)
    return element is not None and is_list(element)


def is_slice_of_slice(node: Node) -> bool:
    """
    a[1:2][2:3] and a[1:2][3].
    """
    return (
        node.get("class") == "OPERATOR"
        and node["type"] in _SUBSCRIPTS
        and node["children"][0].get("type") == _SLICE
    )


def unnested(node: Node, types: Types) -> Made:
    """
    unnest of an array of several dimensions gives its elements, not its rows.
    """
    of_type, items = types[0], node["children"][0]
    if len(types) != 1 or of_type is None or not is_nested(of_type):
        return None
    element = nodes.element_type(of_type)
    while element is not None and is_list(element):
        items, element = nodes.function("flatten", [items]), nodes.element_type(element)
    return ({**node, "children": [items]}, element) if element is not None else None


def sliced(node: Node, types: Types) -> Made:
    """
    a[1:2][2:3] takes the slice [2:3] of each row of a[1:2]; in a slice [n] is [1:n].
    """
    rows, *bounds = node["children"]
    of_type = types[0]
    if of_type is None or not is_nested(of_type):
        return None
    if not all(nodes.is_constant(bound, "INTEGER") for bound in bounds):
        return None
    first, last = bounds if len(bounds) == 2 else (nodes.constant(1), *bounds)
    call = nodes.function("~sliced_rows", [rows, first, last], catalog="~pg", schema="~catalog")
    return call, of_type


def joined(node: Node, types: Types) -> Made:
    """
    array || NULL::int appends a NULL, as any element; duckdb 1.5.5 makes NULL of it all.
    """
    if len(types) != 2 or None in types:
        return None
    left, right = types
    if is_list(left) and right == nodes.element_type(left or {}):
        return nodes.function("list_append", node["children"]), left or {}
    if is_list(right) and left == nodes.element_type(right or {}):
        return nodes.function("list_prepend", node["children"]), right or {}
    return None
