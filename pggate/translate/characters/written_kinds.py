"""
What kind of text an expression is, as far as it is written: literals, parameters and casts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from pggate.translate.characters.character_types import MARK
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.trees.nodes import Node


class TextKind(Enum):
    """
    What an expression is to a comparison.
    """

    FIXED = auto()
    """char(n), which is kept without its blanks."""
    BLANK = auto()
    """bpchar, whose values may have blanks."""
    VARYING = auto()
    UNTYPED = auto()
    """A literal or a parameter, which is of the type of what it is compared with."""
    OTHER = auto()
    """A text, and whatever is none of these."""


# Calls of the macros that casts have become (character_calls.py)
_CALLS: Final = {
    f"{MARK}bpchar": TextKind.FIXED,
    f"{MARK}padded": TextKind.BLANK,
    f"{MARK}varchar": TextKind.VARYING,
    f"{MARK}name": TextKind.OTHER,
    f"{MARK}varchar[]": TextKind.VARYING,
}
_ITEMS: Final = f"{MARK}bpchar[]"
"""An array of char(n), or of bpchar without a length."""
# Where duckdb 1.5.5 says that a cast stands
_TO_VARCHAR: Final = re.compile(rb"::\s*(?:varchar|char(?:acter)?\s+varying)\b", re.IGNORECASE)
_OF_CASE: Final = re.compile(rb"(?:'(?:[^']|'')*'|::\s*varchar\b)[\s)]*\bwhen\b", re.IGNORECASE)
"""CASE 'x' WHEN: what has no type there is a text (PostgreSQL 15, parse_expr.c, transformCaseExpr)."""


@dataclass(frozen=True, slots=True)
class Written:
    """
    The text of a query.

    Args:
        text: Only it tells 'x'::varchar from 'x'::text.
        parameters: What the client has declared them as, by their numbers.

    """

    text: bytes = b""
    parameters: Mapping[int, TextKind] = field(default_factory=dict)

    def kind(self, node: Node) -> TextKind | None:
        """
        What kind of text it is, or the items of an array are, where the tree tells it by itself; else None.
        A parameter is cast to its type there, and once more where the client casts it.
        """
        if nodes.is_constant(node):
            return self._untyped(node)
        if nodes.is_parameter(node):
            return self.parameters.get(int(node["identifier"]), TextKind.UNTYPED)
        if nodes.is_cast(node) and nodes.is_parameter(node["child"]):
            declared = self.kind(node["child"])
            return self._untyped(node) if declared is TextKind.UNTYPED else declared
        if nodes.is_cast(node):
            return self._cast(node)
        if node.get("function_name") == _ITEMS:
            return TextKind.FIXED if len(node["children"]) > 1 else TextKind.BLANK
        return _CALLS.get(str(node.get("function_name")))

    def _untyped(self, node: Node) -> TextKind:
        is_of_case = _OF_CASE.match(self.text, min(node["query_location"], len(self.text)))
        return TextKind.UNTYPED if is_of_case is None else TextKind.OTHER

    def _cast(self, cast: Node) -> TextKind:
        is_varying = _TO_VARCHAR.match(self.text, min(cast["query_location"], len(self.text)))
        return TextKind.OTHER if is_varying is None else TextKind.VARYING
