"""
Casts of texts that are computed to array and composite types: PostgreSQL reads them by its own rules (8.15.2,
8.16.2), DuckDB by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.arrays.nested_arrays import innermost
from pggate.translate.results.document_types import JSON, TEXT, composite, is_json
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

TYPES: Final = frozenset({"LIST", "STRUCT"})


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of a text that is no literal?
    """
    child, to = cast["child"], cast["return_type"]
    return isinstance(to, dict) and to["id"] in TYPES and isinstance(child, dict) and _is_text(child)


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Such a cast, of what the engine reads the same value from.
    """
    to: Node = node["cast_type"]
    if to["id"] not in TYPES or types[0] != TEXT:
        return None
    told = {**nodes.cast(nodes.constant(None), ""), "cast_type": to}
    of_type = nodes.function("typeof", [told], catalog="system", schema="main")
    child = node["child"]
    macro = "~column_as_read" if child["class"] == "COLUMN_REF" else "~as_read"
    read = nodes.function(macro, [child, of_type], catalog="~pg", schema="~catalog")
    is_row = innermost(to)[0]["id"] == "STRUCT"
    return {**node, "child": _list_of_texts(read, to)}, composite(to) if is_row else to


def _list_of_texts(read: Node, to: Node) -> Node:
    """
    duckdb 1.5.5 reads a text that is to be a JSON[] as one JSON document.
    """
    element, texts = to, TEXT
    while (inner := nodes.element_type(element)) is not None:
        element = inner
        texts = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": texts}}
    is_documents = element == JSON or is_json(element) or nodes.unbound_name(element) in {"json", "jsonb"}
    return {**nodes.cast(read, ""), "cast_type": texts} if is_documents else read


def _is_text(child: Mapping[str, object]) -> bool:
    return child.get("return_type") == TEXT
