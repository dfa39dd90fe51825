"""
The live views of all lakes: which follower has those of a lake.
"""

from __future__ import annotations

import threading
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE, SCHEMAS
from pggate.engine.names import quote_identifier
from pggate.views.follower import Follower
from pggate.views.inspecting import Inspecting
from pggate.views.state import State
from pggate.views.state_file import alias, files_of_others, relation
from pggate.views.verified import verified

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pggate.engine.binder import Binder
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import InlinedView, LiveView
    from pggate.views.compiled import Compiled

PUBLIC: Final = "public"
EMULATED: Final = (DATABASE, SCHEMAS["pg_catalog"])


class LiveViews:
    """
    Safe from any thread.

    Args:
        binder: What texts are trees to.
        directory: Where the state of all lakes is.
        most: How many rows or groups a view may keep; None: as many as there are.

    """

    def __init__(self, binder: Binder, directory: Path, most: int | None = None) -> None:
        self._binder = binder
        self._directory = directory
        self._most = most
        self._lock = threading.Lock()
        self._followers: dict[int, Follower] = {}
        self._shown: set[int] = set()
        self._compiled: dict[tuple[int, str, tuple[InlinedView, ...]], Compiled] = {}
        """By the lake's OID, the view's text and those of the views that it reads."""

    def start(self, lakes: Iterable[Lake]) -> None:
        """
        Follow where there is something to follow, and remove what is left of lakes that are no more.
        """
        lakes = tuple(lakes)
        for path in files_of_others(self._directory, {lake.oid for lake in lakes}):
            path.unlink(missing_ok=True)
        for lake in lakes:
            with closing(lake.engine.cursor()) as cursor:
                views = lake.declarations.catch_up(cursor).live_views.values()
            for view in views:
                self.show(lake, view)
            if views:
                self.of(lake)

    def close(self) -> None:
        with self._lock:
            followers, self._followers = self._followers, {}
        for follower in followers.values():
            follower.close()

    def of(self, lake: Lake) -> Follower:
        """The one that has the lake's views."""
        with self._lock:
            found = self._followers.get(lake.oid)
            if found is None:
                state = State(lake.oid, self._directory, self._most)
                found = Follower(lake, state, partial(self.compiled, lake))
                found.start()
                self._followers[lake.oid] = found
                lake.listeners.append(found.note_commit)
                lake.closing.append(lambda: self._leave(lake))
            return found

    def inspecting(self, lake: Lake) -> Inspecting:
        """What operators see of the lake's views."""
        return Inspecting(lake, self.of(lake), self._binder, partial(self.compiled, lake))

    def show(self, lake: Lake, view: LiveView) -> None:
        """
        Let the binder know what statements read in the place of a view.
        """
        with self._lock:
            if lake.oid not in self._shown:
                self._binder.attach(alias(lake.oid))
                self._shown.add(lake.oid)
        columns = ", ".join(f"{quote_identifier(one.name)} {one.duckdb_type}" for one in view.columns)
        self._binder.apply([f"CREATE OR REPLACE TABLE {relation(lake.oid, view.oid)} ({columns})"])

    def _leave(self, lake: Lake) -> None:
        """The lake is about to be detached."""
        with self._lock:
            found = self._followers.pop(lake.oid, None)
            is_shown = lake.oid in self._shown
            self._shown.discard(lake.oid)
        if is_shown:
            self._binder.detach(alias(lake.oid))
        if found is not None:
            found.close()

    def compiled(self, lake: Lake, view: LiveView) -> Compiled:
        """
        Raises:
            FeatureNotSupported: 0A000, it cannot be kept by what comes and goes; with the position in its
                text.

        """
        found = self._compiled.get((lake.oid, view.text, view.views))
        if found is not None:
            return found
        with closing(self._binder.cursor()) as cursor:
            cursor.set_search_path([(lake.alias, PUBLIC), EMULATED])
            found = verified(cursor, lake.alias, view.text, view.views)
        self._compiled[lake.oid, view.text, view.views] = found
        return found
