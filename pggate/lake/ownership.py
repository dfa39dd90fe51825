"""
Whose a PostgreSQL catalog is: one gateway's at a time, wherever the others run.

Write gates, commit locks and tokens in memory belong to one process, so a second one on the same catalog
would change rows without knowing of the first.  An advisory lock of the session (PostgreSQL 15, 13.3.5) says
who was there first; PostgreSQL gives it back when the connection ends, whatever has ended the process.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.names import quote_literal
from pggate.errors import ObjectInUse, PgError

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

ALIAS: Final = "~owner"
KEY: Final = int.from_bytes(b"pggate")
WAIT_SECONDS: Final = 3.0  # for PostgreSQL to notice that the process before us is dead
WAIT_PAUSE: Final = 0.1

# A machine that is gone says nothing; its lock goes after 30 seconds instead of the two hours of Linux.
SETTINGS: Final = """
    select set_config('application_name', 'pggate', false) as application_name,
           set_config('tcp_keepalives_idle', '15', false) as idle,
           set_config('tcp_keepalives_interval', '5', false) as interval,
           set_config('tcp_keepalives_count', '3', false) as count
"""

LOCK: Final = f"select pg_try_advisory_lock({KEY})"

HOLDERS: Final = f"""
    select pid, coalesce(host(client_addr), 'its own machine') as host, pid = pg_backend_pid() as is_ours
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and objsubid = 1
      and classid = {KEY >> 32} and objid = {KEY & 0xFFFFFFFF}
      and database = (select oid from pg_database where datname = current_database())
"""


class Ownership:
    """
    The right to a PostgreSQL database as catalog, kept until `release`.

    Args:
        dsn: A libpq connection string or URI.

    Raises:
        ObjectInUse: Another gateway has it.
        PgError: The database does not answer.

    """

    def __init__(self, engine: Engine, dsn: str) -> None:
        self._engine = engine
        engine.attach_postgres(ALIAS, dsn)
        try:
            self._cursor = self._connected()
        except PgError:
            engine.detach(ALIAS)
            raise

    def keep(self) -> None:
        """
        See that it is still ours; where the connection has broken, take it anew.

        Raises:
            ObjectInUse: Another gateway has taken it meanwhile.
            PgError: The database does not answer.

        """
        try:
            is_ours = any(ours for _, _, ours in self._ask(self._cursor, HOLDERS))
        except PgError:
            is_ours = False
        if not is_ours:
            _end(self._cursor)
            self._cursor = self._connected()

    def release(self) -> None:
        """Let others have it."""
        _end(self._cursor)
        self._engine.detach(ALIAS)

    def _connected(self) -> Cursor:
        """
        A cursor whose connection holds the lock.

        postgres_scanner 1.5.5 resets a connection, locks included, when it goes back to the pool: it stays
        out of it as long as the engine's transaction lasts.  PostgreSQL's own is ended at once, or it would
        hold back VACUUM.
        """
        cursor = self._engine.cursor()
        try:
            cursor.begin()
            cursor.rows(f"call postgres_execute({quote_literal(ALIAS)}, 'rollback')")
            self._ask(cursor, SETTINGS)
            self._lock(cursor)
        except BaseException:
            _end(cursor)
            raise
        return cursor

    def _lock(self, cursor: Cursor) -> None:
        patience = time.monotonic() + WAIT_SECONDS
        while self._ask(cursor, LOCK) != [(True,)]:
            if time.monotonic() > patience:
                raise _taken(self._ask(cursor, HOLDERS))
            time.sleep(WAIT_PAUSE)

    def _ask(self, cursor: Cursor, query: str) -> list[tuple[Any, ...]]:
        return cursor.rows(f"from postgres_query({quote_literal(ALIAS)}, {quote_literal(query)})")


def _end(cursor: Cursor) -> None:
    """
    Close a cursor in its transaction.  duckdb 1.5.5: where the connection has broken ROLLBACK fails and the
    transaction is over; without it the end of the cursor would be the end of the process.
    """
    with suppress(PgError):
        cursor.rollback()
    cursor.close()


def _taken(holders: list[tuple[Any, ...]]) -> ObjectInUse:
    message = "the PostgreSQL catalog is in use by another gateway"
    for pid, host, _ in holders:
        hint = f"Stop that one; if its machine is gone, pg_terminate_backend({pid}) ends its connection."
        return ObjectInUse(f"{message} on {host}", hint=hint)
    return ObjectInUse(message, hint="Try again.")
