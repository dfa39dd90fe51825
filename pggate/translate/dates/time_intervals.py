"""
A time beside a moment, an interval or a number is an interval, to which PostgreSQL casts it by itself
(PostgreSQL 15, 9.9, table 9.31); DuckDB has no such cast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

_TIME: Final = "TIME"
_MOMENTS: Final = frozenset({"TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIME WITH TIME ZONE"})
_NUMBERS: Final = ("INTEGER", "BIGINT", "SMALLINT", "DOUBLE", "FLOAT", "DECIMAL")

NAMES: Final = frozenset({"+", "-", "*", "/", "//"})


def added(node: Node, types: Sequence[str]) -> Node | None:
    """
    The operator with its time as an interval; None where there is none beside anything else.

    Args:
        node: An operator of NAMES.
        types: DuckDB's of its operands; "" of a constant.

    """
    at = _place(node, types)
    if at is None:
        return None
    children = list(node["children"])
    children[at] = _interval(children[at])
    return {**node, "children": children}


def _place(node: Node, types: Sequence[str]) -> int | None:
    name = node["function_name"]
    if types == [_TIME] and name == "-":
        return 0
    if len(types) != 2 or _TIME not in types:
        return None
    left, right = types
    if name in {"+", "-"} and right == _TIME and (left in _MOMENTS or (left, name) in _TAKEN):
        return 1
    if name == "+" and right in _MOMENTS:
        return 0
    is_number = right.startswith(_NUMBERS) or nodes.is_constant(node["children"][1])
    return 0 if name not in {"+", "-"} and left == _TIME and is_number else None


_TAKEN: Final = frozenset({("DATE", "-"), ("INTERVAL", "-")})
"""From which a time is taken as an interval; what it is added to is a moment, or a time."""


def _interval(time: Node) -> Node:
    return nodes.operator("-", time, nodes.cast(nodes.constant("00:00:00"), _TIME))
