"""
The transactions of SQL sessions: when they may change a topic, and the one way in which they become durable.

Theory of operation.  Everything that a session writes ends in `commit`:

    the gates of the topics      so that no change of rows and no append overlap      (gates.py says why)
    the storage's sync           files that the engine wrote itself are durable before a snapshot names them
    the commit lock              DuckLake's own committers fight: two without a lock fail after ten retries
    a mark                       by which a COMMIT whose answer is lost is found again; a probe, too, since
                                 duckdb 1.5.5 answers OK to the COMMIT of an aborted transaction
    COMMIT
    the snapshot's number        it must have moved when something was written

Lock order: gates, commit lock.  The committer (commits.py) holds the commit lock from BEGIN to COMMIT.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.errors import InternalError, PgError
from pggate.lake.gate import Kind
from pggate.lake.idempotency import given_up_on_error
from pggate.lake.marks import OutcomeUnknownError, committed_after_all, set_mark
from pggate.lake.receipts import receipts_of
from pggate.lake.receipts import said as said_of
from pggate.lake.segments import firsts, lots

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation
    from pggate.lake.gates import Gates
    from pggate.lake.lake import Lake
    from pggate.lake.receipts import Lot
    from pggate.lake.redefinitions import Redefinition
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic

GATE_TIMEOUT: Final = 30.0  # seconds that a statement waits for others to finish with a topic


def begin_change(
    lake: Lake,
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
        lake.gates.hold(owner, topic_id, timeout, is_interrupted=is_interrupted)
    snapshot = lake.snapshot(cursor)
    meant = lake.table_ids(cursor, relation)
    for topic_id in sorted(meant):
        lake.gates.hold(owner, topic_id, timeout, is_interrupted=is_interrupted)
        lake.gates.refuse_stale(topic_id, snapshot)
    return meant


def commit(
    lake: Lake,
    cursor: Cursor,
    written: Iterable[int] = (),
    owner: Hashable = None,
    timeout: float = GATE_TIMEOUT,
    is_interrupted: Callable[[], bool] = lambda: False,
    said: Mapping[str, object] = MappingProxyType({}),
    conformed: Collection[Topic] = (),
    defined: Redefinition | None = None,
    segments: Sequence[Segment] = (),
) -> int:
    """
    Commit the cursor's transaction: when this returns it is durable and every new query sees it.

    Args:
        written: Ids of the topics that it wrote, by whatever statement.
        owner: Who holds the gates of the topics it changed.  For the others (INSERT only) a pass like
            an append's is taken here, since a change that is going on would lose against this commit.
        timeout, is_interrupted: See `Gates.hold`.
        said: See `set_mark`.
        conformed: The topics that inserted rows were made for, as they were then.
        defined: What it has defined, if anything.
        segments: Those that were added in it: their receipts go with it.

    Returns:
        The snapshot that holds the rows; the newest one when nothing was written.

    Raises:
        SerializationFailure: 40001, DuckLake found a conflict, a topic is not what it was, or another commit
            has defined what this one relies on; the transaction is rolled back.
        InFailedSqlTransaction: 25P02, the engine had aborted the transaction; it is rolled back.
        OutcomeUnknownError: 08007, the catalog went away before it answered to COMMIT.

    """
    topic_ids = frozenset(written)
    claims = [segment.claim for segment in segments if segment.claim is not None]
    with (
        given_up_on_error(claims),
        rolled_back_on_error(cursor),
        passes(lake.gates, owner, topic_ids, timeout, is_interrupted),
    ):
        lake.secret.renew()
        lake.storage.sync()
        with lake.committing():
            before = lake.last_committed(cursor)
            _refuse_conflicts(lake, cursor, before, conformed, defined)
            try:
                held, at = lots(lake, segments), datetime.now(UTC)
                receipts = said_of(held, at, lake.storage.root) if held else {}
                snapshot = commit_marked(lake, cursor, before, {**said, **receipts})
                _refuse_none(held, before, snapshot)
            except OutcomeUnknownError:
                _note(lake, before + 1, topic_ids, defined, is_certain=False)  # if it is one, it is that one
                raise
            _note(lake, snapshot, topic_ids, defined)
        _answer(segments, held, snapshot, at)
    if snapshot > before:
        lake.metrics.committed()
    return snapshot


def _refuse_conflicts(
    lake: Lake, cursor: Cursor, before: int, conformed: Collection[Topic], defined: Redefinition | None
) -> None:
    if conformed and before > lake.snapshot(cursor):
        lake.refuse_outdated(conformed)
    if defined is not None:
        lake.redefinitions.refuse_conflicts(defined)


def _refuse_none(held: Sequence[Lot], before: int, snapshot: int) -> None:
    """Nobody is told of rows that there are not."""
    if held and snapshot == before:
        raise InternalError("the engine answered OK to a COMMIT that made no snapshot")


def _answer(segments: Iterable[Segment], held: Iterable[Lot], snapshot: int, at: datetime) -> None:
    """Who has appended, and who waits for the same key, gets the receipt."""
    for first, lot in zip(firsts(segments), held, strict=True):
        if first.claim is not None:
            (receipt,) = receipts_of(lot, snapshot, at)
            first.claim.future.set_result(receipt)


def _note(
    lake: Lake,
    snapshot: int,
    topic_ids: frozenset[int],
    defined: Redefinition | None,
    *,
    is_certain: bool = True,
) -> None:
    """What a snapshot has written and defined, for those who began before it."""
    lake.note_write(topic_ids, snapshot, is_certain=is_certain)
    if defined is not None:
        lake.redefinitions.note(snapshot, defined)


def commit_marked(
    lake: Lake, cursor: Cursor, before: int, said: Mapping[str, object] = MappingProxyType({})
) -> int:
    """
    `commit_and_verify`, and where the answer was lost the snapshot that was made all the same.
    """
    mark = set_mark(cursor, lake.alias, said)
    try:
        return lake.commit_and_verify(cursor, before, mark)
    except PgError as error:
        roll_back(cursor)
        return committed_after_all(lake.engine, lake.metadata, before, mark, error)


@contextlib.contextmanager
def passes(
    gates: Gates,
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
            gates.hold(holder, topic_id, timeout, Kind.APPEND, is_interrupted)
            taken.append(topic_id)
        yield
    finally:
        for topic_id in taken:
            gates.release_kind(holder, topic_id, Kind.APPEND)


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
