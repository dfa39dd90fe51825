"""
Statements that the session answers by itself: transactions, settings, prepared statements in SQL.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.errors import (
    ActiveSqlTransaction,
    InsufficientPrivilege,
    NoActiveSqlTransaction,
    Notice,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedObject,
)
from pggate.session.analysed import SHOW_ALL
from pggate.session.outcome import Column, Done, Rows, rows_of
from pggate.session.portal import Prepared
from pggate.session.transaction import Block
from pggate.translate import prepared as in_sql
from pggate.translate import settings as told
from pggate.translate import transactions
from pggate.translate.kinds import Kind
from pggate.translate.statements import Statement, split
from pggate.types.table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.analysed import Analysed
    from pggate.session.analysis import Analyst
    from pggate.session.cursors import Cursors, Identity
    from pggate.session.notices import Notices
    from pggate.session.outcome import Outcome
    from pggate.session.portals import Portals
    from pggate.session.settings import Settings
    from pggate.session.transaction import Transaction

    Run = Callable[[Analysed, Sequence[object]], Outcome]


class Commands:
    """
    Runs one session's commands.
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
        self._identity = identity
        self._settings = settings
        self._cursors = cursors
        self._transaction = transaction
        self._portals = portals
        self._analyst = analyst
        self._notices = notices
        self._commands: dict[Kind, Callable[[Statement], Outcome]] = {
            Kind.BEGIN: self._begin,
            Kind.START_TRANSACTION: self._begin,
            Kind.COMMIT: self._commit,
            Kind.ROLLBACK: self._rollback,
            Kind.SAVEPOINT: self._savepoint,
            Kind.RELEASE: self._release,
            Kind.ROLLBACK_TO: self._rollback_to,
            Kind.SET_TRANSACTION: self._set,
            Kind.SET: self._set,
            Kind.SET_ROLE: self._set,
            Kind.SET_SESSION_AUTHORIZATION: self._set,
            Kind.SHOW: self._show,
            Kind.RESET: self._reset,
            Kind.DISCARD: self._discard,
            Kind.DEALLOCATE: self._deallocate,
            Kind.PREPARE: self._prepare,
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
            return self._execute(analysed.statement, run)
        return self._commands[analysed.statement.kind](analysed.statement)

    # -- transactions

    def _begin(self, statement: Statement) -> Outcome:
        modes = transactions.begin(statement.text)
        if self._transaction.block is Block.EXPLICIT:
            self._warn("there is already a transaction in progress", "25001")
            return Done(statement.tag())
        self._transaction.begin(Block.EXPLICIT, _characteristics(modes))
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
        self._transaction.rollback()

    def _end(self, statement: Statement, command: str, end: Callable[[], None]) -> None:
        """End the transaction, and with AND CHAIN begin the next one like it."""
        chain = transactions.end(statement.text).chain
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
        self._transaction.define_savepoint(transactions.savepoint(statement.text))
        return Done(statement.tag())

    def _release(self, statement: Statement) -> Outcome:
        self._require_block("RELEASE SAVEPOINT")
        self._transaction.savepoints.release(transactions.savepoint(statement.text))
        self._portals.release(self._transaction.savepoints.depth)
        return Done(statement.tag())

    def _rollback_to(self, statement: Statement) -> Outcome:
        self._require_block("ROLLBACK TO SAVEPOINT")
        self._transaction.rollback_to(transactions.savepoint(statement.text))
        self._portals.close_portals(self._transaction.savepoints.depth)
        return Done("ROLLBACK")

    def _require_block(self, what: str) -> None:
        if self._transaction.block is not Block.EXPLICIT:
            raise NoActiveSqlTransaction(f"{what} can only be used in transaction blocks")

    # -- settings

    def _set(self, statement: Statement) -> Outcome:
        command = told.set_command(statement.text)
        if isinstance(command, told.SetTransaction):
            self._set_transaction(command)
        elif command.name in ("role", "session_authorization"):
            self._set_role(command)
        elif command.value is None:
            self._settings.reset(command.name)
        else:
            if command.local and self._transaction.block is Block.NONE:
                self._warn("SET LOCAL can only be used in transaction blocks", "25P01")
            self._settings.set(command.name, command.value, local=command.local)
        return Done("SET")

    def _set_transaction(self, command: told.SetTransaction) -> None:
        characteristics = _characteristics(command.modes)
        if command.session:
            for name, value in characteristics.items():
                self._settings.set(f"default_{name}", value)
        elif self._transaction.block is Block.NONE:
            self._warn("SET TRANSACTION can only be used in transaction blocks", "25P01")
        else:
            self._transaction.change(characteristics)

    def _set_role(self, command: told.SetCommand) -> None:
        """Only to oneself: there is nobody else to be yet."""
        if command.value not in (None, "none", self._identity.user):
            raise InsufficientPrivilege(
                f'permission denied to set role "{command.value}"', hint="Connect as that role."
            )

    def _show(self, statement: Statement) -> Rows:
        name = told.show_command(statement.text).name
        if name == told.ALL:
            names, values = zip(*self._settings.all(), strict=True)
            return rows_of(SHOW_ALL, [names, values, [""] * len(names)], "SHOW")
        return rows_of([Column(self._settings.spelled(name))], [[self._settings.show(name)]], "SHOW")

    def _reset(self, statement: Statement) -> Outcome:
        name = told.reset_command(statement.text).name
        if name == told.ALL:
            self._settings.reset_all()
        elif name not in ("role", "session_authorization"):
            self._settings.reset(name)
        return Done("RESET")

    def _discard(self, statement: Statement) -> Outcome:
        what = statement.words[1] if len(statement.words) > 1 else ""
        if what == "all":
            if self._transaction.block is not Block.NONE:
                raise ActiveSqlTransaction("DISCARD ALL cannot run inside a transaction block")
            self._portals.close_all()
            self._portals.deallocate_all()
            self._settings.reset_all()
        if what in ("all", "temp", "temporary"):
            self._cursors.discard_temporary()
        elif what not in ("plans", "sequences"):
            raise SyntaxError(f'syntax error at or near "{what or "DISCARD"}"')
        return Done(statement.tag())

    # -- prepared statements in SQL

    def _prepare(self, statement: Statement) -> Outcome:
        command = in_sql.prepare(statement.text)
        (inner,) = split(command.statement)
        inner = replace(inner, offset=statement.offset + command.offset + inner.offset)
        types = tuple(_type_oid(name) for name in command.types)
        analysed = self._analyst.analyse(inner, types, describe=True)
        self._portals.prepare(Prepared(command.name, analysed, command.statement, types))
        return Done("PREPARE")

    def _execute(self, statement: Statement, run: Run) -> Outcome:
        command = in_sql.execute(statement.text)
        prepared = self._portals.statement(command.name)
        self._analyst.renew(prepared)
        found = prepared.analysed
        if found is None:
            return Done("")
        if len(command.arguments) != len(found.parameters):
            raise SyntaxError(
                f'wrong number of parameters for prepared statement "{command.name}"',
                detail=f"Expected {len(found.parameters)} parameters but got {len(command.arguments)}.",
            )
        return run(found, self._values(command.arguments))

    def _values(self, arguments: Sequence[str]) -> tuple[object, ...]:
        """The values of EXECUTE's arguments, which are expressions."""
        if not arguments:
            return ()
        (question,) = split(f"SELECT {', '.join(arguments)}")
        analysed = self._analyst.analyse(question, describe=False)
        self._transaction.enter()
        (row,) = self._cursors.lake.rows(analysed.text)
        return row

    def _deallocate(self, statement: Statement) -> Outcome:
        name = in_sql.deallocate(statement.text)
        if name is None:
            self._portals.deallocate_all()
        else:
            self._portals.deallocate(name)
        return Done(statement.tag())

    def _warn(self, message: str, sqlstate: str) -> None:
        self._notices.add(Notice(message, sqlstate=sqlstate, severity="WARNING"))


def _characteristics(modes: transactions.Modes) -> dict[str, str]:
    """
    As settings.  Every isolation level is the one there is: a transaction reads one snapshot of each lake.
    """
    wanted = {
        "transaction_isolation": modes.isolation,
        "transaction_read_only": _switch(modes.read_only),
        "transaction_deferrable": _switch(modes.deferrable),
    }
    return {name: value for name, value in wanted.items() if value is not None}


def _switch(value: bool | None) -> str | None:
    return None if value is None else "on" if value else "off"


def _type_oid(name: str) -> int:
    found = BY_NAME.get(name.lower())
    if found is None:
        raise UndefinedObject(f'type "{name}" does not exist')
    return found.oid
