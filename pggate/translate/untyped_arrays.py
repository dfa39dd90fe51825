"""
Array literals without a cast, beside what is an array (PostgreSQL 15, 4.1.2.7): ARRAY[1,2] = '{1,2}'; a NULL
that is joined to an array as an element or is one itself: ARRAY[1] || NULL::int; and arrays of NULLs alone,
which are of texts (10.5).

DuckDB reads a text as a list where it stands beside one, but in brackets, and what is joined to NULL is NULL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate import arrays, nodes
from pggate.translate.lexer import Kind
from pggate.translate.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.looking import Tokens
    from pggate.translate.nodes import Node, Tree

_OPERATORS: Final = frozenset({"@>", "<@", "&&", "list_has_all", "list_has_any", "array_cat", "list_concat"})
_ALIKE: Final = frozenset({"COMPARE_IN", "COMPARE_NOT_IN", "OPERATOR_COALESCE"})


def stands_free(tokens: Tokens) -> bool:
    """
    Is there such a literal or NULL, and something that may be an array?
    """
    words = {token.word for token in tokens}
    if "[" not in words:
        return False
    return (
        {"||", "null"} <= words
        or {"array", "null"} <= words
        or any(
            token.kind is Kind.STRING
            and token.text.startswith("'{")
            and word_at(tokens, i + 1) not in {"::", "as"}
            for i, token in enumerate(tokens)
        )
    )


def edit(tree: Tree) -> None:
    """
    Write such literals as DuckDB does, and say what such NULLs are.
    """
    nodes.rewrite_nodes(tree, _replace)
    for item in tree["node"].get("select_list", ()):
        if item.get("type") == "ARRAY_CONSTRUCTOR" and all(map(_is_null, item["children"])):
            item["children"] = [nodes.cast(child, "VARCHAR") for child in item["children"]]


def _replace(node: Node) -> Node:
    match node.get("class"):
        case "COMPARISON":
            node["left"], node["right"] = _alike([node["left"], node["right"]])
        case "OPERATOR" if node["type"] in _ALIKE:
            node["children"] = _alike(node["children"])
        case "FUNCTION" if node["function_name"] in _OPERATORS:
            node["children"] = _alike(node["children"])
        case "FUNCTION" if node["function_name"] == "||":
            return _joined(node)
    if node.get("type") == "EXPRESSION_LIST" and isinstance(node.get("values"), list):
        columns = [_alike(list(column)) for column in zip(*node["values"], strict=False)]
        node["values"] = [list(row) for row in zip(*columns, strict=True)]
    return node


def _joined(node: Node) -> Node:
    left, right = node["children"]
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
    return (
        not nodes.is_constant(node) or nodes.is_constant(node, "VARCHAR") or nodes.is_constant(node, "NULL")
    )


def _alike(operands: Sequence[Node]) -> list[Node]:
    if not any(map(_is_array, operands)):
        return list(operands)
    return [_as_list(operand) if nodes.is_constant(operand, "VARCHAR") else operand for operand in operands]


def _is_array(node: Node) -> bool:
    if nodes.is_cast(node):
        return nodes.element_type(node["cast_type"]) is not None
    return node.get("type") == "ARRAY_CONSTRUCTOR"


def _as_list(node: Node) -> Node:
    written = arrays.listed(str(node["value"]["value"]))
    if written is None:
        return node
    return {**nodes.constant(written), "alias": node["alias"], "query_location": node["query_location"]}
