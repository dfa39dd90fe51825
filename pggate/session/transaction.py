"""
The session's transaction: its status I/T/E, the engine's transaction under it, and how both end.

Theory of operation.  The engine's BEGIN is sent when the first statement needs the engine, so that BEGIN,
SET and COMMIT alone cost nothing.  Whatever goes wrong, the engine's transaction is rolled back at once
and the session stays in E by itself: duckdb 1.5.5 leaves the transaction of some errors alive and that
of others aborted, and answers OK to the COMMIT of an aborted one.

INSERTs of a transaction are gathered by topic and become one segment each, added to the lake inside the
engine's transaction: when another statement needs the engine, when FLUSH_BYTES have come together, or at
COMMIT.  A transaction writes one lake.

What was written stands in layers, one for each savepoint.  Where the engine's transaction is lost, or has to
be given up for ROLLBACK TO, the next one begins with the segments of the layers that are left.

    I --begin--> T --error--> E --rollback--> I        T --commit--> I
"""

from __future__ import annotations

import enum
from contextlib import contextmanager
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from pggate.append import add_segments, discard_segments, write_segment
from pggate.errors import (
    ActiveSqlTransaction,
    FeatureNotSupported,
    IdleInTransactionSessionTimeout,
    InFailedSqlTransaction,
    PgError,
    ReadOnlySqlTransaction,
)
from pggate.lake.lake import GATE_TIMEOUT
from pggate.logs import Log
from pggate.session.savepoints import Savepoints
from pggate.session.settings import CHARACTERISTICS, ISOLATION_LEVELS
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    import pyarrow as pa

    from pggate.engine.definitions import Relation
    from pggate.lake.commits import Segment
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.session.cursors import Cursors
    from pggate.session.savepoints import Layer
    from pggate.session.settings import Settings
    from pggate.translate.statements import Statement

log = Log("session")

Status = Literal["I", "T", "E"]

FLUSH_BYTES: Final = 16 * 1024 * 1024
"""Arrow bytes of gathered INSERTs that are written out as a segment: what the writer's rounds take, too."""


ENDING: Final = frozenset({Kind.COMMIT, Kind.ROLLBACK, Kind.ROLLBACK_TO, Kind.PREPARE_TRANSACTION})
"""What a failed transaction still takes."""


_TOO_LATE: Final = "SET TRANSACTION ISOLATION LEVEL must be called before any query"

LATE: Final[Mapping[tuple[str, str], str]] = {
    ("transaction_read_only", "off"): "transaction read-write mode must be set before any query",
    **{("transaction_isolation", level): _TOO_LATE for level in ISOLATION_LEVELS},
}
"""What cannot be asked for any more once a query has run, and how that is said."""


class Block(enum.Enum):
    """
    What holds statements together: nothing, the messages up to the next Sync, or the user's BEGIN.
    """

    NONE = enum.auto()
    IMPLICIT = enum.auto()
    EXPLICIT = enum.auto()


class Transaction:
    """
    One session's transaction, or the place where the next one will be.

    `owner` is who the gates belong to.  `refresh` is called after a transaction that changed what exists.
    """

    def __init__(
        self, cursors: Cursors, settings: Settings, owner: Hashable, refresh: Callable[[], object]
    ) -> None:
        self._cursors = cursors
        self._settings = settings
        self._owner = owner
        self._refresh = refresh
        self._clear()

    def _clear(self) -> None:
        self.block = Block.NONE
        self.failure: PgError | None = None
        self.changed_catalog = False
        self.lake: Lake | None = None
        self.savepoints = Savepoints()
        self._executing = False
        self._command = ""
        self._engine_begun = False
        self._holds_gate = False
        self._written: set[int] = set()

    @property
    def status(self) -> Status:
        """As ReadyForQuery reports it."""
        if self.block is not Block.EXPLICIT:
            return "I"
        return "T" if self.failure is None else "E"

    @property
    def read_only(self) -> bool:
        """May nothing be written?  The setting decides; outside a block the one for the blocks to come."""
        name = "default_transaction_read_only" if self.block is Block.NONE else "transaction_read_only"
        return self._settings.show(name) == "on"

    @property
    def characteristics(self) -> dict[str, str]:
        """What BEGIN and SET TRANSACTION have said, as settings."""
        return {name: self._settings.show(name) for name in CHARACTERISTICS}

    @property
    def patience(self) -> float:
        """Seconds to wait for a gate: what lock_timeout says, and never longer than anybody."""
        return min(self._settings.lock_timeout or GATE_TIMEOUT, GATE_TIMEOUT)

    @property
    def is_waited_for(self) -> bool:
        """May others wait for this transaction's end: for a topic's gate, for a name that it defines?"""
        return self._holds_gate or self.changed_catalog

    @property
    def has_written(self) -> bool:
        """Is there anything that a rollback would undo in a lake?"""
        return bool(self._written or self.savepoints.any_appended or self.changed_catalog)

    # -- what a statement asks before it runs

    def check_allows(self, statement: Statement) -> None:
        """
        Raises:
            InFailedSqlTransaction: A statement failed earlier; only ROLLBACK and COMMIT are left.
            IdleInTransactionSessionTimeout: The first to hear that the transaction was ended meanwhile.

        """
        if self.failure is None or statement.kind in ENDING:
            return
        failure, self.failure = self.failure, _ABORTED
        raise failure if isinstance(failure, IdleInTransactionSessionTimeout) else _ABORTED

    def begin(self, block: Block, characteristics: Mapping[str, str] = MappingProxyType({})) -> None:
        """
        Statements from here on belong together; BEGIN within an implicit block makes it explicit.

        Args:
            characteristics: Settings of this transaction that are not the session's defaults.

        """
        if self.block is Block.NONE:
            self._settings.begin()
        self.block = block
        for name, value in characteristics.items():
            self._settings.set(name, value)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Outside a block, what is done inside is a transaction of its own; a failure is undone by `fail`."""
        is_alone = self.block is Block.NONE
        if is_alone:
            self.begin(Block.IMPLICIT)
        yield
        if is_alone:
            self.commit()

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
        if self.block is Block.NONE:
            return
        if self.lake is not None and self.lake is not lake:
            raise FeatureNotSupported(
                f'a transaction writes one database, and this one has written "{self.lake.name}"',
                hint="Commit first, then write the other database.",
            )
        self.lake = lake

    def will_change(self, lake: Lake, relation: Relation, expected: Iterable[int]) -> None:
        """
        Rows or columns of a topic, or all topics of a schema, are about to change: take the gates, which are
        kept to the end.

        Args:
            relation: A schema has an empty name.
            expected: The topics that it probably means; the transaction's own snapshot decides.

        Raises:
            SerializationFailure: The topic was written after this transaction's snapshot.
            LockNotAvailable: Another transaction holds the gate for too long.

        """
        self.will_write(lake)
        self.enter(changes=True)
        try:
            self._written |= lake.begin_change(
                self._cursors.lake,
                self._owner,
                relation,
                expected,
                timeout=self.patience,
                is_interrupted=self._cursors.is_canceled,
            )
        finally:
            self._holds_gate = lake.gates.is_holding(self._owner)

    def insert(self, lake: Lake, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        """
        Conformed rows for a topic: gathered now, in the lake at the latest at COMMIT.
        """
        self.will_write(lake)
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
        Rows for a topic that are too many to be gathered: segments that are durable already.
        """
        self.will_write(lake)
        self.enter()
        self.savepoints.newest.segments += segments
        self._add(segments)

    def inserted(self, lake: Lake, relation: Relation) -> None:
        """
        The engine itself has inserted into a topic; if others write it, too, COMMIT waits for who changes it.
        """
        self._written |= lake.table_ids(self._cursors.lake, relation)

    def _add(self, segments: list[Segment]) -> None:
        for _, same in groupby(segments, lambda segment: segment.topic):
            add_segments(self._cursors.lake, self._written_lake, list(same))
        self._written.update(segment.topic.table_id for segment in segments)

    @property
    def _written_lake(self) -> Lake:
        if self.lake is None:
            raise AssertionError("will_write names it before anything is written")
        return self.lake

    @contextmanager
    def executing(self, command: str = "") -> Iterator[None]:
        """
        A statement runs on the engine.  If it fails the engine's transaction is lost; a failure anywhere else
        leaves it as it was, for ROLLBACK TO.

        Args:
            command: What an error calls it.

        """
        self._executing = True
        self._command = command
        yield
        self._executing = False

    def change(self, characteristics: Mapping[str, str]) -> None:
        """
        SET TRANSACTION.

        Raises:
            ActiveSqlTransaction: A query has run already, and its snapshot stands.

        """
        before = self.characteristics
        for name, value in characteristics.items():
            if self._engine_begun and value != before[name] and (name, value) in LATE:
                raise ActiveSqlTransaction(LATE[name, value])
            self._settings.set(name, value)

    def define_savepoint(self, name: str) -> None:
        """SAVEPOINT name."""
        self.savepoints.define(name, self._settings.state())

    def rollback_to(self, name: str) -> None:
        """
        ROLLBACK TO name.

        Raises:
            InvalidSavepointSpecification: There is no such savepoint.
            FeatureNotSupported: Only the engine could undo it, and would undo what came before, too.

        """
        kept, undone = self.savepoints.split(name)
        intact = self._engine_begun and not any(layer.in_engine for layer in undone)
        if not intact and not all(map(self._can_be_repeated, kept)):
            raise FeatureNotSupported(
                f'cannot roll back to savepoint "{name}": what was written before it would be lost',
                hint="ROLLBACK the transaction and run it again without what is to be undone.",
            )
        if not intact and self._engine_begun:
            self._lose()
        for layer in undone:
            self._forget(layer.segments)
        self._settings.restore(self.savepoints.return_to(name).settings)
        self.failure = None

    def _can_be_repeated(self, layer: Layer) -> bool:
        """duckdb 1.5.5: a DELETE of all rows of a segment that its transaction has added removes the file."""
        return not layer.changes and all(
            self._written_lake.storage.exists(segment.path) for segment in layer.segments
        )

    # -- how it ends

    def commit(self) -> None:
        """
        Make the transaction durable and visible, whatever it did.

        Raises:
            PgError: It could not be; it is rolled back then.

        """
        if self.failure is not None:  # of an implicit block that has expired
            failure = self.failure
            self.rollback()
            raise failure
        try:
            self.savepoints.release_all()
            if self.savepoints.any_appended:
                self.enter()
            if self._engine_begun:
                self._commit_engine()
        except BaseException:
            self.rollback()
            raise
        self._settings.commit()
        self._leave(committed=True)

    def _commit_engine(self) -> None:
        lasting = self.has_written
        self.savepoints = Savepoints()  # from here on a snapshot may name their segments, whatever the answer
        if self.lake is not None and lasting:
            self.lake.commit(
                self._cursors.lake,
                self._written,
                self._owner,
                timeout=self.patience,
                is_interrupted=self._cursors.is_canceled,
            )
        else:
            self._cursors.lake.commit()

    def rollback(self) -> None:
        """Undo everything; nothing of it was ever visible."""
        self._roll_back_engine()
        self._forget(self.savepoints.segments)
        self._settings.rollback()
        self._leave(committed=False)

    def _roll_back_engine(self) -> None:
        if self._engine_begun:
            self._cursors.rollback()

    def _forget(self, segments: Iterable[Segment]) -> None:
        """Orphans: no snapshot names them.  Where one cannot be removed now, orphan collection finds it."""
        if segments:
            discard_segments(self._written_lake, segments)

    def fail(self) -> None:
        """
        A statement failed: undo everything now, and in an explicit block refuse what follows.
        """
        if self.block is not Block.EXPLICIT:
            self.rollback()
            return
        if self._executing or not self.savepoints.any_defined:
            self._lose()
        self.failure = _ABORTED

    def expire(self, error: PgError) -> None:
        """
        Others have waited long enough for this transaction's end: undo everything now.  Whoever comes next in
        the block hears why, be it only the Sync that should commit an implicit one.
        """
        failed_before = self.failure is not None
        self._lose()
        self.failure = _ABORTED if failed_before else error

    def _lose(self) -> None:
        """The engine's transaction is over; the block goes on, for ROLLBACK TO with what it has appended."""
        block, characteristics = self.block, self.characteristics
        savepoints, lake = self.savepoints, self.lake
        if savepoints.any_defined:
            self._cursors.set_aside()  # portals that are older than the last savepoint go on
            self.savepoints = Savepoints()
        self.rollback()
        self.begin(block, characteristics)
        if savepoints.any_defined:
            self.savepoints, self.lake = savepoints, lake

    def _leave(self, *, committed: bool) -> None:
        try:
            self._cursors.leave_transaction(committed=committed)
            if self.changed_catalog:
                self._refresh()  # after a rollback too: the mirror may have had to wait for our definitions
        finally:  # whoever waits for a gate shall find in the mirror what was defined
            if self._holds_gate and self.lake is not None:
                self.lake.gates.release(self._owner)
            self._clear()


_ABORTED: Final = InFailedSqlTransaction(
    "current transaction is aborted, commands ignored until end of transaction block", hint="Send ROLLBACK."
)
