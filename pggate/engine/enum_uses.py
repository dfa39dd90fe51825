"""
Values of enumerated types where PostgreSQL has nothing for them, and DuckDB takes them for texts: as what a
function of texts or LIKE looks at, and cast to a number or a date (PostgreSQL 15, 8.7.3, 10.2, 10.3).

Read from a plan with its text, which tells what was written.  Shapes: json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.enum_literals import MARK
from pggate.engine.mismatch import Mismatch, shown
from pggate.engine.name_rules import CASTS
from pggate.errors import CannotCoerce, UndefinedFunction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Node = Mapping[str, Any]

_OPERAND: Final = rb'(?:"[^"]*"|\w+)(?:\s*\.\s*(?:"[^"]*"|\w+))*'
_WRITTEN: Final = re.compile(rb"::|cast\b", re.IGNORECASE)
CALLED: Final = (
    rb"(upper|lower|initcap|length|char_length|character_length|octet_length|bit_length|reverse|md5|ascii)"
    rb"\s*\(\s*"
)
"""Functions of one text."""
COMPARING: Final = rb"(?:(not)\s+)?(like|ilike)\b\s*('?)", rb"(!?~~?\*?)(?![-+*/<>=~!@#%^&|?])\s*('?)"
"""Operators of texts, as words and as signs, and where a literal begins behind them."""
_CALL: Final = re.compile(CALLED + _OPERAND + rb"\s*\)", re.IGNORECASE)
_COMPARED: Final = re.compile(
    _OPERAND + rb"\s+" + COMPARING[0] + rb"|" + _OPERAND + rb"\s*" + COMPARING[1], re.IGNORECASE
)
_OPERATORS: Final = {b"like": "~~", b"ilike": "~~*"}
_NO_TEXTS: Final = frozenset(
    {
        *("BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL"),
        *("DATE", "TIME", "TIME WITH TIME ZONE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "INTERVAL"),
        *("UUID", "BLOB"),
    }
)


def misused(plan: Node, sql: str) -> Mismatch | None:
    """
    The first such value in a plan for this text; None where there is none.
    """
    text = sql.encode()
    found = (
        _misuse(node, text) for node in expressions(plan) if node.get("query_location", len(text)) < len(text)
    )
    return next((one for one in found if one is not None), None)


def _misuse(node: Node, text: bytes) -> Mismatch | None:
    place: int = node["query_location"]
    call = _CALL.match(text, place)
    if call is not None:
        enum = next((found for cast in expressions(node) if (found := enum_as_text(cast))), "")
        return uncalled(enum, call) if enum else None
    if _WRITTEN.match(text, place):
        return _uncastable(node, place)
    enum = enum_as_text(node)
    compared = _COMPARED.match(text, place) if enum else None
    return None if compared is None else uncompared(enum, compared)


def uncalled(enum: str, call: re.Match[bytes]) -> Mismatch:
    """There is no such function of the enumerated type."""
    return _undefined("function", f"function {call[1].decode().lower()}({enum})", call.start())


def uncompared(enum: str, compared: re.Match[bytes]) -> Mismatch:
    """There is no such operator of the enumerated type."""
    negated, word, first, operator, second = compared.groups()
    name = operator.decode() if word is None else f"{'!' if negated else ''}{_OPERATORS[word.lower()]}"
    other = "unknown" if first or second else "text"
    begins = next(compared.start(group) for group in (1, 2, 4) if compared[group])
    return _undefined("operator", f"{enum} {name} {other}", begins)


def _undefined(kind: str, called: str, place: int) -> Mismatch:
    message = f"{called} does not exist" if kind == "function" else f"operator does not exist: {called}"
    return Mismatch(UndefinedFunction, message, CASTS.format(kind), place, ())


def _uncastable(cast: Node, place: int) -> Mismatch | None:
    """A cast that was written; one of DuckDB's own stands where what it casts stands."""
    to, enum = cast.get("return_type", {}), _enum(cast.get("child", {}))
    if not enum or to["id"] not in _NO_TEXTS or cast["child"].get("query_location") == place:
        return None
    return Mismatch(CannotCoerce, f"cannot cast type {enum} to {shown(to)}", None, place, ())


def enum_as_text(cast: Node) -> str:
    """PostgreSQL's name of the enumerated type that a cast makes a text of; "" if it is none."""
    is_text = cast.get("expression_class") == "BOUND_CAST" and cast["return_type"]["id"] == "VARCHAR"
    return _enum(cast["child"]) if is_text else ""


def _enum(expression: Node) -> str:
    of_type = expression.get("return_type") or {}
    if of_type.get("id") != "ENUM" or not of_type["type_info"]["values"]:
        return ""
    return shown(of_type) if of_type["type_info"]["values"][-1].startswith(MARK) else ""


def expressions(value: object) -> Iterator[Node]:
    """Those in a plan, in document order."""
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if "expression_class" in node:
                yield node
            pending += [child for child in reversed(node.values()) if isinstance(child, (dict, list))]
        elif isinstance(node, list):
            pending += reversed(node)
