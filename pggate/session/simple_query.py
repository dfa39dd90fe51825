"""
A Query message: all statements of a text, one after another (PostgreSQL 15, 55.2.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.cursors.results import field_of
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Rows
from pggate.session.statement.portal import Portal, Prepared
from pggate.translate.texts.statements import split
from pggate.wire import backend

if TYPE_CHECKING:
    from pggate.session.parts import Parts
    from pggate.session.replying import Replying
    from pggate.translate.texts.statements import Statement
    from pggate.wire import frontend
    from pggate.wire.connection import Replies


class SimpleQuery:
    """
    Answers one session's Query messages.
    """

    def __init__(self, parts: Parts, replying: Replying) -> None:
        self._portals = parts.portals
        self._transaction = parts.transaction
        self._analyst = parts.analyst
        self._execution = parts.execution
        self._notices = parts.notices
        self._watch = parts.watch
        self._settings = parts.settings
        self._activity = parts.activity
        self._replying = replying

    def query(self, message: frontend.Query) -> Replies:
        """One answer for each statement; an error ends them all."""
        self._activity.run(message.sql, self._settings.asked_at)
        statements = split(message.sql)
        self._portals.forget_unnamed()
        if not statements:
            yield backend.EmptyQueryResponse()
        if len(statements) > 1 or self._transaction.status == "E":  # nonsense is said before anything else
            for statement in statements:
                with self._watch.preparation(statement, self._settings.statement_timeout):
                    self._analyst.check_syntax(statement)
        for number, statement in enumerate(statements, start=1):
            if len(statements) > 1 and self._transaction.block is Block.NONE:
                self._replying.begin_implicit()  # again after a COMMIT or ROLLBACK among them
            yield from self._run(statement, is_last=number == len(statements))
        yield from self._replying.ready()

    def _run(self, statement: Statement, *, is_last: bool) -> Replies:
        with self._watch.statement(statement, self._settings.statement_timeout):
            self._transaction.check_allows(statement)
            analysed = self._analyst.analyse(statement, describe=False)
            self._notices.extend(analysed.notices)
            outcome = self._execution.run(analysed, ())
            code = outcome.format if isinstance(outcome, Rows) else 0
            portal = Portal("", Prepared("", analysed, statement.text, ()), (), (code,), outcome)
            try:
                if isinstance(outcome, Rows):
                    yield backend.RowDescription(tuple(field_of(column, code) for column in outcome.columns))
                yield from self._replying.send(portal, outcome, limit=0)
            finally:
                portal.close()
            if is_last:
                self._replying.end_implicit()
        yield from self._replying.complete(outcome, portal.sent)
