"""
The thread that lets the live views of one lake have what has happened to their topics.

A commit only wakes it, so nobody who appends ever waits for a view; a statement that reads views waits until
they have the snapshot that it reads (standings.py).
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Final

from pggate.errors import InternalError, PgError, QueryCanceled
from pggate.logs import Log
from pggate.views.catching_up import CatchingUp
from pggate.views.keeping_up import KeepingUp
from pggate.views.standings import LOOK, Standings, failure, too_new

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.views.compiled import Compiled
    from pggate.views.state import State

log = Log("views")

RETRY: Final = 1.0
"""Seconds until it tries again what the lake or the disk has refused."""


class Follower:
    """
    Of one lake.  Safe from any thread.

    Args:
        compiled: What is compiled of a view's text.

    """

    def __init__(self, lake: Lake, state: State, compiled: Callable[[LiveView], Compiled]) -> None:
        self._lake = lake
        self.state = state
        self.standings = Standings(self._ask)
        self._catching_up = CatchingUp(lake, state, compiled, self.standings)
        self._keeping_up = KeepingUp(lake.recent_appends, self._catching_up)
        self.tallies = self._catching_up.tallies
        self._changed = threading.Condition()
        self._woken = True
        self._is_thorough = False
        """Is there more to do than to have what was committed?"""
        self._committed = 0
        """The newest snapshot that it has been told of."""
        self._stopped = False
        self._preparing: set[int] = set()
        """Views that open transactions have built and not declared yet."""
        self._anew: set[int] = set()
        """Views that are to be made anew, whatever state they are in."""
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._lake.kept_snapshots.add(self._oldest)
        with contextlib.closing(self._lake.engine.cursor()) as cursor:
            self.state.attach(cursor)
        self._thread = threading.Thread(target=self._run, name=f"views-{self._lake.name}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """What is under way is finished."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        self._keeping_up.stop()
        self._lake.kept_snapshots.remove(self._oldest)
        with contextlib.closing(self._lake.engine.cursor()) as cursor:
            self.state.detach(cursor)

    def note_commit(self, snapshot: int) -> None:
        """This process has committed something."""
        with self._changed:
            self._committed = max(self._committed, snapshot)
            self._woken = True
            self._changed.notify_all()

    def _ask(self, snapshot: int) -> None:
        """Somebody waits for a snapshot, which another process may have committed."""
        if snapshot > self._committed:
            self.note_commit(snapshot)

    def size(self, cursor: Cursor, oid: int) -> tuple[int | None, int | None]:
        """How many rows the base and the deltas of a view have; None of one that is not made yet."""
        entry = self.state.entries(cursor).get(oid)
        return (None, None) if entry is None else self.state.pending(cursor, entry)

    def pin(self, cursor: Cursor, views: Collection[LiveView], snapshot: int) -> None:
        """
        From now on the cursor's transaction reads the state as it is; it has to be good for a snapshot.

        Raises:
            SerializationFailure: 40001, it was made anew between the look at its standing and now.

        """
        cuts = self.state.cuts(cursor, [view.oid for view in views])
        for view in views:
            if cuts.get(view.oid, 0) > snapshot:
                raise too_new(view)

    def _oldest(self) -> int | None:
        """The oldest snapshot that it still has to read."""
        return self._keeping_up.oldest

    # -- who makes a view

    def prepare(self, cursor: Cursor, view: LiveView) -> int:
        """
        Make a view of what is committed, before it is declared; `settle` says what has become of it.

        Returns:
            How many rows it has.

        Raises:
            PgError: Its query fails for some row.

        """
        with self._changed:
            self._preparing.add(view.oid)
        self._catching_up.build(cursor, view, self._lake.last_committed(cursor))
        return self._catching_up.count(cursor, view)

    def settle(self, oid: int) -> None:
        """The transaction that has made a view is over, and has declared it or not."""
        with self._changed:
            self._preparing.discard(oid)
            self._is_thorough = self._woken = True
            self._changed.notify_all()

    def refresh(self, view: LiveView, is_interrupted: Callable[[], bool]) -> None:
        """
        Make a view anew of all rows that there are; the old one serves its readers meanwhile.

        Raises:
            ObjectNotInPrerequisiteState: 55000, its query fails for some row.
            QueryCanceled: 57014, who waits is interrupted; it is made all the same.

        """
        with self._changed:
            self._anew.add(view.oid)
            self._is_thorough = self._woken = True
            self._changed.notify_all()
            while view.oid in self._anew and not self._stopped:
                if is_interrupted():
                    raise QueryCanceled("canceling statement due to user request")
                self._changed.wait(LOOK)
        standing = self.standings.of(view.oid)
        if standing.failed is not None:
            raise failure(view, standing)

    # -- the thread

    def _run(self) -> None:
        with contextlib.closing(self._lake.engine.cursor()) as cursor:
            while self._is_woken():
                try:
                    self.follow(cursor)
                except PgError as error:
                    self._stand_still(error)
                except Exception as bug:  # noqa: BLE001  without this thread views would stand still in silence
                    log.error("views_failed", database=self._lake.name, error=bug)
                    self._stand_still(InternalError("the thread of the live views has failed; see the log"))

    def follow(self, cursor: Cursor) -> None:
        """
        Bring all views up to the newest snapshot.
        """
        with self._changed:
            preparing, anew = set(self._preparing), set(self._anew)
            is_thorough, self._is_thorough = self._is_thorough, False
            committed = self._committed
        self._keeping_up.take(cursor)
        if is_thorough or self._keeping_up.at < committed:
            self._keeping_up.forget()
            followed = self._catching_up.follow(cursor, preparing, anew)
            self._keeping_up.begin(followed.kept, followed.until)
        self.standings.trouble = None
        with self._changed:
            self._anew -= anew
            self._changed.notify_all()

    def _is_woken(self) -> bool:
        """Wait for that; not where it is all over."""
        with self._changed:
            while not (self._woken or self._stopped):
                self._changed.wait()
            self._woken = False
            return not self._stopped

    def _stand_still(self, error: PgError) -> None:
        """Until it is tried again."""
        log.warning("views_behind", database=self._lake.name, error=error.message)
        self.standings.trouble = error
        with self._changed:
            self._is_thorough = True
            self._changed.wait_for(lambda: self._stopped, RETRY)
            self._woken = True
