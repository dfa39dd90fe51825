"""
Who is connected: backend keys, so that a CancelRequest finds the statement it means, and the limit.
"""

from __future__ import annotations

import secrets
import threading
from typing import Final, Protocol

from pggate.errors import PgError, QueryCanceled, TooManyConnections

MOST_PID: Final = 2**31 - 1
"""A process id is an int4 on the wire (PostgreSQL 15, 55.7 BackendKeyData)."""


class Interruptible(Protocol):
    """
    What a cancel request needs of a session.
    """

    def interrupt(self, reason: PgError) -> None:
        """Stop what runs now; from any thread."""


class Sessions:
    """
    The live connections by backend pid.  Safe to use from any thread.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._last = secrets.randbelow(1 << 16)
        self._live: dict[int, tuple[bytes, Interruptible]] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._live)

    def add(self, session: Interruptible) -> tuple[int, bytes]:
        """
        Take a session in.

        Returns:
            Its pid, which no other live session has, and the secret that goes with it (4 bytes in
            protocol 3.0).

        Raises:
            TooManyConnections: The limit is reached.

        """
        with self._lock:
            if len(self._live) >= self._limit:
                raise TooManyConnections(
                    "sorry, too many clients already",
                    hint=f"Raise limits.max_connections above {self._limit}, or pool connections.",
                )
            self._last = self._last % MOST_PID + 1
            while self._last in self._live:
                self._last = self._last % MOST_PID + 1
            secret = secrets.token_bytes(4)
            self._live[self._last] = (secret, session)
            return self._last, secret

    def remove(self, pid: int) -> None:
        """The session is gone."""
        with self._lock:
            self._live.pop(pid, None)

    def cancel(self, pid: int, secret: bytes) -> bool:
        """
        Interrupt what that connection runs, if the secret is right; whether it was.

        A wrong key is ignored without a word, as in PostgreSQL 15, 55.2.8.
        """
        with self._lock:
            known, session = self._live.get(pid, (b"", None))
        if session is None or not secrets.compare_digest(known, secret):
            return False
        session.interrupt(QueryCanceled("canceling statement due to user request"))
        return True
