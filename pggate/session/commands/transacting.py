"""
BEGIN, COMMIT, ROLLBACK and savepoints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import NoActiveSqlTransaction, Notice, PgError
from pggate.session.settings.characteristics import characteristics_of
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.translate.commands import transactions as in_sql
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.live.portals import Portals
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.texts.statements import Statement


class Transacting:
    """
    Runs one session's transaction commands.
    """

    def __init__(self, transaction: Transaction, portals: Portals, notices: Notices) -> None:
        self._transaction = transaction
        self._portals = portals
        self._notices = notices
        self.commands: dict[Kind, Callable[[Statement], Outcome]] = {
            Kind.BEGIN: self._begin,
            Kind.START_TRANSACTION: self._begin,
            Kind.COMMIT: self._commit,
            Kind.ROLLBACK: self._rollback,
            Kind.SAVEPOINT: self._savepoint,
            Kind.RELEASE: self._release,
            Kind.ROLLBACK_TO: self._rollback_to,
        }

    def _begin(self, statement: Statement) -> Outcome:
        modes = in_sql.begin(statement.text)
        if self._transaction.block is Block.EXPLICIT:
            self._warn("there is already a transaction in progress", "25001")
            return Done(statement.tag())
        self._transaction.begin(Block.EXPLICIT, characteristics_of(modes))
        return Done(statement.tag())

    def _commit(self, statement: Statement) -> Outcome:
        """COMMIT of a failed transaction rolls back, and its tag says so (PostgreSQL 15, COMMIT)."""
        if self._transaction.failure is not None:
            return self._rollback(statement)
        self._end(statement, "COMMIT", self._commit_held)
        return Done("COMMIT")

    def _commit_held(self) -> None:
        try:
            self._portals.hold()
        except PgError:
            self._roll_back()
            raise
        self._transaction.commit()
        self._portals.keep()

    def _rollback(self, statement: Statement) -> Outcome:
        self._end(statement, "ROLLBACK", self._roll_back)
        return Done("ROLLBACK")

    def _roll_back(self) -> None:
        self._portals.close_portals()
        self._transaction.give_up()

    def _end(self, statement: Statement, command: str, end: Callable[[], None]) -> None:
        """End the transaction, and with AND CHAIN begin the next one like it."""
        chain = in_sql.end(statement.text).chain
        if chain:
            self._require_block(f"{command} AND CHAIN")
        elif self._transaction.block is not Block.EXPLICIT:
            self._warn("there is no transaction in progress", "25P01")
        characteristics = self._transaction.characteristics
        end()
        if chain:
            self._transaction.begin(Block.EXPLICIT, characteristics)

    def _savepoint(self, statement: Statement) -> Outcome:
        self._require_block("SAVEPOINT")
        self._transaction.define_savepoint(in_sql.savepoint(statement.text))
        return Done(statement.tag())

    def _release(self, statement: Statement) -> Outcome:
        self._require_block("RELEASE SAVEPOINT")
        self._transaction.savepoints.release(in_sql.savepoint(statement.text))
        self._portals.release(self._transaction.savepoints.depth)
        return Done(statement.tag())

    def _rollback_to(self, statement: Statement) -> Outcome:
        self._require_block("ROLLBACK TO SAVEPOINT")
        self._transaction.rollback_to(in_sql.savepoint(statement.text))
        self._portals.close_portals(self._transaction.savepoints.depth)
        return Done("ROLLBACK")

    def _require_block(self, what: str) -> None:
        if self._transaction.block is not Block.EXPLICIT:
            raise NoActiveSqlTransaction(f"{what} can only be used in transaction blocks")

    def _warn(self, message: str, sqlstate: str) -> None:
        self._notices.add(Notice(message, sqlstate=sqlstate, severity="WARNING"))
