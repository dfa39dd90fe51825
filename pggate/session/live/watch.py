"""
What a session runs now: how long it may, how it is stopped, and what is told of it afterwards.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError, QueryCanceled
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.metrics import Outcome, Queries
    from pggate.session.statement.identity import Identity
    from pggate.translate.texts.statements import Statement

    Alarm = Callable[[float, Callable[[], None]], Callable[[], None]]

log = Log("session")

TIMED_OUT: Final = "canceling statement due to statement timeout"


class Watch:
    """
    Args:
        alarm: (seconds, what to do then) → how to call it off.
        stop: Stops whatever blocks the session: the engine, a gate.
        slow_ms: Statements that take as long are logged; None: none.

    Used by the session's thread; `interrupt` comes from any.

    """

    def __init__(
        self,
        identity: Identity,
        queries: Queries,
        alarm: Alarm,
        stop: Callable[[], None],
        slow_ms: int | None,
    ) -> None:
        self._identity = identity
        self._queries = queries
        self._alarm = alarm
        self._stop = stop
        self._slow_ms = slow_ms
        self._lock = threading.Lock()
        self._running = False
        self._interrupted: PgError | None = None
        self._alarmed: QueryCanceled | None = None
        self._idle_since = time.monotonic()
        self.in_statement = False

    @contextmanager
    def busy(self) -> Iterator[None]:
        """While a message is handled, and only then, the session can be interrupted."""
        with self._lock:
            self._running = True
            self._interrupted = None
        try:
            yield
        finally:
            with self._lock:
                self._running = False
            self._idle_since = time.monotonic()

    @property
    def idle_since(self) -> float:
        """
        Since when the session waits for its client, asked while it does; in the middle of a reply, which the
        client has yet to take, from now on.
        """
        return time.monotonic() if self._running else self._idle_since

    @contextmanager
    def statement(self, statement: Statement, timeout: float) -> Iterator[None]:
        """
        One statement.

        Args:
            timeout: Seconds until it is canceled; 0 for never.

        """
        began = time.monotonic()
        outcome: Outcome = "error"
        self.in_statement = True
        try:
            with self._limited(timeout):
                self.check()
                yield
            outcome = "ok"
        except (QueryCanceled, GeneratorExit):  # the latter: the client left in the middle of a result
            outcome = "canceled"
            raise
        finally:
            self.in_statement = False
            self._tell(statement, outcome, time.monotonic() - began)

    @contextmanager
    def preparation(self, statement: Statement, timeout: float) -> Iterator[None]:
        """
        What comes before a statement runs: one that fails here will not, and is told of now.

        Args:
            timeout: Seconds until it is canceled; 0 for never.

        """
        began = time.monotonic()
        try:
            with self._limited(timeout):
                yield
                self.check()
        except PgError as error:
            outcome: Outcome = "canceled" if isinstance(error, QueryCanceled) else "error"
            self._tell(statement, outcome, time.monotonic() - began)
            raise

    @contextmanager
    def _limited(self, timeout: float) -> Iterator[None]:
        """
        An alarm for what runs in here.  One that rings when this has ended, by itself or not, is not heard;
        one that what ran here has not noticed is forgotten.
        """
        if not timeout:
            yield
            return
        alarm = QueryCanceled(TIMED_OUT)
        with self._lock:
            self._alarmed = alarm
        call_off = self._alarm(timeout, lambda: self._ring(alarm))
        try:
            yield
            with self._lock:
                if self._interrupted is alarm:
                    self._interrupted = None
        finally:
            call_off()
            with self._lock:
                self._alarmed = None

    def _ring(self, alarm: QueryCanceled) -> None:
        with self._lock:
            if self._alarmed is alarm:
                self._interrupt(alarm)

    def interrupt(self, reason: PgError) -> None:
        """
        Stop what runs now; nothing happens when nothing does.
        """
        with self._lock:
            self._interrupt(reason)

    def _interrupt(self, reason: PgError) -> None:
        """With the lock, so that what is stopped is what ran when it was asked what runs."""
        if self._running:
            self._interrupted = reason
            self._stop()

    @property
    def is_interrupted(self) -> bool:
        """Has what runs now been interrupted, and not said so yet?"""
        return self._interrupted is not None

    def check(self) -> None:
        """
        Raises:
            QueryCanceled: The session was interrupted while nothing that blocks was running.

        """
        if self._interrupted is not None:
            raise QueryCanceled(self._interrupted.message)

    def reason(self, error: PgError) -> PgError:
        """
        Why it was interrupted, if that is what made it fail; else the error itself.
        """
        interrupted, self._interrupted = self._interrupted, None
        return interrupted if interrupted is not None and error.code == QueryCanceled.sqlstate else error

    def _tell(self, statement: Statement, outcome: Outcome, seconds: float) -> None:
        kind = statement.kind.name.lower()
        self._queries.finished(kind, outcome, seconds)
        if self._slow_ms is not None and seconds * 1000 >= self._slow_ms:
            log.info(
                "slow_query", pid=self._identity.pid, user=self._identity.user, kind=kind, seconds=seconds
            )
