"""
sum() of intervals, which DuckDB 1.5.5 has not: the sums of their months, days and microseconds.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from pggate.translate.dates.moment_results import SPAN, macro
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree

REFUSED: Final = "function sum(interval)"
"""How the binder's refusal begins."""
_PARTS: Final = ("months_of", "days_of", "microseconds_of")


def edit(tree: Tree, type_of: Callable[[Tree], str | None]) -> bool:
    """
    Do so in place; was there such a sum?

    Args:
        tree: Of a query that does not bind.
        type_of: The DuckDB type of a query's only column.

    """
    found = [
        (node, query)
        for query in nodes.walk(tree)
        if query.get("type") == "SELECT_NODE"
        for node in nodes.walk(query)
        if _is_sum(node) and type_of(nodes.select(node["children"][0], query)) == SPAN
    ]
    for node, _ in found:
        if _is_sum(node):
            _edit(node)
    return bool(found)


def _is_sum(node: Node) -> bool:
    return (
        node.get("class") in {"FUNCTION", "WINDOW"}
        and node["function_name"] == "sum"
        and len(node["children"]) == 1
    )


def _edit(node: Node) -> None:
    sums = [
        {
            **deepcopy(node),
            "alias": "",
            "children": [macro(part, deepcopy(node["children"]))],
        }
        for part in _PARTS
    ]
    alias = node["alias"]
    node.clear()
    node.update(macro("span_of", sums), alias=alias)
