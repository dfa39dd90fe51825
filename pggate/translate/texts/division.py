"""
One statement about several objects as several statements about one each.

duckdb 1.5.5: "Can only drop one object at a time", "Only one ALTER command per statement is supported".
The session runs the parts in one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.scan import Scan

if TYPE_CHECKING:
    from pggate.translate.texts.statements import Statement

_OBJECTS: Final = (
    ("materialized", "view"),
    ("streaming", "view"),
    ("table",),
    ("view",),
    ("schema",),
    ("sequence",),
    ("index",),
    ("type",),
)


def divided(statement: Statement) -> tuple[str, ...]:
    """
    The texts to run in place of the statement's; its own text alone if there is nothing to divide.
    """
    text = statement.text
    if "," not in text:
        return (text,)
    match statement.words[:1]:
        case ("drop",):
            return _dropped(Scan(text))
        case ("truncate",):
            return _truncated(Scan(text))
        case ("alter",) if statement.words[:2] == ("alter", "table"):
            return _altered(Scan(text))
        case _:
            return (text,)


def _dropped(scan: Scan) -> tuple[str, ...]:
    scan.expect("drop")
    if not any(scan.accept(*words) for words in _OBJECTS):
        return (scan.sql,)
    scan.accept("concurrently")
    scan.accept("if", "exists")
    return _each(scan, "cascade", "restrict")


def _truncated(scan: Scan) -> tuple[str, ...]:
    scan.expect("truncate")
    scan.accept("table")
    scan.accept("only")
    return _each(scan, "restart", "continue", "cascade", "restrict")


def _each(scan: Scan, *tails: str) -> tuple[str, ...]:
    """
    head name tail for every name of the list that comes next.
    """
    head = scan.sql[: scan.tokens[scan.at].start] if not scan.ended else scan.sql
    names = _list(scan, *tails)
    tail = scan.rest()
    return tuple(f"{head}{name} {tail}".rstrip() for name in names)


def _altered(scan: Scan) -> tuple[str, ...]:
    scan.expect("alter", "table")
    scan.accept("if", "exists")
    scan.accept("only")
    scan.names()
    scan.accept("*")
    head = scan.sql[: scan.tokens[scan.at].start] if not scan.ended else scan.sql
    return tuple(f"{head}{action}" for action in _list(scan))


def _list(scan: Scan, *ends: str) -> list[str]:
    items: list[str] = []
    while not scan.ended and scan.word not in ends:
        items.append(scan.text_until(",", *ends))
        scan.accept(",")
    return items
