"""
Statements that write rows: INSERT by the stage and the one write path, the others under the topic's gate.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from pggate.append import append_blocking
from pggate.engine.names import qualified
from pggate.errors import FeatureNotSupported
from pggate.lake.conform import Conformed
from pggate.lake.segments import discard_segments, write_segment
from pggate.session.clauses import changed
from pggate.session.clauses.single_rows import row_of
from pggate.session.clauses.staging import described, filled, stage, staged
from pggate.session.columns.checked_columns import checked
from pggate.session.columns.column_notes import (
    defaulted_by,
    restart_numbers,
    restart_temporary_numbers,
)
from pggate.session.cursors.places import lake_of, target_of, topic_ids, topic_of
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.session.statement.phases import whole
from pggate.session.transactions.appended import FLUSH_BYTES
from pggate.session.writing.array_shapes import may_be_ragged, refuse_ragged
from pggate.session.writing.check_constraints import hold_checks
from pggate.session.writing.declared_checks import fit_changes, fit_stage, hold
from pggate.session.writing.merging import Merging
from pggate.session.writing.nul import refuse_nul
from pggate.session.writing.returning import answered, drained
from pggate.session.writing.upserting import Upserting
from pggate.translate.definitions.ddl import restarts_numbers
from pggate.translate.texts.kinds import Kind
from pggate.types.arrow_fits import is_carried
from pggate.types.ducktype import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed, Steps
    from pggate.session.statement.outcome import Outcome
    from pggate.session.statement.phases import Phases
    from pggate.session.transactions.transaction import Transaction

_MAKES_VALUES: Final = frozenset({Kind.UPDATE, Kind.MERGE})
"""Of the statements that change rows."""


class Writing:
    """
    Runs one session's INSERT, UPDATE, DELETE, MERGE and TRUNCATE.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, transaction: Transaction) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction
        self._upserting = Upserting(gateway, cursors, transaction)
        self._merging = Merging(gateway, cursors, self._upserting)

    def insert(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """
        INSERT: rows go to the stage, and from there where every appended row goes.
        """
        return whole(self.phases(analysed, parameters))

    def change(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """
        UPDATE, DELETE, MERGE, TRUNCATE: the engine's own statement, with the topic's gate held.
        """
        return whole(self.phases(analysed, parameters))

    def phases(self, analysed: Analysed, parameters: Sequence[object]) -> Phases:
        """
        Either of them, in its phases.
        """
        if analysed.statement.kind is Kind.INSERT:
            return self._insert(analysed, parameters)
        return self._change(analysed, parameters)

    def _insert(self, analysed: Analysed, parameters: Sequence[object]) -> Phases:
        relation = target_of(analysed.bound).relation
        lake = lake_of(self._gateway, relation)
        self._transaction.will_write(lake)
        if lake is None:
            self._transaction.keys.refuse()
            return self._insert_temporarily(analysed, relation, parameters)
        _refuse_alternatives(analysed)
        topic = self._staged_topic(relation, analysed)
        if topic is None or (analysed.steps is not None and analysed.steps.answer):
            self._transaction.keys.refuse()
        if topic is not None:
            return self._insert_staged(lake, topic, analysed, parameters)
        if analysed.steps is not None and analysed.steps.chosen:
            return self._upserting.insert(lake, relation, analysed, analysed.steps, parameters)
        if self._transaction.changed_catalog:
            return self._insert_natively(lake, relation, analysed, parameters)
        return self._insert_gated(lake, relation, analysed, parameters)

    def _staged_topic(self, relation: Relation, analysed: Analysed) -> Topic | None:
        """The topic, where its new rows can be evaluated first and then appended."""
        if (analysed.steps is not None and analysed.steps.chosen) or self._transaction.changed_catalog:
            return None
        topic = topic_of(self._gateway, relation)
        carried = all(is_carried(parse(column.duckdb_type)) for column in topic.columns)
        return topic if carried else None

    def _change(self, analysed: Analysed, parameters: Sequence[object]) -> Phases:
        relation = target_of(analysed.bound).relation
        lake = lake_of(self._gateway, relation)
        if lake is None:
            yield from self._change_temporarily(analysed, relation, parameters)
            if analysed.statement.kind is Kind.TRUNCATE and restarts_numbers(analysed.statement.text):
                restart_temporary_numbers(self._cursors, relation)
            return
        self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
        if analysed.statement.kind is Kind.MERGE and analysed.steps is not None:
            yield from self._merging.merge(lake, relation, analysed, analysed.steps, parameters)
        else:
            yield from self._changed(analysed, parameters)
        refuse_nul(self._cursors.lake, relation, analysed.text, analysed.bound)
        refuse_ragged(self._cursors, relation, analysed)
        if analysed.statement.kind is Kind.TRUNCATE and restarts_numbers(analysed.statement.text):
            restart_numbers(self._gateway, self._cursors, lake, relation)
        if analysed.steps is None:
            whole_rows = analysed.statement.kind is not Kind.UPDATE  # which names the columns that it changes
            hold(self._gateway, self._cursors, relation, "" if whole_rows else analysed.text)
        hold_checks(self._gateway, self._cursors, relation)

    def _changed(self, analysed: Analysed, parameters: Sequence[object]) -> Phases:
        steps, cursor = analysed.steps, self._cursors.lake
        if steps is None:
            yield self._run(analysed, parameters)
            return
        with changed.table_of_changes(cursor, steps.chosen, parameters):
            rows = changed.count(cursor)
            if analysed.statement.kind is Kind.UPDATE:
                relation = target_of(analysed.bound).relation
                fit_changes(self._gateway, self._cursors, relation, analysed.text)
            yield self._answered(analysed, steps, parameters, rows)
            changed.apply(cursor, steps.applied, rows)

    def _insert_staged(
        self, lake: Lake, topic: Topic, analysed: Analysed, parameters: Sequence[object]
    ) -> Phases:
        """
        An INSERT that reads sees what its transaction has gathered.

        What fits into one segment is appended like rows from elsewhere; more is written segment by segment,
        so that memory is bounded, and added in one transaction.
        """
        steps = analysed.steps
        reads = analysed.bound is None or bool(analysed.bound.relations) if steps is None else steps.reads
        self._transaction.enter(flush=reads)
        cursor = self._cursors.lake
        if steps is not None and steps.row:
            row = row_of(cursor, steps.row, parameters)
            yield Done(analysed.statement.tag(1))
            self._append(lake, topic, row)
            return
        segments: list[Segment] = []
        with stage(cursor, topic.columns):
            rows = filled(cursor, analysed.text, topic.name, parameters)
            if steps is not None and steps.is_read:
                fit_stage(self._gateway, self._cursors, target_of(analysed.bound).relation)
            yield self._answered(analysed, steps, parameters, rows)
            with closing(staged(cursor, FLUSH_BYTES)) as groups:
                first, second = next(groups, []), next(groups, None)
                if second is not None:
                    groups_left = chain((first, second), groups)
                    segments = _written(lake, topic, groups_left, ragged=self._is_ragged)
        if segments:
            self._add(lake, segments)
        else:
            self._append(lake, topic, first)

    def _answered(
        self, analysed: Analysed, steps: Steps | None, parameters: Sequence[object], rows: int
    ) -> Outcome:
        """What the statement answers that writes so many rows: its tag, and with RETURNING rows."""
        if steps is None or not steps.answer:
            return Done(analysed.statement.tag(rows))
        store = self._gateway.engine.store
        return answered(self._cursors.lake, store, analysed, steps.answer, parameters)

    def _append(self, lake: Lake, topic: Topic, batches: list[pa.RecordBatch]) -> None:
        if self._is_ragged:
            batches = Conformed(topic, lake.conformed(topic, batches, ragged=True), ragged=True)
        if self._transaction.block is Block.NONE:
            writer = self._gateway.databases.find(lake.name).writer
            work = self._transaction
            append_blocking(writer, topic, batches, self._cursors.is_canceled, work.patience, work.keys.next)
            work.keys.use()
        else:
            self._transaction.insert(lake, topic, lake.conformed(topic, batches))

    @property
    def _is_ragged(self) -> bool:
        """Are lists of lists json to the session, of whatever lengths?"""
        return self._cursors.shown_types().nested_as_json

    def _add(self, lake: Lake, segments: list[Segment]) -> None:
        with self._transaction.alone():
            self._transaction.insert_segments(lake, segments)

    def _insert_temporarily(
        self, analysed: Analysed, relation: Relation, parameters: Sequence[object]
    ) -> Phases:
        is_held = self._is_held(relation, analysed)
        if analysed.steps is None and not is_held:
            self._transaction.enter(changes=True)
            yield self._run(analysed, parameters)
            return
        with self._transaction.alone():
            self._transaction.enter(changes=True)
            if analysed.steps is None:
                yield self._run(analysed, parameters)
            else:
                yield from self._run_natively(analysed, relation, parameters)
            if is_held:
                hold(self._gateway, self._cursors, relation)
                refuse_ragged(self._cursors, relation, analysed)

    def _change_temporarily(
        self, analysed: Analysed, relation: Relation, parameters: Sequence[object]
    ) -> Phases:
        if not self._is_held(relation, analysed):
            self._transaction.enter(changes=True)
            yield from self._changed(analysed, parameters)
            return
        with self._transaction.alone():
            self._transaction.enter(changes=True)
            yield from self._changed(analysed, parameters)
            if analysed.statement.kind in _MAKES_VALUES:
                hold(self._gateway, self._cursors, relation)
                refuse_ragged(self._cursors, relation, analysed)

    def _is_held(self, relation: Relation, analysed: Analysed) -> bool:
        """Does a temporary table declare what the engine does not hold rows to, or lose them at COMMIT?"""
        is_declared = bool(checked(self._gateway, self._cursors, relation))
        ends = relation.name in self._cursors.temporary.on_commit
        return is_declared or ends or may_be_ragged(self._cursors, analysed)

    def _insert_natively(
        self, lake: Lake, relation: Relation, analysed: Analysed, parameters: Sequence[object]
    ) -> Phases:
        """
        Into what the transaction itself has created or altered: only the engine knows its columns yet.

        The engine's own files become durable with the storage's sync before COMMIT.
        """
        self._transaction.enter(changes=True)
        self._transaction.will_insert(lake, relation)
        yield from self._run_natively(analysed, relation, parameters)
        refuse_nul(self._cursors.lake, relation, analysed.text, analysed.bound)
        refuse_ragged(self._cursors, relation, analysed)
        hold(self._gateway, self._cursors, relation)
        hold_checks(self._gateway, self._cursors, relation)

    def _insert_gated(
        self, lake: Lake, relation: Relation, analysed: Analysed, parameters: Sequence[object]
    ) -> Phases:
        """Into a topic with a column that only the engine can fill."""
        with self._transaction.alone():
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            yield from self._insert_natively(lake, relation, analysed, parameters)

    def _run_natively(self, analysed: Analysed, relation: Relation, parameters: Sequence[object]) -> Phases:
        """The engine's own INSERT; where others see its rows first, of what it has put into a stage."""
        steps, cursor = analysed.steps, self._cursors.lake
        numbers = defaulted_by(self._gateway, self._cursors, relation)
        if (steps is None or not steps.is_read) and not numbers:
            yield self._run(analysed, parameters)
            return
        name = qualified(relation.catalog, relation.schema, relation.name)
        columns = described(cursor, name)
        columns = tuple(replace(each, default=numbers.get(each.name, each.default)) for each in columns)
        with stage(cursor, columns) as stands:
            rows = filled(cursor, analysed.text, relation.name, parameters)
            fit_stage(self._gateway, self._cursors, relation)
            yield self._answered(analysed, steps, parameters, rows)
            cursor.run(f"INSERT INTO {name} SELECT * FROM {stands}")

    def _run(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """The engine's own statement, which in a temporary table may have RETURNING."""
        cursor = self._cursors.lake
        result = cursor.run(analysed.text, parameters)
        if not result.returns_rows:
            return Done(analysed.statement.tag(result.changed or 0))
        return drained(self._gateway.engine.store, analysed, result)


def _written(
    lake: Lake, topic: Topic, groups: Iterable[list[pa.RecordBatch]], *, ragged: bool
) -> list[Segment]:
    """A durable segment for each group; none is left behind when one of them fails."""
    segments: list[Segment] = []
    try:
        for group in groups:
            first = segments[0] if segments else None
            rows = lake.conformed(topic, group, ragged=ragged)
            segments.append(write_segment(lake, topic, rows, follows=first))
    except BaseException:
        discard_segments(lake, segments)
        raise
    return segments


def _refuse_alternatives(analysed: Analysed) -> None:
    """INSERT OR REPLACE and INSERT OR IGNORE are DuckDB's."""
    if analysed.statement.words[:2] == ("insert", "or"):
        raise FeatureNotSupported(
            "INSERT OR is not supported for a table of a lake", hint="Use INSERT ... ON CONFLICT."
        )
