"""
Cursors of SQL as values (PostgreSQL 15, DECLARE, FETCH, MOVE, CLOSE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pggate.errors import FeatureNotSupported, InvalidCursorDefinition
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import unnested
from pggate.translate.syntax.scan import Scan
from pggate.translate.texts.classification import classify
from pggate.translate.texts.kinds import Kind

Direction = Literal["forward", "backward", "absolute", "relative"]


@dataclass(frozen=True, slots=True)
class Declare:
    """
    DECLARE name [BINARY] [INSENSITIVE | ASENSITIVE] [[NO] SCROLL] CURSOR [WITH | WITHOUT HOLD] FOR query.

    `offset` is the place of the query.  Every cursor is insensitive, as in PostgreSQL.
    """

    name: str
    query: str
    offset: int
    binary: bool = False
    scroll: bool = False
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Fetch:
    """
    FETCH or MOVE.

    Args:
        cursor: Its name.
        direction: FIRST is absolute 1, LAST absolute -1, NEXT forward 1, PRIOR backward 1.
        count: How many rows, at least 0, or None for ALL; which row for "absolute" and "relative", where
            negative ones count from the end and backward.

    """

    cursor: str
    direction: Direction = "forward"
    count: int | None = 1


def declare(sql: str) -> Declare:
    """
    Raises:
        SyntaxError: where the text is no DECLARE, or what it declares is no query.
        InvalidCursorDefinition: Two options contradict each other, or INSENSITIVE and FOR UPDATE.
        FeatureNotSupported: 0A000, FOR UPDATE with HOLD or SCROLL.

    """
    scan = Scan(sql)
    scan.expect("declare")
    name = scan.name()
    said = set()
    while scan.word in _OPTIONS:
        if scan.accept("no"):
            scan.expect("scroll")
            said.add("no scroll")
        else:
            said.add(scan.take().word)
    scan.expect("cursor")
    holding = scan.accept_any("with", "without")
    if holding:
        scan.expect("hold")
    scan.expect("for")
    lock = _lock(scan)
    query, offset = _query(scan)
    for one, other in (("scroll", "no scroll"), ("insensitive", "asensitive")):
        if {one, other} <= said:
            raise InvalidCursorDefinition(f"cannot specify both {one.upper()} and {other.upper()}")
    if lock:
        _refuse_locking(lock, said, holding)
    return Declare(
        name, query, offset, binary="binary" in said, scroll="scroll" in said, hold=holding == "with"
    )


def _lock(scan: Scan) -> str:
    """What the query's own FOR UPDATE or FOR SHARE locks for; "" without one."""
    for index, token in unnested(scan.tokens, scan.at):
        if token.word == "for":
            behind = [one.word for one in scan.tokens[index + 1 : index + 4]]
            for words in _LOCKS:
                if behind[: len(words)] == words:
                    return " ".join(words).upper()
    return ""


def _refuse_locking(lock: str, said: set[str], holding: str) -> None:
    # PostgreSQL 15, transformDeclareCursorStmt, in its order.
    if holding == "with":
        raise FeatureNotSupported(f"DECLARE CURSOR WITH HOLD ... FOR {lock} is not supported")
    if "scroll" in said:
        raise FeatureNotSupported(f"DECLARE SCROLL CURSOR ... FOR {lock} is not supported")
    if "insensitive" in said:
        raise InvalidCursorDefinition(f"DECLARE INSENSITIVE CURSOR ... FOR {lock} is not valid")


_LOCKS: Final = (["update"], ["no", "key", "update"], ["share"], ["key", "share"])
_OPTIONS: Final = frozenset({"binary", "insensitive", "asensitive", "scroll", "no"})


def _query(scan: Scan) -> tuple[str, int]:
    """The rest as a SELECT or VALUES, which may stand in parentheses or after a WITH clause."""
    first = scan.token
    if first is None:
        raise scan.error()
    text = scan.sql[first.start : scan.tokens[-1].stop]
    words = tuple(token.word for token in scan.tokens[scan.at : scan.at + 2])
    kind = classify(text, words) if words[0] != "(" else Kind.SELECT
    if kind is Kind.CREATE_TABLE_AS:
        into = next(index for index, token in unnested(scan.tokens, scan.at) if token.word == "into")
        where = scan.tokens[into + 1].start + 1
        raise SqlSyntaxError("SELECT ... INTO is not allowed here", position=where)
    if kind is not Kind.SELECT:
        raise scan.error()
    return text, first.start


def fetch(sql: str) -> Fetch:
    """
    Raises:
        SyntaxError: where the text is neither FETCH nor MOVE.

    """
    scan = Scan(sql)
    if not scan.accept_any("fetch", "move"):
        raise scan.error()
    direction, count = _direction(scan)
    scan.accept_any("from", "in")
    cursor = _cursor(scan)
    scan.end()
    if direction in _OPPOSITE and count is not None and count < 0:
        direction, count = _OPPOSITE[direction], -count
    return Fetch(cursor, direction, count)


def close(sql: str) -> str | None:
    """
    The name in CLOSE name; None for ALL.

    Raises:
        SyntaxError: if neither follows.

    """
    scan = Scan(sql)
    scan.expect("close")
    name = None if scan.accept("all") else _cursor(scan)
    scan.end()
    return name


_OPPOSITE: Final[dict[Direction, Direction]] = {"forward": "backward", "backward": "forward"}

_PLACES: Final[dict[str, tuple[Direction, int | None]]] = {
    "next": ("forward", 1),
    "prior": ("backward", 1),
    "first": ("absolute", 1),
    "last": ("absolute", -1),
    "all": ("forward", None),
}
_COUNTED: Final[dict[str, Direction]] = {"forward": "forward", "backward": "backward"}
_NUMBERED: Final[dict[str, Direction]] = {"absolute": "absolute", "relative": "relative"}

_RESERVED: Final = frozenset({"all", "from", "in"})
"""Of the words that stand around a cursor's name those that cannot be one without quotes."""


def _direction(scan: Scan) -> tuple[Direction, int | None]:
    if scan.at + 1 == len(scan.tokens):
        return "forward", 1  # a cursor may be called like a direction: FETCH first
    word = scan.accept_any(*_PLACES, *_COUNTED, *_NUMBERED)
    if word in _PLACES:
        return _PLACES[word]
    if word in _NUMBERED:
        number = _number(scan)
        if number is None:
            raise scan.error()
        return _NUMBERED[word], number
    if word and scan.accept("all"):
        return _COUNTED[word], None
    number = _number(scan)
    return _COUNTED.get(word, "forward"), 1 if number is None else number


def _number(scan: Scan) -> int | None:
    """A signed integer of four bytes, if one comes next."""
    sign = scan.accept_any("-", "+")
    token = scan.token
    if token is None or not token.text.isdecimal() or int(token.text) > MOST:
        if sign or (token is not None and token.kind is lexer.Kind.NUMBER):
            raise scan.error()
        return None
    scan.take()
    return int(token.text) * (-1 if sign == "-" else 1)


MOST: Final = 2**31 - 1
"""A larger number is no integer constant to PostgreSQL's grammar."""


def _cursor(scan: Scan) -> str:
    if scan.word in _RESERVED:
        if scan.at + 1 == len(scan.tokens):
            scan.take()  # PostgreSQL takes it for a direction, and misses the name behind it
        raise scan.error()
    return scan.name()
