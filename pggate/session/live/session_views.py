"""
What one session has to do with the live views' state: it builds those that it makes, and gives up those whose
transaction comes to nothing.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.views.follower import Follower
    from pggate.views.live_views import LiveViews


class SessionViews:
    """
    Used by the session's own statements alone; `interrupt` may come from any thread.
    """

    def __init__(self, live_views: LiveViews, is_canceled: Callable[[], bool]) -> None:
        self._live_views = live_views
        self._is_canceled = is_canceled
        self._made: list[tuple[Follower, int]] = []
        self._cursor: Cursor | None = None

    def prepare(self, lake: Lake, view: LiveView) -> int:
        """
        Build what the open transaction is going to declare.

        Returns:
            How many rows it has.

        Raises:
            PgError: Its query fails for some row, or the session was interrupted.

        """
        self._live_views.show(lake, view)
        follower = self._live_views.of(lake)
        self._made.append((follower, view.oid))
        with closing(lake.engine.cursor(self._is_canceled)) as cursor:
            self._cursor = cursor
            try:
                return follower.prepare(cursor, view)
            finally:
                self._cursor = None

    def leave_transaction(self) -> None:
        """It has been committed or rolled back."""
        made, self._made = self._made, []
        for follower, oid in made:
            follower.settle(oid)

    def interrupt(self) -> None:
        """Stop what is being built."""
        if (cursor := self._cursor) is not None:
            cursor.interrupt()
