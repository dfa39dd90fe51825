"""
What an interrupt reaches: the call that is in the engine now, or else the open result, whose reader hears.

An interrupt may come from any thread.  DuckDB forgets one that comes between two calls: it is kept here, and
the next call does not begin.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any, Final

import duckdb
import pyarrow as pa

from pggate.engine import errors
from pggate.errors import InternalError, QueryCanceled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What duckdb raises, what Python values it cannot convert raise, and what its Arrow streams raise
ENGINE_ERRORS: Final = (
    duckdb.Error,
    pa.ArrowException,
    OSError,
    ValueError,
    TypeError,
    RuntimeError,
    MemoryError,
)

CANCELED: Final = "canceling statement due to user request"

INSISTENCE: Final = 0.05
"""
Seconds until a call that goes on in spite of an interrupt is interrupted again: the engine forgets what comes
before its query has begun, and a call has begun before that.
"""

LATE: Final = 1.0
"""Seconds in which the engine may notice an interrupt that came at the end of a call, in the next one."""


class Interrupts:
    """
    The interrupts of one cursor.

    Args:
        is_canceled: Whether its user has been interrupted just now.  Asked at the beginning of everything
            that may take long, since an `interrupt` that comes before that finds nothing to cancel.

    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, is_canceled: Callable[[], bool]) -> None:
        self._connection = connection
        self._is_canceled = is_canceled
        self._lock = threading.Lock()  # guards all below
        self._is_shielded = False
        self._running = False
        self._turn = 0  # how many times it has been busy
        self._insisted_turn = 0  # the turn whose call is being interrupted until it ends
        self._call_canceled = False
        self._asked_at = float("-inf")
        self._has_result = False
        self.result_canceled = False
        """Was the open result interrupted while nobody was reading it?"""

    def interrupt(self) -> bool:
        """
        Cancel what runs; from any thread.

        Returns:
            Whether there was something to cancel.

        """
        with self._lock:
            if self._is_shielded:
                return False
            if self._running:
                self._call_canceled = True
                self._asked_at = time.monotonic()
                if self._insisted_turn != self._turn:
                    self._insisted_turn = self._turn
                    self._insist()
                return True
            self.result_canceled = self._has_result
            return self.result_canceled

    def _insist(self) -> None:
        """
        With the lock: interrupt what runs, now and until it ends.
        """
        self._connection.interrupt()
        again = threading.Timer(INSISTENCE, self._insist_again, [self._turn])
        again.daemon = True
        again.start()

    def _insist_again(self, turn: int) -> None:
        with self._lock:
            if self._running and self._turn == turn and not self._is_shielded:
                self._insist()

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """
        Everything that may take long happens inside of this: an interrupt is for it.
        """
        with self._lock:
            self._running = True
            self._turn += 1
            self._call_canceled = not self._is_shielded and self._is_canceled()
        try:
            yield
        finally:
            with self._lock:
                self._running = False

    @contextlib.contextmanager
    def shielded(self) -> Iterator[None]:
        """
        Inside of this nothing cancels what runs on the cursor.
        """
        before = self._is_shielded
        with self._lock:
            self._is_shielded = True
        try:
            yield
        finally:
            self._is_shielded = before

    def call(self, sql: str, engine_call: Callable[[], Any]) -> Any:
        """
        One call of the engine's, inside of `busy`.

        Raises:
            QueryCanceled: An interrupt has come, before it or meanwhile.
            InternalError: It failed for a reason that the engine does not tell.
            PgError: It failed.

        """
        if self._call_canceled:
            raise QueryCanceled(CANCELED)
        try:
            return engine_call()
        except ENGINE_ERRORS as error:
            failure = errors.from_exception(error, sql)
            was_asked = self._call_canceled or time.monotonic() - self._asked_at < LATE
            if isinstance(failure, QueryCanceled) and not was_asked:
                # duckdb 1.5.5: an error in one of its threads interrupts the others, and now and then that
                # is what is told.
                raise InternalError(
                    "the statement failed in one of the engine's threads, which does not say why",
                    hint="Run it again: most times the engine says it.",
                ) from error
            raise failure from error

    def result_opened(self) -> None:
        """
        From here on an interrupt that finds no call is for the open result.
        """
        with self._lock:
            self._has_result = True

    def result_ended(self) -> None:
        """
        There is no open result any more, and what it was interrupted for is forgotten.
        """
        with self._lock:
            self._has_result = False
            self.result_canceled = False
