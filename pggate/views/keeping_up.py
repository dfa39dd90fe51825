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
from pggate.views.catching_up import FAR
from pggate.views.compiled import SEQ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.recent_appends import Appended, RecentAppends
    from pggate.lake.topics import Topic
    from pggate.views.catching_up import CatchingUp
    from pggate.views.needs import Kept, Rows

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
        found = self._recent.after(self.at) if self.at != UNKNOWN else ()
        self.at, at = UNKNOWN, self.at
        if found and not self._is_far(found[-1][0]):
            at = found[-1][0]
            self._kept = self._give(cursor, found, at)
        self.at = at

    def _is_far(self, until: int) -> bool:
        """Has a view had nothing for so long that the state is to say how far it is?"""
        return any(until - one.entry.applied >= FAR for one in self._kept)

    def _give(
        self, cursor: Cursor, found: Sequence[tuple[int, Mapping[int, Appended]]], until: int
    ) -> Sequence[Kept]:
        batches: dict[int, list[pa.RecordBatch]] = {}
        topics: dict[int, Topic] = {}
        for snapshot, by_topic in found:
            for table_id, appended in by_topic.items():
                topics[table_id] = appended.topic
                batches.setdefault(table_id, []).extend(_numbered(appended, snapshot))
        followed = {table_id for one in self._kept for table_id in one.view.topics} & topics.keys()
        for table_id in followed:
            cursor.register(_name(table_id), pa.Table.from_batches(batches[table_id]))
        try:
            rows: dict[int, Rows] = {table_id: (_rows(topics[table_id]), "") for table_id in followed}
            return self._catching_up.give(cursor, self._kept, rows, until)
        finally:
            for table_id in followed:
                cursor.unregister(_name(table_id))


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
