"""
Since when segments lie in the storage that no snapshot names yet: nothing that is younger is an orphan.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from pggate.lake.segments import Segment


class Unfinished:
    """
    Segments of one lake that somebody still has in hand: committed and given up ones are let go of.

    Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._since: WeakKeyDictionary[Segment, datetime] = WeakKeyDictionary()

    def add(self, segment: Segment, began: datetime) -> None:
        """It was begun to be written then, in UTC."""
        with self._lock:
            self._since[segment] = began

    def oldest(self) -> datetime:
        """When the oldest of them was begun; now if there is none."""
        with self._lock:
            return min(self._since.values(), default=datetime.now(UTC))
