"""
The messages of an extended query: Parse, Bind, Describe, Execute, Close, Sync (PostgreSQL 15, 55.2.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import (
    ObjectNotInPrerequisiteState,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.session.cursors.results import check_count, decoded, expanded, field_of
from pggate.session.statement.block import Block
from pggate.session.statement.declared import check_types
from pggate.session.statement.documents import with_documents
from pggate.session.statement.outcome import Rows
from pggate.session.statement.portal import Portal, Prepared
from pggate.translate.dialect.void_parameters import without_void
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split
from pggate.wire import backend

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.parts import Parts
    from pggate.session.replying import Replying
    from pggate.wire import frontend
    from pggate.wire.connection import Replies

ALONE: Final = frozenset({Kind.CREATE_DATABASE, Kind.DROP_DATABASE, Kind.DISCARD})
"""What cannot run in a transaction begins none, also where the Sync has not come yet."""


class ExtendedQuery:
    """
    Answers one session's messages of that kind.

    Args:
        next_is_sync: Whether a Sync follows the message that is being handled, as far as it has arrived.

    """

    def __init__(self, parts: Parts, replying: Replying, next_is_sync: Callable[[], bool]) -> None:
        self._cursors = parts.cursors
        self._portals = parts.portals
        self._transaction = parts.transaction
        self._analyst = parts.analyst
        self._execution = parts.execution
        self._notices = parts.notices
        self._watch = parts.watch
        self._settings = parts.settings
        self._activity = parts.activity
        self._replying = replying
        self._next_is_sync = next_is_sync

    def parse(self, message: frontend.Parse) -> Replies:
        """Understand a statement and keep it; nothing is executed."""
        self._activity.run(message.sql, self._settings.asked_at)
        if not message.statement:
            self._portals.close_statement("")  # gone even if the new one is none
        statements = split(without_void(message.sql, message.parameter_oids))
        check_types(message.parameter_oids, self._cursors.has_type)
        analysed = None
        for statement in statements:
            with self._watch.preparation(statement, self._settings.statement_timeout):
                if len(statements) > 1:
                    raise SyntaxError("cannot insert multiple commands into a prepared statement")
                if self._transaction.status == "E":  # nonsense is said before anything else
                    self._analyst.check_syntax(statement)
                self._transaction.check_allows(statement)
                analysed = self._analyst.analyse(statement, message.parameter_oids, describe=True)
        self._portals.prepare(Prepared(message.statement, analysed, message.sql, message.parameter_oids))
        yield backend.ParseComplete()

    def bind(self, message: frontend.Bind) -> Replies:
        """A portal of a prepared statement and its parameters."""
        prepared = self._portals.statement(message.statement)
        self._activity.run(prepared.sql, self._settings.asked_at)
        prepared.uses += 1
        check_count(prepared, message)
        if prepared.analysed is None:
            self._portals.bind(self._bound(prepared, message))
        else:
            with self._watch.preparation(prepared.analysed.statement, self._settings.statement_timeout):
                self._transaction.check_allows(prepared.analysed.statement)
                self._analyst.renew(prepared)
                self._portals.bind(self._bound(prepared, message))
        yield backend.BindComplete()

    def _bound(self, prepared: Prepared, message: frontend.Bind) -> Portal:
        values = decoded(prepared, message, self._cursors.created_type)
        fitted = self._analyst.fitted(prepared, values)
        documents = {} if fitted.analysed is None else fitted.analysed.documents
        portal = Portal(message.portal, fitted, with_documents(values, documents), message.result_formats)
        portal.level = self._transaction.savepoints.depth
        expanded(message.result_formats, len(prepared.columns), "result")
        return portal

    def describe(self, message: frontend.Describe) -> Replies:
        """What a statement takes, and what it or a portal returns."""
        if message.kind == "S":
            prepared = self._portals.statement(message.name)
            formats: tuple[int, ...] = ()
            self._check_describable(prepared)
            yield backend.ParameterDescription(prepared.parameters)
            self._renew(prepared)
        else:
            portal = self._portals.portal(message.name)
            prepared, formats = portal.prepared, portal.formats
            self._check_describable(prepared)
        columns = prepared.columns
        if prepared.analysed is None or prepared.analysed.columns is None:
            yield backend.NoData()
        else:
            codes = expanded(formats, len(columns), "result")
            yield backend.RowDescription(tuple(map(field_of, columns, codes)))

    def _check_describable(self, prepared: Prepared) -> None:
        """In a failed transaction nobody can tell any more which rows there would be."""
        if prepared.analysed is not None and prepared.analysed.columns is not None:
            self._transaction.check_allows(prepared.analysed.statement)

    def _renew(self, prepared: Prepared) -> None:
        """What it returns, as of now."""
        if prepared.analysed is not None and prepared.analysed.columns is not None:
            with self._watch.preparation(prepared.analysed.statement, self._settings.statement_timeout):
                self._analyst.renew(prepared)

    def execute(self, message: frontend.Execute) -> Replies:
        """Rows of a portal, all or so many; the first time, its statement runs."""
        portal = self._portals.portal(message.portal)
        self._activity.run(portal.prepared.sql, self._settings.asked_at)
        analysed = portal.prepared.analysed
        if analysed is None:
            yield backend.EmptyQueryResponse()
            return
        kind = analysed.statement.kind
        if self._transaction.block is Block.NONE and kind not in ALONE and not self._next_is_sync():
            self._replying.begin_implicit()
        with self._watch.statement(analysed.statement, self._settings.statement_timeout):
            self._transaction.check_allows(analysed.statement)
            if portal.outcome is None:
                self._notices.extend(analysed.notices)
                outcome = portal.open(self._execution.run)
            elif isinstance(portal.outcome, Rows):
                outcome = portal.outcome
            else:
                raise ObjectNotInPrerequisiteState(f'portal "{portal.name}" cannot be run')
            before = portal.sent
            yield from self._replying.send(portal, outcome, message.max_rows)
            is_suspended = isinstance(outcome, Rows) and portal.sent - before == message.max_rows
            if message.max_rows and is_suspended and kind is Kind.FETCH:
                portal.hold(self._portals.make_store)  # the cursor has gone past all of them
        if message.max_rows and is_suspended:
            yield backend.PortalSuspended()
        else:
            yield from self._replying.complete(outcome, portal.sent - before)

    def close(self, message: frontend.Close) -> Replies:
        """Forget a statement or a portal; one that is not there is fine."""
        if message.kind == "S":
            self._portals.close_statement(message.name)
        else:
            self._portals.close_portal(message.name)
        yield backend.CloseComplete()

    def sync(self, _message: frontend.Sync) -> Replies:
        """The end of what belongs together."""
        self._replying.end_implicit()
        if self._transaction.block is Block.NONE:
            self._portals.close_portals()
        yield from self._replying.ready()
