"""
One client's session: each message in, its replies out.

Synchronous: runs in a worker thread, one at a time; only `interrupt` comes from elsewhere.  A reply is made
when the driver asks for it, so the rows of a result are computed no faster than the client takes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.errors import (
    AdminShutdown,
    FeatureNotSupported,
    IdleInTransactionSessionTimeout,
    InternalError,
    PgError,
    ProtocolViolation,
    StatementTooComplex,
)
from pggate.logs import Log
from pggate.session.analysis.analysis import Analyst
from pggate.session.commands.commands import Commands
from pggate.session.cursors.cursors import Cursors
from pggate.session.execution import Execution
from pggate.session.extended_query import ExtendedQuery
from pggate.session.live.activity import Activity
from pggate.session.live.backends import Backend
from pggate.session.live.clock_functions import microseconds
from pggate.session.live.portals import Portals
from pggate.session.live.presence import Visits
from pggate.session.live.session_numbers import SessionNumbers
from pggate.session.live.watch import Watch
from pggate.session.parts import Parts
from pggate.session.replying import Replying
from pggate.session.simple_query import SimpleQuery
from pggate.session.statement.block import Block
from pggate.session.statement.notices import Notices
from pggate.session.transactions.transaction import Transaction
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.session.live.gateway import Gateway
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.wire.connection import Replies

    Alarm = Callable[[float, Callable[[], None]], Callable[[], None]]

log = Log("session")


class Session:
    """
    Args:
        gateway: What all sessions share.
        identity: Who this one is.
        settings: With the start-up parameters taken.
        alarm: Sets the clock for statement_timeout: (seconds, what to do then) → how to call it off.
        next_is_sync: Whether a Sync follows the message that is being handled, as far as it has arrived.
        end: Ends the connection, wherever it is; from any thread.

    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        settings: Settings,
        alarm: Alarm,
        next_is_sync: Callable[[], bool],
        end: Callable[[PgError], None] = lambda _: None,
    ) -> None:
        self.identity = identity
        self.settings = gateway.settings[identity.pid] = settings
        gateway.numbers[identity.pid] = SessionNumbers()
        self._gateway = gateway
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
        self._activity = Activity(microseconds())
        self._visits = Visits(gateway.presence, identity.database)
        execution = Execution(
            gateway,
            identity,
            self._cursors,
            self._transaction,
            self._analyst,
            self._notices,
            commands,
            self._visits,
            self._portals,
            self._activity,
        )
        self._watch = Watch(
            identity, gateway.metrics.queries, alarm, self._stop, gateway.config.log.slow_query_ms
        )
        parts = Parts(
            gateway,
            identity,
            settings,
            self._notices,
            self._cursors,
            self._transaction,
            self._portals,
            self._analyst,
            execution,
            self._visits,
            self._watch,
            self._activity,
        )
        self._replying = Replying(parts)
        self._answers = self._answers_of(
            SimpleQuery(parts, self._replying), ExtendedQuery(parts, self._replying, next_is_sync)
        )
        gateway.backends.enter(
            Backend(
                identity,
                settings,
                self._activity,
                self._notices,
                self._portals,
                self.interrupt,
                end,
                lambda: self._watch.is_interrupted,
            )
        )

    def _answers_of(
        self, simple: SimpleQuery, extended: ExtendedQuery
    ) -> dict[type[frontend.Frontend], Callable[[Any], Replies]]:
        return {
            frontend.Query: simple.query,
            frontend.Parse: extended.parse,
            frontend.Bind: extended.bind,
            frontend.Describe: extended.describe,
            frontend.Execute: extended.execute,
            frontend.Close: extended.close,
            frontend.Sync: extended.sync,
            frontend.Flush: self._nothing,
            frontend.Terminate: self._nothing,
            frontend.FunctionCall: self._function_call,
        }

    def handle(self, message: frontend.Frontend) -> Replies:
        """
        Answer one message.
        """
        answer = self._answers.get(type(message), self._unexpected)
        self.settings.asked_at = microseconds()
        try:
            with self._watch.busy():
                yield from answer(message)
        except PgError as error:
            yield from self._refused(error, message)
        except RecursionError:  # PostgreSQL 15, check_stack_depth
            yield from self._refused(
                StatementTooComplex(
                    "stack depth limit exceeded", hint="Write the statement with fewer levels of nesting."
                ),
                message,
            )
        except Exception as bug:  # noqa: BLE001  the client is told, the log has it, the session goes on
            log.error("internal_error", error=bug, pid=self.identity.pid)
            yield from self._refused(
                InternalError(f"internal error: {bug}", hint="The server's log has the details."), message
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
        self._gateway.backends.locks.wake()

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
        try:
            self._portals.close_all()
            self._transaction.rollback()
            self._visits.leave()
            self._cursors.close()
        finally:
            self._gateway.settings.pop(self.identity.pid, None)
            self._gateway.numbers.pop(self.identity.pid, None)
            self._gateway.backends.leave(self.identity.pid, microseconds())

    def greeting(self, secret: bytes) -> Replies:
        """
        What a client is told when it is let in.
        """
        yield from self._replying.reports()
        yield backend.BackendKeyData(self.identity.pid, secret)
        yield backend.ReadyForQuery("I")

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

    def _refused(self, error: PgError, message: frontend.Frontend) -> Replies:
        """What the message was about failed."""
        self._gateway.backends.unsupported.note(
            self.identity,
            self.settings.show("application_name"),
            self._activity.query,
            error,
            self.settings.asked_at,
        )
        yield from self._failed(error, ready=isinstance(message, _ENDED_BY_READY))

    def _failed(self, error: PgError, *, ready: bool) -> Replies:
        """The statement failed: its transaction is undone before the client hears of it."""
        error = self._watch.reason(error)
        # The message may quote the client's data: it is for the client alone.
        log.info("query_failed", pid=self.identity.pid, user=self.identity.user, sqlstate=error.code)
        if self._transaction.block is Block.EXPLICIT:
            self._portals.fail_portals(self._transaction.savepoints.depth)
        self._transaction.fail()
        self._activity.failed = True
        if self._transaction.block is Block.NONE:
            self._portals.close_portals()
        for notice in self._notices.take():
            yield backend.NoticeResponse(notice)
        if isinstance(error, AdminShutdown):
            yield backend.ErrorResponse(error, "FATAL")
            return
        yield backend.ErrorResponse(error)
        if ready:
            yield from self._replying.ready()


_ENDED_BY_READY: Final = (frontend.Query, frontend.Sync, frontend.FunctionCall)
