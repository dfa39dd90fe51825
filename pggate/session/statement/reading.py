"""
Where a portal stands in its rows, and how it moves: as PostgreSQL 15 does it (src/backend/tcop/pquery.c,
PortalRunSelect and DoPortalRunFetch).

A reader stands before the first row, on a row or after the last one.  Rows come lazily from the statement's
outcome.  One that scrolls keeps what it has read in a store, where it can read it again; one that is held has
the rest there, and needs the engine no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import ObjectNotInPrerequisiteState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

    from pggate.engine.store import Store
    from pggate.translate.commands.cursors import Fetch


class Reading:
    """
    Args:
        source: Gives the next batch of rows, None at the end.
        store: An empty one, for a reader that scrolls.

    """

    def __init__(self, source: Callable[[], pa.RecordBatch | None], store: Store | None = None) -> None:
        self._source = source
        self._scrolls = store is not None
        self._store = store
        self._stored_from = 0
        self._rest: pa.RecordBatch | None = None
        self._at_start = True
        self._at_end = False
        self._position = 0
        """Of the row it stands on, from 1; after the last row, the number of rows."""

    def fetch(self, step: Fetch) -> Iterator[pa.RecordBatch]:
        """
        The rows of FETCH.

        Raises:
            ObjectNotInPrerequisiteState: It would have to go backward, and does not scroll.

        """
        is_forward, count = self._approach(step)
        if not is_forward:
            self._require_scroll()  # for no row, too
        if count == 0:
            return self._again()
        return self.forward(count) if is_forward else self._reversed(self._back(count))

    def move(self, step: Fetch) -> int:
        """
        MOVE: how many rows a FETCH would have given.

        Raises:
            ObjectNotInPrerequisiteState: It would have to go backward, and does not scroll.

        """
        is_forward, count = self._approach(step)
        if count == 0:
            return int(self._is_on_row)
        if is_forward:
            return self._skip(count)
        if count is None and self._at_start:
            return 0
        return len(self._back(count))

    def forward(self, count: int | None) -> Iterator[pa.RecordBatch]:
        """
        The next rows, at most `count` of them.  What is left of a batch waits for the next call.
        """
        if self._at_end or count == 0:
            return
        wanted = count
        while wanted is None or wanted > 0:
            batch = self._next(wanted)
            if batch is None:
                self._at_end = True
                return
            self._at_start = False
            self._position += batch.num_rows
            if wanted is not None:
                wanted -= batch.num_rows
            yield batch

    def hold(self, make_store: Callable[[], Store]) -> None:
        """
        Take all rows that are left from the source, which is not asked again.
        """
        if self._store is None:
            self._store = make_store()
            self._stored_from = self._position
            if self._rest is not None:
                self._store.append(self._rest)
                self._rest = None
        while (batch := self._source()) is not None:
            self._store.append(batch)
        self._source = _nothing

    def close(self) -> None:
        """Free what is kept."""
        self._rest = None
        self._source = _nothing
        self._at_end = True
        if self._store is not None:
            self._store.close()

    @property
    def _is_on_row(self) -> bool:
        return not self._at_start and not self._at_end

    def _approach(self, step: Fetch) -> tuple[bool, int | None]:
        """
        Go next to the rows that are asked for; whether they are got forward, and how many.
        """
        count = step.count
        if step.direction in ("forward", "backward") or count is None:
            return step.direction == "forward", count
        if step.direction == "absolute":
            return self._approach_row(count)
        if count > 0:
            self._skip(count - 1)
            return True, 1
        if count < 0:
            self._require_scroll()
            self._back(-count - 1)
            return False, 1
        return True, 0

    def _approach_row(self, number: int) -> tuple[bool, int]:
        if number < 0:
            self._skip(None)
            self._back(-number - 1)
            return False, 1
        if number == 0:
            self._rewind()
            return True, 0
        if number - 1 <= self._position // 2:
            self._rewind()
            self._skip(number - 1)
        else:
            here = self._position + self._at_end
            if number <= here:
                self._back(here - number + 1)
            else:
                self._skip(number - here - 1)
        return True, 1

    def _again(self) -> Iterator[pa.RecordBatch]:
        """The row it stands on, if it does."""
        if not self._is_on_row:
            return iter(())
        self._back(1)
        return self.forward(1)

    def _skip(self, count: int | None) -> int:
        """Go forward over at most `count` rows: over how many.  Those that are stored need not be read."""
        passed: int = 0
        if self._store is not None and not self._at_end:
            stored = self._store.rows - (self._position - self._stored_from)
            passed = stored if count is None else min(count, stored)
            self._position += passed
            self._at_start = self._at_start and not passed
        rest = None if count is None else count - passed
        for batch in self.forward(rest):
            passed += batch.num_rows
        return passed

    def _rewind(self) -> None:
        if self._at_start and not self._at_end:
            return
        self._require_scroll()
        self._at_start, self._at_end, self._position = True, False, 0

    def _back(self, count: int | None) -> range:
        """
        Go backward over at most `count` rows: over which ones, counted from 0, the nearest first.
        """
        self._require_scroll()
        if self._at_start or count == 0:
            return range(0)
        here = self._position + self._at_end - 1
        passed = here if count is None else min(count, here)
        if passed:
            self._at_end = False
        if count is None or passed < count:
            self._at_start, self._position = True, 0
        else:
            self._position = here + 1 - passed
        return range(here - 1, here - 1 - passed, -1)

    def _require_scroll(self) -> None:
        if not self._scrolls:
            raise ObjectNotInPrerequisiteState(
                "cursor can only scan forward",
                hint="Declare it with SCROLL option to enable backward scan.",
            )

    def _reversed(self, rows: range) -> Iterator[pa.RecordBatch]:
        while rows and self._store is not None:
            batch = self._store.descending(rows[0], len(rows))
            rows = rows[batch.num_rows :]
            yield batch

    def _next(self, wanted: int | None) -> pa.RecordBatch | None:
        if self._store is not None:
            return self._stored(self._store, wanted)
        batch = self._rest if self._rest is not None else self._source()
        self._rest = None
        if batch is not None and wanted is not None and batch.num_rows > wanted:
            self._rest = batch.slice(wanted)
            batch = batch.slice(0, wanted)
        return batch

    def _stored(self, store: Store, wanted: int | None) -> pa.RecordBatch | None:
        row = self._position - self._stored_from
        if row == store.rows:
            batch = self._source()
            if batch is None:
                return None
            store.append(batch)
        return store.ascending(row, store.rows if wanted is None else wanted)


def _nothing() -> None:
    """There is no more."""
