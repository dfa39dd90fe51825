"""
Snapshots that somebody will still read: who follows a lake by its feed needs all that came after the one that
he has applied, and that one, too, which tells what was before.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class KeptSnapshots:
    """
    Of one lake.  Safe from any thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._followers: list[Callable[[], int | None]] = []

    def add(self, oldest: Callable[[], int | None]) -> None:
        """
        Keep what a follower needs.

        Args:
            oldest: The oldest snapshot that stays, and with it all that came after; None where he needs none.
                Called by the thread that lets snapshots go, which keeps all of them where this fails.  It is
                added before he chooses the snapshot that he begins with, or that one may be gone.

        """
        with self._lock:
            self._followers.append(oldest)

    def remove(self, oldest: Callable[[], int | None]) -> None:
        with self._lock:
            self._followers.remove(oldest)

    def oldest(self) -> int | None:
        """
        The oldest that any of them needs.
        """
        with self._lock:
            followers = tuple(self._followers)
        return min((needed for each in followers if (needed := each()) is not None), default=None)
