"""
x = ANY (array) in the condition of LEFT JOIN and RIGHT JOIN, where DuckDB refuses the query that it makes of
it (duckdb 1.5.5: x = ANY (SELECT unnest(array))).  Each item is compared, and the answers are put together:

    t LEFT JOIN u ON x = ANY (a)
    t LEFT JOIN u ON list_reduce(list_transform(a, lambda item: x = item), lambda p, q: p OR q, false)

As in PostgreSQL (15, 9.24.3) nothing is in an empty array, and where nothing matches, NULL makes it unknown.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from pggate.translate.arrays.nested_arrays import function_of, mapped
from pggate.translate.arrays.quantified_operands import array_of, compared_with
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_QUANTIFIERS: Final = frozenset({"any", "some", "all"})
_JOINS: Final = {"left": "LEFT", "right": "RIGHT"}
"""PostgreSQL refuses such a FULL JOIN, too."""


def stands_free(tokens: Tokens) -> bool:
    """
    May there be such a join?
    """
    words = {token.word for token in tokens}
    return "join" in words and not _JOINS.keys().isdisjoint(words) and not _QUANTIFIERS.isdisjoint(words)


def edit(tree: Tree) -> None:
    """
    Compare so in the conditions of such joins, in place.
    """
    for join in nodes.walk(tree):
        if join.get("type") == "JOIN" and join["join_type"] in _JOINS.values():
            join["condition"] = nodes.rewrite_nodes(join["condition"], _edited)


def _edited(node: Node) -> Node:
    array = array_of(node)
    if array is None or _has_rows(node["subquery"]["node"]) or _asks_types([node["child"], array]):
        return node
    return {**_compared(node, array), "alias": node["alias"]}


def _has_rows(query: Node) -> bool:
    """
    Did the client write x = ANY (SELECT unnest(array) FROM ...)?
    """
    return query["from_table"]["type"] != "EMPTY" or bool(query["where_clause"] or query["modifiers"])


def _asks_types(operands: list[Node]) -> bool:
    """
    Is there a parameter, whose type is that of the other side?
    """
    found = list(nodes.walk(operands))
    typed = [node for node in found if nodes.is_cast(node) and nodes.is_parameter(node["child"])]
    return len(typed) < sum(map(nodes.is_parameter, found))


def _compared(node: Node, array: Node) -> Node:
    """
    Of what a lambda compares the plan tells no place, so types that PostgreSQL has no operator for would be
    let through: a comparison with the first item, which is never reached, stands before it.
    """
    answers = mapped(array, 1, lambda item: compared_with(node, item))
    whole = nodes.function("list_reduce", [answers, _either(), _boolean("f")])
    first = nodes.function("list_extract", [deepcopy(array), nodes.constant(1)])
    return {
        "class": "CASE",
        "type": "CASE_EXPR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "case_checks": [{"when_expr": _boolean("f"), "then_expr": compared_with(node, first)}],
        "else_expr": whole,
    }


def _boolean(text: str) -> Node:
    return nodes.cast(nodes.constant(text), "BOOLEAN")


def _either() -> Node:
    """
    lambda a, b: a OR b.
    """
    answers = [nodes.column("~1"), nodes.column("~2")]
    return function_of(nodes.function("row", answers), nodes.conjunction("OR", deepcopy(answers)))
