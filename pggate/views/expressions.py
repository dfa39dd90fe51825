"""
Expressions as they are compared and rebuilt: of their parts, some are replaced and the others looked into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.translate.trees import nodes
from pggate.views.aggregates import is_aggregate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.translate.trees.nodes import Node, Tree


def rebuilt(value: Any, change: Callable[[Node], Node | None]) -> Any:
    """
    A copy, in which every expression that `change` has something for is that; what it has nothing for is
    looked into, outer before inner.
    """
    if isinstance(value, list):
        return [rebuilt(each, change) for each in value]
    if not isinstance(value, dict):
        return value
    if "class" in value and (changed := change(value)) is not None:
        return changed
    return {key: rebuilt(child, change) for key, child in value.items()}


def likeness(expression: Node) -> str:
    """
    The same for two expressions that are one, whatever their columns are to be called.
    """
    return nodes.likeness({**expression, "alias": ""})


def is_aggregate_call(node: Node) -> bool:
    return node.get("class") == "FUNCTION" and is_aggregate(node["function_name"])


def aggregate_calls(value: object) -> Iterator[Node]:
    """
    The calls of aggregate functions, outer before inner.
    """
    return (node for node in nodes.walk(value) if is_aggregate_call(node))


def conjuncts(condition: Node | None) -> list[Node]:
    """
    The conditions that all have to be true.
    """
    if condition is None:
        return []
    if condition["type"] == "CONJUNCTION_AND":
        return [each for child in condition["children"] for each in conjuncts(child)]
    return [condition]


def all_of(conditions: list[Node]) -> Node | None:
    """
    One condition of several.
    """
    return nodes.conjunction("AND", conditions) if len(conditions) > 1 else next(iter(conditions), None)


def is_column(node: Node) -> bool:
    """
    Is it a column of a relation?  `Scope.understood` has left no other of several names.
    """
    return node.get("class") == "COLUMN_REF" and len(node["column_names"]) > 1


def column(*names: str) -> Node:
    return {**nodes.column(names[0]), "column_names": list(names)}


def equal(left: Node, right: Node) -> Node:
    return {
        "class": "COMPARISON",
        "type": "COMPARE_EQUAL",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "left": left,
        "right": right,
    }


def sql(expression: Node, text_of: Callable[[Tree], str]) -> str:
    """
    An expression's text, without the name that it gives its column.
    """
    return text_of(nodes.select({**expression, "alias": ""})).removeprefix("SELECT ")
