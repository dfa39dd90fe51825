"""
Prepared statements and cursors of SQL as values (PostgreSQL 15, PREPARE, EXECUTE, DECLARE, FETCH).
"""

from __future__ import annotations

from dataclasses import dataclass

from pggate.translate.lexer import Kind
from pggate.translate.scan import Scan


@dataclass(frozen=True, slots=True)
class Prepare:
    """
    PREPARE name (types) AS statement; the types as they were written, `offset` the place of the statement.
    """

    name: str
    types: tuple[str, ...]
    statement: str
    offset: int


@dataclass(frozen=True, slots=True)
class Execute:
    """
    EXECUTE name (arguments); the arguments are expressions, as they were written.
    """

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declare:
    """
    DECLARE name [BINARY] [NO SCROLL | SCROLL] CURSOR [WITH HOLD] FOR query.

    `scroll` is None where nothing is said about it; `offset` is the place of the query.
    """

    name: str
    query: str
    offset: int
    binary: bool = False
    scroll: bool | None = None
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Fetch:
    """
    FETCH or MOVE.

    Args:
        cursor: Its name.
        direction: "forward", "backward", "absolute" or "relative"; FIRST is absolute 1, LAST absolute -1,
            NEXT forward 1, PRIOR backward 1.
        count: How many rows, or which one; None for ALL.

    """

    cursor: str
    direction: str = "forward"
    count: int | None = 1


def prepare(sql: str) -> Prepare:
    """
    Raises:
        SyntaxError: where the text is no PREPARE.

    """
    scan = Scan(sql)
    scan.expect("prepare")
    name = scan.name()
    types = _listed(scan.parenthesised()) if scan.word == "(" else ()
    scan.expect("as")
    return Prepare(name, types, *_statement(scan))


def execute(sql: str) -> Execute:
    """
    Raises:
        SyntaxError: where the text is no EXECUTE.

    """
    scan = Scan(sql)
    scan.expect("execute")
    name = scan.name()
    arguments = _listed(scan.parenthesised()) if scan.word == "(" else ()
    scan.end()
    return Execute(name, arguments)


def deallocate(sql: str) -> str | None:
    """
    The name in DEALLOCATE [PREPARE] name; None for ALL.

    Raises:
        SyntaxError: if neither follows.

    """
    scan = Scan(sql)
    scan.expect("deallocate")
    scan.accept("prepare")
    return _name_or_all(scan)


def close(sql: str) -> str | None:
    """
    The name in CLOSE name; None for ALL.

    Raises:
        SyntaxError: if neither follows.

    """
    scan = Scan(sql)
    scan.expect("close")
    return _name_or_all(scan)


def declare(sql: str) -> Declare:
    """
    Raises:
        SyntaxError: where the text is no DECLARE.

    """
    scan = Scan(sql)
    scan.expect("declare")
    name = scan.name()
    binary, scroll = False, None
    while scan.word not in {"cursor", ""}:
        if scan.accept("binary"):
            binary = True
        elif scan.accept("no", "scroll"):
            scroll = False
        elif scan.accept("scroll"):
            scroll = True
        elif not scan.accept_any("insensitive", "asensitive"):
            raise scan.error()
    scan.expect("cursor")
    hold = scan.accept("with", "hold")
    if not hold:
        scan.accept("without", "hold")
    scan.expect("for")
    query, offset = _statement(scan)
    return Declare(name, query, offset, binary=binary, scroll=scroll, hold=hold)


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
    cursor = scan.name()
    scan.end()
    return Fetch(cursor, direction, count)


_PLACES: dict[str, tuple[str, int | None]] = {
    "next": ("forward", 1),
    "prior": ("backward", 1),
    "first": ("absolute", 1),
    "last": ("absolute", -1),
    "all": ("forward", None),
}


def _direction(scan: Scan) -> tuple[str, int | None]:
    # A cursor may be called like a direction: FETCH first
    if scan.at + 1 == len(scan.tokens):
        return "forward", 1
    place = scan.accept_any(*_PLACES)
    if place:
        return _PLACES[place]
    direction = scan.accept_any("forward", "backward", "absolute", "relative")
    if scan.accept("all"):
        return direction or "forward", None
    number = _number(scan)
    if number is None:
        return direction or "forward", 1
    if direction in {"", "forward"} and number < 0:
        return "backward", -number
    return direction or "forward", number


def _number(scan: Scan) -> int | None:
    negative = scan.accept("-")
    if scan.token is None or scan.token.kind is not Kind.NUMBER:
        if negative:
            raise scan.error()
        return None
    return int(scan.take().text) * (-1 if negative else 1)


def _name_or_all(scan: Scan) -> str | None:
    name = None if scan.accept("all") else scan.name()
    scan.end()
    return name


def _statement(scan: Scan) -> tuple[str, int]:
    if scan.token is None:
        raise scan.error()
    offset = scan.token.start
    return scan.rest(), offset


def _listed(text: str) -> tuple[str, ...]:
    """
    The items of a list with commas between them.
    """
    scan = Scan(text)
    items: list[str] = []
    while not scan.ended:
        items.append(scan.text_until(","))
        scan.accept(",")
    return tuple(items)
