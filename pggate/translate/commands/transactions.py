"""
BEGIN and its kin as values (PostgreSQL 15, BEGIN, COMMIT, ROLLBACK, SAVEPOINT, PREPARE TRANSACTION).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class Modes:
    """
    What a transaction is asked to be; None where nothing is said.

    Args:
        isolation: "serializable", "repeatable read", "read committed" or "read uncommitted".
        read_only: True for READ ONLY, False for READ WRITE.
        deferrable: True for DEFERRABLE, False for NOT DEFERRABLE.

    """

    isolation: str | None = None
    read_only: bool | None = None
    deferrable: bool | None = None


@dataclass(frozen=True, slots=True)
class End:
    """
    COMMIT or ROLLBACK; `chain` is True for AND CHAIN, `prepared` the identifier of COMMIT PREPARED.
    """

    chain: bool = False
    prepared: str | None = None


_LEVELS: Final = (
    ("serializable",),
    ("repeatable", "read"),
    ("read", "committed"),
    ("read", "uncommitted"),
)


def begin(sql: str) -> Modes:
    """
    The modes of BEGIN [WORK | TRANSACTION] or START TRANSACTION.

    Raises:
        SyntaxError: at the first word that is no mode.

    """
    scan = Scan(sql)
    if not scan.accept("start", "transaction"):
        scan.expect("begin")
        scan.accept_any("work", "transaction")
    modes = transaction_modes(scan)
    scan.end()
    return modes


def transaction_modes(scan: Scan) -> Modes:
    """
    The modes that come next, with or without commas between them; of two that contradict the last one counts.
    """
    isolation: str | None = None
    read_only: bool | None = None
    deferrable: bool | None = None
    while not scan.ended:
        if scan.accept("isolation", "level"):
            isolation = _level(scan)
        elif scan.accept("read", "only"):
            read_only = True
        elif scan.accept("read", "write"):
            read_only = False
        elif scan.accept("not", "deferrable"):
            deferrable = False
        elif scan.accept("deferrable"):
            deferrable = True
        else:
            break
        scan.accept(",")
    return Modes(isolation, read_only, deferrable)


def _level(scan: Scan) -> str:
    for words in _LEVELS:
        if scan.accept(*words):
            return " ".join(words)
    raise scan.error()


def end(sql: str) -> End:
    """
    COMMIT, END, ROLLBACK, ABORT [WORK | TRANSACTION] [AND [NO] CHAIN], COMMIT | ROLLBACK PREPARED 'id'.

    Raises:
        SyntaxError: at whatever else stands there.

    """
    scan = Scan(sql)
    if not scan.accept_any("commit", "end", "rollback", "abort"):
        raise scan.error()
    if scan.accept("prepared"):
        prepared = scan.string()
        scan.end()
        return End(prepared=prepared)
    scan.accept_any("work", "transaction")
    chain = False
    if scan.accept("and"):
        chain = not scan.accept("no")
        scan.expect("chain")
    scan.end()
    return End(chain=chain)


def savepoint(sql: str) -> str:
    """
    The name in SAVEPOINT s, RELEASE [SAVEPOINT] s, ROLLBACK [WORK] TO [SAVEPOINT] s.

    Raises:
        SyntaxError: if no name follows.

    """
    scan = Scan(sql)
    if scan.accept_any("rollback", "abort"):
        scan.accept_any("work", "transaction")
        scan.expect("to")
        scan.accept("savepoint")
    elif scan.accept("release"):
        scan.accept("savepoint")
    else:
        scan.expect("savepoint")
    name = scan.name()
    scan.end()
    return name
