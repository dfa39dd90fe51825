"""
Casts of texts and documents to boolean: PostgreSQL reads on, off and every beginning of a word that means one
value (PostgreSQL 15, 8.6), DuckDB others; and of a document nothing but true and false (8.14).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.results.document_types import is_json
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

BOOLEAN: Final = plain("BOOLEAN")


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of a text to boolean?
    """
    child, to = cast["child"], cast["return_type"]
    return isinstance(child, dict) and isinstance(to, dict) and is_cast(child.get("return_type"), to)


def is_cast(of_type: Node | None, to: Node) -> bool:
    """
    Is a cast from one type to the other one of a text to boolean?
    """
    return to == BOOLEAN and _is_text(of_type)


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Such a cast by the macro that does it.
    """
    if not is_cast(types[0], node["cast_type"]):
        return None
    macro = "boolean_of_document" if is_json(types[0]) else "boolean_of_text"
    return nodes.function(macro, [node["child"]], catalog="~pg", schema="~mirror"), BOOLEAN


def _is_text(of_type: object) -> bool:
    return isinstance(of_type, dict) and of_type.get("id") == "VARCHAR"
