"""
array_to_string(ARRAY(SELECT ...), ','), or of x || ARRAY(SELECT ...): its macro has the array in several
places (sql/array_functions.sql), and a query would stand in each of them.  Another macro has it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

FUNCTION: Final = "array_to_string"


def stands_free(tokens: Tokens) -> bool:
    """
    True if there may be such a call.
    """
    if all(token.word != FUNCTION for token in tokens):
        return False
    return any(token.word == "array" and word_at(tokens, at + 1) == "(" for at, token in enumerate(tokens))


def edit(tree: Tree) -> None:
    """
    Call the other macro.
    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    is_call = node.get("class") == "FUNCTION" and node["function_name"] == FUNCTION
    if is_call and any(child.get("class") == "SUBQUERY" for child in nodes.walk(node["children"][:1])):
        node["function_name"] = f"~{FUNCTION}"
    return node
