"""
NULL without a type, which PostgreSQL takes for a text: as a column of a query (PostgreSQL 15, 10.6), and
concatenated with one (10.2).

duckdb 1.5.5 has a type for it, which becomes INTEGER where the result leaves the engine or a table is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_BEFORE_ITEM: Final = frozenset({"select", "distinct", "all", ","})
_OPERATORS: Final = frozenset({"||", "-"})
_FUNCTIONS: Final = frozenset({"coalesce", "nullif", "greatest", "least", "max", "min"})
"""What is NULL, without a type, where all arguments are."""
_CALLS: Final = [[name, "("] for name in sorted(_FUNCTIONS)]


def stands_free(tokens: Tokens) -> bool:
    """
    True if a NULL may be an item of a select list, or all of a CASE or call, or is an operand of || or -.
    """
    words = [token.word for token in tokens]
    if "null" not in words or "select" not in words:
        return False
    if "then" in words and all(words[i + 1] == "null" for i, word in enumerate(words) if word == "then"):
        return True
    return any(
        words[i - 1] in _BEFORE_ITEM
        or not _OPERATORS.isdisjoint({words[i - 1], word_at(tokens, i + 1)})
        or (words[i - 2 : i] in _CALLS and word_at(tokens, i + 1) in {",", ")"})
        for i, word in enumerate(words)
        if word == "null"
    )


def edit(tree: Tree) -> None:
    """
    Give such NULLs, and what is concatenated with one, the type VARCHAR, in place.

    The sides of a set operation agree on types among themselves, so theirs are left alone, but where both
    have a NULL.  The first term of a recursive query does not wait for the second.
    """
    agreeing = _sides(tree)
    for node in list(nodes.walk(tree)):
        if node.get("type") == "SET_OPERATION_NODE" and not nodes.is_by_name(node):
            _give_both(node["left"], node["right"])
        if node.get("type") == "SELECT_NODE" and id(node) not in agreeing:
            node["select_list"] = [_typed(item, _is_null) for item in node["select_list"]]
    nodes.rewrite_nodes(tree["node"], lambda node: _typed(_of_dates(node), _is_null_text))


def _of_dates(node: Node) -> Node:
    """
    A NULL beside a date is one too (10.2, rule 2a), their difference an integer; duckdb 1.5.5 has a bigint.
    """
    if node.get("class") != "FUNCTION" or node["function_name"] != "-" or len(node["children"]) != 2:
        return node
    children = node["children"]
    if not any(map(_is_null, children)) or not any(map(_is_date, children)):
        return node
    return {**nodes.cast({**node, "alias": ""}, "INTEGER"), "alias": node["alias"]}


def _is_date(node: Node) -> bool:
    return nodes.is_cast(node) and bool(node["cast_type"]["id"] == "DATE")


def _give_both(left: Node, right: Node) -> None:
    if not left["type"] == right["type"] == "SELECT_NODE":
        return
    for place, items in enumerate(zip(left["select_list"], right["select_list"], strict=False)):
        if all(map(_is_null, items)):
            left["select_list"][place] = _typed(items[0], _is_null)


def _sides(tree: Tree) -> set[int]:
    agreeing = [node for node in nodes.walk(tree) if node.get("type") == "SET_OPERATION_NODE"]
    agreeing += [node["right"] for node in nodes.walk(tree) if node.get("type") == "RECURSIVE_CTE_NODE"]
    return {id(select) for node in agreeing for select in nodes.selects(node)}


def _typed(node: Node, is_untyped: Callable[[Node], bool]) -> Node:
    if not is_untyped(node):
        return node
    return {**nodes.cast({**node, "alias": ""}, "VARCHAR"), "alias": node["alias"]}


def _is_null(node: Node) -> bool:
    if node["class"] == "CASE":
        return _is_null(node["else_expr"]) and all(
            _is_null(check["then_expr"]) for check in node["case_checks"]
        )
    if node["type"] == "OPERATOR_COALESCE" or node.get("function_name") in _FUNCTIONS:
        return all(map(_is_null, node["children"]))
    return nodes.is_constant(node, "NULL")


def _is_null_text(node: Node) -> bool:
    """
    True for 'a' || NULL, which duckdb 1.5.5 gives NULL's type whatever type the NULL is cast to.
    """
    if node.get("class") != "FUNCTION" or node["function_name"] != "||":
        return False
    return any(map(_is_null, node["children"])) and not any(map(_is_array, node["children"]))


def _is_array(node: Node) -> bool:
    if nodes.is_cast(node):
        return nodes.element_type(node["cast_type"]) is not None
    return bool(node["type"] == "ARRAY_CONSTRUCTOR")
