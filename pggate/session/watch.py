"""
What a session runs now: how long it may, how it is stopped, and what is told of it afterwards.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pggate.errors import QueryCanceled
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pggate.errors import PgError
    from pggate.metrics import Outcome, Queries
    from pggate.session.cursors import Identity
    from pggate.translate.statements import Statement

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
        self.idle_since = time.monotonic()

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
            self.idle_since = time.monotonic()

    @contextmanager
    def statement(self, statement: Statement, timeout: float) -> Iterator[None]:
        """
        One statement.

        Args:
            timeout: Seconds until it is canceled; 0 for never.

        """
        began = time.monotonic()
        call_off = self._alarm(timeout, self._time_out) if timeout else None
        outcome: Outcome = "error"
        try:
            self.check()
            yield
            outcome = "ok"
        except (QueryCanceled, GeneratorExit):  # the latter: the client left in the middle of a result
            outcome = "canceled"
            raise
        finally:
            if call_off is not None:
                call_off()
            self._tell(statement, outcome, time.monotonic() - began)

    def interrupt(self, reason: PgError) -> None:
        """
        Stop what runs now; nothing happens when nothing does.
        """
        with self._lock:
            if not self._running:
                return
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
        return interrupted if interrupted is not None and isinstance(error, QueryCanceled) else error

    def _time_out(self) -> None:
        self.interrupt(QueryCanceled(TIMED_OUT))

    def _tell(self, statement: Statement, outcome: Outcome, seconds: float) -> None:
        kind = statement.kind.name.lower()
        self._queries.finished(kind, outcome, seconds)
        if self._slow_ms is not None and seconds * 1000 >= self._slow_ms:
            log.info(
                "slow_query", pid=self._identity.pid, user=self._identity.user, kind=kind, seconds=seconds
            )
