"""
The time by which something grows old: that which has really passed.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _utc() -> datetime:
    return datetime.now(UTC)


class PassingTime:
    """
    The wall clock's time, but never more than what has passed since this was made: by a clock that jumps
    ahead, rows, snapshots and keys would be old at once, and what is removed is gone.
    """

    def __init__(
        self, wall: Callable[[], datetime] = _utc, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._began, self._since = wall(), monotonic()

    def now(self) -> datetime:
        """In UTC."""
        return min(self._wall(), self._began + timedelta(seconds=self._monotonic() - self._since))
