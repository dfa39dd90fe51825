"""
Statements that Flight SQL's clients have prepared: a text, and the parameters that were bound last.

Each is its role's alone.  A session is made when one runs, so that what is prepared costs nothing but its
text.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidSqlStatementName

if TYPE_CHECKING:
    import pyarrow as pa

MOST: Final = 10_000
"""Of all clients together: the one that was not used for the longest time is forgotten first."""


@dataclass(slots=True)
class Statement:
    """
    Args:
        role: Whose it is.
        sql: Its text.
        parameters: A row of them, or several; None before any are bound.

    """

    role: str
    sql: str
    parameters: pa.RecordBatch | None = None


class PreparedStatements:
    """
    By handle.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._statements: OrderedDict[bytes, Statement] = OrderedDict()

    def add(self, role: str, sql: str) -> bytes:
        """The handle of a new one."""
        handle = secrets.token_bytes(16)
        with self._lock:
            self._statements[handle] = Statement(role, sql)
            if len(self._statements) > MOST:
                self._statements.popitem(last=False)
        return handle

    def find(self, role: str, handle: bytes) -> Statement:
        """
        Raises:
            InvalidSqlStatementName: 26000, there is none, or it is another role's.

        """
        with self._lock:
            found = self._statements.get(handle)
            if found is None or found.role != role:
                raise InvalidSqlStatementName(
                    "prepared statement does not exist", hint="It was closed or forgotten: prepare it again."
                )
            self._statements.move_to_end(handle)
        return found

    def close(self, role: str, handle: bytes) -> None:
        """One that is not there is fine."""
        with self._lock:
            found = self._statements.get(handle)
            if found is not None and found.role == role:
                del self._statements[handle]
