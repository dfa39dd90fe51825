"""
One round of the live views of a lake: what has happened to their topics since the last becomes partials.

What the feed says is read from the lake once for each topic, and appended to each view that reads the topic
in one transaction of the state file.  What a view cannot have as a delta makes it anew: a topic that was
altered, rows that have gone where that cannot be taken back, snapshots that have expired.  A view that cannot
take some rows fails by itself, and all others go on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.engine.names import qualified
from pggate.errors import PgError, ProgramLimitExceeded, UndefinedTable
from pggate.lake import feed
from pggate.lake.changes import Kind, changes
from pggate.logs import Log
from pggate.views.circumstances import prepare
from pggate.views.deltas import Staged, delta, history
from pggate.views.merging import LEAST, Merging
from pggate.views.needs import Kept, Needs, kinds_of, needed
from pggate.views.regrouping import Regrouping
from pggate.views.standings import Standing
from pggate.views.state import made_from
from pggate.views.tallies import Tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.changes import Changes
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.lake.topics import Topic
    from pggate.views.compiled import Compiled
    from pggate.views.standings import Standings
    from pggate.views.state import State
    from pggate.views.state_file import Entry

log = Log("views")

FAR: Final = 256
"""Snapshots without anything for a view after which its state says so."""


class Followed(NamedTuple):
    """
    Args:
        until: The snapshot up to which the views have everything.
        kept: The views; others wait for somebody who mends them.

    """

    until: int
    kept: Sequence[Kept]


class CatchingUp:
    """
    Of one lake.  Each cursor is its caller's.

    Args:
        compiled: What is compiled of a view's text.

    """

    def __init__(
        self, lake: Lake, state: State, compiled: Callable[[LiveView], Compiled], standings: Standings
    ) -> None:
        self._lake = lake
        self._state = state
        self._compiled = compiled
        self._standings = standings
        self._taken_back: dict[int, tuple[int, bool]] = {}
        """By view, of a generation: do negated partials take back what has gone?"""
        self._merging = Merging(state, lake.engine.transactions.oldest, min(LEAST, state.most or LEAST))
        self._regrouping = Regrouping(state)
        self.tallies = Tallies(state)

    def build(self, cursor: Cursor, view: LiveView, snapshot: int) -> Entry:
        """
        Make a view of all rows that there are as of a snapshot.

        Raises:
            PgError: Its query fails for some row.

        """
        self._prepare(cursor, view.zone)
        topics = [self.topic(cursor, table_id, snapshot) for table_id in view.topics]
        compiled = self._compiled(view)
        rows = history(self._lake, compiled, topics, snapshot)
        return self._state.build(cursor, view, compiled, rows, snapshot)

    def count(self, cursor: Cursor, view: LiveView) -> int:
        """How many rows a view has."""
        self._prepare(cursor, view.zone)
        return self._state.count(cursor, view.oid)

    def follow(self, cursor: Cursor, preparing: Collection[int], anew: Collection[int]) -> Followed:
        """
        Bring all views up to the newest snapshot.

        Args:
            preparing: Views that open transactions had built, before it is asked here what is declared.
            anew: Those that are to be made anew, whatever state they are in.
        """
        views = self._lake.declarations.catch_up(cursor).live_views
        entries = self._state.entries(cursor)
        for oid in entries.keys() - views.keys() - set(preparing):
            self._state.drop(cursor, entries[oid])
        for oid in self._standings.known() - views.keys():
            self._standings.forget(oid)
            self.tallies.forget(oid)
        until = self._lake.last_committed(cursor)
        groups: dict[int, list[Kept]] = {}
        for oid, view in views.items():
            kept = self._kept(cursor, view, entries.get(oid), until, anew=oid in anew)
            if kept is not None:
                groups.setdefault(kept.entry.applied, []).append(kept)
        for after, group in sorted(groups.items()):
            self._catch_up(cursor, group, after, until)
        entries = self._state.entries(cursor)
        now = [one._replace(entry=entries[one.view.oid]) for group in groups.values() for one in group]
        return Followed(until, [one for one in now if self._standings.of(one.view.oid).failed is None])

    def _kept(
        self, cursor: Cursor, view: LiveView, entry: Entry | None, until: int, *, anew: bool
    ) -> Kept | None:
        """A view that can take what comes; made anew where its tables are lost, or of another query."""
        if not anew and self._has_failed(view, entry):
            return None
        try:
            compiled = self._compiled(view)
            if entry is None or anew or entry.made_from != made_from(view, compiled):
                entry = self.build(cursor, view, until)
            return Kept(view, compiled, entry, self._takes_back(cursor, compiled, entry))
        except PgError as error:
            self._fail(cursor, view, until, error)
            return None

    def _has_failed(self, view: LiveView, entry: Entry | None) -> bool:
        """Does it wait for somebody who mends it?  One that has no tables is not in the state."""
        if entry is not None and entry.failed is not None:
            failed = Standing(entry.cut, entry.applied, entry.failed, entry.failure or "")
            self._standings.note(view.oid, failed)
        return self._standings.of(view.oid).failed is not None

    def _takes_back(self, cursor: Cursor, compiled: Compiled, entry: Entry) -> bool:
        generation, found = self._taken_back.get(entry.oid, (None, False))
        if generation != entry.generation:
            found = self._state.takes_back(cursor, compiled, entry)
            self._taken_back[entry.oid] = entry.generation, found
        return found

    def _catch_up(self, cursor: Cursor, group: list[Kept], after: int, until: int) -> None:
        """Views that are all at one snapshot."""
        found = changes(cursor, self._lake, after, until)
        needs: dict[Needs, list[Kept]] = {each: [] for each in Needs}
        for one in group:
            needs[needed(one, found)].append(one)
        if needs[Needs.DELTA]:
            self._take(cursor, needs[Needs.DELTA], found)
        for one in needs[Needs.REGROUPING]:
            self._regroup(cursor, one, found)
        for one in needs[Needs.REBUILDING]:
            self._rebuild(cursor, one.view, until)
        quiet = needs[Needs.NOTHING]
        if quiet and until - after >= FAR:  # so that the feed need not keep what has nothing for them
            self._state.append(cursor, (), [one.entry for one in quiet], until)
        self.note(quiet, until)

    def _take(self, cursor: Cursor, takes: list[Kept], found: Changes) -> None:
        """Let them have what has come and gone; where that fails, each by itself."""
        table_ids = {table_id for one in takes for table_id in one.view.topics}
        staged = {table_id: self._staged(cursor, table_id, found) for table_id in table_ids}
        self.give(cursor, takes, staged, found)

    def give(
        self, cursor: Cursor, takes: Sequence[Kept], staged: Mapping[int, Staged], found: Changes
    ) -> list[Kept]:
        """
        Let views have what has come and gone; where that fails, each by itself.

        Args:
            takes: Those that have everything before that.
            staged: Of all their topics.

        Returns:
            Those that have it, as they are then.

        """
        given: list[Kept] = []
        kinds = sorted({(not one.compiled.is_linear, one.view.zone) for one in takes})  # what is quick first
        for is_slow, zone in kinds:
            self._prepare(cursor, zone)
            alike = [one for one in takes if (not one.compiled.is_linear, one.view.zone) == (is_slow, zone)]
            try:
                given += self._append(cursor, alike, staged, found)
            except PgError:
                for one in alike:
                    given += self._append_alone(cursor, one, staged, found)
        return [one for one in given if self._standings.of(one.view.oid).failed is None]

    def _append(
        self, cursor: Cursor, takes: Sequence[Kept], staged: Mapping[int, Staged], found: Changes
    ) -> list[Kept]:
        deltas = [delta(self._lake, one, staged, found) for one in takes]
        for one in takes:
            self.tallies.begin(cursor, one)
        added = self._state.append(cursor, deltas, [one.entry for one in takes], found.until)
        self.note(takes, found.until)
        self.tallies.count(cursor, takes, staged, added)
        now = [one._replace(entry=replace(one.entry, applied=found.until)) for one in takes]
        return [self._merged(cursor, one, added[one.view.oid]) for one in now]

    def _merged(self, cursor: Cursor, one: Kept, added: int | None) -> Kept:
        """Where its deltas are many; what cannot be merged now is left for another time."""
        try:
            entry = self._merging.look_after(cursor, one.view, one.compiled, one.entry, added)
        except ProgramLimitExceeded as error:
            self._fail(cursor, one.view, one.entry.applied, error)
        except PgError as error:
            log.warning("view_not_merged", database=self._lake.name, view=one.view.name, error=error.message)
        else:
            self._standings.note(one.view.oid, Standing(entry.cut, entry.applied))
            return one._replace(entry=entry)
        return one

    def _append_alone(
        self, cursor: Cursor, one: Kept, staged: Mapping[int, Staged], found: Changes
    ) -> list[Kept]:
        try:
            return self._append(cursor, [one], staged, found)
        except PgError as error:
            self._fail(cursor, one.view, found.until, error)
            return []

    def _staged(self, cursor: Cursor, table_id: int, found: Changes) -> Staged:
        """What has come to a topic and gone, read from the lake once for all views."""
        span = found.of(table_id)
        kinds = kinds_of(span)
        topic = self.topic(cursor, table_id, found.until)
        inserted = deleted = ""
        came = gone = 0
        if Kind.APPENDED in kinds:
            inserted, came = stage(cursor, f"~inserted {table_id}", feed.inserted(self._lake, topic, span))
        if Kind.DELETED in kinds:
            deleted, gone = stage(cursor, f"~deleted {table_id}", feed.deleted(self._lake, topic, span))
        return Staged(topic, inserted, deleted, came + gone)

    def topic(self, cursor: Cursor, table_id: int, snapshot: int) -> Topic:
        """As it was then."""
        found = feed.topic_at(cursor, self._lake, table_id, snapshot)
        if found is None:
            raise UndefinedTable(f"snapshot {snapshot} has no table with number {table_id}")
        return found

    def _regroup(self, cursor: Cursor, one: Kept, found: Changes) -> None:
        (table_id,) = one.view.topics
        self._prepare(cursor, one.view.zone)
        try:
            topic = self.topic(cursor, table_id, found.until)
            rows = feed.history(self._lake, topic, found.until)
            staged = self._staged(cursor, table_id, found)
            moved = delta(self._lake, one, {table_id: staged}, found)
            entry = self._regrouping.take(cursor, one, moved, staged.deleted, rows, found.until)
        except PgError as error:  # which making it anew meets again, or does not
            log.warning("view_made_anew", database=self._lake.name, view=one.view.name, error=error.message)
            entry = None
        if entry is None:
            self._rebuild(cursor, one.view, found.until)
        else:
            self._merged(cursor, one._replace(entry=entry), None)

    def _rebuild(self, cursor: Cursor, view: LiveView, until: int) -> None:
        try:
            entry = self.build(cursor, view, until)
        except PgError as error:
            self._fail(cursor, view, until, error)
        else:
            self._standings.note(view.oid, Standing(entry.cut, until))

    def _prepare(self, cursor: Cursor, zone: str) -> None:
        """So that a view's words mean what they meant to who has made it."""
        prepare(cursor, self._lake, zone)

    def note(self, kept: Iterable[Kept], until: int) -> None:
        for one in kept:
            self._standings.note(one.view.oid, Standing(one.entry.cut, until))

    def _fail(self, cursor: Cursor, view: LiveView, snapshot: int, error: PgError) -> None:
        log.warning("view_failed", database=self._lake.name, view=view.name, error=error.message)
        self._state.fail(cursor, view.oid, snapshot, error.message)
        known = self._standings.of(view.oid)
        self._standings.note(view.oid, Standing(known.cut, known.applied, snapshot, error.message))


def stage(cursor: Cursor, name: str, rows: str) -> tuple[str, int]:
    """
    The query of rows that lie in a temporary table from now on, and how many they are.
    """
    table = qualified("temp", "main", name)
    count = cursor.run(f"CREATE OR REPLACE TEMP TABLE {table} AS {rows}").changed
    return f"SELECT * FROM {table}", count or 0
