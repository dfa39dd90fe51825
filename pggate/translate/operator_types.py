"""
Operators that DuckDB has not for the types of their operands: those of jsonb, `||` of an array and an
element (PostgreSQL 15, 9.16, table 9.46; 9.19, table 9.53), and arithmetic with a string literal.

Asked for a query that DuckDB has refused.  What stands in an operator's place binds whatever its operands are
inside of, so that it goes on from the inside to the outside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidTextRepresentation
from pggate.translate import arrays, nodes, probes, untyped_operands

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.evidence import TypeOf
    from pggate.translate.nodes import Node, Tree

JSON_CALLS: Final = {
    "||": "~jsonb_concat",
    "-": "~jsonb_delete",
    "@>": "~jsonb_contains",
    "<@": "~jsonb_contains",
}
_ON_LISTS: Final = frozenset({"||", "array_cat", "list_concat"})
NAMES: Final = JSON_CALLS.keys() | _ON_LISTS | untyped_operands.NAMES

_DIMENSIONS: Final = re.compile(r"(?:\[\d*\])+$")


def edit(tree: Tree, type_of: TypeOf, parsed: Callable[[str], Node]) -> bool:
    """
    Replace such operators, in place; were there any?

    Args:
        tree: Of the query.
        type_of: Asks the binder for the type of the only column of a query made of parts of this one.
        parsed: The node of an expression's text.

    """
    edited = False
    for scope in probes.scopes(tree, lambda node: node.get("function_name") in NAMES):
        for node in scope.found:
            if len(node["children"]) != 2:
                continue
            types = [_type(child, scope.query, type_of) for child in node["children"]]
            made = _call(node, types, parsed)
            if made is not None:
                alias, place = node["alias"], node["query_location"]
                node.clear()
                node.update(made, alias=alias, query_location=place)
                edited = True
    return edited


def _type(operand: Node, query: Node, type_of: TypeOf) -> str:
    if nodes.is_constant(operand):
        return ""
    source = query if query["type"] == "SELECT_NODE" else None
    return type_of(nodes.select({**operand, "alias": ""}, source)) or ""


def _call(node: Node, types: list[str], parsed: Callable[[str], Node]) -> Node | None:
    name, (left, right) = node["function_name"], node["children"]
    if name in JSON_CALLS and "JSON" in (types[:1] if name == "-" else types):
        return json_call(name, left, right)
    if name in _ON_LISTS:
        return _joined(left, right, types, parsed)
    if name in {"+", "-"} and "INTERVAL" in types:
        return _with_interval(node)
    if name in untyped_operands.NAMES:
        return untyped_operands.typed(node, types)
    return None


def _with_interval(node: Node) -> Node | None:
    """
    A NULL or a literal without a type beside an interval is one (10.2, rule 2a).
    """
    operands = [
        nodes.cast(operand, "INTERVAL")
        if nodes.is_constant(operand, "NULL") or nodes.is_constant(operand, "VARCHAR")
        else operand
        for operand in node["children"]
    ]
    return {**node, "children": operands} if operands != node["children"] else None


def json_call(operator: str, left: Node, right: Node) -> Node:
    """
    The call that stands for an operator of jsonb.
    """
    if operator == "<@":
        left, right = right, left
    if operator != "-":
        right = _normal(right)
    return nodes.function(JSON_CALLS[operator], [_normal(left), right])


def _normal(node: Node) -> Node:
    is_already = str(node.get("function_name", "")).startswith("~jsonb")
    return node if is_already else nodes.function("~jsonb", [node])


def _joined(left: Node, right: Node, types: list[str], parsed: Callable[[str], Node]) -> Node | None:
    """
    An array and an element of it, or an array with one dimension less, which is an element too.

    Raises:
        InvalidTextRepresentation: A literal beside an array is to be one (10.2), and is none.

    """
    depths = [_depth(of_type) for of_type in types]
    if not any(depths):
        return None
    for operand, literal, at in ((left, right, 1), (right, left, 0)):
        if depths[1 - at] and _is_array_literal(literal):
            array = parsed(f"{arrays.constructor(literal['value']['value'])}::{types[1 - at]}")
            return nodes.function("list_concat", [operand, array] if at else [array, operand])
        if depths[1 - at] and nodes.is_constant(literal, "VARCHAR"):
            text = literal["value"]["value"]
            raise InvalidTextRepresentation(f'malformed array literal: "{text}"')
        if depths[1 - at] and nodes.is_constant(literal, "VARCHAR"):
            raise InvalidTextRepresentation(
                f'malformed array literal: "{literal["value"]["value"]}"',
                detail='Array value must start with "{" or dimension information.',
            )
    if depths[0] > depths[1]:
        return nodes.function("list_append", [left, right])
    if depths[1] > depths[0]:
        return nodes.function("list_prepend", [left, right])
    return None


def _depth(of_type: str) -> int:
    found = _DIMENSIONS.search(of_type)
    return found[0].count("[") if found else 0


def _is_array_literal(node: Node) -> bool:
    return (
        nodes.is_constant(node, "VARCHAR")
        and arrays.constructor(str(node["value"].get("value", ""))) is not None
    )
