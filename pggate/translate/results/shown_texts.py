r"""
Values that DuckDB writes otherwise than PostgreSQL where concat(), concat_ws() and format() show them
(PostgreSQL 15, 9.4): a boolean as t and f, bytes as \x…, a row, numbers as number_texts has them, dates and
intervals as moment_results does; and bytes cast to text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.dates import moment_results
from pggate.translate.numbers import number_texts
from pggate.translate.numbers.number_texts import TEXT
from pggate.translate.results import document_types
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node


def is_shown_otherwise(of_type: Node | None) -> bool:
    """
    Is a value of this type another text in PostgreSQL?
    """
    if of_type is None:
        return False
    if of_type["id"] in {"BOOLEAN", "BLOB"} or document_types.is_row(of_type):
        return True
    return moment_results.is_written_otherwise(of_type) or number_texts.is_written_otherwise(of_type)


def asks_cast(cast: Mapping[str, object]) -> bool:
    """
    Is a bound cast one of bytes to text?
    """
    child, to = cast["child"], cast["return_type"]
    return to == TEXT and isinstance(child, dict) and _is_bytes(child.get("return_type"))


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    A cast of bytes to text.
    """
    child = node["child"]
    if node["cast_type"] != TEXT or not _is_bytes(types[0]):
        return None
    if nodes.is_cast(child) and nodes.is_constant(child["child"], "NULL"):
        return None  # duckdb 1.5.5: '' || NULL has no type
    return _hex(child), TEXT


def concatenated(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    concat(), concat_ws() and format().
    """
    if not any(map(is_shown_otherwise, types)):
        return None
    children = [_shown(child, of_type) for child, of_type in zip(node["children"], types, strict=True)]
    return {**node, "children": children}, TEXT


def _is_bytes(of_type: object) -> bool:
    return isinstance(of_type, dict) and of_type.get("id") == "BLOB"


def _shown(child: Node, of_type: Node | None) -> Node:
    if not is_shown_otherwise(of_type) or of_type is None:
        return child
    match of_type["id"]:
        case "BOOLEAN":
            return _own("left", nodes.cast(child, "VARCHAR"), nodes.constant(1))
        case "BLOB":
            return _hex(child)
        case "STRUCT":
            return document_types.shown_text(child, of_type)
        case _ if moment_results.is_written_otherwise(of_type):
            return moment_results.written(child, of_type)
        case _:
            return number_texts.written(child, of_type)


def _hex(child: Node) -> Node:
    digits = _own("lower", _own("hex", child))
    return nodes.operator("||", nodes.constant("\\x"), digits)


def _own(name: str, *children: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, list(children), catalog="system", schema="main")
