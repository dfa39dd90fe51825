"""
Since when the engine's open transactions read what there was then, and write what nobody sees.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from weakref import WeakKeyDictionary


class OpenTransactions:
    """
    Of all cursors of an instance, whatever a session tells of its own.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._began: WeakKeyDictionary[object, datetime] = WeakKeyDictionary()

    def begin(self, cursor: object) -> None:
        with self._lock:
            self._began[cursor] = datetime.now(UTC)

    def end(self, cursor: object) -> None:
        with self._lock:
            self._began.pop(cursor, None)

    def oldest(self) -> datetime | None:
        """When the oldest of them was begun, in UTC; None where there is none."""
        with self._lock:
            return min(self._began.values(), default=None)
