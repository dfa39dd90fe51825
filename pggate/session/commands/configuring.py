"""
SET, SHOW and RESET; SET TRANSACTION, too, whose characteristics are settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import InsufficientPrivilege, Notice
from pggate.session.settings.characteristics import characteristics_of
from pggate.session.statement.analysed import SHOW_ALL
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Column, Done, Rows, rows_of
from pggate.translate.commands import settings as in_sql
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.texts.statements import Statement


class Configuring:
    """
    Runs one session's commands about its settings.
    """

    def __init__(
        self, identity: Identity, settings: Settings, transaction: Transaction, notices: Notices
    ) -> None:
        self._identity = identity
        self._settings = settings
        self._transaction = transaction
        self._notices = notices
        self.commands: dict[Kind, Callable[[Statement], Outcome]] = {
            Kind.SET_TRANSACTION: self._set,
            Kind.SET: self._set,
            Kind.SET_ROLE: self._set,
            Kind.SET_SESSION_AUTHORIZATION: self._set,
            Kind.SHOW: self._show,
            Kind.RESET: self._reset,
        }

    def _set(self, statement: Statement) -> Outcome:
        command = in_sql.set_command(statement.text)
        if isinstance(command, in_sql.SetTransaction):
            self._set_transaction(command)
        elif command.name in ("role", "session_authorization"):
            self._set_role(command)
        elif command.value is None:
            self._settings.reset(command.name)
        else:
            if command.local and self._transaction.block is Block.NONE:
                self._warn_outside("SET LOCAL")
            self._settings.set(command.name, command.value, local=command.local)
        return Done("SET")

    def _set_transaction(self, command: in_sql.SetTransaction) -> None:
        characteristics = characteristics_of(command.modes)
        if command.session:
            for name, value in characteristics.items():
                self._settings.set(f"default_{name}", value)
        elif self._transaction.block is Block.NONE:
            self._warn_outside("SET TRANSACTION")
        else:
            self._transaction.change(characteristics)

    def _set_role(self, command: in_sql.SetCommand) -> None:
        """Only to oneself: there is nobody else to be yet."""
        if command.value not in (None, "none", self._identity.user):
            raise InsufficientPrivilege(
                f'permission denied to set role "{command.value}"', hint="Connect as that role."
            )

    def _show(self, statement: Statement) -> Rows:
        name = in_sql.show_command(statement.text).name
        if name == in_sql.ALL:
            names, values = zip(*self._settings.all(), strict=True)
            return rows_of(SHOW_ALL, [names, values, [""] * len(names)], "SHOW")
        return rows_of([Column(self._settings.spelled(name))], [[self._settings.show(name)]], "SHOW")

    def _reset(self, statement: Statement) -> Outcome:
        name = in_sql.reset_command(statement.text).name
        if name == in_sql.ALL:
            self._settings.reset_all()
        elif name not in ("role", "session_authorization"):
            self._settings.reset(name)
        return Done("RESET")

    def _warn_outside(self, what: str) -> None:
        message = f"{what} can only be used in transaction blocks"
        self._notices.add(Notice(message, sqlstate="25P01", severity="WARNING"))
