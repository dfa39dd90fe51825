"""
Casts to jsonb as calls of what writes a document's one text (PostgreSQL 15, 8.14); DuckDB knows JSON alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.arrays.nested_arrays import array_of, innermost, mapped
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node, Tree

TYPE: Final = "jsonb"
CALL: Final = "~jsonb"


def edit(tree: Tree) -> None:
    """
    Replace every such cast of the tree, and those to jsonb[]; a literal beside one is a jsonb too.
    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    """
    One node, its children already done.
    """
    match node.get("class"):
        case "CAST":
            return _cast(node)
        case "COMPARISON":
            node["left"], node["right"] = _alike([node["left"], node["right"]])
        case "OPERATOR" if node["type"] in _ALIKE:
            node["children"] = _alike(node["children"])
    if isinstance(node.get("values"), list) and node.get("type") == "EXPRESSION_LIST":
        columns = [_alike(list(column)) for column in zip(*node["values"], strict=False)]
        node["values"] = [list(row) for row in zip(*columns, strict=True)]
    return node


_ALIKE: Final = frozenset({"COMPARE_IN", "COMPARE_NOT_IN", "OPERATOR_COALESCE", "ARRAY_CONSTRUCTOR"})


def _cast(node: Node) -> Node:
    if node["child"].get("function_name") == CALL and _is_json(node["cast_type"]):
        return {**nodes.function("~json", [node["child"]], at=node["query_location"]), "alias": node["alias"]}
    element, dimensions = innermost(node["cast_type"])
    if nodes.unbound_name(element) != TYPE:
        return node
    at = node["query_location"]
    if dimensions:
        rows = _texts(node["child"], dimensions)
        call = mapped(rows, dimensions - 1, lambda row: nodes.function("~jsonb_each_of", [row], at=at))
    else:
        call = nodes.function(CALL, [node["child"]], at=at)
    return {**call, "alias": node["alias"]}


def _texts(array: Node, dimensions: int) -> Node:
    """What is no array yet may be a text that is one's."""
    is_plain = dimensions == 1 and (nodes.is_constant(array) or nodes.is_parameter(array))
    if is_plain or array.get("type") == "ARRAY_CONSTRUCTOR":
        return array
    return {**nodes.cast(array, ""), "cast_type": array_of(plain("VARCHAR"), dimensions)}


def _is_json(cast_type: Node) -> bool:
    """DuckDB's parser knows json as a type that is yet to be looked up."""
    return nodes.unbound_name(cast_type) == "json" or cast_type["id"] == "JSON"


def _alike(operands: list[Node]) -> list[Node]:
    if not any(operand.get("function_name") == CALL for operand in operands):
        return operands
    return [
        nodes.function(CALL, [operand]) if nodes.is_constant(operand, "VARCHAR") else operand
        for operand in operands
    ]
