"""
What this process appends itself reaches the views of a lake from memory: neither the lake's notes nor its
files are asked for it.

That goes for as long as nothing but appends happens, one snapshot after another.  Whatever else is committed,
by whomever, leaves a gap, and the next round asks the lake again (catching_up.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from pggate.engine.names import quote_identifier
from pggate.lake.changes import Change, Changes, Kind
from pggate.views.catching_up import FAR
from pggate.views.compiled import SEQ
from pggate.views.deltas import Staged
from pggate.views.needs import Needs, needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.recent_appends import Appended, RecentAppends
    from pggate.lake.topics import Topic
    from pggate.views.catching_up import CatchingUp
    from pggate.views.needs import Kept

UNKNOWN: Final = -1


class KeepingUp:
    """
    Of one lake; its follower's thread uses it.

    Args:
        recent: What has been appended.
        catching_up: What lets the views have it.

    """

    def __init__(self, recent: RecentAppends, catching_up: CatchingUp) -> None:
        self._recent = recent
        self._catching_up = catching_up
        self._kept: Sequence[Kept] = ()
        self._topics: dict[int, Topic] = {}
        """By their ids, as they are since the lake was asked."""
        self.at = UNKNOWN
        """The snapshot up to which all views have everything."""

    @property
    def oldest(self) -> int | None:
        """The snapshot after which the state does not have everything yet; None where no view follows."""
        return min((one.entry.applied for one in self._kept), default=None)

    def begin(self, kept: Sequence[Kept], at: int) -> None:
        """
        After a round that has asked the lake.

        Args:
            kept: The views that have everything up to a snapshot; others wait for somebody who mends them.
            at: That snapshot.

        """
        self._kept, self.at = kept, at
        self._topics.clear()
        self._recent.follow(is_followed=bool(kept))

    def forget(self) -> None:
        """Where the views are is no longer known."""
        self.at = UNKNOWN

    def stop(self) -> None:
        """Nobody follows any more."""
        self.begin((), UNKNOWN)

    def take(self, cursor: Cursor) -> None:
        """
        Let the views have what was appended since.

        Raises:
            PgError: The state cannot be written; where the views are is to be asked of it.

        """
        at, self.at = self.at, UNKNOWN
        found = self._recent.after(at) if at != UNKNOWN else ()
        if found and not self._is_far(found[-1][0]):
            happened = _changes(at, found)
            needs = [needed(one, happened) for one in self._kept]
            if Needs.REBUILDING not in needs:
                self._kept = self._give(cursor, found, happened, needs)
                at = happened.until
        self.at = at

    def _is_far(self, until: int) -> bool:
        """Has a view had nothing for so long that the state is to say how far it is?"""
        return any(until - one.entry.applied >= FAR for one in self._kept)

    def _give(
        self,
        cursor: Cursor,
        found: Sequence[tuple[int, Mapping[int, Appended]]],
        happened: Changes,
        needs: Sequence[Needs],
    ) -> Sequence[Kept]:
        takes = [one for one, need in zip(self._kept, needs, strict=True) if need is Needs.DELTA]
        quiet = [one for one in self._kept if one not in takes]
        self._catching_up.note(quiet, happened.until)
        table_ids = {table_id for one in takes for table_id in one.view.topics}
        batches: dict[int, list[pa.RecordBatch]] = {}
        for snapshot, by_topic in found:
            for table_id in table_ids & by_topic.keys():
                self._topics[table_id] = by_topic[table_id].topic
                batches.setdefault(table_id, []).extend(_numbered(by_topic[table_id], snapshot))
        for table_id, rows in batches.items():
            cursor.register(_name(table_id), pa.Table.from_batches(rows))
        try:
            staged = {
                each: self._staged(cursor, each, happened.until, batches.get(each, ())) for each in table_ids
            }
            return [*quiet, *self._catching_up.give(cursor, takes, staged, happened)]
        finally:
            for table_id in batches:
                cursor.unregister(_name(table_id))

    def _staged(self, cursor: Cursor, table_id: int, until: int, batches: Sequence[pa.RecordBatch]) -> Staged:
        topic = self._topics.get(table_id) or self._catching_up.topic(cursor, table_id, until)
        self._topics[table_id] = topic
        count = sum(batch.num_rows for batch in batches)
        return Staged(topic, _rows(topic) if batches else "", "", count)


def _changes(after: int, found: Sequence[tuple[int, Mapping[int, Appended]]]) -> Changes:
    happened: dict[int, list[Change]] = {}
    for snapshot, by_topic in found:
        for table_id in by_topic:
            happened.setdefault(table_id, []).append(Change(snapshot, table_id, Kind.APPENDED))
    return Changes(after, found[-1][0], happened, is_complete=True)


def _numbered(appended: Appended, snapshot: int) -> list[pa.RecordBatch]:
    return [
        batch.append_column(SEQ, pa.repeat(pa.scalar(snapshot, pa.int64()), batch.num_rows))
        for batch in appended.batches
    ]


def _rows(topic: Topic) -> str:
    """As the lake's own are: of these types, whatever Arrow's the engine takes them for."""
    columns = ", ".join(
        f"CAST({quote_identifier(column.name)} AS {column.duckdb_type}) AS {quote_identifier(column.name)}"
        for column in topic.columns
    )
    return f"SELECT {columns}, {quote_identifier(SEQ)} FROM {quote_identifier(_name(topic.table_id))}"


def _name(table_id: int) -> str:
    return f"~appended {table_id}"
