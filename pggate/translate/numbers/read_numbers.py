"""
Casts of texts that are computed to numbers (PostgreSQL 15, 8.1): it refuses 1.5, 1e3, 0x1F and 1_000 where
an integer is meant, and DuckDB does not.  The macros that read a text stand in sql/number_functions.sql.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import is_bare, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

TEXT: Final = plain("VARCHAR")

_WHOLE: Final = frozenset({"SMALLINT", "INTEGER", "BIGINT"})
# What the macros are called that read a text as a type
_NAMES: Final = {
    "SMALLINT": "smallint",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "FLOAT": "real",
    "DOUBLE": "double",
    "DECIMAL": "numeric",
}
TYPES: Final = frozenset(_NAMES)
"""What is cast to: DuckDB's ids of types."""

_DIGITS: Final = "digits"
"""What reads a text as one that is cast to a DECIMAL: no macro can be told how many digits that has."""

_COLUMN, _ITEM, _TEXT = _SUBJECTS = ("column", "item", "text")
MACROS: Final = {f"{name}_of_{of}": type_id for type_id, name in _NAMES.items() for of in _SUBJECTS}
"""What casts a text, and to what."""
READING: Final = frozenset(f"{_DIGITS}_of_{of}" for of in _SUBJECTS)
"""What gives a text that is still to be cast."""

# Literals that both read alike
_PLAIN_WHOLE: Final = re.compile(r"\s*[-+]?[0-9]+\s*", re.ASCII)
_PLAIN: Final = re.compile(r"\s*[-+]?[0-9]+(?:\.[0-9]+)?\s*", re.ASCII)


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one of a text to a number, and of no literal that both read alike?
    """
    child, to = cast["child"], cast["return_type"]
    if to["id"] not in TYPES or cast.get("try_cast"):
        return False
    if child.get("expression_class") != "BOUND_CONSTANT":
        return bool(child.get("return_type") == TEXT)
    value = child["value"]
    is_alike = (_PLAIN_WHOLE if to["id"] in _WHOLE else _PLAIN).fullmatch
    return value["type"] == TEXT and not value["is_null"] and not is_alike(value["value"])


def is_cast(of_type: Node | None, to: Node) -> bool:
    """
    Is a cast from one type to the other one of a text to a number?
    """
    return of_type == TEXT and to["id"] in TYPES


def cast(node: Node, types: Types) -> Made:
    """
    Such a cast by the macro that reads the text.
    """
    text, to = node["child"], node["cast_type"]
    if not is_cast(types[0], to):
        return None
    if text["class"] != "COLUMN_REF":
        return _read(text, _TEXT, to), to
    return _read(text, _COLUMN if to["id"] in _WHOLE else _ITEM, to), to


def of_item(text: Node, to: Node) -> Node:
    """
    The number that the item of an array is.
    """
    return _read(text, _ITEM, to)


def _read(text: Node, of: str, to: Node) -> Node:
    if to["id"] != "DECIMAL" or is_bare(to):
        return _macro(f"{_NAMES[to['id']]}_of_{of}", text)
    return {**nodes.cast(_macro(f"{_DIGITS}_of_{of}", text), ""), "cast_type": to}


def _macro(name: str, text: Node) -> Node:
    return nodes.function(name, [text], catalog="~pg", schema="~mirror")
