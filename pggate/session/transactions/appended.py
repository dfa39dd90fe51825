"""
The rows that a transaction appends: INSERTs are gathered by topic and become one segment each.

The engine's BEGIN is sent when the first statement needs the engine, so that BEGIN, SET and COMMIT alone cost
nothing.  Segments are added to the lake inside the engine's transaction: when another statement needs the
engine, when FLUSH_BYTES have come together, or at COMMIT.  A transaction writes one lake.

What was written stands in layers, one for each savepoint.  Where the engine's transaction is lost, or has to
be given up for ROLLBACK TO, the next one begins with the segments of the layers that are left.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported, ReadOnlySqlTransaction
from pggate.lake.idempotency import Claim
from pggate.lake.segments import add_segments, discard_segments, write_segment
from pggate.lake.transactions import GATE_TIMEOUT
from pggate.lake.uploads import SEGMENT_BYTES
from pggate.session.statement.block import Block
from pggate.session.transactions.savepoints import Savepoints
from pggate.session.transactions.statement_keys import StatementKeys

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pyarrow as pa

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.settings.settings import Settings
    from pggate.session.transactions.savepoints import Layer

FLUSH_BYTES: Final = SEGMENT_BYTES
"""Arrow bytes of gathered INSERTs that are written out as a segment: what the writer's rounds take, too."""


class Appended:
    """
    A transaction as what appends rows sees it.

    `owner` is who the gates belong to.
    """

    def __init__(self, cursors: Cursors, settings: Settings, owner: Hashable) -> None:
        self._cursors = cursors
        self._settings = settings
        self._owner = owner
        self.keys = StatementKeys(settings)
        self.definitions = 0
        """Counts those of all transactions: while it stands still, nothing new has been defined."""
        self._clear()

    def _clear(self) -> None:
        self.block = Block.NONE
        self.changed_catalog = False
        self.lake: Lake | None = None
        self.savepoints = Savepoints()
        self._command = ""
        self._engine_begun = False
        self._holds_gate = False
        self._written: set[int] = set()
        self.keys.used = set()
        self._filled: set[tuple[Relation, int]] = set()
        """What the engine inserts into, and how many definitions there were then: it is the same topic."""
        self._conformed: set[Topic] = set()
        """What its rows were made for, as it was then; COMMIT looks whether it still is that."""

    @property
    def read_only(self) -> bool:
        """May nothing be written?  The setting decides; outside a block the one for the blocks to come."""
        name = "default_transaction_read_only" if self.block is Block.NONE else "transaction_read_only"
        return self._settings.show(name) == "on"

    @property
    def patience(self) -> float:
        """Seconds to wait for a gate: what lock_timeout says, and never longer than anybody."""
        return min(self._settings.lock_timeout or GATE_TIMEOUT, GATE_TIMEOUT)

    @property
    def has_written(self) -> bool:
        """Is there anything that a rollback would undo in a lake?"""
        return bool(self._written or self.savepoints.any_appended or self.changed_catalog)

    def enter(self, *, flush: bool = True, changes: bool = False) -> None:
        """
        A statement needs the engine: in a block, begin its transaction.

        Args:
            flush: Show it what was gathered; not needed for one that reads nothing.
            changes: It does there what only the end of the engine's transaction undoes.

        """
        if self.block is Block.NONE:
            return
        if not self._engine_begun:
            self._cursors.begin(read_only=self.read_only and not self.savepoints.any_appended)
            self._engine_begun = True
            self._add(self.savepoints.segments)  # of a transaction before this one that was lost
        if flush:
            self.flush()
        self.savepoints.newest.changes += changes

    def will_define(self) -> None:
        """
        Raises:
            ReadOnlySqlTransaction: BEGIN READ ONLY, which forbids definitions of temporary objects, too.

        """
        if self.read_only:
            raise ReadOnlySqlTransaction(f"cannot execute {self._command} in a read-only transaction")

    def will_write(self, lake: Lake | None) -> None:
        """
        Args:
            lake: None for temporary tables, which no lake sees.

        Raises:
            ReadOnlySqlTransaction: BEGIN READ ONLY.
            FeatureNotSupported: The transaction has written another lake.

        """
        if lake is None:
            return
        self.will_define()
        if self.block is not Block.NONE:
            self._name_lake(lake)

    def _name_lake(self, lake: Lake) -> None:
        if self.lake is not None and self.lake is not lake:
            raise FeatureNotSupported(
                f'a transaction writes one database, and this one has written "{self.lake.name}"',
                hint="Commit first, then write the other database.",
            )
        self.lake = lake

    # -- rows for the lake

    def insert(self, lake: Lake, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        """
        Conformed rows for a topic: gathered now, in the lake at the latest at COMMIT.
        """
        self.will_write(lake)
        if not batches:
            self.keys.use()
            return
        if self.keys.next is not None:
            self.insert_segments(lake, [write_segment(lake, topic, batches)])
            return
        self.savepoints.newest.gather(topic, batches)
        if self.savepoints.gathered(topic) >= FLUSH_BYTES:
            self.enter()

    def flush(self) -> None:
        """Write what was gathered into the engine's transaction."""
        for layer in self.savepoints.layers:
            for topic, gathered in tuple(layer.gathered.items()):
                segment = write_segment(self._written_lake, topic, gathered.batches)
                layer.segments.append(segment)
                del layer.gathered[topic]
                self._add([segment])

    def insert_segments(self, lake: Lake, segments: list[Segment]) -> None:
        """
        Rows for a topic that are not to be gathered: segments that are durable already.

        Raises:
            PgError: What has become of another append that was under way with the same idempotency key.

        """
        self.will_write(lake)
        self.enter()
        key = self.keys.next
        if key is not None and not self._is_first(lake, segments, key):
            return
        self.savepoints.newest.segments += segments
        self._add(segments)

    def _is_first(self, lake: Lake, segments: list[Segment], key: str) -> bool:
        """May their rows exist, or do they already, appended with the same key?  Then the segments go."""
        claim = Claim(segments[0].topic, key)
        is_first = False
        try:
            if not any(claim.is_like(segment.claim) for segment in self.savepoints.segments):
                is_first = lake.keys.take(claim, self.patience, self._cursors.is_canceled) is None
        finally:
            if not is_first:
                discard_segments(lake, segments)
        if is_first:
            segments[0].claim = claim
        self.keys.use()
        return is_first

    def will_insert(self, lake: Lake, relation: Relation) -> None:
        """
        The engine itself inserts into a topic; if others write it, too, COMMIT waits for who changes it.
        """
        if (relation, self.definitions) in self._filled:
            return
        found = lake.table_ids(self._cursors.lake, relation)
        self._conformed.update(lake.committed(found - self._written))
        self._written |= found
        self._filled.add((relation, self.definitions))

    def _add(self, segments: list[Segment]) -> None:
        for _, same in groupby(segments, lambda segment: segment.topic):
            add_segments(self._written_lake, self._cursors.lake, list(same))
        self._written.update(segment.topic.table_id for segment in segments)
        self._conformed.update(segment.topic for segment in segments)

    @property
    def _written_lake(self) -> Lake:
        if self.lake is None:
            raise AssertionError("will_write names it before anything is written")
        return self.lake

    def _can_be_repeated(self, layer: Layer) -> bool:
        """duckdb 1.5.5: a DELETE of all rows of a segment that its transaction has added removes the file."""
        return not layer.changes and all(
            self._written_lake.storage.exists(path) for segment in layer.segments for path, _ in segment.files
        )

    def _forget(self, segments: Iterable[Segment]) -> None:
        """Orphans: no snapshot names them.  Where one cannot be removed now, orphan collection finds it."""
        if segments:
            discard_segments(self._written_lake, segments)
