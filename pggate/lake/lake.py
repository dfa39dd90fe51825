"""
One lake: a DuckLake attached to the engine, what exists in it, and its snapshots.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import ObjectNotInPrerequisiteState, PgError, SerializationFailure, UndefinedTable
from pggate.lake.catalogs import alias, attach
from pggate.lake.checks import check_rows
from pggate.lake.conform import conform_all
from pggate.lake.declarations import Declarations
from pggate.lake.declared_store import RegistryStore
from pggate.lake.engine_secret import EngineSecret
from pggate.lake.gates import Gates
from pggate.lake.idempotency import Keys
from pggate.lake.kept_snapshots import KeptSnapshots
from pggate.lake.marks import marked
from pggate.lake.numbering import Numbering
from pggate.lake.partitions import check_partitions
from pggate.lake.receipt_book import ReceiptBook
from pggate.lake.recent_appends import RecentAppends
from pggate.lake.redefinitions import Redefinitions
from pggate.lake.snapshots import read_schema_version, read_table_ids
from pggate.lake.topic_rows import read_topics
from pggate.lake.unfinished import Unfinished
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    import pyarrow as pa

    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine
    from pggate.engine.definitions import Relation
    from pggate.lake.catalogs import Catalogs
    from pggate.lake.objects import Storage
    from pggate.lake.registry import Registry
    from pggate.lake.sequences import Sequence
    from pggate.lake.topics import Topic, TopicColumn
    from pggate.metrics import Lakes

log = Log("lake")

SCHEMA: Final = "public"  # DuckLake's own `main` stays empty and hidden
DUCKLAKE_VERSION: Final = "1.0"  # the mirror, the checks and the topics read exactly this metadata schema


@dataclass(frozen=True, slots=True)
class Before:
    """
    A lake's newest snapshot and schema version, as seen inside the commit lock.
    """

    snapshot: int
    schema_version: int


@dataclass(frozen=True, slots=True)
class Home:
    """
    What all lakes of one gateway share.
    """

    engine: Engine
    catalogs: Catalogs
    metrics: Lakes
    registry: Registry | None = None
    """Keeps what the topics declare; without one the lakes' own snapshots must."""
    followers: list[Callable[[], None]] = field(default_factory=list)
    """Who is told when rows have changed what exists, before they are acknowledged."""


class Lake:
    """
    An attached lake.  Safe from any thread; a cursor that is passed in is used by its owner's thread alone.
    """

    def __init__(self, name: str, oid: int, home: Home, storage: Storage, metadata: str) -> None:
        self.name = name
        self.oid = oid
        self.alias = alias(name)
        self.engine = home.engine
        self.metrics = home.metrics
        self.storage = storage
        self.metadata = metadata
        self.followers = home.followers
        self.listeners: list[Callable[[int], None]] = []
        """Who is told the snapshot of every commit of this process, as soon as it has happened."""
        self.closing: list[Callable[[], None]] = []
        """Who uses the lake beside its sessions, and lets go of it before it is detached."""
        self.gates = Gates()
        self.commit_lock = threading.Lock()
        self.redefinitions = Redefinitions()
        self.unfinished = Unfinished()
        self.kept_snapshots = KeptSnapshots()
        self.recent_appends = RecentAppends()
        self.secret = EngineSecret(home.engine, self.alias, storage)
        store = RegistryStore(home.registry, oid) if home.registry is not None else None
        self.declarations = Declarations(metadata, store)
        self.numbering = Numbering(oid, home.registry)
        self.keys = Keys(self.declarations, self._book(home))
        self._is_shared = home.catalogs.is_shared
        self._newest: int | None = None
        """The last snapshot that this process has committed; None before the first."""
        self._sequences: tuple[object, dict[tuple[str, str], Sequence]] = (None, {})

    def _book(self, home: Home) -> ReceiptBook | None:
        if home.registry is None:
            return None
        return ReceiptBook(home.registry.tables, self.oid, self.metadata, self.storage.root)

    @classmethod
    def create(cls, name: str, oid: int, home: Home, storage: Storage) -> Lake:
        """
        Make a new lake with its schema `public`, attached.
        """
        return cls.open(name, oid, home, storage, create=True)

    @classmethod
    def attach(cls, name: str, oid: int, home: Home, storage: Storage) -> Lake:
        """
        Attach a lake that exists.

        Raises:
            ObjectNotInPrerequisiteState: Its catalog is missing, or of a version that this gateway does not
                read.

        """
        return cls.open(name, oid, home, storage, create=False)

    @classmethod
    def open(cls, name: str, oid: int, home: Home, storage: Storage, *, create: bool) -> Lake:
        attachment = home.catalogs.attachment(name, oid)
        lake = cls(name, oid, home, storage, attachment.metadata)
        with contextlib.closing(home.engine.cursor()) as cursor:
            if not create and not home.catalogs.exists(cursor, name, oid):
                raise ObjectNotInPrerequisiteState(f'the catalog of database "{name}" is missing')
            lake.secret.renew()
            attach(
                cursor,
                attachment.source,
                lake.alias,
                f"data_path {quote_literal(storage.root)}",
                "data_inlining_row_limit 0",  # an inlined row lies in the catalog, not in the storage
                *attachment.options,
            )
            lake.refuse_other_versions(cursor)
            cursor.run(f"create schema if not exists {qualified(lake.alias, SCHEMA)}")
            home.catalogs.secure(cursor, name, oid)
            lake.declarations.catch_up(cursor)
        try:
            lake.keys.copy()
        except PgError as error:  # appends with keys will try again, all others need none of it
            log.warning("receipts_left", database=name, error=error.message)
        return lake

    def detach(self) -> None:
        for let_go in self.closing:
            let_go()
        self.numbering.release()
        self.engine.detach(self.alias)

    def refuse_other_versions(self, cursor: Cursor) -> None:
        sql = f"select value from {self.metadata}.ducklake_metadata where key = 'version' and scope is null"
        versions = [value for (value,) in cursor.rows(sql)]
        if versions != [DUCKLAKE_VERSION]:
            raise ObjectNotInPrerequisiteState(
                f'the catalog of database "{self.name}" is not of DuckLake version {DUCKLAKE_VERSION}',
                detail=f"Its version is {', '.join(versions) or 'unknown'}.",
            )

    # -- what exists

    def topics(self, cursor: Cursor, table_ids: Iterable[int] | None = None) -> tuple[Topic, ...]:
        """
        The committed topics, or those of `table_ids` that still exist.
        """
        declared = self.declarations.catch_up(cursor)
        return read_topics(cursor, self.metadata, self.name, self.oid, table_ids, declared=declared)

    def committed(self, table_ids: Collection[int]) -> tuple[Topic, ...]:
        """
        Those of them that are committed by now, whatever an open transaction sees.
        """
        if not table_ids:
            return ()
        with contextlib.closing(self.engine.cursor()) as cursor:
            return self.topics(cursor, table_ids)

    def topic(self, cursor: Cursor, table_id: int) -> Topic:
        """The topic that has the id, or had it.  Raises UndefinedTable 42P01."""
        now = known = self.declarations.catch_up(cursor).successor(table_id)
        while not (found := self.topics(cursor, [now])):
            now = self.declarations.catch_up(cursor).successor(table_id)  # it may have got one meanwhile
            if now == known:
                raise UndefinedTable(f"topic {table_id} does not exist")
            known = now
        return found[0]

    def table_ids(self, cursor: Cursor, relation: Relation) -> frozenset[int]:
        """
        The topics that a relation's name means to the cursor's transaction; those of a schema if it is empty.
        """
        return read_table_ids(cursor, self.metadata, self.snapshot(cursor), relation.schema, relation.name)

    def refuse_foreign(self, topic: Topic) -> None:
        """
        Raise 42P01 for a topic of an earlier lake of the same name, which was dropped.
        """
        if topic.lake_oid != self.oid:
            raise UndefinedTable(f'relation "{topic.name}" does not exist')

    def refuse_redefined(self, cursor: Cursor, topic: Topic) -> None:
        """
        Raise 40001 unless the topic that the cursor's transaction sees is the one that its caller knows: rows
        that were made for another one would be read as something else.
        """
        snapshot = self.snapshot(cursor)
        version = self.oid, read_schema_version(cursor, self.metadata, snapshot)
        if version == (topic.lake_oid, topic.schema_version):
            return
        declared = self.declarations.catch_up(cursor)
        found = read_topics(
            cursor, self.metadata, self.name, self.oid, [topic.table_id], snapshot, declared=declared
        )
        _refuse_other(topic, found[0] if found else None)

    def refuse_outdated(self, topics: Collection[Topic]) -> None:
        """
        The same of what is committed now, under the commit lock: what was declared since a transaction's
        snapshot stands in the message of another's commit, where the engine finds no conflict.
        """
        with contextlib.closing(self.engine.cursor()) as cursor:
            version = self.before(cursor).schema_version
        older = {topic.table_id: topic for topic in topics if topic.schema_version != version}
        now = {topic.table_id: topic for topic in self.committed(older)}
        for table_id, topic in older.items():
            found = now.get(table_id)  # under another name it has the rows all the same
            _refuse_other(topic, found and replace(found, schema=topic.schema, name=topic.name))

    def default(self, column: TopicColumn, count: int = 1) -> pa.Array:
        """
        What the column's default is at this moment: an array of one value; of a numbered column the next
        `count` numbers.
        """
        if column.sequence is not None:
            return self.numbering.take(column.sequence, count, column.duckdb_type)
        with contextlib.closing(self._calculating()) as cursor:
            sql = f"select cast(({column.default}) as {column.duckdb_type})"
            with cursor.run(sql) as result:
                batch = result.next_batch()
        if batch is None:
            raise AssertionError(sql)
        return batch.column(0)

    def conformed(
        self, topic: Topic, batches: Iterable[pa.RecordBatch], *, ragged: bool = False
    ) -> list[pa.RecordBatch]:
        """
        Batches that came together, fitting the topic and its constraints; takes and raises what `conform`
        does, and CheckViolation.
        """
        found = conform_all(topic, batches, self.default, ragged=ragged)
        self.check(topic, found)
        return found

    def check(self, topic: Topic, batches: Collection[pa.RecordBatch]) -> None:
        """
        Raises:
            CheckViolation: 23514, a row breaks a constraint.
            DataError: 22023, a value that no partition can have.

        """
        check_partitions(topic, batches)
        if topic.checks:
            with contextlib.closing(self._calculating()) as cursor:
                check_rows(cursor, topic, batches)

    def _calculating(self) -> Cursor:
        """A cursor that knows the macros which defaults and constraints may call."""
        cursor = self.engine.cursor()
        if self.engine.macros:
            cursor.run(f"SET search_path = {quote_literal(self.engine.macros)}")
        return cursor

    def find_sequence(self, schema: str, name: str) -> Sequence | None:
        """The committed sequence of that name."""
        sequences = self.declarations.declared.sequences
        if self._sequences[0] is not sequences:
            self._sequences = sequences, {(each.schema, each.name): each for each in sequences.values()}
        return self._sequences[1].get((schema, name))

    # -- snapshots

    def snapshot(self, cursor: Cursor) -> int:
        """
        The snapshot that the cursor's transaction reads, from now on if it has none yet; without one the
        newest.
        """
        ((snapshot,),) = cursor.rows(f"from {quote_identifier(self.alias)}.main.current_snapshot()")
        return int(snapshot)

    def last_committed(self, cursor: Cursor) -> int:
        """
        The snapshot that was committed last, by whatever cursor, also inside an older transaction.
        """
        ((snapshot,),) = cursor.rows(f"from {quote_identifier(self.alias)}.main.last_committed_snapshot()")
        # duckdb 1.5.5: NULL as long as nothing was committed since the lake was attached
        return self.snapshot(cursor) if snapshot is None else int(snapshot)

    def newest(self, cursor: Cursor) -> int:
        """
        The snapshot that has all that was acknowledged before, by whomever.
        """
        if self._is_shared or self._newest is None:
            return self.last_committed(cursor)
        return self._newest

    def before(self, cursor: Cursor) -> Before:
        """
        What the next commit follows; under the commit lock.

        Not "order by snapshot_id desc limit 1": on a table of an attached PostgreSQL that finds no row
        (postgres_scanner 1.5.5 applies the Top-N's own filter too early).
        """
        sql = f"select max(snapshot_id), max(schema_version) from {self.metadata}.ducklake_snapshot"
        ((snapshot, schema_version),) = cursor.rows(sql)
        return Before(int(snapshot), int(schema_version))

    @contextlib.contextmanager
    def committing(self) -> Iterator[None]:
        """
        Inside of this nobody else of this process commits.
        """
        asked = time.perf_counter()
        with self.commit_lock:
            self.metrics.waited_for_lock(time.perf_counter() - asked)
            yield

    def note_write(self, topic_ids: Iterable[int], snapshot: int, *, is_certain: bool = True) -> None:
        """
        A commit has written these topics, or perhaps has.  Called with their gates held, under the commit
        lock.
        """
        self.gates.note_write(topic_ids, snapshot)
        if is_certain:
            self._newest = snapshot
        for listener in self.listeners:
            listener(snapshot)

    def commit_and_verify(self, cursor: Cursor, before: int, mark: str) -> int:
        """
        COMMIT, under the commit lock and after a statement that an aborted transaction would have refused.

        Args:
            mark: The transaction's own.  To look for it costs a tenth of what asking the lake for its last
                snapshot does, and finds no other process's.

        Returns:
            The transaction's snapshot, which is > `before`; `before` where it has written nothing.

        """
        with cursor.shielded():  # a cancel between the two would deny what has happened
            cursor.commit()
            return marked(cursor, self.metadata, before, mark) or before


def _refuse_other(topic: Topic, found: Topic | None) -> None:
    if found is None or not topic.is_same_shape(found):
        raise SerializationFailure(
            f'relation "{topic.name}" was dropped or altered concurrently', hint="Retry the transaction."
        )
