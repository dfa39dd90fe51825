"""
What is let go of when: rows whose time is over, snapshots, files that were merged, orphans.  Taken along by
the thread of upkeep.py.

The limits are ages, and never nearer than what is open now: a transaction or statement reads what was there
when it began, and what it has written is in no snapshot yet.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError, QueryCanceled
from pggate.lake.upkeep.cleaning import MARGIN, remove_old_files, remove_orphans
from pggate.lake.upkeep.expiry import SLICE, expire
from pggate.lake.upkeep.passing_time import PassingTime
from pggate.lake.upkeep.retention import remove_old_rows
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake

log = Log("lake")

INTERVAL: Final = 60.0
"""Seconds between two looks at a lake."""
ORPHANS_INTERVAL: Final = 3600.0
"""Between two searches for orphans, which list all that lies in the lake's place."""


@dataclass(frozen=True, slots=True)
class Ages:
    """
    Args:
        snapshots: How long one is kept after the next has come; None for ever.
        files: How long one is kept that was merged, or whose snapshots have expired: others than this gateway
            may be reading.
        orphans: How long something is left alone that no snapshot names; None for ever: where another lake
            may have the same place, its files look like that.

    """

    snapshots: timedelta | None = timedelta(days=7)
    files: timedelta = timedelta(hours=1)
    orphans: timedelta | None = timedelta(hours=1)


class LettingGo:
    """
    Used by one thread at a time.

    Args:
        oldest_open: When the oldest transaction that is open began, in UTC.
        passing: The time by which things grow old.

    """

    def __init__(
        self,
        ages: Ages,
        oldest_open: Callable[[], datetime | None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
        passing: PassingTime | None = None,
    ) -> None:
        self._passing = passing or PassingTime()
        self._ages = ages
        self._oldest_open = oldest_open
        self._clock = clock
        self._due: dict[Lake, float] = {}
        self._orphans_due: dict[Lake, float] = {}

    def look_after(self, lake: Lake, cursor: Cursor) -> bool:
        """
        What is due, in part where that would take long; whether there is more.

        What fails is logged, and tried again when it is due the next time.

        Raises:
            QueryCanceled: The cursor was interrupted.

        """
        now = self._clock()
        if self._due.get(lake, 0) > now:
            return False
        self._due[lake] = now + INTERVAL
        rows = self._tried(lake, "rows", lambda: remove_old_rows(lake, cursor, self._passing.now()))
        expired = self._tried(lake, "snapshots", lambda: self._expire(lake, cursor))
        removed = self._tried(lake, "files", lambda: self._remove_files(lake, cursor))
        orphans = self._tried(lake, "orphans", lambda: self._remove_orphans(lake, cursor, now))
        lake.metrics.let_go(expired, removed, orphans)
        if rows or expired or removed or orphans:
            log.debug(
                "let_go",
                database=lake.name,
                rows=rows,
                snapshots=expired,
                files=removed,
                orphans=orphans,
            )
        if expired < SLICE:
            return False
        self._due[lake] = now
        return True

    def forget_others(self, lakes: Collection[Lake]) -> None:
        """Lakes that were dropped."""
        for due in (self._due, self._orphans_due):
            for lake in [lake for lake in due if lake not in lakes]:
                del due[lake]

    def _tried(self, lake: Lake, what: str, step: Callable[[], int]) -> int:
        """One step, whose failure keeps none of the others from being taken; how much it has done."""
        try:
            return step()
        except QueryCanceled:
            raise
        except PgError as error:
            log.warning("letting_go_failed", database=lake.name, what=what, error=error.message)
            return 0

    def _remove_files(self, lake: Lake, cursor: Cursor) -> int:
        return remove_old_files(lake, cursor, self._limit(self._ages.files) - MARGIN)

    def _expire(self, lake: Lake, cursor: Cursor) -> int:
        if self._ages.snapshots is None:
            return 0
        return expire(lake, cursor, self._limit(self._ages.snapshots))

    def _remove_orphans(self, lake: Lake, cursor: Cursor, now: float) -> int:
        if self._ages.orphans is None:
            return 0
        if self._orphans_due.setdefault(lake, now + ORPHANS_INTERVAL) > now:  # none at once: who starts with
            return 0  # another catalog than he meant has time to see it
        self._orphans_due[lake] = now + ORPHANS_INTERVAL
        return len(remove_orphans(lake, cursor, self._limit(self._ages.orphans) - MARGIN))

    def _limit(self, age: timedelta) -> datetime:
        """So old, and older than whatever is open."""
        open_since = self._oldest_open()
        limit = self._passing.now() - age
        return limit if open_since is None else min(limit, open_since)
