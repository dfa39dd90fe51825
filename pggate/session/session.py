"""
One client's session: each message in, its replies out.

Synchronous: runs in a worker thread, one at a time; only `interrupt` comes from elsewhere.  A reply is made
when the driver asks for it, so the rows of a result are computed no faster than the client takes them.
"""

from __future__ import annotations

from contextlib import contextmanager
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
from pggate.session.arrow_query import ArrowQuery
from pggate.session.extended_query import ExtendedQuery
from pggate.session.live.backends import Backend
from pggate.session.live.clock_functions import microseconds
from pggate.session.live.session_numbers import SessionNumbers
from pggate.session.parts import put_together
from pggate.session.replying import Replying
from pggate.session.simple_query import SimpleQuery
from pggate.session.statement.block import Block
from pggate.wire import backend, frontend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa

    from pggate.session.arrow_query import Answer
    from pggate.session.live.gateway import Gateway
    from pggate.session.live.watch import Alarm
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.wire.connection import Replies

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
        self._parts = parts = put_together(gateway, identity, settings, alarm, self)
        self._replying = Replying(parts)
        self._arrow = ArrowQuery(parts, self._replying)
        self._answers = self._answers_of(
            SimpleQuery(parts, self._replying), ExtendedQuery(parts, self._replying, next_is_sync)
        )
        gateway.backends.enter(
            Backend(
                identity,
                settings,
                parts.activity,
                parts.notices,
                parts.portals,
                self.interrupt,
                end,
                lambda: parts.watch.is_interrupted,
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
            with self._parts.watch.busy():
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

    def run_arrow(self, sql: str) -> Answer:
        """
        One statement whose rows leave as Arrow.

        Raises:
            PgError: It fails, and its transaction is undone.

        """
        with self._asked():
            return (yield from self._arrow.run(sql))

    def run_arrow_with(self, sql: str, oids: tuple[int, ...], values: tuple[bytes | None, ...]) -> Answer:
        """
        The same, of a statement with parameters.

        Args:
            oids: Their types; 0 is one that the statement tells.
            values: In PostgreSQL's text format.

        Raises:
            PgError: It fails, and its transaction is undone.

        """
        for message in (frontend.Parse("", sql, oids), frontend.Bind("", "", (), values, ())):
            for reply in self.handle(message):
                if isinstance(reply, backend.ErrorResponse):
                    raise reply.error
        with self._asked():
            return (yield from self._arrow.run_portal(""))

    def prepare_arrow(self, sql: str, oids: tuple[int, ...] = ()) -> tuple[pa.Schema | None, tuple[int, ...]]:
        """
        The schema of what `run_arrow` would return, None where it is no rows, and the OIDs of the statement's
        parameters, without running it.

        Args:
            oids: The types that parameters have; 0 is one that the statement tells.

        Raises:
            PgError: As `run_arrow`.

        """
        with self._asked():
            return self._arrow.prepare(sql, oids)

    @property
    def in_transaction(self) -> bool:
        """Has a BEGIN been said whose end was not?"""
        return self._parts.transaction.status != "I"

    @contextmanager
    def _asked(self) -> Iterator[None]:
        self.settings.asked_at = microseconds()
        try:
            with self._parts.watch.busy():
                yield
        except PgError as error:
            told = self._undone(error)
            self._replying.rest()
            raise told from error

    def malformed(self, error: PgError, *, ready: bool) -> Replies:
        """
        Answer a message that could not be read; `ready`: ReadyForQuery has to follow.
        """
        yield from self._failed(error, ready=ready)

    def interrupt(self, reason: PgError) -> None:
        """
        Stop what runs now; nothing happens when nothing does.  From any thread.
        """
        self._parts.watch.interrupt(reason)

    def deadline(self) -> float | None:
        """
        When a transaction that others wait for has been idle for too long (time.monotonic).
        """
        if not self._parts.transaction.is_waited_for:
            return None
        return self._parts.watch.idle_since + self._parts.gateway.config.limits.gate_idle_seconds

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
        if self._parts.watch.in_statement:
            self.interrupt(expired)
        else:
            self._parts.transaction.expire(expired)
            self._parts.portals.close_portals()
            self._parts.visits.leave()

    def close(self) -> None:
        """
        The client is gone.
        """
        try:
            self._parts.portals.close_all()
            self._parts.transaction.rollback()
            self._parts.visits.leave()
            self._parts.cursors.close()
        finally:
            self._parts.gateway.settings.pop(self.identity.pid, None)
            self._parts.gateway.numbers.pop(self.identity.pid, None)
            self._parts.gateway.backends.leave(self.identity.pid, microseconds())

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
        self._parts.gateway.backends.unsupported.note(
            self.identity,
            self.settings.show("application_name"),
            self._parts.activity.query,
            error,
            self.settings.asked_at,
        )
        yield from self._failed(error, ready=isinstance(message, _ENDED_BY_READY))

    def _failed(self, error: PgError, *, ready: bool) -> Replies:
        """The statement failed."""
        error = self._undone(error)
        for notice in self._parts.notices.take():
            yield backend.NoticeResponse(notice)
        if isinstance(error, AdminShutdown):
            yield backend.ErrorResponse(error, "FATAL")
            return
        yield backend.ErrorResponse(error)
        if ready:
            yield from self._replying.ready()

    def _undone(self, error: PgError) -> PgError:
        """What a statement failed of; its transaction is undone before the client hears of it."""
        error = self._parts.watch.reason(error)
        # The message may quote the client's data: it is for the client alone.
        log.info("query_failed", pid=self.identity.pid, user=self.identity.user, sqlstate=error.code)
        if self._parts.transaction.block is Block.EXPLICIT:
            self._parts.portals.fail_portals(self._parts.transaction.savepoints.depth)
        self._parts.transaction.fail()
        self._parts.activity.failed = True
        if self._parts.transaction.block is Block.NONE:
            self._parts.portals.close_portals()
        return error


_ENDED_BY_READY: Final = (frontend.Query, frontend.Sync, frontend.FunctionCall)
