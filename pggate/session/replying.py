"""
What a statement answers, simple or extended: its rows, its tag, and whose turn it is then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.copying.copy_flow import rows_in, rows_out
from pggate.session.cursors.results import encoder, expanded
from pggate.session.live.clock_functions import microseconds
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import CopyIn, CopyOut, Done, Rows
from pggate.wire import backend

if TYPE_CHECKING:
    from pggate.session.parts import Parts
    from pggate.session.statement.outcome import Outcome
    from pggate.session.statement.portal import Portal
    from pggate.wire.connection import Replies


class Replying:
    """
    Makes the replies of one session.
    """

    def __init__(self, parts: Parts) -> None:
        self._settings = parts.settings
        self._notices = parts.notices
        self._transaction = parts.transaction
        self._portals = parts.portals
        self._visits = parts.visits
        self._watch = parts.watch
        self._activity = parts.activity
        self._locks = parts.gateway.backends.locks
        self._pid = parts.identity.pid
        self._metrics = parts.gateway.metrics.queries

    def send(self, portal: Portal, outcome: Outcome, limit: int) -> Replies:
        """The rows, block by block; of COPY FROM STDIN those that the client sends."""
        if isinstance(outcome, Done):
            return
        if not isinstance(outcome, Rows):
            yield from self._copy(portal, outcome)
            return
        codes = expanded(portal.formats, len(outcome.columns), "result")
        encode = encoder(outcome.columns, codes, self._settings)
        with self._transaction.executing():
            for batch in portal.batches(limit):
                for block in encode(batch):
                    self._metrics.sent(block.rows, len(block.data))
                    yield backend.DataRows(block.data, block.rows)
                    self._watch.check()

    def _copy(self, portal: Portal, outcome: CopyOut | CopyIn) -> Replies:
        """The rows of COPY, one way or the other."""
        with self._transaction.executing("COPY FROM" if isinstance(outcome, CopyIn) else ""):
            if isinstance(outcome, CopyIn):
                portal.sent = yield from rows_in(outcome, self._watch.check)
            else:
                sent = self._metrics.sent
                portal.sent = yield from rows_out(outcome, self._settings, sent, self._watch.check)

    def complete(self, outcome: Outcome, rows: int) -> Replies:
        """What it had to say beside its rows, and its tag."""
        for notice in self._notices.take():
            yield backend.NoticeResponse(notice)
        tag = outcome.tag if isinstance(outcome, Done) else outcome.tag(rows)
        yield backend.CommandComplete(tag)

    def ready(self) -> Replies:
        """It is the client's turn again."""
        self.rest()
        yield from self.reports()
        yield backend.ReadyForQuery(self._transaction.status)

    def rest(self) -> None:
        """Nothing runs; outside a block nothing is used any more."""
        status = self._transaction.status
        if status == "I":
            self._visits.leave()
        if status == "I" or (status == "E" and not self._transaction.savepoints.any_defined):
            self._locks.end_transaction(self._pid)
        self._activity.rest(status, microseconds())

    def reports(self) -> Replies:
        """The settings that a client is to know, where they have changed."""
        for name, value in self._settings.take_reports():
            yield backend.ParameterStatus(name, value)

    def begin_implicit(self) -> None:
        """Outside a block: the statements up to the next Sync, or of one Query, belong together."""
        self._transaction.begin(Block.IMPLICIT)

    def end_implicit(self) -> None:
        """They have all succeeded."""
        if self._transaction.block is Block.IMPLICIT:
            self._portals.hold()
            self._transaction.commit()
            self._portals.keep()
