"""
Statements that write rows: INSERT by the stage and the one write path, the others under the topic's gate.
"""

from __future__ import annotations

from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from pggate.append import append_blocking
from pggate.errors import FeatureNotSupported, PgError
from pggate.lake.conform import conform_all
from pggate.lake.segments import discard_segments, write_segment
from pggate.session.block import Block
from pggate.session.nul import refuse_nul
from pggate.session.outcome import Done
from pggate.session.places import lake_of, topic_ids, topic_of
from pggate.session.staging import stage, staged, unstaged
from pggate.session.work import FLUSH_BYTES
from pggate.translate import insert as in_sql
from pggate.translate.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from pggate.engine.definitions import Target
    from pggate.lake.lake import Lake
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.session.analysed import Analysed
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.transaction import Transaction


class Writing:
    """
    Runs one session's INSERT, UPDATE, DELETE, MERGE and TRUNCATE.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, transaction: Transaction) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction

    def insert(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        INSERT: rows go to the stage, and from there where every appended row goes.
        """
        target = target_of(analysed)
        lake = lake_of(self._gateway, target.relation)
        self._transaction.will_write(lake)
        if lake is None:
            self._transaction.enter(changes=True)
            return self._run(analysed, parameters)
        _refuse_clauses(analysed)
        if self._transaction.changed_catalog:
            return self._insert_natively(lake, analysed, target, parameters)
        topic = topic_of(self._gateway, target.relation)
        return Done(analysed.statement.tag(self._insert_staged(lake, topic, analysed, parameters)))

    def change(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        UPDATE, DELETE, MERGE, TRUNCATE: the engine's own statement, with the topic's gate held.
        """
        target = target_of(analysed)
        lake = lake_of(self._gateway, target.relation)
        if lake is None:
            self._transaction.enter(changes=True)
            return self._run(analysed, parameters)
        _refuse_clauses(analysed)
        self._transaction.will_change(lake, target.relation, topic_ids(self._gateway, target.relation))
        done = self._run(analysed, parameters)
        refuse_nul(self._cursors.lake, target.relation, analysed.text, analysed.bound)
        return done

    def _insert_staged(
        self, lake: Lake, topic: Topic, analysed: Analysed, parameters: Sequence[object]
    ) -> int:
        """
        How many rows the INSERT made; one that reads sees what its transaction has gathered.

        What fits into one segment is appended like rows from elsewhere; more is written segment by segment,
        so that memory is bounded, and added in one transaction.
        """
        reads = analysed.bound is None or bool(analysed.bound.relations)
        self._transaction.enter(flush=reads)
        cursor = self._cursors.lake
        segments: list[Segment] = []
        with stage(cursor, topic) as name:
            try:
                rows = cursor.run(in_sql.retarget(analysed.text, name), parameters).changed or 0
            except PgError as error:
                raise unstaged(error, topic, analysed.text) from error
            with closing(staged(cursor, FLUSH_BYTES)) as groups:
                first, second = next(groups, []), next(groups, None)
                if second is not None:
                    segments = _written(lake, topic, chain((first, second), groups))
        if segments:
            self._add(lake, segments)
        else:
            self._append(lake, topic, first)
        return rows

    def _append(self, lake: Lake, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        if self._transaction.block is Block.NONE:
            writer = self._gateway.databases.find(lake.name).writer
            append_blocking(writer, topic, batches, self._cursors.is_canceled, self._transaction.patience)
        else:
            self._transaction.insert(lake, topic, conform_all(topic, batches, lake.default))

    def _add(self, lake: Lake, segments: list[Segment]) -> None:
        with self._transaction.alone():
            self._transaction.insert_segments(lake, segments)

    def _insert_natively(
        self, lake: Lake, analysed: Analysed, target: Target, parameters: Sequence[object]
    ) -> Done:
        """
        Into what the transaction itself has created or altered: only the engine knows its columns yet.

        The engine's own files become durable with the storage's sync before COMMIT.
        """
        self._transaction.enter(changes=True)
        done = self._run(analysed, parameters)
        refuse_nul(self._cursors.lake, target.relation, analysed.text, analysed.bound)
        self._transaction.inserted(lake, target.relation)
        return done

    def _run(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        result = self._cursors.lake.run(analysed.text, parameters)
        return Done(analysed.statement.tag(result.changed or 0))


def _written(lake: Lake, topic: Topic, groups: Iterable[list[pa.RecordBatch]]) -> list[Segment]:
    """A durable segment for each group; none is left behind when one of them fails."""
    segments: list[Segment] = []
    try:
        for group in groups:
            segments.append(write_segment(lake, topic, conform_all(topic, group, lake.default)))  # noqa: PERF401
    except BaseException:
        discard_segments(lake, segments)
        raise
    return segments


def target_of(analysed: Analysed) -> Target:
    """The one relation that a DML statement changes."""
    if analysed.bound is None or len(analysed.bound.targets) != 1:
        raise FeatureNotSupported("cannot tell which table this statement changes")
    (target,) = analysed.bound.targets
    return target


def _refuse_clauses(analysed: Analysed) -> None:
    if analysed.statement.returning:
        raise FeatureNotSupported(
            "RETURNING is not supported yet", hint="SELECT the rows after the statement."
        )
    if analysed.statement.kind is Kind.INSERT and in_sql.parse(analysed.text).conflicts:
        raise FeatureNotSupported("ON CONFLICT is not supported yet", hint="Use MERGE INTO.")
