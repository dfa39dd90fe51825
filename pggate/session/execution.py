"""
Runs an analysed statement: one table, kind → what runs it.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    ActiveSqlTransaction,
    FeatureNotSupported,
    InsufficientPrivilege,
    Notice,
    ObjectInUse,
    PgError,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.analysed import PLAN
from pggate.session.block import Block
from pggate.session.copying import Copying
from pggate.session.cursors import set_variable
from pggate.session.defining import Defining
from pggate.session.enums import Enums
from pggate.session.fetching import KINDS as CURSORS
from pggate.session.fetching import Fetching
from pggate.session.indexing import check_index
from pggate.session.outcome import Done, Rows, rows_of
from pggate.session.places import databases_of
from pggate.session.results import carried
from pggate.session.returning import result_of
from pggate.session.roles import Roles
from pggate.session.utilities import ACCEPTED, DONE, refusal
from pggate.session.writing import Writing
from pggate.translate.databases import create_database, drop_database
from pggate.translate.explain import explain
from pggate.translate.kinds import Kind, command_tag
from pggate.translate.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.engine.cursor import Cursor
    from pggate.engine.result import Result
    from pggate.session.analysed import Analysed
    from pggate.session.analysis import Analyst
    from pggate.session.commands import Commands
    from pggate.session.cursors import Cursors, Identity
    from pggate.session.gateway import Gateway
    from pggate.session.notices import Notices
    from pggate.session.outcome import Column, Outcome
    from pggate.session.portals import Portals
    from pggate.session.presence import Visits
    from pggate.session.transaction import Transaction

    Run = Callable[[Analysed, Sequence[object]], Outcome]

DEFINITIONS: Final = (
    Kind.CREATE_TABLE,
    Kind.CREATE_TABLE_AS,
    Kind.CREATE_VIEW,
    Kind.CREATE_SCHEMA,
    Kind.ALTER_TABLE,
    Kind.ALTER_VIEW,
    Kind.ALTER_SCHEMA,
    Kind.DROP_TABLE,
    Kind.DROP_VIEW,
    Kind.DROP_SCHEMA,
    Kind.COMMENT,
)
COUNTING: Final = frozenset({"topics", "pg_stat_user_tables", "pg_stat_all_tables"})
"""Relations of the emulation that show how much a topic holds: counted when they are asked."""

CURSORS_RELATION: Final = "pg_cursors"
"""Of the emulation, too: it is told of the session's cursors when it is asked for them."""

CHANGES: Final = (Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.TRUNCATE)


class Execution:
    """
    Runs one session's statements.
    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        notices: Notices,
        commands: Commands,
        visits: Visits,
        portals: Portals,
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._analyst = analyst
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._commands = commands
        self._visits = visits
        self._fetching = Fetching(transaction, portals)
        writing = Writing(gateway, cursors, transaction)
        defining = Defining(gateway, cursors, transaction, notices)
        enums = Enums(gateway, identity, cursors, transaction, notices)
        roles = Roles(gateway, identity, notices)
        copying = Copying(gateway, identity, cursors, transaction, analyst, self._rows, self._visit)
        self._runs: dict[Kind, Run] = {
            Kind.SELECT: self._select,
            Kind.EXPLAIN: self._explain,
            Kind.INSERT: writing.insert,
            Kind.COPY: copying.copy,
            Kind.CREATE_DATABASE: self._create_database,
            Kind.DROP_DATABASE: self._drop_database,
            Kind.CREATE_ROLE: roles.create,
            Kind.ALTER_ROLE: roles.alter,
            Kind.DROP_ROLE: roles.drop,
            **dict.fromkeys(CHANGES, self._alone(writing.change)),
            **dict.fromkeys(DEFINITIONS, self._alone(defining.define)),
            **dict.fromkeys(DONE, self._done),
            **dict.fromkeys(ACCEPTED, self._accepted),
            Kind.CREATE_INDEX: self._create_index,
            Kind.CREATE_TYPE: self._alone(enums.create),
            Kind.ALTER_TYPE: self._alone(enums.alter),
            Kind.DROP_TYPE: self._alone(enums.drop),
        }

    def run(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """
        Raises:
            PgError: It failed, or is refused.

        """
        kind = analysed.statement.kind
        if kind in self._commands.kinds:
            return self._commands.run(analysed, self.run)
        if kind in CURSORS:
            return self._fetching.run(analysed, parameters, self.run)
        run = self._runs.get(kind)
        if run is None:
            raise refusal(kind)
        with self._transaction.executing(kind.value):
            try:
                self._visit(analysed)
                return run(analysed, parameters)
            except PgError as error:
                raise analysed.placed(error) from error

    def _visit(self, analysed: Analysed) -> None:
        """What the statement uses is not dropped before its transaction has ended."""
        for part in analysed.parts or (analysed,):
            databases = databases_of(part.bound)
            self._visits.enter(databases)
            for name in databases:
                self._gateway.databases.find(name)  # a moment ago it was there

    def _alone(self, run: Run) -> Run:
        """Outside a block, a statement that writes is a transaction of its own."""

        def in_transaction(analysed: Analysed, parameters: Sequence[object]) -> Outcome:
            with self._transaction.alone():
                outcomes = [run(part, parameters) for part in analysed.parts or (analysed,)]
            return Done(analysed.statement.tag(0)) if analysed.parts else outcomes[0]

        return in_transaction

    def _rows(self, analysed: Analysed, parameters: Sequence[object]) -> Rows:
        """Of a statement that is known to return some."""
        outcome = self._runs[analysed.statement.kind](analysed, parameters)
        assert isinstance(outcome, Rows), "it has RETURNING"  # noqa: S101
        return outcome

    def _select(self, analysed: Analysed, parameters: Sequence[object]) -> Rows:
        self._transaction.enter()
        if analysed.bound is not None and any(r.name in COUNTING for r in analysed.bound.relations):
            self._gateway.mirror.measure()
        cursor = self._cursors.lake
        if analysed.bound is not None and any(r.name == CURSORS_RELATION for r in analysed.bound.relations):
            set_variable(cursor, "pggate_cursors", self._fetching.listed())
        columns = analysed.columns
        if columns is not None:
            result = result_of(cursor, analysed.text, parameters, columns)
        else:
            result, columns = self._named(cursor, analysed, parameters)
        return Rows(columns, result.next_batch, analysed.statement.tag, result.close)

    def _named(
        self, cursor: Cursor, analysed: Analysed, parameters: Sequence[object]
    ) -> tuple[Result, tuple[Column, ...]]:
        """The result of a query whose columns nobody has asked for before it ran."""
        result = cursor.run(analysed.text, parameters)
        with ExitStack() as failing:
            failing.callback(result.close)
            columns = self._analyst.named(analysed.text, result.columns, analysed.bound)
            failing.pop_all()
        wanted = carried(analysed.text, columns, result.columns)
        if wanted != analysed.text:
            result.close()
            result = cursor.run(wanted, parameters)
        return result, columns

    def _explain(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """The engine's plan as PostgreSQL's clients expect one: a column of lines."""
        options = explain(analysed.statement.text)
        inner = replace(split(options.statement)[0], offset=options.offset)
        self._transaction.check_allows(inner)
        if inner.kind is Kind.COPY:  # the engine would explain its own, which writes files
            word = inner.text[: len("copy")]
            raise SyntaxError(f'syntax error at or near "{word}"', position=inner.offset + 1)
        explained = self._analyst.analyse(inner, analysed.parameters, describe=False)
        self._visit(explained)
        if inner.kind is not Kind.SELECT and options.analyze:
            raise FeatureNotSupported(
                f"EXPLAIN ANALYZE of {inner.kind.value} is not supported", hint="Leave out ANALYZE."
            )
        self._transaction.enter()
        verb = "EXPLAIN ANALYZE" if options.analyze else "EXPLAIN"
        try:
            rows = self._cursors.lake.rows(f"{verb} {explained.text}", parameters)
        except PgError as error:
            if error.position is not None:
                error.position -= len(verb) + 1
            raise explained.placed(error) from error
        lines = [line for _, plan in rows for line in plan.splitlines()]
        return rows_of(PLAN, [lines], "EXPLAIN")

    def _create_database(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        self._check_may_manage(Kind.CREATE_DATABASE)
        command = create_database(analysed.statement.text)
        if command.if_not_exists and command.name in self._gateway.mirror.catalog.databases:
            self._notices.add(Notice(f'database "{command.name}" already exists, skipping'))
        else:
            self._gateway.databases.create(command.name)
            self._gateway.mirror.follow()
        return Done(command_tag(Kind.CREATE_DATABASE))

    def _drop_database(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        self._check_may_manage(Kind.DROP_DATABASE)
        command = drop_database(analysed.statement.text)
        if command.name == self._identity.database:
            raise ObjectInUse("cannot drop the currently open database")
        if command.if_exists and command.name not in self._gateway.mirror.catalog.databases:
            self._notices.add(Notice(f'database "{command.name}" does not exist, skipping'))
        else:
            with self._gateway.presence.kept_out(command.name):
                self._gateway.databases.drop(command.name)
                self._gateway.mirror.follow()
        return Done(command_tag(Kind.DROP_DATABASE))

    def _check_may_manage(self, kind: Kind) -> None:
        if not self._identity.superuser:
            raise InsufficientPrivilege(f"permission denied for {kind.value}")
        if self._transaction.block is not Block.NONE:
            raise ActiveSqlTransaction(f"{kind.value} cannot run inside a transaction block")

    def _done(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        return Done(analysed.statement.tag())

    def _create_index(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        self._transaction.will_define()
        check_index(self._gateway, self._analyst, analysed.statement)
        return self._accepted(analysed, parameters)

    def _accepted(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        self._notices.add(Notice(ACCEPTED[analysed.statement.kind], sqlstate="01000"))
        return Done(analysed.statement.tag())
