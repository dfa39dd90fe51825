"""
Subscripts and slices of arrays (PostgreSQL 15, 8.15.3).

All subscripts behind an array are one reference to it.  Fewer or more than it has dimensions are NULL, as is
what lies outside; if one of them is a slice all are, [n] being [1:n], and a slice keeps every dimension.
duckdb 1.5.5 takes each by itself of a list of lists, counts those below 1 from the end, and takes a character
of a text.
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.translate.arrays.nested_arrays import innermost, mapped
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node, Tree

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

_ELEMENT: Final = "ARRAY_EXTRACT"
_SLICE: Final = "ARRAY_SLICE"
CALLS: Final = frozenset({"array_extract", "array_slice"})
"""What both are in a plan."""

_LAST: Final = 2**31 - 1
"""A bound that is left out."""

_NO_LIST: Final[Node] = {"id": "ANY", "type_info": None}
_WITH_PARTS: Final = frozenset({"STRUCT", "MAP", "UNION", "VARIANT"})
"""Elements that have subscripts of their own; those of JSON are texts with an alias."""


class _Subscript(NamedTuple):
    """
    [upper] where `lower` is None, else [lower:upper].
    """

    lower: Node | None
    upper: Node


def is_subscript(node: object) -> bool:
    return isinstance(node, dict) and node.get("class") == "OPERATOR" and node["type"] in {_ELEMENT, _SLICE}


def inside(tree: Tree) -> dict[int, Node]:
    """
    The subscripts that others stand behind, by id: the last one is read for all of them.
    """
    found = (node["children"][0] for node in nodes.walk(tree["node"]) if is_subscript(node))
    return {id(node): node for node in found if is_subscript(node)}


def parts(node: Node) -> list[Node]:
    """
    The array, and all that stands in its brackets.
    """
    array, subscripts = _taken_apart(node)
    bounds = [bound for one in subscripts for bound in (one.lower, one.upper) if bound is not None]
    return [array, *(bound for bound in bounds if not _is_left_out(bound))]


def count(node: Node) -> int:
    """
    How many subscripts and slices there are.
    """
    return len(_taken_apart(node)[1])


def asks(call: Mapping[str, Any]) -> bool:
    """
    May a bound subscript be another in PostgreSQL?
    """
    array, *subscripts = call["children"]
    if _is_subscripted(array):
        return True
    element = nodes.element_type(array.get("return_type") or _NO_LIST)
    if element is None:
        return False
    return nodes.element_type(element) is not None or not all(map(_is_plain, subscripts))


def read(node: Node, types: Types) -> Made:
    """
    What stands in the place of an array with its subscripts, by the array's type; None if DuckDB reads it so.
    """
    array, subscripts = _taken_apart(node)
    of_type = types[0]
    if of_type is None or nodes.element_type(of_type) is None or array.get("function_name") == "list_value":
        return None  # [[1], [2]] is a list of DuckDB's
    element, depth = innermost(of_type)
    if len(subscripts) > depth and (element["id"] in _WITH_PARTS or _is_json(element)):
        return None
    if any(one.lower is not None for one in subscripts):
        return _sliced(array, subscripts, of_type, depth)
    if len(subscripts) != depth:
        return {**nodes.cast(nodes.constant(None), ""), "cast_type": element}, element
    if all(_is_from(one.upper, 0) for one in subscripts):
        return None
    for one in subscripts:
        array = _operator(_ELEMENT, array, _at_least(one.upper, 0))
    return array, element


def _sliced(array: Node, subscripts: Sequence[_Subscript], of_type: Node, depth: int) -> Made:
    """
    Each slice but the first is taken of the items of all lists around it.
    """
    if len(subscripts) > depth:
        return _operator(_SLICE, array, nodes.constant(1), nodes.constant(0)), of_type
    if len(subscripts) == 1 and _is_from(subscripts[0].lower, 1) and _is_from(subscripts[0].upper, 0):
        return None
    for level, one in enumerate(subscripts):
        lower = nodes.constant(1) if one.lower is None else _at_least(one.lower, 1)
        array = mapped(array, level, partial(_slice, bounds=(lower, _at_least(one.upper, 0))))
    return array, of_type


def _slice(items: Node, bounds: tuple[Node, Node]) -> Node:
    return _operator(_SLICE, items, *bounds)


def _taken_apart(node: Node) -> tuple[Node, list[_Subscript]]:
    subscripts: list[_Subscript] = []
    while is_subscript(node):
        node, *bounds = node["children"]
        subscripts.insert(0, _Subscript(None if len(bounds) == 1 else bounds[0], bounds[-1]))
    return node, subscripts


def _at_least(bound: Node, least: int) -> Node:
    """
    The bound, or where it is less the least one; NULL stays NULL.
    """
    if _is_left_out(bound):
        return nodes.constant(_LAST if least == 0 else least)
    if nodes.is_constant(bound, "INTEGER"):
        return nodes.constant(max(bound["value"]["value"], least))
    if nodes.is_constant(bound):
        return bound
    is_less = {
        "class": "COMPARISON",
        "type": "COMPARE_LESSTHAN",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "left": deepcopy(bound),
        "right": nodes.constant(least),
    }
    return {
        "class": "CASE",
        "type": "CASE_EXPR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "case_checks": [{"when_expr": is_less, "then_expr": nodes.constant(least)}],
        "else_expr": bound,
    }


def _is_left_out(bound: Node) -> bool:
    """The parser has an empty list there."""
    return nodes.is_constant(bound, "LIST")


def _is_from(bound: Node | None, least: int) -> bool:
    """Is it left out, NULL, or a number that is not less?"""
    if bound is None or not nodes.is_constant(bound):
        return False
    return not nodes.is_constant(bound, "INTEGER") or bound["value"]["value"] >= least


def _is_json(of_type: Node) -> bool:
    return bool(of_type.get("type_info") and of_type["type_info"].get("alias"))


def _operator(kind: str, *children: Node) -> Node:
    return {
        "class": "OPERATOR",
        "type": kind,
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": list(children),
    }


def _is_subscripted(array: Mapping[str, Any]) -> bool:
    return array.get("expression_class") == "BOUND_FUNCTION" and array["name"] in CALLS


def _is_plain(subscript: Mapping[str, Any]) -> bool:
    """A bound number that is not negative, or NULL."""
    while subscript["expression_class"] == "BOUND_CAST":
        subscript = subscript["child"]
    if subscript["expression_class"] != "BOUND_CONSTANT":
        return False
    value = subscript["value"].get("value")
    return not isinstance(value, int) or value >= 0
