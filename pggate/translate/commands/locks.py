"""
LOCK TABLE (PostgreSQL 15, LOCK).

    LOCK [TABLE] [ONLY] name [*] [, ...] [IN mode MODE] [NOWAIT]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.translate.syntax.scan import Scan

SHARED: Final = ("access share", "row share", "row exclusive", "share update exclusive")
EXCLUDING: Final = ("share", "share row exclusive", "exclusive", "access exclusive")
"""Modes that conflict with ROW EXCLUSIVE, which changes of rows take (13.3.1)."""


@dataclass(frozen=True, slots=True)
class Lock:
    """
    Args:
        relations: As they are written.
        excludes: Does nobody else change rows meanwhile?
        waits: False with NOWAIT.

    """

    relations: tuple[str, ...]
    excludes: bool
    waits: bool


def lock(sql: str) -> Lock:
    """
    Raises:
        SyntaxError: It is no LOCK.

    """
    scan = Scan(sql)
    scan.expect("lock")
    scan.accept("table")
    relations = [_relation(scan)]
    while scan.accept(","):
        relations.append(_relation(scan))
    excludes = True
    if scan.accept("in"):
        mode = next((m for m in (*SHARED, *EXCLUDING) if scan.accept(*m.split(), "mode")), None)
        if mode is None:
            raise scan.error()
        excludes = mode in EXCLUDING
    waits = not scan.accept("nowait")
    scan.end()
    return Lock(tuple(relations), excludes, waits)


def _relation(scan: Scan) -> str:
    scan.accept("only")
    first = scan.position - 1
    scan.names()
    stop = scan.tokens[scan.at - 1].stop
    scan.accept("*")
    return scan.sql[first:stop]
