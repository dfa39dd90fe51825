"""
COPY: which rows go where.  What is said on the way is copy_flow.py's, where the rows go copy_target.py's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from pggate.catalog.emulation import SCHEMAS
from pggate.catalog.model import canonical
from pggate.engine.names import quote_identifier
from pggate.errors import (
    FeatureNotSupported,
    InvalidSchemaName,
    PgError,
    QueryCanceled,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
    UndefinedTable,
    WrongObjectType,
)
from pggate.session.copying.copy_columns import (
    chosen,
    copied_in,
    framing,
    input_column,
    places,
    refuse_unknown,
)
from pggate.session.copying.copy_target import EngineTarget, TopicTarget
from pggate.session.cursors.places import LAKE_PREFIX, lake_of, target_of, topic_of
from pggate.session.statement.outcome import CopyIn, CopyOut
from pggate.translate.commands import copying
from pggate.translate.commands.copy_options import settled
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import CHANGES_ROWS, Kind
from pggate.translate.texts.statements import split
from pggate.types import copy_input

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.copying.copy_target import Target
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.outcome import Outcome, Rows
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.copying import Copy
    from pggate.translate.texts.statements import Statement

    Select = Callable[[Analysed, Sequence[object]], Rows]

TRY_A_QUERY: Final = "Try the COPY (SELECT ...) TO variant."
"""PostgreSQL's hint."""


class Copying:
    """
    Runs one session's COPY.

    Args:
        select: Runs a query, or what has RETURNING.
        visit: Told of what a statement uses.

    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        select: Select,
        visit: Callable[[Analysed], None],
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._analyst = analyst
        self._select = select
        self._visit = visit

    def copy(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        """
        COPY, up to where the first row goes over the wire.
        """
        statement = analysed.statement
        command = copying.copy(statement.text)
        if command.where != "client":
            raise FeatureNotSupported(
                f"COPY {'from' if command.is_from else 'to'} a {command.where} is not supported",
                hint=f"Use COPY {'FROM STDIN' if command.is_from else 'TO STDOUT'}, "
                "or psql's \\copy with a file of the client's.",
            )
        return self._from(command, statement) if command.is_from else self._to(command, statement)

    # -- TO STDOUT

    def _to(self, command: Copy, statement: Statement) -> CopyOut:
        if command.query:
            known: tuple[str, ...] = ()
            options = settled(command.options, is_from=False)
            source = self._queried(command)
        else:
            source = self._read(f"SELECT * FROM {command.relation}", command)
            self._refuse_view(source)
            options = settled(command.options, is_from=False)
            known = tuple(column.name for column in source.columns or ())
            if command.columns is not None:
                refuse_unknown(command.columns, known, command.name)
                names = ", ".join(map(quote_identifier, command.columns))
                source = self._read(f"SELECT {names} FROM {command.relation}", command)
        self._visit(source)
        rows = self._select(source, ())
        copied = tuple(column.name for column in rows.columns)
        forced = places(options.force_quote, copied, known, command, "FORCE_QUOTE")
        return CopyOut(
            replace(rows, tag=statement.tag), framing(options, forced), options.header is not False
        )

    def _queried(self, command: Copy) -> Analysed:
        """
        The query of COPY (query).

        Raises:
            FeatureNotSupported, SyntaxError: It is something else.

        """
        (inner,) = split(command.query)
        if inner.kind in CHANGES_ROWS:
            if not inner.returning:
                raise FeatureNotSupported("COPY query must have a RETURNING clause")
            return self._analyst.analyse(replace(inner, offset=command.offset + inner.offset), describe=True)
        if inner.kind is Kind.CREATE_TABLE_AS and inner.words[:1] != ("create",):
            raise FeatureNotSupported("COPY (SELECT INTO) is not supported")
        if inner.kind is not Kind.SELECT:
            word = lexer.head(inner.text, 1)[0].text
            position = command.offset + inner.offset + 1
            raise SyntaxError(f'syntax error at or near "{word}"', position=position)
        return self._analyst.analyse(replace(inner, offset=command.offset + inner.offset), describe=False)

    def _read(self, query: str, command: Copy) -> Analysed:
        """A query of our own, about the relation."""
        (statement,) = split(query)
        try:
            return self._analyst.analyse(statement, describe=True)
        except PgError as error:
            raise self._of_relation(error, command) from error

    def _of_relation(self, error: PgError, command: Copy) -> PgError:
        """PostgreSQL does not say where the relation stands in COPY, and looks for its schema first."""
        error.position = None
        known = self._gateway.mirror.catalog.database(self._identity.database).schemas
        is_there = command.schema in ("", "pg_temp", *SCHEMAS) or canonical(command.schema) in known
        if is_there or self._transaction.changed_catalog or not isinstance(error, UndefinedTable):
            return error
        return InvalidSchemaName(f'schema "{command.schema}" does not exist')

    def _refuse_view(self, source: Analysed) -> None:
        for relation in source.bound.relations if source.bound is not None else ():
            if self._is_view(relation):
                raise WrongObjectType(f'cannot copy from view "{relation.name}"', hint=TRY_A_QUERY)

    def _is_view(self, relation: Relation) -> bool:
        database = relation.catalog.removeprefix(LAKE_PREFIX)
        found = self._gateway.mirror.catalog.find(database, relation.schema, relation.name)
        return found is not None and found.kind == "v" and relation.catalog.startswith(LAKE_PREFIX)

    # -- FROM STDIN

    def _from(self, command: Copy, statement: Statement) -> CopyIn:
        target_relation = self._into(command)
        options = settled(command.options, is_from=True)
        if command.filter:
            raise FeatureNotSupported(
                "COPY FROM ... WHERE is not supported",
                hint="Copy into a temporary table, and INSERT from there what is wanted.",
            )
        if self._is_view(target_relation):
            raise WrongObjectType(
                f'cannot copy to view "{target_relation.name}"', hint="Copy into the tables that it reads."
            )
        with self._transaction.executing("COPY FROM"):
            target = self._target(target_relation)
        columns = chosen(target.columns, command)
        reader = copy_input.CopyReader(
            copied_in(options, columns, target.columns, command),
            [input_column(column) for column in columns],
            command.name,
            ZoneInfo(self._gateway.settings[self._identity.pid].show("TimeZone")),
        )
        return self._incoming(reader, target, len(columns), statement, binary=options.format == "binary")

    def _into(self, command: Copy) -> Relation:
        """The relation that rows go to, if the role may write it."""
        (statement,) = split(f"INSERT INTO {command.relation} DEFAULT VALUES")
        try:
            analysed = self._analyst.analyse(statement, describe=False)
        except PgError as error:
            raise self._of_relation(error, command) from error
        self._visit(analysed)
        return target_of(analysed.bound).relation

    def _target(self, relation: Relation) -> Target:
        lake = lake_of(self._gateway, relation)
        self._transaction.will_write(lake)
        if lake is None or self._transaction.changed_catalog:
            return EngineTarget(self._gateway, lake, relation, self._cursors, self._transaction)
        self._transaction.enter(flush=False)
        topic = topic_of(self._gateway, relation)
        writer = self._gateway.databases.find(lake.name).writer
        return TopicTarget(lake, topic, writer, self._cursors, self._transaction)

    def _incoming(
        self,
        reader: copy_input.CopyReader,
        target: Target,
        columns: int,
        statement: Statement,
        *,
        binary: bool,
    ) -> CopyIn:
        def take(data: bytes) -> None:
            target.take(reader.feed(data))

        def finish() -> int:
            target.take(reader.finish())
            return target.finish()

        def failed(reason: str) -> PgError:
            return reader.interrupted(QueryCanceled(f"COPY from stdin failed: {reason}"))

        return CopyIn(columns, binary, take, finish, failed, statement.tag, target.close)
