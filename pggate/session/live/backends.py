"""
The live sessions by process id, for those that ask about each other: pg_stat_activity, pg_cancel_backend().
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pggate.session.live.advisory_locks import AdvisoryLocks
from pggate.session.live.unsupported import UnsupportedStatements

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.errors import PgError
    from pggate.session.live.activity import Activity
    from pggate.session.live.portals import Portals
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices

LOOK: Final = 0.1
"""Seconds between two looks at whether who waits for a session's end has been interrupted."""


@dataclass(frozen=True, slots=True)
class Backend:
    """
    One live session.  What belongs to it alone (`notices`, `portals`) is for functions that it calls itself.

    Args:
        interrupt: Stops what it runs; from any thread.
        end: Ends it, wherever it is; from any thread.
        is_interrupted: Has what it runs been interrupted?

    """

    identity: Identity
    settings: Settings
    activity: Activity
    notices: Notices
    portals: Portals
    interrupt: Callable[[PgError], None]
    end: Callable[[PgError], None]
    is_interrupted: Callable[[], bool]


@dataclass(slots=True)
class Count:
    """
    What the sessions of one database have been until now, those that are over.
    """

    sessions: int = 0
    killed: int = 0
    commits: int = 0
    rollbacks: int = 0
    microseconds: int = 0


class Backends:
    """
    Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._live: dict[int, Backend] = {}
        self._over: defaultdict[str, Count] = defaultdict(Count)
        self.locks = AdvisoryLocks()
        self.unsupported = UnsupportedStatements()

    def enter(self, backend: Backend) -> None:
        """A session begins."""
        with self._lock:
            self._live[backend.identity.pid] = backend

    def leave(self, pid: int, now: int) -> None:
        """
        It has ended; its advisory locks are free.

        Args:
            now: Microseconds since 1970-01-01 UTC.

        """
        self.locks.end_session(pid)
        with self._lock:
            backend = self._live.pop(pid, None)
            if backend is not None:
                count = self._over[backend.identity.database]
                count.sessions += 1
                count.commits += backend.activity.commits
                count.rollbacks += backend.activity.rollbacks
                count.microseconds += now - backend.activity.began
            self._lock.notify_all()

    def find(self, pid: int) -> Backend | None:
        """The session of this process id, if it is live."""
        return self._live.get(pid)

    def live(self) -> tuple[Backend, ...]:
        """All that are."""
        with self._lock:
            return tuple(self._live.values())

    def oldest_message(self) -> datetime | None:
        """
        When the oldest message came that is being answered, in UTC: its statements read what there was then.
        Transactions are the engine's to know (open_transactions.py).
        """
        began = [one.activity.query_began for one in self.live() if one.activity.is_active]
        oldest = min((each for each in began if each is not None), default=None)
        return None if oldest is None else datetime.fromtimestamp(oldest / 1_000_000, UTC)

    def kill(self, backend: Backend, reason: PgError) -> None:
        """End it."""
        with self._lock:
            self._over[backend.identity.database].killed += 1
        backend.end(reason)

    def wait_gone(self, backend: Backend, seconds: float, is_interrupted: Callable[[], bool]) -> bool:
        """
        Wait that long for its end; whether it came.
        """
        pid = backend.identity.pid
        ends = time.monotonic() + seconds
        with self._lock:
            while self._live.get(pid) is backend and not is_interrupted():
                left = ends - time.monotonic()
                if left <= 0:
                    return False
                self._lock.wait(min(left, LOOK))
            return self._live.get(pid) is not backend

    def counts(self, now: int) -> dict[str, Count]:
        """What the sessions of each database have been, the live ones included."""
        with self._lock:
            found = {
                name: Count(c.sessions, c.killed, c.commits, c.rollbacks, c.microseconds)
                for name, c in self._over.items()
            }
            for backend in self._live.values():
                count = found.setdefault(backend.identity.database, Count())
                count.sessions += 1
                count.commits += backend.activity.commits
                count.rollbacks += backend.activity.rollbacks
                count.microseconds += now - backend.activity.began
        return found
