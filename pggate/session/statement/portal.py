"""
A prepared statement, and a portal: one with its parameters bound, which is read (PostgreSQL 15, 55.2.3).

A portal opens its result once, at its first Execute; a later Execute goes on where the last one stopped.  A
cursor of SQL is a portal, opened by DECLARE, and FETCH reads from any portal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pggate.errors import ObjectNotInPrerequisiteState
from pggate.session.statement.outcome import Done, Rows
from pggate.session.statement.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    import pyarrow as pa

    from pggate.engine.store import Store
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Column, Outcome
    from pggate.translate.commands.cursors import Declare

    Run = Callable[[Analysed, Sequence[object]], Outcome]

FAILED: Final = Done("")
"""In place of an outcome: the portal's transaction has failed, nothing comes from it any more."""


@dataclass(slots=True)
class Prepared:
    """
    A prepared statement.  `types` are the parameter OIDs the client declared, 0 for those it left open.
    """

    name: str
    analysed: Analysed | None
    """None for an empty statement."""
    sql: str
    types: tuple[int, ...]
    circumstances: Hashable = None
    """In which it was analysed last; None where they do not tell all."""
    command: str | None = None
    """The PREPARE that made it; None where it was a message."""
    uses: int = 0
    created: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def parameters(self) -> tuple[int, ...]:
        """The OID of each $n; an empty statement has those that the client declared."""
        return self.analysed.parameters if self.analysed else self.types

    @property
    def columns(self) -> tuple[Column, ...]:
        """What it returns; nothing for a statement that returns no rows."""
        return (self.analysed.columns or ()) if self.analysed else ()


@dataclass(slots=True)
class Portal:
    """
    A statement with its parameters bound, and how far its result has been read.
    """

    name: str
    prepared: Prepared
    parameters: tuple[object, ...]
    formats: tuple[int, ...]
    """Result format codes as the client sent them: none, one for all, or one a column."""
    outcome: Outcome | None = None
    sent: int = 0
    cursor: Declare | None = None
    """What DECLARE said; None for a portal of the protocol."""
    level: int = 0
    """How many savepoints there were when it was made."""
    is_held: bool = False
    """Has the transaction that declared it committed?"""
    store: Store | None = None
    """An empty one for a cursor that scrolls."""
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    _reading: Reading | None = field(default=None, repr=False)

    def open(self, run: Run) -> Outcome:
        """
        What executing it gives; it is executed once.
        """
        if self.outcome is None and self.prepared.analysed is not None:
            self.outcome = FAILED  # while it is being opened nothing comes from it
            self.outcome = run(self.prepared.analysed, self.parameters)
        return self.outcome or FAILED

    def reading(self) -> Reading:
        """
        Where it stands in its rows.

        Raises:
            ObjectNotInPrerequisiteState: It has no rows to give: any more, yet, or at all.

        """
        if not isinstance(self.outcome, Rows):
            raise ObjectNotInPrerequisiteState(f'portal "{self.name}" cannot be run')
        if self._reading is None:
            self._reading = Reading(self.outcome.next_batch, self.store)
        return self._reading

    def batches(self, limit: int) -> Iterator[pa.RecordBatch]:
        """
        The next batches of the result, at most `limit` rows of them (0: all).
        """
        for batch in self.reading().forward(limit or None):
            self.sent += batch.num_rows
            yield batch

    def hold(self, make_store: Callable[[], Store]) -> None:
        """Take all rows that are left, so that nothing is needed for them any more."""
        self.reading().hold(make_store)
        if self.outcome is not None:
            self.outcome.close()

    def close(self) -> None:
        """Free the result."""
        if self._reading is not None:
            self._reading.close()
        elif self.store is not None:
            self.store.close()
        self._reading = self.store = None
        if self.outcome is not None:
            self.outcome.close()

    def fail(self) -> None:
        """Its transaction has failed: nothing comes from it any more."""
        self.close()
        self.outcome = FAILED
