"""
What operators see of a lake's live views: how far each is, what it holds, and why there is nothing in it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.bracket import transaction
from pggate.errors import PgError
from pggate.lake import feed
from pggate.views.circumstances import prepare
from pggate.views.emptiness import Emptiness, without_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.engine.binder import Binder
    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.views.compiled import Compiled
    from pggate.views.follower import Follower
    from pggate.views.state_file import Entry
    from pggate.views.tallies import Tally

_SINCE: Final = """
    select date_diff('millisecond', min(snapshot_time), now()) from {metadata}.ducklake_snapshot
    where snapshot_id > {applied}"""

MADE: Final = "It is being made."


@dataclass(frozen=True, slots=True)
class Held:
    """
    Args:
        applied, newest: The snapshot up to which the view has everything, and its lake's.
        behind: For how many seconds there has been a snapshot that it does not have.
        base, deltas: How many rows its tables have; None of a view that is not made yet.
        types: Those of its partials, by their columns.
        tally: What has come to it.
        failed, error: The snapshot whose rows it cannot take, and why.
        note: Why there is nothing in it, or it cannot be read; None where there is something.

    """

    applied: int | None
    newest: int
    behind: float | None
    base: int | None
    deltas: int | None
    types: Mapping[str, str]
    tally: Tally
    failed: int | None
    error: str | None
    note: str | None


class Inspecting:
    """
    Of one lake.  Safe from any thread.

    Args:
        compiled: What is compiled of a view's text.

    """

    def __init__(
        self, lake: Lake, follower: Follower, binder: Binder, compiled: Callable[[LiveView], Compiled]
    ) -> None:
        self._lake = lake
        self._state = follower.state
        self._standings = follower.standings
        self._tallies = follower.tallies
        self._binder = binder
        self._compiled = compiled

    def held(self, view: LiveView) -> Held:
        """
        All that there is to tell of a view, as of one moment of its state.
        """
        with closing(self._lake.engine.cursor()) as cursor:
            prepare(cursor, self._lake, view.zone)
            standing = self._standings.of(view.oid)
            newest = self._lake.last_committed(cursor)
            with transaction(cursor):
                entry = self._state.entries(cursor).get(view.oid)
                base, deltas = (None, None) if entry is None else self._state.pending(cursor, entry)
                types = {} if entry is None else self._state.types(cursor, entry)
                note = self._note(cursor, view, entry)
            applied = max(standing.applied, -1 if entry is None else entry.applied)
            behind = self._behind(cursor, applied, newest)
        if standing.failed is not None:
            note = f"It cannot take the rows of snapshot {standing.failed}: {standing.why}"
        return Held(
            applied=applied if applied >= 0 else None,
            newest=newest,
            behind=behind,
            base=base,
            deltas=deltas,
            types=types,
            tally=self._tallies.of(view.oid),
            failed=standing.failed,
            error=standing.why or None,
            note=note,
        )

    def _behind(self, cursor: Cursor, applied: int, newest: int) -> float | None:
        if applied < 0 or applied >= newest:
            return None if applied < 0 else 0.0
        ((since,),) = cursor.rows(_SINCE.format(metadata=self._lake.metadata, applied=applied))
        return None if since is None else max(since, 0) / 1000

    def _note(self, cursor: Cursor, view: LiveView, entry: Entry | None) -> str | None:
        if entry is None:
            return MADE
        try:
            if self._is_plainly_full(cursor, view, entry):
                return None
            if _has_rows(cursor, f"SELECT * FROM {self._state.view(view.oid)}"):
                return None
            return self._why_empty(cursor, view, entry)
        except PgError as error:
            return f"It cannot be read: {error.message}"

    def _is_plainly_full(self, cursor: Cursor, view: LiveView, entry: Entry) -> bool:
        """Has it rows, as far as can be told without merging a million groups?"""
        with closing(self._binder.cursor()) as binder:
            read = binder.tree(self._compiled(view).read)["node"]
        if read["where_clause"] is not None or without_limit(read) != read["modifiers"]:
            return False
        base, deltas = self._state.pending(cursor, entry)
        ((least,),) = cursor.rows(f'SELECT min("~n") FROM {self._state.delta(entry)}')
        return base + deltas > 0 and (least is None or least > 0)

    def _why_empty(self, cursor: Cursor, view: LiveView, entry: Entry) -> str:
        compiled = self._compiled(view)
        merged = self._state.merged(compiled, entry)
        ((kept,),) = cursor.rows(f"SELECT count(*) FROM ({merged})")
        if not kept and not any(self._has_rows(cursor, topic, entry.applied) for topic in view.topics):
            return "Its topics have no rows." if len(view.topics) > 1 else "Its topic has no rows."
        with closing(self._binder.cursor()) as binder:
            query, read = binder.tree(view.text)["node"], binder.tree(compiled.read)
            whole = {**read["node"], "modifiers": without_limit(read["node"])}
            rows = f'WITH "~merged" AS ({merged}) {binder.text({**read, "node": whole})}'
        empty = Emptiness(query, read["node"], len(view.topics), compiled.kind, kept)
        return empty.sentence(lambda: _has_rows(cursor, rows))

    def _has_rows(self, cursor: Cursor, table_id: int, snapshot: int) -> bool:
        """Had a topic any?"""
        topic = feed.topic_at(cursor, self._lake, table_id, snapshot)
        return topic is not None and _has_rows(cursor, feed.history(self._lake, topic, snapshot))


def _has_rows(cursor: Cursor, query: str) -> bool:
    return bool(cursor.rows(f"SELECT 1 FROM ({query}) LIMIT 1"))
