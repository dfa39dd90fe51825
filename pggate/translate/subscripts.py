"""
Subscripts below 1 (PostgreSQL 15, 8.15.3): outside of an array is NULL; duckdb 1.5.5 counts from the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate import nodes
from pggate.translate.lexer import Kind
from pggate.translate.looking import word_at

if TYPE_CHECKING:
    from pggate.translate.looking import Tokens
    from pggate.translate.nodes import Node, Tree

CALL: Final = "~subscript"
"""A macro of sql/array_functions.sql, since a text and a document are counted from their ends."""


def stands_free(tokens: Tokens) -> bool:
    """
    Is there a subscript with a minus sign?
    """
    return any(
        token.kind is Kind.NUMBER and [word_at(tokens, at) for at in (i - 2, i - 1, i + 1)] == ["[", "-", "]"]
        for i, token in enumerate(tokens)
    )


def edit(tree: Tree) -> None:
    """
    Make calls of such subscripts, in place.
    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    if node.get("class") != "OPERATOR" or node["type"] != "ARRAY_EXTRACT":
        return node
    items, subscript = node["children"]
    if not nodes.is_constant(subscript, "INTEGER") or subscript["value"]["value"] >= 0:
        return node
    call = nodes.function(CALL, [items, subscript], at=node["query_location"])
    return {**call, "alias": node["alias"]}
