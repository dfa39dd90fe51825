"""
MERGE on a topic, by a table of changes (PostgreSQL 15, MERGE).

Its rows are found with the topic's gate held, so nobody else writes the topic before the transaction has
ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import CardinalityViolation
from pggate.session.clauses import changed
from pggate.session.statement.outcome import Done
from pggate.session.writing.declared_checks import fit_changes
from pggate.translate.writing import merge_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed, Steps
    from pggate.session.statement.phases import Phases
    from pggate.session.writing.upserting import Upserting


class Merging:
    """
    Runs one session's MERGE.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, upserting: Upserting) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._upserting = upserting

    def merge(
        self, lake: Lake, relation: Relation, analysed: Analysed, steps: Steps, parameters: Sequence[object]
    ) -> Phases:
        """
        With the topic's gate held.

        Raises:
            CardinalityViolation: 21000, several rows of the source change one of the target.

        """
        cursor = self._cursors.lake
        with changed.table_of_changes(cursor, steps.chosen, parameters):
            if cursor.rows(steps.twice):
                raise CardinalityViolation(
                    "MERGE command cannot affect row a second time",
                    hint="Ensure that not more than one source row matches any one target row.",
                )
            fit_changes(self._gateway, self._cursors, relation, "")
            yield Done(analysed.statement.tag(changed.count(cursor)))
            for applied, which in (
                (steps.removed, merge_changes.DELETES),
                (steps.applied, merge_changes.UPDATES),
            ):
                if applied and (rows := changed.count(cursor, which)):
                    changed.apply(cursor, applied, rows)
            if steps.inserted and changed.count(cursor, merge_changes.INSERTS):
                self._upserting.insert_rows(lake, relation, steps.inserted)
