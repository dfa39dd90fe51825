"""
Statements about the catalogs that failed because the gateway lacks something: what pggate.unsupported shows,
so that whoever uses a tool can report what the tool misses.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, InternalError, UndefinedFunction, UndefinedTable
from pggate.translate.syntax import lexer
from pggate.translate.texts.shapes import shape

if TYPE_CHECKING:
    from pggate.errors import PgError
    from pggate.session.statement.identity import Identity

SQLSTATES: Final = frozenset(
    error.sqlstate for error in (UndefinedTable, UndefinedFunction, FeatureNotSupported, InternalError)
)
"""Errors that may be the gateway's fault and not the statement's."""

CATALOGS: Final = ("pg_", "information_schema")
"""How a name begins that is of PostgreSQL's catalogs, or that of one of their schemas."""

LIMIT: Final = 1000
"""Statements that are remembered; with TEXT_SIZE at most 17 MB."""
TEXT_SIZE: Final = 16_384
"""Bytes of a statement; the longest of a known tool's has 14 kB (asyncpg 0.32, its types)."""
MESSAGE_SIZE: Final = 1023
"""Bytes of a message."""


@dataclass(slots=True)
class Unsupported:
    """
    A statement, by its latest failure.  Times are microseconds since 1970-01-01 UTC.
    """

    role: str
    database: str
    application_name: str
    statement: str
    sqlstate: str
    message: str
    count: int
    first: int
    last: int


class UnsupportedStatements:
    """
    The latest ones; those of one shape, client and SQLSTATE are one.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[tuple[str, ...], Unsupported] = OrderedDict()

    def note(self, who: Identity, application_name: str, text: str, error: PgError, now: int) -> None:
        """
        A statement has failed.
        """
        if error.code not in SQLSTATES or not asks_catalogs(text):
            return
        digest = hashlib.blake2b(shape(text).text.encode(), digest_size=16).hexdigest()
        key = (who.user, who.database, application_name, error.code, digest)
        with self._lock:
            found = self._found.pop(key, None)
            count, first = (found.count + 1, found.first) if found else (1, now)
            self._found[key] = Unsupported(
                who.user,
                who.database,
                application_name,
                _cut(text, TEXT_SIZE),
                error.code,
                _cut(error.message, MESSAGE_SIZE),
                count,
                first,
                now,
            )
            if len(self._found) > LIMIT:
                self._found.popitem(last=False)

    def rows(self) -> tuple[Unsupported, ...]:
        """Those that failed last come first."""
        with self._lock:
            return tuple(reversed(self._found.values()))


def asks_catalogs(text: str) -> bool:
    """
    Does a statement name something of pg_catalog or information_schema?
    """
    lowered = text.lower()
    if not any(name in lowered for name in CATALOGS):
        return False
    return any(token.is_name and token.name.startswith(CATALOGS) for token in lexer.tokens(text))


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
