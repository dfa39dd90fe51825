"""
What a lambda's variables stand for: an element of the list that the call is about (DuckDB's dialect).

No PostgreSQL rule knows a lambda; in the body with an element in each variable's place all of them hold.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.trees.nodes import Node


def bodies(call: Node) -> Iterator[Node]:
    """
    The bodies of the lambdas among a call's arguments, as expressions of the query that the call stands in.
    """
    for child in call["children"][1:]:
        if child["class"] == "LAMBDA":
            yield _body(child, call["children"][0], _ELEMENTS.get(call["function_name"], 1))


_ELEMENTS: Final = {"list_reduce": 2, "array_reduce": 2, "reduce": 2}
"""How many variables are elements, where it is more than one; what follows them is the place in the list."""


def _body(node: Node, of_list: Node, elements: int) -> Node:
    meant = {
        name: nodes.function("list_extract", [of_list, nodes.constant(1)]) if place < elements else _PLACE
        for place, name in enumerate(_variables(node["lhs"]))
    }
    body: list[Node] = [copy.deepcopy(node["expr"])]
    nodes.rewrite_nodes(body, lambda one: _meant(one, meant))
    return body[0]


_PLACE: Final = nodes.cast(nodes.constant(1), "BIGINT")


def _variables(node: Node) -> Iterator[str]:
    """x, or (x, i)."""
    for one in node.get("children", [node]):
        yield from one["column_names"]


def _meant(node: Node, meant: dict[str, Node]) -> Node:
    if node.get("class") != "COLUMN_REF" or node["column_names"][0] not in meant:
        return node
    name, *fields = node["column_names"]
    made = meant[name]
    for field in fields:
        made = nodes.function("struct_extract", [made, nodes.constant(field)])
    return {**copy.deepcopy(made), "alias": node["alias"]}
