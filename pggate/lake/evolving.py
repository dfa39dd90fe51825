"""
Rows that change their topic: what evolution.py says, in the commit that makes them exist.

Theory of operation.  Under the topic's gate, so that no append and no other change comes between:

    wider columns     in a commit of their own: ducklake 1.5.5 forgets a column's minimum and maximum where
                      its type changes in a transaction that has rows for the topic, and what is written after
                      that makes it read the old rows wrong
    new columns       in the same commit as the rows, whose files have names in the place of DuckLake's ids,
                      which the columns do not have yet

Who else adds a column meanwhile waits for the gate; what it finds then may be another topic than the one that
its rows were made for, and they are made anew.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import UndefinedTable
from pggate.lake.evolution import changes
from pggate.lake.redefinitions import Redefinition, relation
from pggate.lake.segments import AddFailedError, add_files
from pggate.lake.transactions import begin_change, commit, rolled_back_on_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic


class Evolving:
    """
    The commits of one append.
    """

    def __init__(self, lake: Lake, topic: Topic, timeout: float, is_interrupted: Callable[[], bool]) -> None:
        self._lake = lake
        self._topic = topic
        self._timeout = timeout
        self._is_interrupted = is_interrupted
        self._table = qualified(lake.alias, topic.schema, topic.name)

    def commit(self, segments: Sequence[Segment]) -> None:
        """
        Args:
            segments: Of the topic as it will be.

        Raises:
            SerializationFailure: 40001, the topic was altered meanwhile so that the rows do not fit.
            PgError: As `commit` and `begin_change`.

        """
        try:
            self._widen()
            with closing(self._lake.engine.cursor(self._is_interrupted)) as cursor:
                self._begin(cursor)
                with rolled_back_on_error(cursor):
                    self._add(cursor, segments)
                self._commit(cursor, segments=segments)
        finally:
            try:
                self._tell()
            finally:
                self._lake.gates.release(self)

    def _tell(self) -> None:
        """Whoever waits for the gate, or asks after the acknowledgement, finds the columns."""
        for follow in self._lake.followers:
            follow()

    def _begin(self, cursor: Cursor) -> None:
        cursor.begin()
        with rolled_back_on_error(cursor):
            meant = Relation(self._lake.alias, self._topic.schema, self._topic.name)
            begin_change(
                self._lake,
                cursor,
                self,
                meant,
                [self._topic.table_id],
                timeout=self._timeout,
                is_interrupted=self._is_interrupted,
            )

    def _commit(
        self, cursor: Cursor, defined: Redefinition | None = None, segments: Sequence[Segment] = ()
    ) -> None:
        commit(
            self._lake,
            cursor,
            [self._topic.table_id],
            self,
            self._timeout,
            self._is_interrupted,
            defined=defined,
            segments=segments,
        )

    def _widen(self) -> None:
        with closing(self._lake.engine.cursor(self._is_interrupted)) as cursor:
            self._begin(cursor)
            with rolled_back_on_error(cursor):
                wider, _ = changes(self._committed(), self._topic)
                for column in wider:
                    name = quote_identifier(column.name)
                    cursor.run(f"ALTER TABLE {self._table} ALTER COLUMN {name} TYPE {column.duckdb_type}")
            if not wider:
                cursor.rollback()
                return
            changed = relation(self._topic.schema, self._topic.name)
            self._commit(cursor, Redefinition(self._lake.snapshot(cursor), frozenset({changed})))

    def _add(self, cursor: Cursor, segments: Sequence[Segment]) -> None:
        _, added = changes(self._committed(), self._topic)
        for column in added:
            name = quote_identifier(column.name)
            cursor.run(f"ALTER TABLE {self._table} ADD COLUMN {name} {column.duckdb_type}")
        try:
            add_files(self._lake, cursor, segments)
        except AddFailedError as failed:
            raise failed.error from failed

    def _committed(self) -> Topic:
        found = self._lake.committed([self._topic.table_id])
        if not found:
            raise UndefinedTable(f'relation "{self._topic.name}" does not exist')
        return found[0]
