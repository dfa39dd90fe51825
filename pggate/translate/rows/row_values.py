"""
Row constructors where DuckDB compares their structs instead of their fields (PostgreSQL 15, 9.24.5; 4.2.13):
row(1, NULL) = row(1, 2) is NULL, ROW(NULL) IS NULL is true, (ROW(1, 2)).f1 is 1.
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial, reduce
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedColumn,
)
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, commas, word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

MOST_COMPARED: Final = 100
"""Rows of an IN list that are compared field by field; of more the engine makes a table of hashes."""

_COMPARISONS: Final = frozenset({"=", "<>", "!=", "<", "<=", ">", ">="})
_BEFORE_ROW: Final = (
    words("select distinct where and or not when then else on having case row , ( [") | _COMPARISONS
)
_AFTER_ROW: Final = words("is in not . ::") | _COMPARISONS

_ORDERED: Final = {
    "COMPARE_LESSTHAN": "COMPARE_LESSTHAN",
    "COMPARE_LESSTHANOREQUALTO": "COMPARE_LESSTHAN",
    "COMPARE_GREATERTHAN": "COMPARE_GREATERTHAN",
    "COMPARE_GREATERTHANOREQUALTO": "COMPARE_GREATERTHAN",
}
"""What all but the last field are compared by."""


def stands_free(tokens: Tokens) -> bool:
    """
    Is a row compared with something, asked for NULL, or is a field of it taken?
    """
    for i, token in enumerate(tokens):
        if token.word != "(" or word_at(tokens, i - 1) not in _BEFORE_ROW:
            continue
        close = closing(tokens, i)
        if word_at(tokens, i + 1) == "row" and word_at(tokens, close + 1) == ".":
            return True
        is_row = word_at(tokens, i - 1) == "row" or commas(tokens, i, close)
        if is_row and word_at(tokens, close + 1) in _AFTER_ROW:
            return True
    return False


def edit(tree: Tree) -> None:
    """
    Replace them in place, inner before outer.

    Raises:
        SyntaxError: 42601, two rows have different numbers of fields.
        UndefinedColumn: 42703, a row has no such field.

    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    kind = node.get("type")
    rule = _RULES.get(kind) if isinstance(kind, str) and "class" in node else None
    made = None if rule is None else rule(node)
    return (
        node if made is None else {**made, "alias": node["alias"], "query_location": node["query_location"]}
    )


def _compared(node: Node) -> Node | None:
    left, right = node["left"], node["right"]
    if not _is_row(left):
        return None
    if right.get("subquery_type") == "SCALAR":
        return _compared_with_query(node)
    return _fieldwise(node["type"], left, right) if _is_row(right) else None


def _compared_with_query(node: Node) -> Node:
    """(1, 2) = (SELECT a, b …): duckdb 1.5.5 takes a query of one column, which may be a row."""
    query = node["right"]["subquery"]["node"]
    items = query.get("select_list", ())
    if len(items) == len(node["left"]["children"]) > 1:
        query["select_list"] = [_row([{**item, "alias": ""} for item in items])]
    return node


def _fieldwise(comparison: str, left: Node, right: Node) -> Node:
    pairs = _pairs(left, right)
    if comparison == "COMPARE_EQUAL":
        return _conjunction("AND", [_comparison(comparison, *pair) for pair in pairs])
    if comparison == "COMPARE_NOTEQUAL":
        return _conjunction("OR", [_comparison(comparison, *pair) for pair in pairs])
    *first, last = pairs
    return reduce(partial(_decided, _ORDERED[comparison]), reversed(first), _comparison(comparison, *last))


def _decided(comparison: str, rest: Node, pair: tuple[Node, Node]) -> Node:
    alike = _conjunction("AND", [_comparison("COMPARE_EQUAL", *pair), rest])
    return _conjunction("OR", [_comparison(comparison, *pair), alike])


def _pairs(left: Node, right: Node) -> list[tuple[Node, Node]]:
    if len(left["children"]) != len(right["children"]):
        raise SyntaxError("unequal number of entries in row expressions")
    return list(zip(left["children"], right["children"], strict=True))


def _among(node: Node) -> Node | None:
    row, *others = node["children"]
    if len(others) > MOST_COMPARED or not all(map(_is_row, node["children"])):
        return None
    found = _conjunction("OR", [_fieldwise("COMPARE_EQUAL", row, other) for other in others])
    return found if node["type"] == "COMPARE_IN" else _operator("OPERATOR_NOT", [found])


def _asked_for_null(node: Node) -> Node | None:
    (row,) = node["children"]
    if not _is_row(row):
        return None
    return _conjunction("AND", [_operator(node["type"], [field]) for field in row["children"]])


def _field(node: Node) -> Node | None:
    row, name = node["children"]
    if not _is_row(row) or not nodes.is_constant(name, "VARCHAR"):
        return None
    called = str(name["value"]["value"])
    number = called.removeprefix("f")
    if not number.isdecimal() or not 1 <= int(number) <= len(row["children"]):
        raise UndefinedColumn(f'could not identify column "{called}" in record data type')
    return nodes.function("struct_extract", [row, nodes.constant(int(number))])


def _cast(node: Node) -> Node | None:
    """ROW(1, 2)::record: it is one."""
    is_record = nodes.unbound_name(node["cast_type"]) == "record"
    return dict(node["child"]) if is_record and _is_row(node["child"]) else None


def _is_row(node: Node) -> bool:
    """duckdb 1.5.5 parses ROW(t.*) as ROW(), which it then refuses."""
    return node.get("function_name") == "row" and bool(node["children"])


def _row(fields: Sequence[Node]) -> Node:
    return nodes.function("row", list(fields), schema="main")


def _comparison(kind: str, left: Node, right: Node) -> Node:
    # A field stands at several places, each of which may be edited after this
    return {**_expression("COMPARISON", kind), "left": deepcopy(left), "right": deepcopy(right)}


def _conjunction(kind: str, children: list[Node]) -> Node:
    if len(children) == 1:
        return children[0]
    return {**_expression("CONJUNCTION", f"CONJUNCTION_{kind}"), "children": children}


def _operator(kind: str, children: list[Node]) -> Node:
    return {**_expression("OPERATOR", kind), "children": children}


def _expression(of_class: str, kind: str) -> Node:
    return {"class": of_class, "type": kind, "alias": "", "query_location": nodes.NOWHERE}


_RULES: Final[dict[str, Callable[[Node], Node | None]]] = {
    "COMPARE_EQUAL": _compared,
    "COMPARE_NOTEQUAL": _compared,
    **dict.fromkeys(_ORDERED, _compared),
    "COMPARE_IN": _among,
    "COMPARE_NOT_IN": _among,
    "OPERATOR_IS_NULL": _asked_for_null,
    "OPERATOR_IS_NOT_NULL": _asked_for_null,
    "STRUCT_EXTRACT": _field,
    "OPERATOR_CAST": _cast,
}
