"""
Casts of texts to bytea: PostgreSQL reads hexadecimal and octal digits behind a backslash (8.4), DuckDB other
ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

BYTES: Final = plain("BLOB")
_TEXT: Final = plain("VARCHAR")


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of a text that is no literal?
    """
    child = cast["child"]
    return cast["return_type"] == BYTES and isinstance(child, dict) and child.get("return_type") == _TEXT


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    A cast of a text as a call of what reads it.
    """
    if node["cast_type"] != BYTES or types[0] != _TEXT:
        return None
    return nodes.function("~bytea", [node["child"]], catalog="~pg", schema="~catalog"), BYTES
