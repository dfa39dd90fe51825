"""
Clients that go away while their query runs: nothing of gRPC's tells a call that computes, so it is asked.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final, Protocol

from pggate.errors import QueryCanceled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.errors import PgError

INTERVAL: Final = 0.25
"""Seconds between two looks."""


class Interruptible(Protocol):
    """
    A query that runs.
    """

    def interrupt(self, reason: PgError) -> None:
        """Stop it; from any thread."""


class Departures:
    """
    Interrupts the queries of those who are gone.  Safe from any thread; its own lives while queries do.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._live: dict[Interruptible, Callable[[], bool]] = {}
        self._is_watched = False

    def enter(self, query: Interruptible, is_gone: Callable[[], bool]) -> None:
        """
        Args:
            is_gone: Is the client?  It is not asked any more when `leave` has returned.

        """
        with self._lock:
            self._live[query] = is_gone
            if not self._is_watched:
                self._is_watched = True
                threading.Thread(target=self._watch, name="flight-departures", daemon=True).start()

    def leave(self, query: Interruptible) -> None:
        """It has ended."""
        with self._lock:
            self._live.pop(query, None)

    def interrupt_all(self, reason: PgError) -> None:
        """
        The server stops.
        """
        with self._lock:
            live = tuple(self._live)
        for query in live:
            query.interrupt(reason)

    def _watch(self) -> None:
        while True:
            time.sleep(INTERVAL)
            with self._lock:
                if not self._live:
                    self._is_watched = False
                    return
                gone = [query for query, is_gone in self._live.items() if is_gone()]
            for query in gone:  # each time: what comes between two calls of the engine's may be forgotten
                query.interrupt(QueryCanceled("canceling statement because its client is gone"))
