"""
Numbers that DuckDB writes otherwise than PostgreSQL, where a cast or `||` makes a text of one: floats
(PostgreSQL 15, 8.1.3), and numerics without a precision (types/unconstrained.py has the same for results).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.decimals import QUOTIENT_SCALES
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import FLOATS, plain, unconstrained_scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

TEXT: Final = plain("VARCHAR")


def is_written_otherwise(of_type: Node | None) -> bool:
    """
    Is a number of this type another text in PostgreSQL?
    """
    return of_type is not None and (of_type["id"] in FLOATS or unconstrained_scale(of_type) is not None)


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of such a number to text?
    """
    child, to = cast["child"], cast["return_type"]
    return to == TEXT and isinstance(child, dict) and is_written_otherwise(child.get("return_type"))


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    A cast to text.
    """
    if node["cast_type"] != TEXT or not is_written_otherwise(types[0]):
        return None
    return written(node["child"], types[0]), TEXT


def joined(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    What stands on a side of `||`.
    """
    if not any(map(is_written_otherwise, types)):
        return None
    children = [
        written(child, of_type) if is_written_otherwise(of_type) else child
        for child, of_type in zip(node["children"], types, strict=True)
    ]
    return {**node, "children": children}, TEXT


def written(number: Node, of_type: Node | None) -> Node:
    """
    Such a number as PostgreSQL writes it.
    """
    scale = unconstrained_scale(of_type)
    if scale is None:
        name = "float4_text" if of_type is not None and of_type["id"] == "FLOAT" else "float8_text"
        return nodes.function(name, [number], catalog="~pg", schema="~mirror")
    if scale in QUOTIENT_SCALES:
        return nodes.function(
            "quotient_text", [number, nodes.constant(scale - 1)], catalog="~pg", schema="~mirror"
        )
    return nodes.function("trimmed_text", [number], catalog="~pg", schema="~mirror")
