"""
The work of a transaction: what its statements ask for before they change anything, and how it is committed.

A topic that others have written since the transaction's snapshot cannot be changed (gates.py).  One that has
changed nothing yet is begun anew, with what it has appended, where PostgreSQL would let it go on: where the
topic's files were merged and nothing else has happened, and under READ COMMITTED.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pggate.errors import SerializationFailure
from pggate.lake.declarations import KEY
from pggate.lake.redefinitions import Redefinition
from pggate.lake.transactions import begin_change, commit
from pggate.session.settings.gucs import SNAPSHOT_LEVELS
from pggate.session.transactions.appended import Appended
from pggate.session.transactions.savepoints import Savepoints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.lake.redefinitions import Thing


class Work(Appended):
    """
    A transaction as its statements see it; how it begins and ends is the Transaction's.
    """

    def _clear(self) -> None:
        super()._clear()
        self.understood_as_of = 0
        """The snapshot as of which the statement that runs was understood."""
        self._defined: Redefinition | None = None
        self.altered: set[Relation] = set()
        """What was altered, commented on or renamed, by its names before and after."""

    @property
    def is_waited_for(self) -> bool:
        """May others wait for this transaction's end: for a topic's gate, for a name that it defines?"""
        return self._holds_gate or self.changed_catalog or self._claims_keys

    @property
    def _claims_keys(self) -> bool:
        """Does somebody wait for its end who has sent the same key?"""
        return any(segment.claim is not None for segment in self.savepoints.segments)

    # -- what a statement asks before it runs

    def will_redefine(self, anew: Iterable[Thing] = (), relied: Iterable[Thing] = ()) -> None:
        """
        A statement defines something in the lake.

        Args:
            anew: What it changes, drops or replaces, beside what it declares.
            relied: What it takes for granted.

        """
        self.changed_catalog = True
        self.definitions += 1
        known = self._defined or Redefinition(self.understood_as_of)
        self._defined = Redefinition(known.since, known.anew.union(anew), known.relied.union(relied))

    def will_change(self, lake: Lake, relation: Relation, expected: Iterable[int]) -> None:
        """
        Rows or columns of a topic, or all topics of a schema, are about to change: take the gates, which are
        kept to the end.

        Args:
            relation: A schema has an empty name.
            expected: The topics that it probably means; the transaction's own snapshot decides.

        Raises:
            SerializationFailure: The topic was written after this transaction's snapshot, which has to stand.
            LockNotAvailable: Another transaction holds the gate for too long.

        """
        self.will_write(lake)
        self._written |= self._take_gates(lake, relation, expected, self.patience)
        self.savepoints.newest.changes += 1

    def lock(self, lake: Lake, relation: Relation, expected: Iterable[int], *, waits: bool) -> None:
        """
        LOCK TABLE: take the gates, and change nothing.

        Args:
            waits: For others who have them; up to `patience`.

        Raises:
            SerializationFailure, LockNotAvailable: See `will_change`.

        """
        self._name_lake(lake)
        patience = self.patience if waits else 0
        self.savepoints.newest.locked |= self._take_gates(lake, relation, expected, patience)

    def _take_gates(
        self, lake: Lake, relation: Relation, expected: Iterable[int], patience: float
    ) -> frozenset[int]:
        """Of what others have written since the snapshot, too, where a newer one serves as well."""
        self.enter()
        cursor = self._cursors.lake
        take = partial(
            begin_change,
            lake,
            cursor,
            self._owner,
            relation,
            expected,
            timeout=patience,
            is_interrupted=self._cursors.is_canceled,
        )
        try:
            return take()
        except SerializationFailure:
            if not all(map(self._can_be_repeated, self.savepoints.layers)):
                raise
            older = lake.snapshot(cursor)
            self._begin_anew()
            if self._reads_one_snapshot and not lake.gates.have_same_rows(older, lake.snapshot(cursor)):
                raise
            return take()
        finally:
            self._holds_gate = lake.gates.is_holding(self._owner)

    @property
    def _reads_one_snapshot(self) -> bool:
        """Else a statement may see what others have committed before it (PostgreSQL 15, 13.2.1)."""
        return self._settings.show("transaction_isolation") in SNAPSHOT_LEVELS

    def _begin_anew(self) -> None:
        """The engine's transaction, with what was appended; an open result goes on without it."""
        self._cursors.set_aside()
        self._cursors.rollback()
        self._engine_begun = False
        self.enter()

    # -- what becomes of it

    def _commit_engine(self) -> None:
        lasting = self.has_written
        segments = self.savepoints.segments
        self.savepoints = Savepoints()  # from here on a snapshot may name their segments, whatever the answer
        if self.lake is not None and lasting:
            commit(
                self.lake,
                self._cursors.lake,
                self._written,
                self._owner,
                timeout=self.patience,
                is_interrupted=self._cursors.is_canceled,
                said={KEY: self._cursors.declaring.message()} if self._cursors.declaring else {},
                segments=segments,
                conformed=self._conformed,
                defined=self._defined and self._defined.with_declared(self._cursors.declaring),
            )
        else:
            self._cursors.lake.commit()

    def _roll_back_engine(self) -> None:
        if self._engine_begun:
            self._cursors.rollback()

    def _release_gate(self, keeping: Collection[int] = ()) -> None:
        if self._holds_gate and self.lake is not None:
            self.lake.gates.release(self._owner, keeping)
            self._holds_gate = self.lake.gates.is_holding(self._owner)
