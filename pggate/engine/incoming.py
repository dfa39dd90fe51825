"""
Rows that come in while a transaction goes on: one relation of a cursor's, with others every time it is read.

duckdb 1.5.5 keeps what has been registered until the transaction ends, unregistered or not.  Tables that are
registered one after another would all stay in memory with their rows; of this one only the last rows do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier

if TYPE_CHECKING:
    import pyarrow as pa

    from pggate.engine.cursor import Cursor

NAME: Final = "~incoming"
INCOMING: Final = quote_identifier(NAME)
"""What a statement reads the rows from."""


class Incoming:
    """
    Known to its cursor from the first rows on to `close`, or to the rollback of the transaction.
    """

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._rows: pa.Table | None = None
        self._is_open = False

    def run(self, sql: str, rows: pa.Table) -> None:
        """
        Run a statement that reads these rows, whose schema is the same every time.
        """
        self._rows = rows
        try:
            if not self._is_open:
                self._cursor.register(NAME, self)
                self._is_open = True
            self._cursor.run(sql)
        finally:
            self._rows = None

    def close(self) -> None:
        """
        The cursor's transaction goes on without it.
        """
        if self._is_open:
            self._is_open = False
            self._cursor.unregister(NAME)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """
        How the engine reads it (Arrow's PyCapsule interface).
        """
        if self._rows is None:
            raise AssertionError("it is read by `run` alone")
        return self._rows.__arrow_c_stream__(requested_schema)
