"""
INSERT … ON CONFLICT on a topic's declared keys (PostgreSQL 15, INSERT, "ON CONFLICT Clause").

The lake does not hold rows to their keys, so what is there is looked up with the topic's gate held: nobody
else writes the topic before the transaction has ended, and of two sessions that insert one key the second
one finds the row.  Where rows that came another way share a key, DO UPDATE updates all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import qualified
from pggate.errors import CardinalityViolation
from pggate.session.clauses import changed
from pggate.session.clauses.staging import described, filled, groups_of, stage
from pggate.session.cursors.places import topic_ids, topic_of
from pggate.session.statement.outcome import Done
from pggate.session.transactions.appended import FLUSH_BYTES
from pggate.session.writing.array_shapes import refuse_ragged
from pggate.session.writing.check_constraints import hold_checks
from pggate.session.writing.declared_checks import fit_changes, fit_stage
from pggate.session.writing.nul import refuse_nul
from pggate.session.writing.returning import answered
from pggate.translate.writing import upserts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed, Steps
    from pggate.session.statement.outcome import Outcome
    from pggate.session.statement.phases import Phases
    from pggate.session.transactions.transaction import Transaction


class Upserting:
    """
    Runs one session's INSERT … ON CONFLICT.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, transaction: Transaction) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction

    def insert(
        self, lake: Lake, relation: Relation, analysed: Analysed, steps: Steps, parameters: Sequence[object]
    ) -> Phases:
        """
        Raises:
            CardinalityViolation: 21000, two of the rows update one, or the second would update the first.

        """
        with self._transaction.alone():
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
            cursor = self._cursors.lake
            is_known = not self._transaction.changed_catalog
            name = qualified(relation.catalog, relation.schema, relation.name)
            columns = topic_of(self._gateway, relation).columns if is_known else described(cursor, name)
            with stage(cursor, columns):
                filled(cursor, analysed.text, relation.name, parameters)
                fit_stage(self._gateway, self._cursors, relation)
                with changed.table_of_changes(cursor, steps.chosen, parameters):
                    if steps.applied:
                        fit_changes(self._gateway, self._cursors, relation, steps.applied)
                    yield from self._write(lake, relation, analysed, steps, parameters)
            refuse_nul(cursor, relation, analysed.text, analysed.bound)
            refuse_ragged(self._cursors, relation, analysed)
            hold_checks(self._gateway, self._cursors, relation)

    def _write(
        self, lake: Lake, relation: Relation, analysed: Analysed, steps: Steps, parameters: Sequence[object]
    ) -> Phases:
        """What the table of changes says."""
        cursor = self._cursors.lake
        if steps.twice and cursor.rows(steps.twice):
            raise CardinalityViolation(
                "ON CONFLICT DO UPDATE command cannot affect row a second time",
                hint="Ensure that no rows proposed for insertion within the same command have"
                " duplicate constrained values.",
            )
        if steps.alike:
            keep_first(cursor, steps.alike)
        rows = changed.count(cursor)
        updated = changed.count(cursor, upserts.UPDATED) if steps.applied else 0
        outcome: Outcome = Done(analysed.statement.tag(rows))
        if steps.answer:
            store = self._gateway.engine.store
            outcome = answered(cursor, store, analysed, steps.answer, parameters)
        yield outcome
        if updated:
            changed.apply(cursor, steps.applied, updated)
        if rows > updated:
            self.insert_rows(lake, relation, steps.inserted)

    def insert_rows(self, lake: Lake, relation: Relation, query: str) -> None:
        """The rows of a query over the table of changes."""
        cursor = self._cursors.lake
        if self._transaction.changed_catalog:
            name = qualified(relation.catalog, relation.schema, relation.name)
            self._transaction.will_insert(lake, relation)
            cursor.run(f"INSERT INTO {name} {query}")
            return
        topic = topic_of(self._gateway, relation)
        ragged = self._cursors.shown_types().nested_as_json
        for group in groups_of(cursor, query, FLUSH_BYTES):
            self._transaction.insert(lake, topic, lake.conformed(topic, group, ragged=ragged))


def keep_first(cursor: Cursor, alike: str) -> None:
    """
    Of the rows in the table that conflict with each other keep what PostgreSQL would: one after the other,
    each unless it shares a key with one that was kept.
    """
    seen: set[tuple[int, str]] = set()
    refused: list[int] = []
    for order, *values in cursor.rows(alike):
        half = len(values) // 2
        keys = {(n, values[n]) for n in range(half) if not values[half + n]}
        if seen.isdisjoint(keys):
            seen |= keys
        else:
            refused.append(order)
    if refused:
        cursor.run(upserts.without(refused))
