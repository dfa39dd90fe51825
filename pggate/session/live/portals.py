"""
The prepared statements and portals of one session by name (PostgreSQL 15, 55.2.3 "Extended Query").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import (
    ConfigurationLimitExceeded,
    DuplicateCursor,
    DuplicatePreparedStatement,
    InvalidCursorName,
    InvalidSqlStatementName,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.engine.store import Store
    from pggate.session.statement.portal import Portal, Prepared

MOST_STATEMENTS: Final = 10_000
"""Named statements of one session.  Drivers keep some hundreds (pgjdbc 256, Npgsql 100 by default)."""

MOST_PORTALS: Final = 1_000
"""Open portals of one session: each may hold an open result."""


class Portals:
    """
    The statements and portals of one session by name; '' is the unnamed one, replaced without a word.

    Args:
        make_store: Where rows are kept for a cursor that scrolls or is held.

    """

    def __init__(self, make_store: Callable[[], Store]) -> None:
        self.make_store = make_store
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
        self.require_free(portal.name)
        self._portals[portal.name] = portal

    def require_free(self, name: str) -> None:
        """
        Raises:
            DuplicateCursor: The name is taken.
            ConfigurationLimitExceeded: There are as many portals as there may be.

        """
        if name in self._portals:
            raise DuplicateCursor(f'cursor "{name}" already exists')
        if len(self._portals) >= MOST_PORTALS:
            raise ConfigurationLimitExceeded(
                f"a session can keep {MOST_PORTALS} portals open", hint="Close some of them."
            )

    def portal(self, name: str) -> Portal:
        """
        Raises:
            InvalidCursorName: There is none of this name.

        """
        try:
            return self._portals[name]
        except KeyError:
            raise InvalidCursorName(f'portal "{name}" does not exist') from None

    def find_portal(self, name: str) -> Portal | None:
        """The portal of this name, if there is one."""
        return self._portals.get(name)

    def portals(self) -> Sequence[Portal]:
        """All that are open."""
        return tuple(self._portals.values())

    def close_portal(self, name: str) -> None:
        """Close: an unknown name is not an error."""
        portal = self._portals.pop(name, None)
        if portal is not None:
            portal.close()

    def fail_portals(self, level: int = 0) -> None:
        """
        A transaction has failed: its portals, or those that were made since the last of `level` savepoints,
        keep their names to its end, and cannot be run.
        """
        for portal in self._of_transaction(level):
            portal.fail()

    def close_portals(self, level: int = 0) -> None:
        """
        A transaction has ended without a commit: none of its portals outlives it.  Or it was rolled back to
        the last of `level` savepoints, and none that was made since does.
        """
        for portal in self._of_transaction(level):
            self.close_portal(portal.name)

    def close_all(self) -> None:
        """CLOSE ALL, and the end of the session."""
        for name in list(self._portals):
            self.close_portal(name)

    def release(self, level: int) -> None:
        """Savepoints are released, `level` are left: what was made since belongs to what is around them."""
        for portal in self._of_transaction(level):
            portal.level = level

    def hold(self) -> None:
        """
        A transaction is about to commit: of its portals only cursors WITH HOLD outlive it, with all their
        rows.
        """
        for portal in self._of_transaction():
            if portal.cursor is None or not portal.cursor.hold:
                self.close_portal(portal.name)
        for portal in self._of_transaction():
            portal.hold(self.make_store)

    def keep(self) -> None:
        """It has committed."""
        for portal in self._of_transaction():
            portal.is_held = True

    def _of_transaction(self, level: int = 0) -> list[Portal]:
        return [p for p in self._portals.values() if not p.is_held and p.level >= level]
