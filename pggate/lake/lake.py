"""
One lake: a DuckLake attached to the engine, and the one way in which its transactions become durable.

Theory of operation.  Everything that writes a lake ends in `commit`:

    the gates of the topics      so that no change of rows and no append overlap      (gates.py says why)
    the storage's sync           files that the engine wrote itself are durable before a snapshot names them
    the commit lock              DuckLake's own committers fight: two without a lock fail after ten retries
    a mark                       by which a COMMIT whose answer is lost is found again; a probe, too, since
                                 duckdb 1.5.5 answers OK to the COMMIT of an aborted transaction
    COMMIT
    the snapshot's number        it must have moved when something was written

Lock order: gates, commit lock.  The writer (writer.py) holds the commit lock from BEGIN to COMMIT.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pggate.engine.names import qualified, quote_identifier, quote_literal
from pggate.errors import ObjectNotInPrerequisiteState, PgError, SerializationFailure, UndefinedTable
from pggate.lake.catalogs import alias, attach
from pggate.lake.gates import Gates, Kind
from pggate.lake.marks import OutcomeUnknownError, committed_after_all, set_mark
from pggate.lake.s3 import S3Storage
from pggate.lake.snapshots import read_schema_version, read_table_ids
from pggate.lake.topics import read_topics

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    import pyarrow as pa

    from pggate.engine.database import Engine
    from pggate.engine.definitions import Relation
    from pggate.engine.query import Cursor
    from pggate.lake.catalogs import Catalogs
    from pggate.lake.objects import Storage
    from pggate.lake.s3 import Credentials
    from pggate.lake.topics import Topic, TopicColumn
    from pggate.metrics import Lakes

SCHEMA: Final = "public"  # DuckLake's own `main` stays empty and hidden
DUCKLAKE_VERSION: Final = "1.0"  # the mirror, the checks and the topics read exactly this metadata schema
GATE_TIMEOUT: Final = 30.0  # seconds that a statement waits for others to finish with a topic


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
        self.gates = Gates()
        self.commit_lock = threading.Lock()
        self.credentials: Credentials | None = None

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
            lake.renew_credentials()
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
        return lake

    def detach(self) -> None:
        self.engine.detach(self.alias)

    def refuse_other_versions(self, cursor: Cursor) -> None:
        sql = f"select value from {self.metadata}.ducklake_metadata where key = 'version' and scope is null"
        versions = [value for (value,) in cursor.rows(sql)]
        if versions != [DUCKLAKE_VERSION]:
            raise ObjectNotInPrerequisiteState(
                f'the catalog of database "{self.name}" is not of DuckLake version {DUCKLAKE_VERSION}',
                detail=f"Its version is {', '.join(versions) or 'unknown'}.",
            )

    def renew_credentials(self) -> None:
        """
        Hand the engine the S3 credentials of this moment; nothing to do while they are the same.
        """
        if not isinstance(self.storage, S3Storage):
            return
        found = self.storage.credentials()
        if found == self.credentials:
            return
        settings = self.storage.settings
        endpoint = urlsplit(settings.endpoint) if settings.endpoint else None
        self.engine.create_s3_secret(
            self.alias,
            scope=self.storage.root,
            key=found.key_id,
            secret=found.secret,
            token=found.token,
            region=self.storage.session.region_name,
            endpoint=endpoint.netloc if endpoint else None,
            url_style=settings.url_style,
            use_ssl=endpoint is None or endpoint.scheme == "https",
        )
        self.credentials = found

    # -- what exists

    def topics(self, cursor: Cursor, table_ids: Iterable[int] | None = None) -> tuple[Topic, ...]:
        """
        The committed topics, or those of `table_ids` that still exist.
        """
        return read_topics(cursor, self.metadata, self.name, self.oid, table_ids)

    def topic(self, cursor: Cursor, table_id: int) -> Topic:
        """Raises UndefinedTable 42P01."""
        found = self.topics(cursor, [table_id])
        if not found:
            raise UndefinedTable(f"topic {table_id} does not exist")
        return found[0]

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
        found = read_topics(cursor, self.metadata, self.name, self.oid, [topic.table_id], snapshot)
        if not found or not topic.is_same_shape(found[0]):
            raise SerializationFailure(
                f'relation "{topic.name}" was dropped or altered concurrently', hint="Retry the transaction."
            )

    def default(self, column: TopicColumn) -> pa.Array:
        """
        What the column's default is at this moment: an array of one value.
        """
        with contextlib.closing(self.engine.cursor()) as cursor:
            sql = f"select cast(({column.default}) as {column.duckdb_type})"
            with cursor.run(sql) as result:
                batch = result.next_batch()
        if batch is None:
            raise AssertionError(sql)
        return batch.column(0)

    # -- snapshots

    def snapshot(self, cursor: Cursor) -> int:
        """
        The snapshot that the cursor's transaction reads, from now on if it has none yet; without one the
        newest.
        """
        ((snapshot,),) = cursor.rows(f"from {quote_identifier(self.alias)}.current_snapshot()")
        return int(snapshot)

    def last_committed(self, cursor: Cursor) -> int:
        """
        The snapshot that was committed last, by whatever cursor, also inside an older transaction.
        """
        ((snapshot,),) = cursor.rows(f"from {quote_identifier(self.alias)}.last_committed_snapshot()")
        # duckdb 1.5.5: NULL as long as nothing was committed since the lake was attached
        return self.snapshot(cursor) if snapshot is None else int(snapshot)

    def before(self, cursor: Cursor) -> Before:
        """
        What the next commit follows; under the commit lock.

        Not "order by snapshot_id desc limit 1": on a table of an attached PostgreSQL that finds no row
        (postgres_scanner 1.5.5 applies the Top-N's own filter too early).
        """
        sql = f"select max(snapshot_id), max(schema_version) from {self.metadata}.ducklake_snapshot"
        ((snapshot, schema_version),) = cursor.rows(sql)
        return Before(int(snapshot), int(schema_version))

    # -- transactions of SQL sessions

    def begin_change(
        self,
        cursor: Cursor,
        owner: Hashable,
        relation: Relation,
        expected: Iterable[int] = (),
        timeout: float = GATE_TIMEOUT,
        is_interrupted: Callable[[], bool] = lambda: False,
    ) -> frozenset[int]:
        """
        Make it safe to UPDATE, DELETE, MERGE, TRUNCATE, ALTER, DROP or replace a topic, or all of a schema.

        Called inside the cursor's transaction and before the statement; an autocommit statement needs a
        transaction of its own for it.  The gates stay with the owner until `gates.release(owner)`, which the
        session calls when the transaction has ended, however it ended.

        Args:
            relation: What the statement names; a schema has an empty name.
            expected: The topics that are probably meant.  Their gates are taken before the snapshot is read,
                so that a transaction which has to wait does not come too late.  Which topics the transaction
                means is known only then, from its snapshot; gates taken in error are kept, too.
            timeout, is_interrupted: See `Gates.hold`.

        Returns:
            The topics; none where the transaction itself has made what it changes.

        Raises:
            SerializationFailure: 40001, the transaction reads a snapshot older than the topic's last write.
            LockNotAvailable, DeadlockDetected, QueryCanceled: See `Gates.hold`.

        """
        for topic_id in sorted(expected):
            self.gates.hold(owner, topic_id, timeout, is_interrupted=is_interrupted)
        snapshot = self.snapshot(cursor)
        meant = self.table_ids(cursor, relation)
        for topic_id in sorted(meant):
            self.gates.hold(owner, topic_id, timeout, is_interrupted=is_interrupted)
            self.gates.refuse_stale(topic_id, snapshot)
        return meant

    def table_ids(self, cursor: Cursor, relation: Relation) -> frozenset[int]:
        """
        The topics that a relation's name means to the cursor's transaction; those of a schema if it is empty.
        """
        return read_table_ids(cursor, self.metadata, self.snapshot(cursor), relation.schema, relation.name)

    def commit(
        self,
        cursor: Cursor,
        written: Iterable[int] = (),
        owner: Hashable = None,
        timeout: float = GATE_TIMEOUT,
        is_interrupted: Callable[[], bool] = lambda: False,
    ) -> int:
        """
        Commit the cursor's transaction: when this returns it is durable and every new query sees it.

        Args:
            written: Ids of the topics that it wrote, by whatever statement.
            owner: Who holds the gates of the topics it changed.  For the others (INSERT only) a pass like
                an append's is taken here, since a change that is going on would lose against this commit.
            timeout, is_interrupted: See `Gates.hold`.

        Returns:
            The snapshot that holds the rows; the newest one when nothing was written.

        Raises:
            SerializationFailure: 40001, DuckLake found a conflict; the transaction is rolled back.
            InFailedSqlTransaction: 25P02, the engine had aborted the transaction; it is rolled back.
            OutcomeUnknownError: 08007, the catalog went away before it answered to COMMIT.

        """
        topic_ids = frozenset(written)
        with rolled_back_on_error(cursor), self.passes(owner, topic_ids, timeout, is_interrupted):
            self.renew_credentials()
            self.storage.sync()
            asked = time.perf_counter()
            with self.commit_lock:
                self.metrics.waited_for_lock(time.perf_counter() - asked)
                before = self.last_committed(cursor)
                try:
                    snapshot = self.commit_marked(cursor, before)
                except OutcomeUnknownError:
                    self.gates.note_write(topic_ids, before + 1)  # the one that it is, if it is one
                    raise
                self.gates.note_write(topic_ids, snapshot)
        if snapshot > before:
            self.metrics.committed()
        return snapshot

    def commit_marked(self, cursor: Cursor, before: int) -> int:
        """
        `commit_and_verify`, and where the answer was lost the snapshot that was made all the same.
        """
        mark = set_mark(cursor, self.alias)
        try:
            return self.commit_and_verify(cursor, before)
        except PgError as error:
            roll_back(cursor)
            return committed_after_all(self.engine, self.metadata, before, mark, error)

    def commit_and_verify(self, cursor: Cursor, before: int) -> int:
        """
        COMMIT, under the commit lock and after a statement that an aborted transaction would have refused.

        Returns the newest snapshot, which is > `before` exactly when the transaction wrote something.
        """
        with cursor.shielded():  # a cancel between the two would deny what has happened
            cursor.commit()
            return max(before, self.last_committed(cursor))

    @contextlib.contextmanager
    def passes(
        self,
        owner: Hashable,
        topic_ids: Iterable[int],
        timeout: float,
        is_interrupted: Callable[[], bool],
    ) -> Iterator[None]:
        """
        Hold an append's pass on each topic, in one order for everybody.
        """
        holder = owner if owner is not None else object()
        taken: list[int] = []
        try:
            for topic_id in sorted(topic_ids):
                self.gates.hold(holder, topic_id, timeout, Kind.APPEND, is_interrupted)
                taken.append(topic_id)
            yield
        finally:
            for topic_id in taken:
                self.gates.release_kind(holder, topic_id, Kind.APPEND)


@contextlib.contextmanager
def rolled_back_on_error(cursor: Cursor) -> Iterator[None]:
    """
    Whatever goes wrong inside, the cursor's transaction is over afterwards.
    """
    try:
        yield
    except BaseException:
        roll_back(cursor)
        raise


def roll_back(cursor: Cursor) -> None:
    """
    End the cursor's transaction if there is one: a failed COMMIT leaves none, and ROLLBACK then fails.
    """
    with contextlib.suppress(PgError):
        cursor.rollback()
