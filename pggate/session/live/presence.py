"""
Which databases have sessions, and transactions of other databases' sessions: none of those can be dropped.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidCatalogName, ObjectInUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAVING_SECONDS: Final = 5.0
"""For sessions whose clients have gone a moment ago: as long as PostgreSQL waits (CountOtherDBBackends)."""


class Presence:
    """
    Counts sessions by database.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._sessions: Counter[str] = Counter()
        self._going: set[str] = set()

    def enter(self, database: str) -> None:
        """
        A session begins, or the transaction of one begins to use a database that is not its own.

        Raises:
            InvalidCatalogName: The database is being dropped.

        """
        with self._lock:
            if database in self._going:
                raise InvalidCatalogName(f'database "{database}" does not exist')
            self._sessions[database] += 1

    def leave(self, database: str) -> None:
        """It has ended."""
        with self._lock:
            self._sessions[database] -= 1
            self._lock.notify_all()

    @contextmanager
    def kept_out(self, database: str) -> Iterator[None]:
        """
        While it is dropped nobody enters.

        Raises:
            ObjectInUse: Somebody is in it, and stays.

        """
        with self._lock:
            self._lock.wait_for(lambda: not self._sessions[database], LEAVING_SECONDS)
            count = self._sessions[database]
            if count:
                sessions = "is 1 other session" if count == 1 else f"are {count} other sessions"
                raise ObjectInUse(
                    f'database "{database}" is being accessed by other users',
                    detail=f"There {sessions} using the database.",
                )
            self._going.add(database)
        try:
            yield
        finally:
            with self._lock:
                self._going.discard(database)


class Visits:
    """
    The databases that one session's transaction uses besides the session's own.
    """

    def __init__(self, presence: Presence, home: str) -> None:
        self._presence = presence
        self._home = home
        self._visited: set[str] = set()

    def enter(self, databases: Iterable[str]) -> None:
        """
        Use them until `leave`.

        Raises:
            InvalidCatalogName: One of them is being dropped.

        """
        for database in databases:
            if database not in self._visited and database != self._home:
                self._presence.enter(database)
                self._visited.add(database)

    def leave(self) -> None:
        """The transaction has ended."""
        while self._visited:
            self._presence.leave(self._visited.pop())
