"""
What is one of several numerics keeps all decimals of each (PostgreSQL 15, 10.5): coalesce(sum(price), 0.125).

duckdb 1.5.5: the digits before the point come first, and of 38 a sum has so many that none is left for the
third decimal of 0.125.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.decimals import MOST_DIGITS
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.choices import branches, with_branches
from pggate.translate.trees.number_types import decimal, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pggate.translate.trees.nodes import Node


def loses(parts: Iterable[Mapping[str, Any]]) -> bool:
    """
    Is one of these bound expressions cast to fewer decimals than it has?
    """
    return any(
        part["expression_class"] == "BOUND_CAST"
        and part["return_type"]["id"] == "DECIMAL"
        and _scale(part["child"]) > _scale(part)
        for part in parts
    )


def _scale(expression: Mapping[str, Any]) -> int:
    value = expression.get("value")
    side = exact(expression.get("return_type") or (value["type"] if value else None))
    return 0 if side is None else side.scale


def kept(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The choice with branches of as many decimals as one of them has; None where DuckDB has room for them.
    """
    found = branches(node)
    to = common(
        of_type for of_type, branch in zip(types, found, strict=True) if not nodes.is_constant(branch, "NULL")
    )
    if to is None:
        return None
    return with_branches(
        node, [_as(branch, of_type, to) for branch, of_type in zip(found, types, strict=True)]
    ), to


def _as(branch: Node, of_type: Node | None, to: Node) -> Node:
    return branch if of_type in (None, to) else cast(branch, to)


def common(types: Iterable[Node | None]) -> Node | None:
    """
    What these numerics become, if 38 digits are too few for the most before the point and the most behind it.
    """
    sides = [exact(of_type) for of_type in types]
    known = [side for side in sides if side is not None]
    if len(known) < len(sides) or len({side.scale for side in known}) < 2:
        return None
    scale = max(side.scale for side in known)
    is_enough = max(side.whole for side in known) + scale <= MOST_DIGITS
    return None if is_enough else decimal(MOST_DIGITS, scale)
