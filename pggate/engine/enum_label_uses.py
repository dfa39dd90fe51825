"""
The same as enum_uses.py of labels that are written with their type: upper('ok'::mood), 'ok'::mood LIKE 'o%'.

DuckDB's own cast to a text stands where the client's cast stands, one to a text that was written has a place
of its own.  The function may be a macro's, whose parts stand in other texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.enum_uses import CALLED, COMPARING, enum_as_text, expressions, uncalled, uncompared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.engine.mismatch import Mismatch

    Node = Mapping[str, Any]

_STRING: Final = rb"'(?:[^']|'')*'"
_ENUM: Final = rb"enum\s*\((?:\s*" + _STRING + rb"\s*,?)*\)"
_CALL: Final = re.compile(
    CALLED
    + rb"(?:" + _STRING + rb"\s*(?P<sign>::)\s*" + _ENUM
    + rb"|(?P<word>cast)\s*\(\s*" + _STRING + rb"\s+as\s+" + _ENUM + rb"\s*\))\s*\)",
    re.IGNORECASE,
)  # fmt: skip
_COMPARED: Final = re.compile(rb"|".join(COMPARING), re.IGNORECASE)
_TYPE: Final = re.compile(rb"::\s*" + _ENUM + rb"\s*", re.IGNORECASE)


def misused_label(plan: Node, sql: str) -> Mismatch | None:
    """
    The first such label in a plan for this text; None where there is none.
    """
    text = sql.encode()
    found = (_misuse(node, text) for node in expressions(plan))
    return next((one for one in found if one is not None), None)


def _misuse(node: Node, text: bytes) -> Mismatch | None:
    place = node.get("query_location", len(text))
    if place >= len(text):
        return None
    if (call := _CALL.match(text, place)) is not None:
        cast = call.start("sign" if call["sign"] else "word")
        enum = next((enum for at, enum in _labels(node) if at == cast), "")
        return uncalled(enum, call) if enum else None
    if (compared := _COMPARED.match(text, place)) is not None:
        enum = next((enum for at, enum in _labels(node) if _TYPE.fullmatch(text, at, place)), "")
        return uncompared(enum, compared) if enum else None
    return None


def _labels(node: Node) -> Iterator[tuple[int, str]]:
    """Where labels stand that DuckDB makes texts of, and PostgreSQL's names of their types."""
    for cast in expressions(node):
        if (enum := enum_as_text(cast)) and cast["query_location"] == cast["child"].get("query_location"):
            yield cast["query_location"], enum
