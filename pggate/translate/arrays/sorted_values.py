"""
Aggregates of DISTINCT values whose order DuckDB 1.5.5 refuses, sorted behind the aggregate.

It asks for an ORDER BY of the argument itself, and takes no expression for the same as another that may raise
an error or holds a query; many a macro of ours raises PostgreSQL's errors.

    array_agg(DISTINCT x % 3 ORDER BY x % 3)    list_sort(array_agg(DISTINCT x % 3), 'ASC', 'NULLS LAST')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node, Tree

REFUSED: Final = "In a DISTINCT aggregate, ORDER BY expressions must appear in the argument list"
"""The binder's refusal."""
_ARRAYS: Final = "array_agg"
_TEXTS: Final = "string_agg"


def edit(tree: Tree) -> bool:
    """
    Sort them so, in place; was there any?  Those that are ordered by something else are left to be refused.
    """
    found: list[Node] = []

    def edited(node: Node) -> Node:
        if not _is_ordered_by_value(node):
            return node
        found.append(node)
        return {**_sorted(node), "alias": node["alias"]}

    nodes.rewrite_nodes(tree, edited)
    return bool(found)


def _is_ordered_by_value(node: Node) -> bool:
    if node.get("class") != "FUNCTION" or not node["distinct"] or not node["order_bys"]["orders"]:
        return False
    value, *others = node["children"] or [None]
    is_array = node["function_name"] == _ARRAYS and not others
    is_text = node["function_name"] == _TEXTS and len(others) == 1 and nodes.is_constant(others[0])
    same = nodes.likeness(value) if is_array or is_text else None
    return all(nodes.likeness(order["expression"]) == same for order in node["order_bys"]["orders"])


def _sorted(call: Node) -> Node:
    value, *separator = call["children"]
    gathered = {
        **call,
        "alias": "",
        "function_name": _ARRAYS,
        "children": [value],
        "order_bys": {**call["order_bys"], "orders": []},
    }
    array = _own("list_sort", gathered, *(nodes.constant(word) for word in _direction(call)))
    if not separator:
        return array
    return _own("list_aggregate", array, nodes.constant(_TEXTS), *separator)


def _direction(call: Node) -> tuple[str, str]:
    """As list_sort is told of it; NULL is the greatest value (PostgreSQL 15, 7.5)."""
    order = call["order_bys"]["orders"][0]
    is_descending = order["type"] == "DESCENDING"
    nulls = "NULLS FIRST" if is_descending else "NULLS LAST"
    told = order["null_order"].replace("_", " ")
    return "DESC" if is_descending else "ASC", told if told.startswith("NULLS") else nulls


def _own(name: str, *children: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, list(children), catalog="system", schema="main")
