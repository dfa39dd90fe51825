"""
One PostgreSQL connection: moves bytes between a socket, the protocol and the session, in that order.

The session's work runs in a worker thread, one hop for a whole pipeline: a hop ends when the input is
used up, when BLOCK bytes of reply are ready, or at a ReadyForQuery behind which the next statement may take
its time (PostgreSQL, too, flushes there).  The replies are written and drained before the next hop asks for
more, so a client that reads slowly holds back the engine and not the memory.  While its replies wait the
client counts as idle.  Of a large reply the worker itself sends what the socket takes, and the hop goes on.

A reply that needs more from the client (COPY FROM STDIN) ends the hop, and goes on with the next bytes: a
client that takes its time holds no thread.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from pggate.errors import InternalError, PgError, QueryCanceled
from pggate.logs import Log
from pggate.wire.backend import EncryptionResponse, ErrorResponse, ReadyForQuery
from pggate.wire.connection import NeedData
from pggate.wire.frontend import Terminate
from pggate.wire.state import State

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from concurrent.futures import Executor

    from pggate.server.stream import Stream
    from pggate.wire.backend import Backend
    from pggate.wire.connection import Connection, Replies
    from pggate.wire.frontend import Frontend

log = Log("server")

BLOCK: Final = 256 * 1024
"""Reply bytes of one hop.  Large enough that a hop's 0.1 ms is noise, small against the memory limits."""

HANDSHAKE_SECONDS: Final = 10.0
"""For the TLS handshake; PostgreSQL gives authentication as a whole 60 s."""

FAREWELL_SECONDS: Final = 5.0
"""For a client to take the last words before the connection is dropped."""

INSISTENCE: Final = 0.1
"""Seconds between two interruptions of a connection that is to end."""

GONE: Final = "the client closed the connection"

T = TypeVar("T")


class Conversation(Protocol):
    """
    Whoever answers the messages of one connection.
    """

    def handle(self, message: Frontend) -> Replies:
        """Answer one message; runs in a worker thread."""

    def malformed(self, error: PgError, *, ready: bool) -> Replies:
        """
        Answer a message that could not be read, `ready`: with ReadyForQuery in the end; in a worker thread.
        """

    def interrupt(self, reason: PgError) -> None:
        """Stop what runs now; from any thread, at any time."""

    def deadline(self) -> float | None:
        """When (the loop's clock, time.monotonic) patience with the idle client ends, if it does."""

    def expire(self) -> None:
        """
        The deadline has passed; what is left of a reply is short from here on.  Runs in a worker thread.
        """

    def close(self) -> None:
        """The connection is gone; runs in a worker thread."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """
    What one hop brought: reply bytes, whether the input is used up, whether TLS starts after them.
    """

    replies: list[bytes | memoryview]
    finished: bool
    starts_tls: bool = False


class Driver:
    """
    Drives one connection from its first byte to its last.
    """

    def __init__(
        self,
        stream: Stream,
        connection: Connection,
        conversation: Conversation,
        workers: Executor,
        tls: ssl.SSLContext | None,
    ) -> None:
        self._stream = stream
        self._connection = connection
        self._conversation = conversation
        self._workers = workers
        self._tls = tls
        self._replies: Replies | None = None
        self._ending: PgError | None = None
        self._is_over = False
        self._insisting: asyncio.TimerHandle | None = None
        stream.hung_up = lambda: self._stop(QueryCanceled(GONE))

    async def run(self) -> None:
        """
        Serve until either side closes.  Raises nothing for what a client or the network did.
        """
        try:
            while (data := await self._next_input()) is not None:
                await self._serve(data)
                if self._connection.state is State.CLOSED:
                    break
            if self._ending is not None:
                self._stream.write([self._connection.send(ErrorResponse(self._ending, "FATAL"))])
        except OSError:
            pass  # the client is gone, or its TLS handshake failed: nobody is left to be told
        finally:
            self._is_over = True
            await self._in_worker(self._close)
            await self._stream.close(FAREWELL_SECONDS)

    def end(self, reason: PgError) -> None:
        """
        End the connection: at once when it is idle, else as soon as the running statement has stopped.
        """
        self._ending = reason
        self._stop(reason)
        self._stream.nudge()

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
        self._stream.nudge()

    def _stop(self, reason: PgError) -> None:
        """
        Stop what runs, and whatever is begun after it: statements may have come with the end of the input.
        """
        if self._insisting is not None:
            self._insisting.cancel()
        if self._is_over:
            return
        self._conversation.interrupt(reason)
        self._insisting = asyncio.get_running_loop().call_later(INSISTENCE, self._stop, reason)

    async def _next_input(self) -> bytes | None:
        """
        The next bytes; None at the client's end, or when the connection has been told to end; empty where a
        reply that waits for bytes has been interrupted.
        """
        while self._ending is None or self._replies is not None:
            try:
                async with asyncio.timeout_at(self._conversation.deadline()):
                    data = await self._stream.read()
            except TimeoutError:
                await self._in_worker(self._conversation.expire)
                data = b""
            if data or (self._replies is not None and not self._stream.ended):
                return data
            if self._stream.ended:
                break
        return None

    async def _serve(self, data: bytes) -> None:
        """Answer everything that these bytes complete."""
        self._connection.receive_data(data)
        while True:
            pulled = await self._in_worker(self._pull)
            if pulled.starts_tls:
                self._stream.hold()
            self._stream.write(pulled.replies)
            if not pulled.finished:
                self._stream.open_shortcut()
            await self._drained()
            if pulled.starts_tls and self._tls is not None:
                await self._stream.start_tls(self._tls, HANDSHAKE_SECONDS)
            if pulled.finished:
                return

    async def _drained(self) -> None:
        """Wait for the client to take the replies; for what others wait for meanwhile it must not be long."""
        while True:
            try:
                async with asyncio.timeout_at(self._conversation.deadline()):
                    await self._stream.drain()
            except TimeoutError:
                self._stream.write(await self._in_worker(self._expire))
            else:
                return

    def _expire(self) -> list[bytes | memoryview]:
        """In a worker: end the client's patience; the rest of the reply that it was taking."""
        self._conversation.expire()
        rest, self._replies = self._replies or (), None
        return [self._connection.send(reply) for reply in rest if not isinstance(reply, NeedData)]

    def _pull(self) -> Pulled:
        """In a worker: answer messages until the input is used up or a block of replies is ready."""
        replies: list[bytes | memoryview] = []
        size = 0
        try:
            while self._replies is not None or self._read_message():
                while (reply := self._next_reply()) is not None:
                    if isinstance(reply, NeedData):
                        return Pulled(replies, finished=True)
                    replies.append(self._connection.send(reply))
                    size += len(replies[-1])
                    if isinstance(reply, EncryptionResponse) and reply.accepted:
                        return Pulled(replies, finished=True, starts_tls=True)
                    if size >= BLOCK:
                        replies = self._stream.send_now(replies)
                        size = sum(map(len, replies))
                    if size >= BLOCK or self._ends_a_turn(reply):
                        return Pulled(replies, finished=False)
                self._replies = None
        except PgError as error:  # the framing is lost
            replies.append(self._connection.send(ErrorResponse(error, "FATAL")))
        except Exception as bug:  # noqa: BLE001  a reply that cannot be said: the client is told, the log has it
            log.error("internal_error", error=bug)
            told = InternalError(f"internal error: {bug}", hint="The server's log has the details.")
            replies.append(self._connection.send(ErrorResponse(told, "FATAL")))
        return Pulled(replies, finished=True)

    def _next_reply(self) -> Backend | NeedData | None:
        """What the reply says next; that it needs what has not come yet; None at its end."""
        if self._replies is None:
            return None
        reply = next(self._replies, None)
        while isinstance(reply, NeedData):
            try:
                message = self._connection.next_message()
            except PgError as error:
                if self._connection.severity == "FATAL":
                    raise
                return self._replies.throw(error)
            if isinstance(message, Terminate):
                break  # nobody waits for the rest: it ends with the connection
            reply = self._replies.send(message)
            if message is None:
                break
        return reply

    def _ends_a_turn(self, reply: Backend) -> bool:
        """Is the client ready for these replies while it has already asked for more?"""
        return isinstance(reply, ReadyForQuery) and self._connection.peek() is not None

    def _read_message(self) -> bool:
        """Have the next message answered, if it has come whole."""
        try:
            message = self._connection.next_message()
        except PgError as error:
            if self._connection.severity == "FATAL":
                raise
            ready = self._connection.state is State.SIMPLE
            self._replies = self._conversation.malformed(error, ready=ready)
            return True
        if message is not None:
            self._replies = self._conversation.handle(message)
        return message is not None

    def _close(self) -> None:
        if self._replies is not None:
            self._replies.close()
        self._conversation.close()

    async def _in_worker(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._workers, work)
