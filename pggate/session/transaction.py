"""
The session's transaction: its status I/T/E, the engine's transaction under it, and how both end.

Theory of operation.  The engine's BEGIN is sent when the first statement needs the engine, so that BEGIN,
SET and COMMIT alone cost nothing.  Whatever goes wrong, the engine's transaction is rolled back at once
and the session stays in E by itself: duckdb 1.5.5 leaves the transaction of some errors alive and that
of others aborted, and answers OK to the COMMIT of an aborted one.

INSERTs of a transaction are gathered by topic and become one segment each, added to the lake inside the
engine's transaction: when another statement needs the engine, when FLUSH_BYTES have come together, or at
COMMIT.  A transaction writes one lake.

    I --begin--> T --error--> E --rollback--> I        T --commit--> I
"""

from __future__ import annotations

import enum
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from pggate.append import add_segments, write_segment
from pggate.errors import (
    ActiveSqlTransaction,
    FeatureNotSupported,
    IdleInTransactionSessionTimeout,
    InFailedSqlTransaction,
    PgError,
    ReadOnlySqlTransaction,
)
from pggate.logs import Log
from pggate.session.savepoints import Savepoints
from pggate.session.settings import CHARACTERISTICS, ISOLATION_LEVELS
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    import pyarrow as pa

    from pggate.lake.commits import Segment
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.session.cursors import Cursors
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


@dataclass(slots=True)
class Gathered:
    """
    INSERTs into one topic that no other statement has had to see yet.
    """

    topic: Topic
    batches: list[pa.RecordBatch] = field(default_factory=list)
    size: int = 0


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
        self._writes = 0
        self._wrote_before_failure = False
        self._engine_begun = False
        self._holds_gate = False
        self._written: set[int] = set()
        self._gathered: dict[tuple[str, str], Gathered] = {}
        self._segments: list[str] = []

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
    def holds_gate(self) -> bool:
        """Do others wait for this transaction's end?"""
        return self._holds_gate

    @property
    def has_written(self) -> bool:
        """Is there anything that a rollback would undo in a lake?"""
        return bool(self._written or self._gathered or self.changed_catalog)

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

    def enter(self, *, flush: bool = True) -> None:
        """
        A statement needs the engine: in a block, begin its transaction.

        Args:
            flush: Show it what was gathered; not needed for one that reads nothing.

        """
        if self.block is Block.NONE:
            return
        if not self._engine_begun:
            self._cursors.begin(read_only=self.read_only)
            self._engine_begun = True
        if flush:
            self.flush()

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
        if self.read_only:
            raise ReadOnlySqlTransaction(f"cannot execute {self._command} in a read-only transaction")
        if self.block is Block.NONE:
            return
        if self.lake is not None and self.lake is not lake:
            raise FeatureNotSupported(
                f'a transaction writes one database, and this one has written "{self.lake.name}"',
                hint="Commit first, then write the other database.",
            )
        self.lake = lake

    def will_change(self, lake: Lake, table_id: int) -> None:
        """
        Rows or columns of a topic are about to change: take its gate, which is kept to the end.

        Raises:
            SerializationFailure: The topic was written after this transaction's snapshot.
            LockNotAvailable: Another transaction holds the gate for too long.

        """
        self.will_write(lake)
        self.enter()
        self._holds_gate = True
        lake.begin_change(self._cursors.lake, self._owner, table_id)
        self._written.add(table_id)

    def insert(self, lake: Lake, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        """
        Conformed rows for a topic: gathered now, in the lake at the latest at COMMIT.
        """
        self.will_write(lake)
        gathered = self._gathered.setdefault((topic.schema, topic.name), Gathered(topic))
        gathered.batches.extend(batches)
        gathered.size += sum(batch.nbytes for batch in batches)
        if gathered.size >= FLUSH_BYTES:
            self.enter()

    def flush(self) -> None:
        """Write what was gathered into the engine's transaction."""
        while self._gathered and self.lake is not None:
            _, gathered = self._gathered.popitem()
            self._add([write_segment(self.lake, gathered.topic, gathered.batches)])

    def insert_segments(self, lake: Lake, segments: list[Segment]) -> None:
        """
        Rows for a topic that are too many to be gathered: segments that are durable already.
        """
        self.will_write(lake)
        self.enter()
        self._add(segments)

    def inserted(self, table_id: int) -> None:
        """
        The engine itself has inserted into a topic that others write, too: COMMIT waits for who changes it.
        """
        self._written.add(table_id)

    def _add(self, segments: list[Segment]) -> None:
        self._segments += [segment.path for segment in segments]
        if self.lake is not None:
            add_segments(self._cursors.lake, self.lake, segments)
        self._written.update(segment.topic.table_id for segment in segments)

    @contextmanager
    def executing(self, command: str = "", *, writes: bool = False) -> Iterator[None]:
        """
        A statement runs on the engine.  If it fails the engine's transaction is lost; a failure anywhere else
        leaves it as it was, for ROLLBACK TO.

        Args:
            command: What an error calls it.
            writes: Could a ROLLBACK TO not undo it?

        """
        self._executing = True
        self._command = command
        self._writes += writes
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
        self.savepoints.define(name, self._writes, self._settings.state())

    def rollback_to(self, name: str) -> None:
        """
        ROLLBACK TO name.

        Raises:
            InvalidSavepointSpecification: There is no such savepoint.
            FeatureNotSupported: Something was written since, or the engine's transaction is lost.

        """
        savepoint = self.savepoints.return_to(name)
        lost = self.failure is not None and not self._engine_begun and self._wrote_before_failure
        if lost or self._writes != savepoint.writes:
            raise FeatureNotSupported(
                f'cannot roll back to savepoint "{name}": rows or definitions were written since',
                hint="ROLLBACK the transaction and run it again without the failing statement.",
            )
        self._settings.restore(savepoint.settings)
        self.failure = None

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
            if self._gathered:
                self.enter()
            if self._engine_begun:
                self._commit_engine()
        except BaseException:
            self.rollback()
            raise
        self._settings.commit()
        self._leave(committed=True)

    def _commit_engine(self) -> None:
        self._segments.clear()  # from here on a snapshot may name them, whatever the answer
        if self.lake is not None and self.has_written:
            self.lake.commit(self._cursors.lake, self._written, self._owner)
        else:
            self._cursors.lake.commit()

    def rollback(self) -> None:
        """Undo everything; nothing of it was ever visible."""
        if self._engine_begun:
            self._cursors.rollback()
        for path in self._segments:
            self._forget(path)
        self._settings.rollback()
        self._leave(committed=False)

    def _forget(self, path: str) -> None:
        """An orphan: no snapshot names it.  Where it cannot be removed now, orphan collection finds it."""
        if self.lake is not None:
            try:
                self.lake.storage.delete(path)
            except PgError as error:
                log.warning("orphan_left", path=path, error=error.message)

    def fail(self, error: PgError) -> None:
        """
        A statement failed: undo everything now, and in an explicit block refuse what follows.
        """
        failed_before = self.failure is not None
        if self.block is not Block.EXPLICIT:
            self.rollback()
            return
        if self._executing or not self.savepoints.any_defined:
            self._lose()
        self.failure = _ABORTED if failed_before else error

    def expire(self, error: PgError) -> None:
        """
        Others have waited long enough for this transaction's end: undo everything now.  Whoever comes next in
        the block hears why, be it only the Sync that should commit an implicit one.
        """
        failed_before = self.failure is not None
        self._lose()
        self.failure = _ABORTED if failed_before else error

    def _lose(self) -> None:
        """The engine's transaction is over; the block goes on without it."""
        block, characteristics = self.block, self.characteristics
        savepoints, writes = self.savepoints, self._writes
        self.rollback()
        self.begin(block, characteristics)
        self.savepoints, self._writes = savepoints, writes
        self._wrote_before_failure = writes > 0

    def _leave(self, *, committed: bool) -> None:
        if self._holds_gate and self.lake is not None:
            self.lake.gates.release(self._owner)
        self._cursors.leave_transaction(committed=committed)
        changed_catalog = self.changed_catalog
        self._clear()
        if changed_catalog:
            self._refresh()  # after a rollback too: the mirror may have had to wait for our own definitions


_ABORTED: Final = InFailedSqlTransaction(
    "current transaction is aborted, commands ignored until end of transaction block", hint="Send ROLLBACK."
)
