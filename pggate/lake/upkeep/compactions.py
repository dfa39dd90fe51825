"""
What compaction has done with each topic since the start of the gateway.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from pggate.lake.upkeep.compaction import NOTHING, Compacted

if TYPE_CHECKING:
    from datetime import datetime

Place: TypeAlias = tuple[int, int]
"""A lake by its OID, a topic in it by its id."""


@dataclass(frozen=True, slots=True)
class Compactions:
    """
    Of one topic.

    Args:
        steps: How many there were, and what they have done together.
        last_at: When the last one has ended, in UTC, and how long it took.
        error: What the last one failed for, if it did.

    """

    steps: int = 0
    done: Compacted = NOTHING
    last_at: datetime | None = None
    last_seconds: float | None = None
    error: str | None = None


class History:
    """
    Of all topics.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[Place, Compactions] = {}

    def find(self, place: Place) -> Compactions:
        return self._known.get(place, Compactions())

    def succeeded(self, place: Place, done: Compacted, at: datetime) -> None:
        with self._lock:
            before = self.find(place)
            self._known[place] = Compactions(before.steps + 1, before.done + done, at, done.seconds)

    def failed(self, place: Place, error: str) -> None:
        with self._lock:
            self._known[place] = replace(self.find(place), error=error)

    def forget(self, lake: int) -> None:
        """A lake that is no more."""
        with self._lock:
            self._known = {place: known for place, known in self._known.items() if place[0] != lake}
