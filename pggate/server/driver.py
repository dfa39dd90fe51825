"""
One PostgreSQL connection: moves bytes between a socket, the protocol and the session, in that order.

The session's work runs in a worker thread, one hop for a whole pipeline.  The replies are written and drained
before the next hop asks for more, so a client that reads slowly holds back the engine and not the memory.
While its replies wait the client counts as idle.

A client whose next message follows at once is served without the loop: for the time of a LEASE its worker
reads and writes the socket itself.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from pggate.errors import QueryCanceled
from pggate.server.worker import LINGER, Worker
from pggate.wire.error_response import ErrorResponse
from pggate.wire.state import State

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from pggate.errors import PgError
    from pggate.server.conversation import Conversation
    from pggate.server.stream import Stream
    from pggate.wire.connection import Connection

FAREWELL_SECONDS: Final = 5.0
"""For a client to take the last words before the connection is dropped."""

LEASE: Final = 0.1
"""Seconds until the loop looks at the socket again: that a client has hung up is for the loop to notice."""

UNREAD_SECONDS: Final = 1.0
"""For the client of a connection that is to end to go on reading; then nothing more is said to it."""

INSISTENCE: Final = 0.1
"""Seconds between two interruptions of a connection that is to end."""

GONE: Final = "the client closed the connection"

LATE: Final = "canceling authentication due to timeout"

T = TypeVar("T")


class Driver:
    """
    Drives one connection from its first byte to its last.

    Args:
        authentication_timeout: Seconds until the client has to be let in; without a word it is hung up on, as
            by PostgreSQL 15.

    """

    def __init__(
        self,
        stream: Stream,
        connection: Connection,
        conversation: Conversation,
        workers: Executor,
        tls: ssl.SSLContext | None,
        authentication_timeout: float,
    ) -> None:
        self._stream = stream
        self._connection = connection
        self._conversation = conversation
        self._worker = Worker(stream.loan, connection, conversation)
        self._workers = workers
        self._tls = tls
        self._authentication_timeout = authentication_timeout
        self._ending: PgError | None = None
        self._is_over = False
        self._answered = -LINGER
        self._drains_since: float | None = None
        self._insisting: asyncio.TimerHandle | None = None
        stream.hung_up = lambda: self._stop(QueryCanceled(GONE))

    async def run(self) -> None:
        """
        Serve until either side closes.  Raises nothing for what a client or the network did.
        """
        late = asyncio.get_running_loop().call_later(self._authentication_timeout, self._end_if_not_let_in)
        try:
            while (data := await self._next_input()) is not None:
                await self._serve(data)
                if self._connection.state is State.CLOSED:
                    break
            if self._ending is not None and self._connection.state is not State.CLOSED:
                self._stream.write([self._connection.send(ErrorResponse(self._ending, "FATAL"))])
        except OSError:
            pass  # the client is gone, or its TLS handshake failed: nobody is left to be told
        finally:
            self._is_over = True
            late.cancel()
            try:
                await self._in_worker(self._worker.close)
            finally:
                await self._stream.close(FAREWELL_SECONDS)

    def end(self, reason: PgError) -> None:
        """
        End the connection: at once when it is idle, else as soon as the running statement has stopped.
        """
        self._stop(reason)
        self.end_when_idle(reason)

    def abort(self) -> None:
        """
        Drop the connection, whatever its client has not read yet.
        """
        self._stream.abort()

    def end_when_idle(self, reason: PgError) -> None:
        """
        End the connection when it has answered what it has been asked.
        """
        self._ending = reason
        self._worker.is_ending = True
        self._stream.nudge()

    def _end_if_not_let_in(self) -> None:
        if not self._conversation.is_let_in:
            self._conversation.lose(QueryCanceled(LATE))
            self.abort()

    def _stop(self, reason: PgError) -> None:
        """
        Stop what runs, and whatever is begun after it: statements may have come with the end of the input.
        """
        loop = asyncio.get_running_loop()
        if self._insisting is not None:
            self._insisting.cancel()
        if self._is_over:
            return
        if self._drains_since is not None and loop.time() - self._drains_since > UNREAD_SECONDS:
            self.abort()
        self._conversation.interrupt(reason)
        self._insisting = loop.call_later(INSISTENCE, self._stop, reason)

    async def _next_input(self) -> bytes | None:
        """
        The next bytes; None at the client's end, or when the connection has been told to end; empty where a
        reply that waits for bytes has been interrupted.
        """
        while self._ending is None or self._worker.is_replying:
            try:
                async with asyncio.timeout_at(self._conversation.deadline()):
                    data = await self._stream.read()
            except TimeoutError:
                await self._in_worker(self._conversation.expire)
                data = b""
            if data or (self._worker.is_replying and not self._stream.ended):
                return data
            if self._stream.ended:
                break
        return None

    async def _serve(self, data: bytes) -> None:
        """Answer everything that these bytes complete."""
        self._connection.receive_data(data)
        is_finished = False
        with self._stream.shortcut():
            while not is_finished:
                with self._lease():
                    pulled = await self._in_worker(self._worker.work)
                self._stream.write(pulled.replies)
                await self._drained()
                if pulled.starts_tls and self._tls is not None:
                    await self._stream.start_tls(self._tls)
                is_finished = pulled.finished
        self._answered = asyncio.get_running_loop().time()

    @contextmanager
    def _lease(self) -> Iterator[None]:
        """While a brisk client's worker works, it reads and writes the socket, too."""
        loop = asyncio.get_running_loop()
        if loop.time() - self._answered > LINGER:
            yield
            return
        self._stream.lend()
        end = loop.call_later(LEASE, self._stream.take_back)
        try:
            yield
        finally:
            end.cancel()
            self._stream.take_back()

    async def _drained(self) -> None:
        """Wait for the client to take the replies; for what others wait for meanwhile it must not be long."""
        self._drains_since = asyncio.get_running_loop().time()
        try:
            while not await self._is_drained():
                self._stream.write(await self._in_worker(self._worker.expire))
        finally:
            self._drains_since = None

    async def _is_drained(self) -> bool:
        """Has the client taken all, before patience with it ended?"""
        try:
            async with asyncio.timeout_at(self._conversation.deadline()):
                await self._stream.drain()
        except TimeoutError:
            return False
        return True

    async def _in_worker(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._workers, work)
