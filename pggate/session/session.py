"""
One client's session: each message in, its replies out.

Synchronous: runs in a worker thread, one at a time; only `interrupt` comes from elsewhere.  A reply is made
when the driver asks for it, so the rows of a result are computed no faster than the client takes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.errors import (
    FeatureNotSupported,
    IdleInTransactionSessionTimeout,
    InternalError,
    ObjectNotInPrerequisiteState,
    PgError,
    ProtocolViolation,
    StatementTooComplex,
    SyntaxError,  # noqa: A004  PostgreSQL's name for 42601
)
from pggate.logs import Log
from pggate.session.analysis import Analyst
from pggate.session.commands import Commands
from pggate.session.copy_flow import rows_in, rows_out
from pggate.session.cursors import Cursors, Identity
from pggate.session.declared import check_types
from pggate.session.execution import Execution
from pggate.session.notices import Notices
from pggate.session.outcome import CopyIn, CopyOut, Done, Rows
from pggate.session.portal import Portal, Prepared
from pggate.session.portals import Portals
from pggate.session.presence import Visits
from pggate.session.results import decoded, encoder, expanded, field_of
from pggate.session.transaction import Block, Transaction
from pggate.session.watch import Watch
from pggate.translate.kinds import Kind
from pggate.translate.statements import Statement, split
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.gateway import Gateway
    from pggate.session.outcome import Outcome
    from pggate.session.settings import Settings
    from pggate.wire.connection import Replies

    Alarm = Callable[[float, Callable[[], None]], Callable[[], None]]

log = Log("session")

ALONE: Final = frozenset({Kind.CREATE_DATABASE, Kind.DROP_DATABASE, Kind.DISCARD})
"""What cannot run in a transaction begins none, also where the Sync has not come yet."""


class Session:
    """
    Args:
        gateway: What all sessions share.
        identity: Who this one is.
        settings: With the start-up parameters taken.
        alarm: Sets the clock for statement_timeout: (seconds, what to do then) → how to call it off.
        next_is_sync: Whether a Sync follows the message that is being handled, as far as it has arrived.

    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        settings: Settings,
        alarm: Alarm,
        next_is_sync: Callable[[], bool],
    ) -> None:
        self.identity = identity
        self.settings = gateway.settings[identity.pid] = settings
        self._gateway = gateway
        self._next_is_sync = next_is_sync
        self._notices = Notices()
        self._portals = Portals(gateway.engine.store)
        self._cursors = Cursors(gateway, identity, settings, lambda: self._watch.is_interrupted)
        self._transaction = Transaction(self._cursors, settings, self, gateway.mirror.follow)
        self._analyst = Analyst(gateway, identity, self._cursors, self._portals)
        commands = Commands(
            identity,
            settings,
            self._cursors,
            self._transaction,
            self._portals,
            self._analyst,
            self._notices,
        )
        self._visits = Visits(gateway.presence, identity.database)
        self._execution = Execution(
            gateway,
            identity,
            self._cursors,
            self._transaction,
            self._analyst,
            self._notices,
            commands,
            self._visits,
            self._portals,
        )
        self._watch = Watch(
            identity, gateway.metrics.queries, alarm, self._stop, gateway.config.log.slow_query_ms
        )
        self._answers: dict[type[frontend.Frontend], Callable[[Any], Replies]] = {
            frontend.Query: self._query,
            frontend.Parse: self._parse,
            frontend.Bind: self._bind,
            frontend.Describe: self._describe,
            frontend.Execute: self._execute,
            frontend.Close: self._close,
            frontend.Sync: self._sync,
            frontend.Flush: self._nothing,
            frontend.Terminate: self._nothing,
            frontend.FunctionCall: self._function_call,
        }

    # -- what the driver calls

    def handle(self, message: frontend.Frontend) -> Replies:
        """
        Answer one message.
        """
        answer = self._answers.get(type(message), self._unexpected)
        try:
            with self._watch.busy():
                yield from answer(message)
        except PgError as error:
            yield from self._failed(error, ready=isinstance(message, _ENDED_BY_READY))
        except RecursionError:  # PostgreSQL 15, check_stack_depth
            yield from self._failed(
                StatementTooComplex(
                    "stack depth limit exceeded", hint="Write the statement with fewer levels of nesting."
                ),
                ready=isinstance(message, _ENDED_BY_READY),
            )
        except Exception as bug:  # noqa: BLE001  the client is told, the log has it, the session goes on
            log.error("internal_error", error=bug, pid=self.identity.pid)
            yield from self._failed(
                InternalError(f"internal error: {bug}", hint="The server's log has the details."),
                ready=isinstance(message, _ENDED_BY_READY),
            )

    def malformed(self, error: PgError, *, ready: bool) -> Replies:
        """
        Answer a message that could not be read; `ready`: ReadyForQuery has to follow.
        """
        yield from self._failed(error, ready=ready)

    def interrupt(self, reason: PgError) -> None:
        """
        Stop what runs now; nothing happens when nothing does.  From any thread.
        """
        self._watch.interrupt(reason)

    def _stop(self) -> None:
        """Wake whatever blocks this session; from any thread."""
        self._cursors.interrupt()
        lake = self._transaction.lake
        if lake is not None:
            lake.gates.cancel(self)

    def deadline(self) -> float | None:
        """
        When a transaction that others wait for has been idle for too long (time.monotonic).
        """
        if not self._transaction.is_waited_for:
            return None
        return self._watch.idle_since + self._gateway.config.limits.gate_idle_seconds

    def expire(self) -> None:
        """
        The deadline has passed: let the others go on.  A statement whose rows the client does not take fails
        with the next of them, and its transaction is undone then.
        """
        expired = IdleInTransactionSessionTimeout(
            "the transaction was rolled back: others waited for it while it was idle",
            hint="Commit soon after UPDATE, DELETE, MERGE and definitions, and read results at once: "
            "the topic's appends, and the name's other uses, wait meanwhile.",
        )
        if self._watch.in_statement:
            self.interrupt(expired)
        else:
            self._transaction.expire(expired)
            self._portals.close_portals()
            self._visits.leave()

    def close(self) -> None:
        """
        The client is gone.
        """
        self._portals.close_all()
        self._transaction.rollback()
        self._visits.leave()
        self._cursors.close()
        self._gateway.settings.pop(self.identity.pid, None)

    def greeting(self, secret: bytes) -> Replies:
        """
        What a client is told when it is let in.
        """
        yield from self._reports()
        yield backend.BackendKeyData(self.identity.pid, secret)
        yield backend.ReadyForQuery("I")

    # -- simple query

    def _query(self, message: frontend.Query) -> Replies:
        statements = split(message.sql)
        self._portals.forget_unnamed()
        if not statements:
            yield backend.EmptyQueryResponse()
        if len(statements) > 1:
            for statement in statements:
                with self._watch.preparation(statement, self.settings.statement_timeout):
                    self._analyst.check_syntax(statement)
        for number, statement in enumerate(statements, start=1):
            if len(statements) > 1 and self._transaction.block is Block.NONE:
                self._begin_implicit()  # again after a COMMIT or ROLLBACK among them
            yield from self._run_simple(statement, is_last=number == len(statements))
        yield from self._ready()

    def _run_simple(self, statement: Statement, *, is_last: bool) -> Replies:
        with self._watch.statement(statement, self.settings.statement_timeout):
            self._transaction.check_allows(statement)
            analysed = self._analyst.analyse(statement, describe=False)
            self._notices.extend(analysed.notices)
            outcome = self._execution.run(analysed, ())
            code = outcome.format if isinstance(outcome, Rows) else 0
            portal = Portal("", Prepared("", analysed, statement.text, ()), (), (code,), outcome)
            try:
                if isinstance(outcome, Rows):
                    yield backend.RowDescription(tuple(field_of(column, code) for column in outcome.columns))
                yield from self._send(portal, outcome, limit=0)
            finally:
                portal.close()
            if is_last:
                self._end_implicit()
        yield from self._complete(outcome, portal.sent)

    # -- extended query

    def _parse(self, message: frontend.Parse) -> Replies:
        if not message.statement:
            self._portals.close_statement("")  # gone even if the new one is none
        statements = split(message.sql)
        check_types(message.parameter_oids)
        analysed = None
        for statement in statements:
            with self._watch.preparation(statement, self.settings.statement_timeout):
                if len(statements) > 1:
                    raise SyntaxError("cannot insert multiple commands into a prepared statement")
                self._transaction.check_allows(statement)
                analysed = self._analyst.analyse(statement, message.parameter_oids, describe=True)
        self._portals.prepare(Prepared(message.statement, analysed, message.sql, message.parameter_oids))
        yield backend.ParseComplete()

    def _bind(self, message: frontend.Bind) -> Replies:
        prepared = self._portals.statement(message.statement)
        if prepared.analysed is None:
            self._portals.bind(self._bound(prepared, message))
        else:
            with self._watch.preparation(prepared.analysed.statement, self.settings.statement_timeout):
                self._transaction.check_allows(prepared.analysed.statement)
                self._analyst.renew(prepared)
                self._portals.bind(self._bound(prepared, message))
        yield backend.BindComplete()

    def _bound(self, prepared: Prepared, message: frontend.Bind) -> Portal:
        portal = Portal(message.portal, prepared, decoded(prepared, message), message.result_formats)
        portal.level = self._transaction.savepoints.depth
        expanded(message.result_formats, len(prepared.columns), "result")
        return portal

    def _describe(self, message: frontend.Describe) -> Replies:
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
            with self._watch.preparation(prepared.analysed.statement, self.settings.statement_timeout):
                self._analyst.renew(prepared)

    def _execute(self, message: frontend.Execute) -> Replies:
        portal = self._portals.portal(message.portal)
        analysed = portal.prepared.analysed
        if analysed is None:
            yield backend.EmptyQueryResponse()
            return
        kind = analysed.statement.kind
        if self._transaction.block is Block.NONE and kind not in ALONE and not self._next_is_sync():
            self._begin_implicit()
        with self._watch.statement(analysed.statement, self.settings.statement_timeout):
            self._transaction.check_allows(analysed.statement)
            if portal.outcome is None:
                self._notices.extend(analysed.notices)
                outcome = portal.open(self._execution.run)
            elif isinstance(portal.outcome, Rows):
                outcome = portal.outcome
            else:
                raise ObjectNotInPrerequisiteState(f'portal "{portal.name}" cannot be run')
            before = portal.sent
            yield from self._send(portal, outcome, message.max_rows)
            is_suspended = isinstance(outcome, Rows) and portal.sent - before == message.max_rows
            if message.max_rows and is_suspended and kind is Kind.FETCH:
                portal.hold(self._portals.make_store)  # the cursor has gone past all of them
        if message.max_rows and is_suspended:
            yield backend.PortalSuspended()
        else:
            yield from self._complete(outcome, portal.sent - before)

    def _close(self, message: frontend.Close) -> Replies:
        if message.kind == "S":
            self._portals.close_statement(message.name)
        else:
            self._portals.close_portal(message.name)
        yield backend.CloseComplete()

    def _sync(self, _message: frontend.Sync) -> Replies:
        self._end_implicit()
        if self._transaction.block is Block.NONE:
            self._portals.close_portals()
        yield from self._ready()

    def _nothing(self, _message: frontend.Frontend) -> Replies:
        """Flush needs no answer: every block of replies is written at once.  Terminate neither."""
        yield from ()

    def _function_call(self, _message: frontend.FunctionCall) -> Replies:
        yield from self._failed(
            FeatureNotSupported("function calls of the protocol are not supported", hint="Use SELECT."),
            ready=True,
        )

    def _unexpected(self, message: frontend.Frontend) -> Replies:
        yield from self._failed(
            ProtocolViolation(f"unexpected message {type(message).__name__}"), ready=False
        )

    # -- replies

    def _send(self, portal: Portal, outcome: Outcome, limit: int) -> Replies:
        """The rows, a block for each batch; of COPY FROM STDIN those that the client sends."""
        if isinstance(outcome, Done):
            return
        if not isinstance(outcome, Rows):
            yield from self._copy(portal, outcome)
            return
        codes = expanded(portal.formats, len(outcome.columns), "result")
        encode = encoder(outcome.columns, codes, self.settings)
        with self._transaction.executing():
            for batch in portal.batches(limit):
                block = encode(batch)
                self._gateway.metrics.queries.sent(block.rows, len(block.data))
                yield backend.DataRows(block.data, block.rows)
                self._watch.check()

    def _copy(self, portal: Portal, outcome: CopyOut | CopyIn) -> Replies:
        """The rows of COPY, one way or the other."""
        with self._transaction.executing("COPY FROM" if isinstance(outcome, CopyIn) else ""):
            if isinstance(outcome, CopyIn):
                portal.sent = yield from rows_in(outcome, self._watch.check)
            else:
                sent = self._gateway.metrics.queries.sent
                portal.sent = yield from rows_out(outcome, self.settings, sent, self._watch.check)

    def _complete(self, outcome: Outcome, rows: int) -> Replies:
        for notice in self._notices.take():
            yield backend.NoticeResponse(notice)
        tag = outcome.tag if isinstance(outcome, Done) else outcome.tag(rows)
        yield backend.CommandComplete(tag)

    def _ready(self) -> Replies:
        """It is the client's turn again; outside a block nothing is used any more."""
        if self._transaction.status == "I":
            self._visits.leave()
        yield from self._reports()
        yield backend.ReadyForQuery(self._transaction.status)

    def _reports(self) -> Replies:
        for name, value in self.settings.take_reports():
            yield backend.ParameterStatus(name, value)

    def _failed(self, error: PgError, *, ready: bool) -> Replies:
        """The statement failed: its transaction is undone before the client hears of it."""
        error = self._watch.reason(error)
        # The message may quote the client's data: it is for the client alone.
        log.info("query_failed", pid=self.identity.pid, user=self.identity.user, sqlstate=error.code)
        if self._transaction.block is Block.EXPLICIT:
            self._portals.fail_portals(self._transaction.savepoints.depth)
        self._transaction.fail()
        if self._transaction.block is Block.NONE:
            self._portals.close_portals()
        for notice in self._notices.take():
            yield backend.NoticeResponse(notice)
        yield backend.ErrorResponse(error)
        if ready:
            yield from self._ready()

    # -- brackets

    def _begin_implicit(self) -> None:
        self._transaction.begin(Block.IMPLICIT)

    def _end_implicit(self) -> None:
        if self._transaction.block is Block.IMPLICIT:
            self._portals.hold()
            self._transaction.commit()
            self._portals.keep()


_ENDED_BY_READY: Final = (frontend.Query, frontend.Sync, frontend.FunctionCall)
