"""
Statements that the session answers by itself: transactions, settings, prepared statements in SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import (
    ActiveSqlTransaction,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.commands.configuring import Configuring
from pggate.session.commands.preparing import Preparing
from pggate.session.commands.transacting import Transacting
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.portals import Portals
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.texts.statements import Statement

    Run = Callable[[Analysed, Sequence[object]], Outcome]


class Commands:
    """
    Runs one session's commands: one table, kind → what runs it.
    """

    def __init__(
        self,
        identity: Identity,
        settings: Settings,
        cursors: Cursors,
        transaction: Transaction,
        portals: Portals,
        analyst: Analyst,
        notices: Notices,
    ) -> None:
        self._settings = settings
        self._cursors = cursors
        self._transaction = transaction
        self._portals = portals
        self._preparing = Preparing(cursors, transaction, portals, analyst)
        self._commands: dict[Kind, Callable[[Statement], Outcome]] = {
            **Transacting(transaction, portals, notices).commands,
            **Configuring(identity, settings, transaction, notices).commands,
            **self._preparing.commands,
            Kind.DISCARD: self._discard,
        }

    @property
    def kinds(self) -> frozenset[Kind]:
        """The statements that `run` takes."""
        return frozenset(self._commands) | {Kind.EXECUTE}

    def run(self, analysed: Analysed, run: Run) -> Outcome:
        """
        Args:
            run: Runs any statement, for EXECUTE.

        """
        if analysed.statement.kind is Kind.EXECUTE:
            return self._preparing.execute(analysed.statement, run)
        return self._commands[analysed.statement.kind](analysed.statement)

    def _discard(self, statement: Statement) -> Outcome:
        what = statement.words[1] if len(statement.words) > 1 else ""
        if what == "all":
            if self._transaction.block is not Block.NONE:
                raise ActiveSqlTransaction("DISCARD ALL cannot run inside a transaction block")
            self._portals.close_all()
            self._portals.deallocate_all()
            self._settings.reset_all()
        if what in ("all", "sequences"):
            self._cursors.numbers.discard()
        if what in ("all", "temp", "temporary"):
            self._cursors.discard_temporary()
        elif what not in ("plans", "sequences"):
            raise SyntaxError(f'syntax error at or near "{what or "DISCARD"}"')
        return Done(statement.tag())
