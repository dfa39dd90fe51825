"""
Prepared statements of SQL as values (PostgreSQL 15, PREPARE, EXECUTE, DEALLOCATE).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.translate.syntax.scan import Scan

# How PostgreSQL 15's PreparableStmt begins (gram.y), and DuckDB's queries that begin with FROM.
_PREPARABLE: Final = frozenset(
    {"select", "values", "table", "with", "(", "insert", "update", "delete", "merge", "from"}
)


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


def prepare(sql: str) -> Prepare:
    """
    Raises:
        SyntaxError: where the text is no PREPARE, or not of a statement that can be prepared.

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


def _name_or_all(scan: Scan) -> str | None:
    name = None if scan.accept("all") else scan.name()
    scan.end()
    return name


def _statement(scan: Scan) -> tuple[str, int]:
    if scan.token is None or scan.word not in _PREPARABLE:
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
