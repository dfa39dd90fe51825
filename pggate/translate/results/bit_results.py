"""
Operators and functions of bit strings that DuckDB has for texts alone (PostgreSQL 15, 9.6): `||`, overlay().
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

BITS: Final = plain("BIT")


def is_bits(of_type: Mapping[str, object] | None) -> bool:
    """
    Is it the type of bit strings?
    """
    return of_type is not None and of_type["id"] == BITS["id"]


def joined(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Two bit strings, or one and a literal that is to be one; a text beside one is joined to its text.
    """
    operands = zip(node["children"], types, strict=True)
    if not any(map(is_bits, types)) or not all(is_bits(of) or nodes.is_constant(one) for one, of in operands):
        return None
    return nodes.cast(node, "BIT"), BITS


def shifted(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    By fewer than no places it is a shift to the other side, which duckdb 1.5.5 refuses.
    """
    if not is_bits(types[0]):
        return None
    return nodes.function(
        _SHIFTS[node["function_name"]], node["children"], catalog="~pg", schema="~catalog"
    ), BITS


_SHIFTS: Final = {"<<": "~bits_left", ">>": "~bits_right"}


def overlaid(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    overlay() of a bit string.
    """
    return (nodes.function("~overlay", node["children"]), BITS) if is_bits(types[0]) else None
