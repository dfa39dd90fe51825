"""
A real beside a numeric that is written out: both are double precision then (PostgreSQL 15, 10.2), so that
0.1::real is more than 0.1.  DuckDB makes a FLOAT of the numeric.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import DOUBLE, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

_REAL: Final = plain("FLOAT")
_OPERANDS: Final = {
    "COMPARISON": ("left", "right"),
    "BETWEEN": ("input", "lower", "upper"),
    "BOUND_COMPARISON": ("left", "right"),
    "BOUND_BETWEEN": ("input", "lower", "upper"),
}


def asks(comparison: Mapping[str, Any]) -> bool:
    """
    Is a bound comparison one of reals, one of which is written as a numeric?
    """
    operands = (comparison[name] for name in _OPERANDS[comparison["expression_class"]])
    return any(
        operand["expression_class"] == "BOUND_CAST"
        and operand["return_type"] == _REAL
        and operand["child"]["expression_class"] == "BOUND_CONSTANT"
        and operand["child"]["value"]["type"]["id"] == "DECIMAL"
        for operand in operands
    )


def is_wanted(node: Node) -> bool:
    """
    Is it a comparison of something with a numeric that is written out?
    """
    return node["class"] in _OPERANDS and len(_subjects(node)) == 1


def subject(node: Node) -> Node:
    """
    What is compared with it.
    """
    (name,) = _subjects(node)
    found: Node = node[name]
    return found


def compared(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The comparison, of a real as a double precision.
    """
    if types[0] != _REAL:
        return None
    (name,) = _subjects(node)
    return {**node, name: {**nodes.cast(node[name], ""), "cast_type": DOUBLE}}, plain("BOOLEAN")


def _subjects(node: Node) -> list[str]:
    return [name for name in _OPERANDS[node["class"]] if not nodes.is_constant(node[name], "DECIMAL")]
