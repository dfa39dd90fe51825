"""
NULLs beside arrays, by what the text says of them: one that is joined to an array as an element or is one
itself (ARRAY[1] || NULL::int), and arrays of NULLs alone, which are of texts (PostgreSQL 15, 9.19, 10.5).

duckdb 1.5.5 makes NULL of what is joined to one, and an integer of it, while it binds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree


def stands_free(tokens: Tokens) -> bool:
    """
    Is there a NULL, and something that may be an array?
    """
    words = {token.word for token in tokens}
    return {"[", "null"} <= words and not words.isdisjoint({"||", "array"})


def edit(tree: Tree) -> None:
    """
    Say what such NULLs are, in place.
    """
    nodes.rewrite_nodes(tree, _replace)
    for item in tree["node"].get("select_list", ()):
        if item.get("type") == "ARRAY_CONSTRUCTOR" and all(map(_is_null, item["children"])):
            item["children"] = [nodes.cast(child, "VARCHAR") for child in item["children"]]


def _replace(node: Node) -> Node:
    is_join = node.get("class") == "FUNCTION" and node["function_name"] == "||"
    return _joined(node) if is_join else node


def _joined(node: Node) -> Node:
    left, right = node["children"]
    for array, other in ((left, right), (right, left)):
        if _is_array(array) and (_is_null(other) or _is_null_array(other)):
            return {**array, "alias": node["alias"], "query_location": node["query_location"]}
    if _takes(left, right):
        return {**node, "function_name": "list_append", "is_operator": False}
    if _takes(right, left):
        return {**node, "function_name": "list_prepend", "is_operator": False}
    return node


def _takes(array: Node, element: Node) -> bool:
    if _is_null_array(array):
        return not _may_be_array(element)
    return _is_array(array) and _is_null_element(element)


def _is_null(node: Node) -> bool:
    return nodes.is_constant(node, "NULL")


def _is_null_element(node: Node) -> bool:
    return nodes.is_cast(node) and nodes.is_constant(node["child"], "NULL") and not _is_array(node)


def _is_null_array(node: Node) -> bool:
    return nodes.is_cast(node) and nodes.is_constant(node["child"], "NULL") and _is_array(node)


def _may_be_array(node: Node) -> bool:
    if nodes.is_cast(node):
        return _is_array(node)
    return (
        not nodes.is_constant(node) or nodes.is_constant(node, "VARCHAR") or nodes.is_constant(node, "NULL")
    )


def _is_array(node: Node) -> bool:
    if nodes.is_cast(node):
        return nodes.element_type(node["cast_type"]) is not None
    return node.get("type") == "ARRAY_CONSTRUCTOR"
