"""
Prepared statements and portals of one session (PostgreSQL 15, 55.2.3 "Extended Query").

A portal opens its result once, at its first Execute; a later Execute goes on where the last one stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    ConfigurationLimitExceeded,
    DuplicateCursor,
    DuplicatePreparedStatement,
    InvalidCursorName,
    InvalidSqlStatementName,
)
from pggate.session.outcome import Done

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from pggate.session.analysed import Analysed
    from pggate.session.outcome import Column, Outcome, Rows

MOST_STATEMENTS: Final = 10_000
"""Named statements of one session.  Drivers keep some hundreds (pgjdbc 256, Npgsql 100 by default)."""

MOST_PORTALS: Final = 1_000
"""Open portals of one session: each may hold an open result."""

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
    _rest: pa.RecordBatch | None = field(default=None, repr=False)

    def batches(self, rows: Rows, limit: int) -> Iterator[pa.RecordBatch]:
        """
        The next batches of the result, at most `limit` rows of them (0: all).

        What a limit cuts off is kept for the next call.
        """
        wanted = limit or None
        while wanted is None or wanted > 0:
            batch = self._rest if self._rest is not None else rows.next_batch()
            self._rest = None
            if batch is None:
                return
            if wanted is not None and batch.num_rows > wanted:
                self._rest = batch.slice(wanted)
                batch = batch.slice(0, wanted)
            if wanted is not None:
                wanted -= batch.num_rows
            self.sent += batch.num_rows
            yield batch

    def close(self) -> None:
        """Free the result."""
        self._rest = None
        if self.outcome is not None:
            self.outcome.close()


class Portals:
    """
    The statements and portals of one session by name; '' is the unnamed one, replaced without a word.
    """

    def __init__(self) -> None:
        self._statements: dict[str, Prepared] = {}
        self._portals: dict[str, Portal] = {}

    def prepare(self, prepared: Prepared) -> None:
        """
        Raises:
            DuplicatePreparedStatement: The name is taken.

        """
        if prepared.name and prepared.name in self._statements:
            raise DuplicatePreparedStatement(f'prepared statement "{prepared.name}" already exists')
        if len(self._statements) >= MOST_STATEMENTS:
            raise ConfigurationLimitExceeded(
                f"a session can keep {MOST_STATEMENTS} prepared statements", hint="DEALLOCATE some of them."
            )
        self._statements[prepared.name] = prepared

    def statement(self, name: str) -> Prepared:
        """
        Raises:
            InvalidSqlStatementName: There is none of this name.

        """
        found = self._statements.get(name)
        if found is None:
            which = f'prepared statement "{name}"' if name else "unnamed prepared statement"
            raise InvalidSqlStatementName(f"{which} does not exist")
        return found

    def find(self, name: str) -> Prepared | None:
        """The statement of this name, if there is one."""
        return self._statements.get(name)

    def deallocate(self, name: str) -> None:
        """DEALLOCATE: an unknown name is an error there."""
        self.statement(name)
        self.close_statement(name)

    def close_statement(self, name: str) -> None:
        """
        Close: an unknown name is not an error there.  The statement's portals stay: the manual says otherwise
        (PostgreSQL 15, 55.2.3), PostgreSQL does not.
        """
        self._statements.pop(name, None)

    def forget_unnamed(self) -> None:
        """A simple query begins: it takes the place of the unnamed statement and portal (55.2.3)."""
        self.close_statement("")
        self.close_portal("")

    def deallocate_all(self) -> None:
        """DEALLOCATE ALL."""
        self._statements.clear()

    def statements(self) -> Sequence[Prepared]:
        """All that are prepared."""
        return tuple(self._statements.values())

    def bind(self, portal: Portal) -> None:
        """
        Raises:
            DuplicateCursor: The name is taken.

        """
        if not portal.name:
            self.close_portal("")
        elif portal.name in self._portals:
            raise DuplicateCursor(f'cursor "{portal.name}" already exists')
        if len(self._portals) >= MOST_PORTALS:
            raise ConfigurationLimitExceeded(
                f"a session can keep {MOST_PORTALS} portals open", hint="Close some of them."
            )
        self._portals[portal.name] = portal

    def portal(self, name: str) -> Portal:
        """
        Raises:
            InvalidCursorName: There is none of this name.

        """
        try:
            return self._portals[name]
        except KeyError:
            raise InvalidCursorName(f'portal "{name}" does not exist') from None

    def close_portal(self, name: str) -> None:
        """Close: an unknown name is not an error."""
        portal = self._portals.pop(name, None)
        if portal is not None:
            portal.close()

    def fail_portals(self) -> None:
        """A transaction has failed: its portals keep their names to its end, and cannot be run."""
        for portal in self._portals.values():
            portal.close()
            portal.outcome = FAILED

    def close_portals(self) -> None:
        """A transaction has ended: no portal outlives it."""
        for name in list(self._portals):
            self.close_portal(name)
