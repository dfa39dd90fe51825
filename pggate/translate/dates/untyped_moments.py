"""
A string literal or NULL beside a date, a time or a timestamp as an operand of `-` and `+`: it is of the other
operand's type, where PostgreSQL has such an operator, else an interval (PostgreSQL 15, 10.2, rule 2a; 9.9,
table 9.31).  DuckDB chooses none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

_ZONED: Final = "TIMESTAMP WITH TIME ZONE"

# What the literal behind an operator is, by what stands before it
_TAKEN_FOR: Final[Mapping[tuple[str, str], str]] = {
    ("-", "DATE"): "DATE",
    ("-", "TIMESTAMP"): "TIMESTAMP",
    ("-", _ZONED): _ZONED,
    ("-", "TIME"): "TIME",
    ("+", "TIME"): "INTERVAL",
}


def typed(node: Node, types: Sequence[str]) -> Node | None:
    """
    The operator with its literal cast; None where there is none behind a date or time.

    Args:
        node: An operator with two operands.
        types: DuckDB's types of the operands; "" of a constant.

    """
    left, right = node["children"]
    to = _TAKEN_FOR.get((node["function_name"], types[0]))
    if to is None or not (nodes.is_constant(right, "VARCHAR") or nodes.is_constant(right, "NULL")):
        return None
    return {**node, "children": [left, nodes.cast(right, to)]}
