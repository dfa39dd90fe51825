"""
CREATE, ALTER, DROP and REFRESH MATERIALIZED VIEW (PostgreSQL 15): views of the session's database that follow
their topics.

What they are is declared, as sequences are, and so part of the transaction.  What they hold is built before
that, of what is committed (views/follower.py); the rest comes with the feed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.errors import (
    DuplicateColumn,
    DuplicateTable,
    FeatureNotSupported,
    Notice,
    PgError,
    UndefinedParameter,
    UndefinedTable,
    WrongObjectType,
)
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.lake.live_views import LiveView, ViewColumn
from pggate.session.definitions.dependents import Dependents
from pggate.session.definitions.dropping import Dropping
from pggate.session.definitions.inlined_views import Reading
from pggate.session.definitions.known_live_views import KnownLiveViews, relation_of
from pggate.session.definitions.named_live_views import NamedLiveViews
from pggate.session.definitions.refused_places import place_of, place_of_groups
from pggate.session.definitions.window_queries import window_query
from pggate.session.queries.declared_objects import DeclaredObjects
from pggate.session.queries.qualifying import qualified_query
from pggate.session.statement.outcome import Done
from pggate.session.statement.placing import placed_within
from pggate.translate.commands import live_view_commands
from pggate.translate.syntax import mentions
from pggate.translate.texts.statements import split
from pggate.types.enums import MARK
from pggate.views.windows import OPTIONS
from pggate.views.written import written_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.lake.lake import Lake
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Column
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.live_view_commands import CreateLiveView, Name
    from pggate.views.compiled import Compiled

OIDS: Final = 3
"""Of a live view, its row type and the type of arrays of that (types/composites.py)."""


class LiveViewCommands:
    """
    Runs one session's.
    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        notices: Notices,
        analyst: Analyst,
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._analyst = analyst
        self._objects = DeclaredObjects(gateway, identity, cursors, transaction)
        self._known = KnownLiveViews(cursors)
        self._named = NamedLiveViews(cursors)
        self._dependents = Dependents(gateway, cursors)
        self._dropping = Dropping(gateway, cursors, notices)

    def create(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """CREATE MATERIALIZED VIEW."""
        command = live_view_commands.create_live_view(analysed.statement.text)
        refuse_options(command, analysed.statement.text)
        lake = self._objects.begin(analysed)
        schema, name = self._objects.place(command.name)
        known = self._known.of(lake).get((schema, name))
        if self._named.is_taken(lake, schema, name) and not (command.or_replace and known is not None):
            message = f'relation "{name}" already exists'
            if not command.if_not_exists:
                raise DuplicateTable(message)
            self._notices.add(Notice(f"{message}, skipping", sqlstate=DuplicateTable.sqlstate))
            return Done(analysed.statement.tag())
        view = self._understood(lake, command, schema, name)
        if known is not None:
            self._dropping.refuse_other_query(relation_of(lake, known))
            self._known.forget(lake, known)
        rows = self._cursors.live_views.prepare(lake, view)
        self._known.note(lake, view)
        return Done(analysed.statement.tag(rows))

    def drop(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """DROP MATERIALIZED VIEW."""
        command = live_view_commands.drop_live_views(analysed.statement.text)
        lake = self._objects.begin(analysed)
        for names in command.names:
            try:
                found = self._named.wanted(lake, names)
            except UndefinedTable:
                message = f'materialized view "{".".join(names)}" does not exist'
                if not command.if_exists:
                    raise UndefinedTable(message) from None
                self._notices.add(Notice(f"{message}, skipping"))
                continue
            self._dropping.drop_live_view(relation_of(lake, found), cascade=command.cascade)
            self._known.forget(lake, found)
        return Done(analysed.statement.tag())

    def alter(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """ALTER MATERIALIZED VIEW … RENAME TO, SET SCHEMA."""
        command = live_view_commands.alter_live_view(analysed.statement.text)
        if command is None:
            raise FeatureNotSupported(
                "this form of ALTER MATERIALIZED VIEW is not supported",
                hint="RENAME TO and SET SCHEMA are; DROP and CREATE it for anything else.",
            )
        lake = self._objects.begin(analysed)
        try:
            known = self._named.wanted(lake, command.name)
        except UndefinedTable as error:
            if not command.if_exists:
                raise
            self._notices.add(Notice(f"{error.message}, skipping"))
            return Done(analysed.statement.tag())
        if command.schema:
            self._objects.check_schema(command.schema)
        now = replace(known, name=command.rename or known.name, schema=command.schema or known.schema)
        if now != known:
            if self._named.is_taken(lake, now.schema, now.name):
                raise DuplicateTable(f'relation "{now.name}" already exists')
            self._known.forget(lake, known)
            self._known.note(lake, now)
        return Done(analysed.statement.tag())

    def refresh(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """REFRESH MATERIALIZED VIEW: make it anew of all rows that there are."""
        command = live_view_commands.refresh_live_view(analysed.statement.text)
        lake = self._objects.begin(analysed)
        view = self._named.wanted(lake, command.name)
        if not command.populated:
            raise FeatureNotSupported(
                "WITH NO DATA is not supported", hint="A live view always has all rows of its query."
            )
        self._gateway.live_views.of(lake).refresh(view, self._cursors.is_canceled)
        return Done(analysed.statement.tag())

    def is_live(self, names: Name) -> bool | None:
        """Is there a live view of that name, or something else?  None where there is nothing."""
        lake = self._gateway.databases.find(self._identity.database).lake
        try:
            self._named.wanted(lake, names)
        except UndefinedTable:
            return None
        except WrongObjectType:
            return False
        return True

    # -- steps

    def _understood(self, lake: Lake, command: CreateLiveView, schema: str, name: str) -> LiveView:
        """
        Raises:
            FeatureNotSupported: It cannot be kept by what comes and goes.

        """
        try:
            return self._view(lake, command, schema, name)
        except PgError as error:
            if error.position is not None:
                error.position += command.start
            raise

    def _view(self, lake: Lake, command: CreateLiveView, schema: str, name: str) -> LiveView:
        rewritten = window_query(self._analyst, command)
        with placed_within(rewritten):
            return self._view_of(lake, command, rewritten.text, schema, name)

    def _view_of(self, lake: Lake, command: CreateLiveView, query: str, schema: str, name: str) -> LiveView:
        (statement,) = split(query)
        analysed = self._analyst.analyse(statement, describe=True)
        bound = analysed.bound
        for number in statement.parameters:
            at = query.find(f"${number}")
            raise UndefinedParameter(f"there is no parameter ${number}", position=at + 1)
        if bound is None or not statement.returns_rows:
            raise FeatureNotSupported("this query cannot be a live view", hint="Use a SELECT.")
        zone = self._settings_zone()
        reading = Reading(self._gateway, self._cursors, self._dependents, lake, zone)
        reading.add(bound.relations, query)
        text = qualified_query(self._cursors, lake.name, analysed.text, bound)
        columns = named_columns(analysed.columns or (), command.columns)
        oid = self._gateway.registry.take_oid(OIDS)
        windows = [each for each in command.options if each[0] in OPTIONS and not command.behind]
        view = LiveView(
            oid=oid,
            schema=schema,
            name=name,
            query=live_view_commands.with_options(command.query + command.behind, windows),
            text=text,
            columns=columns,
            topics=(),
            zone=zone,
            options=command.options,
            is_streaming=command.is_streaming,
            views=reading.views,
        )
        compiled = self._checked(lake, view, query)
        if compiled.joins:
            text = self._cursors.binder.text(written_out(self._cursors.binder.tree(text), compiled.written))
        names = [(each.schema.lower(), each.name.lower()) for each in compiled.source]
        return replace(view, text=text, topics=tuple(reading.topics[each] for each in names))

    def _checked(self, lake: Lake, view: LiveView, query: str) -> Compiled:
        """
        Args:
            query: The view's as it was analysed.

        Raises:
            FeatureNotSupported: It cannot be kept up to date, or is no stream of rows; with the place in it.

        """
        try:
            compiled = self._gateway.live_views.compiled(lake, view)
        except FeatureNotSupported as refused:
            refused.position = place_of(self._cursors.binder, query, refused)
            raise
        if view.is_streaming and compiled.kind != "rows":
            raise FeatureNotSupported(
                "a streaming view is of rows: it cannot aggregate, nor be DISTINCT",
                hint="Use CREATE MATERIALIZED VIEW.",
                position=place_of_groups(query),
            )
        return compiled

    def _settings_zone(self) -> str:
        return self._gateway.settings[self._identity.pid].show("TimeZone")


def refuse_options(command: CreateLiveView, text: str) -> None:
    """
    Args:
        text: The statement's.

    Raises:
        FeatureNotSupported: It asks for what there is not.

    """
    for name, _ in command.options:
        if name in OPTIONS:
            continue
        at = mentions.name(text, name)
        raise FeatureNotSupported(
            f'option "{name}" of a live view is not supported',
            hint="Leave it out.",
            position=None if at is None else at + 1,
        )
    if not command.populated:
        raise FeatureNotSupported(
            "WITH NO DATA is not supported",
            hint="A live view always has all rows of its query.",
            position=text.lower().rfind("with") + 1,
        )


def named_columns(columns: Sequence[Column], names: Sequence[str]) -> tuple[ViewColumn, ...]:
    """
    The view's columns.

    Args:
        names: What CREATE MATERIALIZED VIEW calls the first ones.

    Raises:
        SyntaxError: There are more names than columns.
        DuplicateColumn: 42701.
        FeatureNotSupported: Values of an enumerated type, whose labels may change.

    """
    if len(names) > len(columns):
        raise SqlSyntaxError("too many column names were specified")
    called = [*names, *(column.name for column in columns[len(names) :])]
    for name in called:
        if called.count(name) > 1:
            raise DuplicateColumn(f'column "{name}" specified more than once')
    for column in columns:
        if MARK in column.duckdb:
            raise FeatureNotSupported(
                f'column "{column.name}" of a live view cannot be of an enumerated type',
                hint="Cast it to text.",
            )
    return tuple(
        ViewColumn(name, column.duckdb, column.type.oid, column.typmod)
        for name, column in zip(called, columns, strict=True)
    )
