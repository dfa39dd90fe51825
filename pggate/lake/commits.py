"""
One round of the committer: durable segments → one snapshot, and what becomes of those that do not get in.

The order inside the commit lock: BEGIN; have the topics changed since their segments were encoded?;
ducklake_add_data_files for each topic; the commit message; COMMIT; has the snapshot moved?
Any error is followed by ROLLBACK.  Which topic an add_data_files fails for is plain; when it is the COMMIT,
each topic is tried by itself.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pggate.errors import InternalError, PgError, SerializationFailure, UndefinedTable
from pggate.lake.marks import OutcomeUnknownError, committed_after_all, set_mark
from pggate.lake.receipts import said
from pggate.lake.segments import AddFailedError, add_files, lots
from pggate.lake.transactions import roll_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic

SERIALIZATION_ATTEMPTS: Final = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """
    `may_exist`: the COMMIT was sent and its fate could not be learned, so the file must stay.
    """

    segment: Segment
    error: PgError
    may_exist: bool = False


@dataclass(slots=True)
class Round:
    """
    What became of a round's segments: each is in exactly one of the lists.

    Args:
        at: When it began, in UTC: the time in its receipts.

    """

    at: datetime
    committed: list[tuple[Segment, int]] = field(default_factory=list)  # with the snapshot
    altered: list[tuple[Segment, Topic]] = field(default_factory=list)  # with the topic as it is now
    failed: list[Failure] = field(default_factory=list)


def commit_round(lake: Lake, segments: Sequence[Segment]) -> Round:
    """
    Commit what can be committed.  The caller holds the topics' passes.
    """
    with lake.committing():
        outcome = Round(datetime.now(UTC))
        commit_all(lake, list(segments), outcome)
        lake.recent_appends.note(outcome.committed)
        for segment, snapshot in outcome.committed:
            lake.note_write([segment.topic.table_id], snapshot)
    return outcome


def commit_all(lake: Lake, segments: list[Segment], outcome: Round) -> None:
    """
    Commit together; without the topic that is refused; and when COMMIT itself fails, topic by topic.
    """
    while segments:
        try:
            snapshot, committed = commit_once(lake, segments, outcome)
        except AddFailedError as refused:
            outcome.failed += [Failure(s, refused.error) for s in of_topic(segments, refused.table_id)]
            segments = [s for s in segments if s.topic.table_id != refused.table_id]
        except OutcomeUnknownError as error:
            outcome.failed += [Failure(segment, error, may_exist=True) for segment in segments]
            return
        except PgError as error:
            topics = {segment.topic.table_id for segment in segments}
            if len(topics) == 1:
                outcome.failed += [Failure(segment, error) for segment in segments]
                return
            for table_id in sorted(topics):
                commit_all(lake, of_topic(segments, table_id), outcome)
            return
        else:
            outcome.committed += [(segment, snapshot) for segment in committed]
            return


def of_topic(segments: Iterable[Segment], table_id: int) -> list[Segment]:
    return [segment for segment in segments if segment.topic.table_id == table_id]


def commit_once(lake: Lake, segments: list[Segment], outcome: Round) -> tuple[int, list[Segment]]:
    """
    One transaction, repeated when DuckLake sees a conflict.  `segments` keeps only those it was about.
    """
    for left in reversed(range(SERIALIZATION_ATTEMPTS)):
        with contextlib.closing(lake.engine.cursor()) as cursor:
            try:
                return transaction(lake, cursor, segments, outcome)
            except SerializationFailure:
                if not left:
                    raise
    raise AssertionError


def transaction(
    lake: Lake, cursor: Cursor, segments: list[Segment], outcome: Round
) -> tuple[int, list[Segment]]:
    cursor.begin()
    try:
        before = lake.before(cursor)
        leave_changed_topics_out(lake, cursor, before.schema_version, segments, outcome)
        if not segments:
            roll_back(cursor)
            return before.snapshot, []
        for table_id in sorted({segment.topic.table_id for segment in segments}):
            add_files(lake, cursor, of_topic(segments, table_id))
        mark = set_mark(cursor, lake.alias, said(lots(lake, segments), outcome.at, lake.storage.root))
    except (PgError, AddFailedError):
        roll_back(cursor)
        raise
    try:
        snapshot = lake.commit_and_verify(cursor, before.snapshot, mark)
        if snapshot == before.snapshot:
            raise InternalError("the engine answered OK to a COMMIT that made no snapshot")
    except PgError as error:
        roll_back(cursor)
        snapshot = committed_after_all(lake.engine, lake.metadata, before.snapshot, mark, error)
    lake.metrics.committed()
    return snapshot, segments


def leave_changed_topics_out(
    lake: Lake, cursor: Cursor, schema_version: int, segments: list[Segment], outcome: Round
) -> None:
    """
    Take from `segments` those whose topic was dropped or altered since it was read.
    """
    older = {s.topic.table_id for s in segments if s.topic.schema_version != schema_version}
    if not older:
        return
    now = {topic.table_id: topic for topic in lake.topics(cursor, older)}
    for segment in tuple(segments):
        if segment.topic.table_id not in older:
            continue
        topic = now.get(segment.topic.table_id)
        if topic is None:
            outcome.failed.append(Failure(segment, _gone(lake, segment.topic)))
            segments.remove(segment)
        elif not segment.topic.is_same_shape(topic):
            outcome.altered.append((segment, topic))
            segments.remove(segment)


def _gone(lake: Lake, topic: Topic) -> PgError:
    """Of a topic that is no more: what has come in its place has columns of other types."""
    if lake.declarations.declared.successor(topic.table_id) != topic.table_id:
        return SerializationFailure(
            f'relation "{topic.name}" was altered concurrently', hint="Retry the statement."
        )
    return UndefinedTable(f'relation "{topic.name}" does not exist')
