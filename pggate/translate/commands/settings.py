"""
SET, SHOW and RESET as values (PostgreSQL 15, SET, SHOW, RESET, SET TRANSACTION, SET ROLE).
"""

from __future__ import annotations

from dataclasses import dataclass

from pggate.translate.commands.transactions import Modes, transaction_modes
from pggate.translate.syntax.quoting import quote
from pggate.translate.syntax.scan import Scan

ALL = "all"


@dataclass(frozen=True, slots=True)
class SetCommand:
    """
    SET name = value.

    Args:
        name: The setting, folded; "timezone" for SET TIME ZONE, "client_encoding" for SET NAMES, "role" for
            SET ROLE, "session_authorization" for SET SESSION AUTHORIZATION.
        values: What it is set to, one text for each item of a list; None for DEFAULT.
        local: True for SET LOCAL: to the end of the transaction.

    """

    name: str
    values: tuple[str, ...] | None
    local: bool = False

    @property
    def value(self) -> str | None:
        """
        The value as SHOW gives it back: a list's items with commas, quoted where they need it.
        """
        if self.values is None:
            return None
        if len(self.values) == 1 and self.name != "search_path":
            return self.values[0]
        return ", ".join(map(_quoted, self.values))


@dataclass(frozen=True, slots=True)
class SetTransaction:
    """
    SET TRANSACTION, or SET SESSION CHARACTERISTICS AS TRANSACTION (session is then True).
    """

    modes: Modes
    session: bool


@dataclass(frozen=True, slots=True)
class ShowCommand:
    """
    SHOW name; "all" for SHOW ALL.  DuckDB's SHOW TABLES and the like come out as names too.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ResetCommand:
    """
    RESET name; "all" for RESET ALL.
    """

    name: str


def set_command(sql: str) -> SetCommand | SetTransaction:
    """
    Raises:
        SyntaxError: with the place where the text stops being a SET.

    """
    scan = Scan(sql)
    scan.expect("set")
    if scan.accept("transaction"):
        return SetTransaction(_all_modes(scan), session=False)
    if scan.accept("session", "characteristics"):
        scan.expect("as", "transaction")
        return SetTransaction(_all_modes(scan), session=True)
    local = _scope(scan)
    if scan.accept("time", "zone"):
        return SetCommand("timezone", _zone(scan), local)
    if scan.accept("names"):
        return SetCommand("client_encoding", ("UTF8",) if scan.ended else _values(scan), local)
    if scan.accept("session", "authorization"):
        return SetCommand("session_authorization", _values(scan), local)
    name = ".".join(scan.names())
    if not (scan.accept("to") or scan.accept("=")) and name not in {"role", "schema"}:
        raise scan.error()
    return SetCommand("search_path" if name == "schema" else name, _values(scan), local)


def _scope(scan: Scan) -> bool:
    """
    Step over LOCAL or SESSION; True for LOCAL.
    """
    if scan.accept("local"):
        return True
    following = scan.tokens[scan.at + 1].word if scan.at + 1 < len(scan.tokens) else ""
    if scan.word == "session" and following != "authorization":
        scan.at += 1
    return False


def _all_modes(scan: Scan) -> Modes:
    modes = transaction_modes(scan)
    scan.end()
    return modes


def _values(scan: Scan) -> tuple[str, ...] | None:
    if scan.accept("default"):
        scan.end()
        return None
    values = [scan.value()]
    while scan.accept(","):
        values.append(scan.value())
    scan.end()
    return tuple(values)


def _zone(scan: Scan) -> tuple[str, ...] | None:
    """
    'x', a name, a number of hours, INTERVAL '-8' HOUR TO MINUTE, LOCAL or DEFAULT.
    """
    if scan.accept("local"):
        scan.end()
        return None
    if scan.accept("interval"):
        text = scan.string()
        scan.rest()  # HOUR TO MINUTE
        return (text,)
    return _values(scan)


def show_command(sql: str) -> ShowCommand:
    """
    Raises:
        SyntaxError: if no name follows.

    """
    scan = Scan(sql)
    scan.expect("show")
    return ShowCommand(_setting(scan))


def reset_command(sql: str) -> ResetCommand:
    """
    Raises:
        SyntaxError: if no name follows.

    """
    scan = Scan(sql)
    scan.expect("reset")
    return ResetCommand(_setting(scan))


def _setting(scan: Scan) -> str:
    for words, name in _SPELLINGS:
        if scan.accept(*words):
            scan.end()
            return name
    name = ".".join(scan.names())
    while not scan.ended:
        name = f"{name} {scan.take().text.lower()}"  # SHOW ALL TABLES, SHOW TABLES FROM s
    return name


_SPELLINGS = (
    (("time", "zone"), "timezone"),
    (("transaction", "isolation", "level"), "transaction_isolation"),
    (("session", "authorization"), "session_authorization"),
)


def _quoted(value: str) -> str:
    return value if value.isidentifier() and value == value.lower() else quote(value)
