"""
Items of a query that are replaced by others: what is the same in GROUP BY and ORDER BY has to stay the same.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node


def replace_items(query: Node, items: Sequence[Node]) -> None:
    """
    Give the query these items, one for each, and its GROUP BY and ORDER BY those that they replace.
    """
    same = {
        nodes.likeness({**item, "alias": ""}): one
        for item, one in zip(query["select_list"], items, strict=True)
        if nodes.likeness(item) != nodes.likeness(one)
    }
    query["select_list"] = list(items)
    if not same:
        return

    def replaced(node: Node) -> Node:
        found = same.get(nodes.likeness(node))
        return node if found is None else {**copy.deepcopy(found), "alias": ""}

    query["group_expressions"] = [replaced(node) for node in query["group_expressions"]]
    for modifier in query["modifiers"]:
        for order in modifier.get("orders", ()):
            order["expression"] = replaced(order["expression"])
