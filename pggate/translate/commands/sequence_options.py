"""
The options of a sequence: INCREMENT BY 2 START WITH 10 MINVALUE 1 NO MAXVALUE CYCLE OWNED BY t.c (PostgreSQL
15, CREATE SEQUENCE, ALTER SEQUENCE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import InvalidParameterValue
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPES: Final = {
    "smallint": "SMALLINT",
    "int2": "SMALLINT",
    "integer": "INTEGER",
    "int": "INTEGER",
    "int4": "INTEGER",
    "bigint": "BIGINT",
    "int8": "BIGINT",
}
"""The types that a sequence can have, and DuckDB's."""

NUMBERS: Final = {
    "start": "start",
    "increment": "increment",
    "minvalue": "minimum",
    "maxvalue": "maximum",
    "cache": "cache",
}
"""Options that take a number, and what they say."""


@dataclass(frozen=True, slots=True)
class SequenceOptions:
    """
    What is said of a sequence; None leaves it as it is, or usual.

    Args:
        type: DuckDB's name of it, "" where none is written.
        no_minimum: NO MINVALUE: the usual one.
        restarts: RESTART, from `restart` or, where that is None, from its start.
        owner: OWNED BY: the names of a table and its column, () for NONE.

    """

    type: str = ""
    start: int | None = None
    increment: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    no_minimum: bool = False
    no_maximum: bool = False
    cycles: bool | None = None
    cache: int | None = None
    restarts: bool = False
    restart: int | None = None
    owner: tuple[str, ...] | None = None


def read_options(texts: Sequence[str]) -> SequenceOptions:
    """
    Args:
        texts: The tokens' texts.

    Raises what `scan_options` does.
    """
    return scan_options(Scan(" ".join(texts)))


def scan_options(scan: Scan) -> SequenceOptions:
    """
    All that is left of a text.

    Raises:
        SyntaxError: It is no option, or one comes twice.
        InvalidParameterValue: INCREMENT 0, CACHE 0, a type without integers.

    """
    said: dict[str, Any] = {}
    while not scan.ended:
        at = scan.at
        name, value = _option(scan)
        place = name.removeprefix("no_")
        if {place, f"no_{place}"} & said.keys():
            position = scan.tokens[at].start + 1
            raise SqlSyntaxError("conflicting or redundant options", position=position)
        said[name] = value
    if said.get("increment") == 0:
        raise InvalidParameterValue("INCREMENT must not be zero")
    if said.get("cache", 1) <= 0:
        raise InvalidParameterValue(f"CACHE ({said['cache']}) must be greater than zero")
    return SequenceOptions(**said, restarts="restart" in said)


def _option(scan: Scan) -> tuple[str, object]:
    if (word := scan.accept_any(*NUMBERS)) != "":
        scan.accept_any(*({"start": ("with",), "increment": ("by",)}.get(word, ())))
        return NUMBERS[word], _number(scan)
    if scan.accept("restart"):
        given = scan.accept("with") or scan.word in ("-", "+") or _is_number(scan)
        return "restart", _number(scan) if given else None
    if scan.accept("as"):
        return "type", _type(scan)
    if scan.accept("owned", "by"):
        names = scan.names()
        return "owner", () if names == ("none",) else names
    for words, found in _WORDS.items():
        if scan.accept(*words):
            return found
    raise scan.error()


_WORDS: Final[dict[tuple[str, ...], tuple[str, bool]]] = {
    ("no", "cycle"): ("cycles", False),
    ("cycle",): ("cycles", True),
    ("no", "minvalue"): ("no_minimum", True),
    ("no", "maxvalue"): ("no_maximum", True),
}


def _type(scan: Scan) -> str:
    found = TYPES.get(scan.names()[-1])
    if found is None:
        raise InvalidParameterValue("sequence type must be smallint, integer, or bigint")
    return found


def _is_number(scan: Scan) -> bool:
    return scan.token is not None and scan.token.kind is Kind.NUMBER


def _number(scan: Scan) -> int:
    negative = scan.accept_any("-", "+") == "-"
    token = scan.token
    if token is None or token.kind is not Kind.NUMBER or not token.text.isdecimal():
        raise scan.error()
    scan.take()
    return -int(token.text) if negative else int(token.text)
