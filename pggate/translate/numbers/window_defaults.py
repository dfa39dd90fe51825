"""
What lag and lead give where there is no row, which has one type with what they give else (PostgreSQL 15,
9.22, 10.5); DuckDB casts it to that of the value, and rounds 0.5 beside an integer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import DOUBLE, FLOATS, SMALL, decimal, exact, plain, type_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

NAMES: Final = frozenset({"lag", "lead"})


def asks(call: Mapping[str, Any]) -> bool:
    """
    Has a bound call a default that had to be cast?
    """
    default = call.get("default_expr")
    return default is not None and default["expression_class"] == "BOUND_CAST"


def arguments(node: Node) -> list[Node]:
    """
    The value and the default of a call; nothing of one without.
    """
    default = node.get("default_expr")
    return [] if default is None else [node["children"][0], default]


def typed(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The call with its value of the type that both have; None where it has that already.
    """
    if len(types) != 2:
        return None
    to = _common(types[0], types[1], is_written=nodes.is_constant(node["default_expr"]))
    if to is None:
        return None
    value = {**nodes.cast(node["children"][0], ""), "cast_type": to}
    return {**node, "children": [value, *node["children"][1:]]}, to


def _common(value: Node | None, default: Node | None, *, is_written: bool) -> Node | None:
    """
    The type that the value has to be cast to.

    Args:
        is_written: A default that is written out and of a smallint's size is an integer, too.

    """
    side, other = exact(value), exact(default)
    if side is not None and type_id(default) in FLOATS:
        return DOUBLE
    if side is None or other is None:
        return None
    if "DECIMAL" in (side.id, other.id):
        scale = max(side.scale, other.scale)
        is_wider = scale > side.scale or other.whole > side.whole
        return decimal(max(side.whole, other.whole) + scale, scale) if is_wider else None
    if type_id(value) in SMALL and is_written:
        return plain("INTEGER")
    return default if other.whole > side.whole else None
