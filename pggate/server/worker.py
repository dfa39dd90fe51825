"""
The half of a connection that runs in a worker thread: messages to the conversation, its replies as bytes.

One call of `work` is a hop.  It ends when the input is used up.  When BLOCK bytes of reply are ready, and at
a ReadyForQuery behind which the next statement may take its time (PostgreSQL, too, flushes there), the worker
itself sends what the socket takes; the hop ends where that is not all.  A reply that needs more from the
client (COPY FROM STDIN) ends it and goes on in the next one: a client that takes its time holds no thread.

While the socket is lent the hop does not end with the input: the worker sends the replies, and waits a moment
for what comes next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pggate.errors import InternalError, PgError
from pggate.logs import Log
from pggate.wire.connection import NeedData
from pggate.wire.error_response import ErrorResponse
from pggate.wire.simple_query import ReadyForQuery
from pggate.wire.startup import EncryptionResponse, Terminate
from pggate.wire.state import State

if TYPE_CHECKING:
    from pggate.server.conversation import Conversation
    from pggate.server.loan import Loan
    from pggate.wire.backend import Backend
    from pggate.wire.connection import Connection, Replies

log = Log("server")

BLOCK: Final = 256 * 1024
"""Reply bytes of one hop.  Large enough that a hop's 0.1 ms is noise, small against the memory limits."""

LINGER: Final = 0.005
"""
Seconds that a worker waits for the next message.  A client that takes no longer is served without the loop.
"""


@dataclass(frozen=True, slots=True)
class Pulled:
    """
    What one hop brought: reply bytes, whether the input is used up, whether TLS starts after them.
    """

    replies: list[bytes | memoryview]
    finished: bool
    starts_tls: bool = False


class Worker:
    """
    Used by one thread at a time.

    Args:
        loan: The client's socket.
        conversation: Answers the messages.

    """

    def __init__(self, loan: Loan, connection: Connection, conversation: Conversation) -> None:
        self._loan = loan
        self._connection = connection
        self._conversation = conversation
        self._replies: Replies | None = None
        self.is_ending = False
        """Set from any thread: nothing is waited for any more."""

    @property
    def is_replying(self) -> bool:
        """Is there a reply that has not been said to its end?"""
        return self._replies is not None

    def work(self) -> Pulled:
        """
        One hop.
        """
        pulled = self._pull()
        while self._loan.is_lent and self._connection.state is not State.CLOSED and not pulled.starts_tls:
            if not self._loan.send(pulled.replies):
                return replace(pulled, replies=[])
            if pulled.finished:
                data = self._loan.receive(LINGER) if not self.is_ending else b""
                if not data:
                    return replace(pulled, replies=[])
                self._connection.receive_data(data)
            pulled = self._pull()
        return pulled

    def _pull(self) -> Pulled:
        """Answer messages until the input is used up or a block of replies is ready."""
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
                    if size >= BLOCK or self._ends_a_turn(reply):
                        is_sent = self._loan.send(replies)
                        replies, size = [], 0
                        if not is_sent:
                            return Pulled(replies, finished=False)
                self._replies = None
        except PgError as error:  # the framing is lost
            self._conversation.lose(error)
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

    def close(self) -> None:
        """
        The connection is gone.
        """
        try:
            if self._replies is not None:
                self._replies.close()
        finally:
            self._conversation.close()

    def expire(self) -> list[bytes | memoryview]:
        """
        End the client's patience; the rest of the reply that it was taking.
        """
        self._conversation.expire()
        rest, self._replies = self._replies or (), None
        return [self._connection.send(reply) for reply in rest if not isinstance(reply, NeedData)]
