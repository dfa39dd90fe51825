"""
What keeps the deltas of live views few: now and then they become one with the base.

A statement that stands in a transaction reads the views as of its snapshot, so nothing later than the oldest
open transaction's may be merged.  Which snapshot that is nobody knows; but what the views had when an older
one than the oldest transaction was begun is not too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.engine.cursor import Cursor
    from pggate.lake.live_views import LiveView
    from pggate.views.compiled import Compiled
    from pggate.views.state import State
    from pggate.views.state_file import Entry

LEAST: Final = 20_000
"""Rows of deltas that are too few to be merged, however small the base is."""

SHARE: Final = 0.1
"""Of the base's rows: more deltas than that are merged."""


class Mark(NamedTuple):
    """
    What a view had at a moment.
    """

    at: datetime
    applied: int


@dataclass(slots=True)
class Size:
    """
    How many rows there are in the base and in the deltas of one generation of a view.
    """

    generation: int
    merged: int
    appended: int


class Merging:
    """
    Of one lake.

    Args:
        oldest_open: When the oldest open transaction was begun; None where there is none.

    """

    def __init__(
        self,
        state: State,
        oldest_open: Callable[[], datetime | None],
        least: int = LEAST,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._state = state
        self._oldest_open = oldest_open
        self._least = least
        self._now = now
        self._marks: dict[int, Mark] = {}
        self._sizes: dict[int, Size] = {}

    def look_after(
        self, cursor: Cursor, view: LiveView, compiled: Compiled, entry: Entry, added: int | None
    ) -> Entry:
        """
        The view's entry, which is another one where something was merged.

        Args:
            added: How many rows its deltas have got since it was looked after; None where nobody knows.

        """
        size = self._size(cursor, entry, added)
        if size.appended < max(self._least, SHARE * size.merged):
            self._marks.pop(entry.oid, None)
            return entry
        mark = self._marks.setdefault(entry.oid, Mark(self._now(), entry.applied))
        oldest = self._oldest_open()
        if mark.applied <= entry.cut or (oldest is not None and oldest <= mark.at):
            return entry
        del self._marks[entry.oid]
        return self._state.merge(cursor, view, compiled, entry, mark.applied)

    def _size(self, cursor: Cursor, entry: Entry, added: int | None) -> Size:
        """Counted once: to count takes as long as to append."""
        known = self._sizes.get(entry.oid)
        if known is None or added is None or known.generation != entry.generation:
            known = Size(entry.generation, *self._state.pending(cursor, entry))
            self._sizes[entry.oid] = known
        else:
            known.appended += added
        return known
