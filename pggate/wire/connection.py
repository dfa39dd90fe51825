"""
The server's end of one conversation: bytes in, messages out; messages in, bytes out.

No I/O here, and one mutable owner: the buffer and the state change nowhere else.

What an error means.  `next_message` raises PgErrors only, of two kinds, and `severity` tells them apart:

- FATAL: the framing is lost (an unknown tag, an impossible length), a message came that its state does not
  allow (a Query in the middle of COPY data), or anything at all is wrong before the first ReadyForQuery.  The
  connection is CLOSED: send the ErrorResponse and hang up.
- ERROR: a well-framed message holds nonsense; bad UTF-8 is 22021, all else 08P01.  The connection stands
  where a good message would have led it, so what follows is what follows any failing statement: after a Query
  an ErrorResponse and ReadyForQuery, in an extended query an ErrorResponse and silence until Sync.  The
  session has to hear of it, because its transaction fails.

PostgreSQL 15.18 draws the line at the same place, and its words are used.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.errors import PgError, ProtocolViolation
from pggate.wire import backend, frontend
from pggate.wire.error_response import ErrorResponse
from pggate.wire.framing import FrameBuffer
from pggate.wire.startup import EncryptionResponse, NegotiateProtocolVersion
from pggate.wire.state import (
    AWAITED,
    COPYING_IN,
    DISCARDED,
    ON_BACKEND,
    ON_FRONTEND,
    SERVERS_TURN,
    SURVIVES_ERROR,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from pggate.wire.error_response import Severity

MINOR_VERSION: Final = 0  # of protocol 3, the newest that is spoken here


class NeedData(Enum):
    """
    What a reply yields where it cannot go on before it has the client's next message: in a COPY FROM STDIN.
    It is sent that message, or None when nothing more has come for now.
    """

    NEED_DATA = auto()


NEED_DATA: Final = NeedData.NEED_DATA

Replies: TypeAlias = "Generator[backend.Backend | NeedData, frontend.Frontend | None, None]"
"""An answer, message by message, as far as its taker asks for it."""


def negotiation(message: frontend.StartupMessage) -> NegotiateProtocolVersion | None:
    """
    What to say before authentication where the client asked for more than there is: a newer minor version
    (3.2) or an option of the protocol (PostgreSQL 15, 55.2.1); None where it did not.
    """
    if message.protocol[1] <= MINOR_VERSION and not message.protocol_options:
        return None
    return NegotiateProtocolVersion(MINOR_VERSION, message.protocol_options)


class Connection:
    """
    One conversation, from its first byte.

    Args:
        message_limit: The greatest length in bytes that a message which carries data may announce.

    """

    def __init__(self, message_limit: int = frontend.MESSAGE_LIMIT) -> None:
        self._buffer = FrameBuffer(frontend.limits(message_limit))
        self._state = State.STARTUP
        self._encryption_requests: set[type[frontend.Startup]] = set()

    @property
    def state(self) -> State:
        return self._state

    @property
    def severity(self) -> Severity:
        """
        What an error would be now: the end of a statement or of the connection.
        """
        return "ERROR" if self._state in SURVIVES_ERROR else "FATAL"

    def receive_data(self, data: bytes) -> None:
        """
        Take what has arrived, any number of bytes; nothing is looked at yet.
        """
        if self._state is not State.CLOSED:
            self._buffer.receive(data)

    def next_message(self) -> frontend.Frontend | None:
        """
        The client's next message; None where more bytes are needed, and where it is the server's turn.

        Raises:
            PgError: See the module: `severity` says what the error means for the connection.

        """
        try:
            return self._next_startup() if self._state is State.STARTUP else self._next_tagged()
        except PgError:
            if self._state not in SURVIVES_ERROR:
                self._close()
            raise

    def peek(self) -> type[frontend.Frontend] | None:
        """
        Which message comes next, where it has arrived whole; it is not read and may be malformed.
        """
        tag = None if self._state is State.STARTUP else self._buffer.peek_tag()
        return None if tag is None else self._kind(tag)

    def send(self, message: backend.Backend) -> bytes | memoryview:
        """
        The bytes that say it; the conversation moves on.

        Raises:
            ProtocolViolation: It may not be said now, or bytes came in before encryption that would pass for
                encrypted ones.

        """
        if isinstance(message, ErrorResponse) and message.severity == "FATAL":
            self._close()
            return backend.encode(message)
        following = ON_BACKEND.get((self._state, type(message)))
        if following is None:
            raise ProtocolViolation(f"{type(message).__name__} cannot be sent in state {self._state.name}")
        if isinstance(message, EncryptionResponse):
            self._refuse_early_bytes()
        self._state = following
        return backend.encode(message)

    def _next_startup(self) -> frontend.Frontend | None:
        payload = self._buffer.next_startup()
        if payload is None:
            return None
        message = frontend.read_startup(payload)
        self._state = ON_FRONTEND[self._state, type(message)]
        if self._state is State.ENCRYPTION:
            self._refuse_second_request(type(message))
        return message

    def _next_tagged(self) -> frontend.Frontend | None:
        while self._state not in SERVERS_TURN and self._state is not State.CLOSED:
            frame = self._next_frame()
            if frame is None:
                return None
            tag, payload = frame
            kind = self._kind(tag)
            if (self._state, kind) in DISCARDED:
                continue
            # The state moves before the payload is read: a malformed message leads where a good one would.
            self._advance(kind, tag)
            return frontend.read_message(kind, payload)
        return None

    def _next_frame(self) -> tuple[str, bytes] | None:
        try:
            return self._buffer.next_frame()
        except ProtocolViolation:
            self._close()  # in every state: nobody knows where the next message begins
            raise

    def _kind(self, tag: str) -> type[frontend.Tagged]:
        return AWAITED.get(self._state, frontend.TYPES[tag]) if tag == "p" else frontend.TYPES[tag]

    def _advance(self, kind: type[frontend.Tagged], tag: str) -> None:
        following = ON_FRONTEND.get((self._state, kind))
        if following is None:
            wrong = self._wrong(ord(tag))
            self._close()
            raise ProtocolViolation(wrong)
        self._state = following

    def _wrong(self, tag: int) -> str:
        if self._state in COPYING_IN:
            return f"unexpected message type 0x{tag:02X} during COPY from stdin"
        if self._state in AWAITED:
            return f"expected {AWAITED[self._state].__name__}, got message type {tag}"
        return f"invalid frontend message type {tag}"

    def _refuse_second_request(self, kind: type[frontend.Startup]) -> None:
        """
        Each kind of encryption is asked for once; PostgreSQL takes a second request for a bad version.
        """
        if kind in self._encryption_requests:
            raise ProtocolViolation(f"unexpected second {kind.__name__}")
        self._encryption_requests.add(kind)

    def _refuse_early_bytes(self) -> None:
        """
        Bytes that came between the request for encryption and its answer were not encrypted, and were they
        kept, would be read as if they had been: CVE-2021-23214.
        """
        if self._buffer:
            self._close()
            raise ProtocolViolation(
                "received unencrypted data after SSL request",
                detail="This could be either a client-software bug or evidence of an attempted "
                "man-in-the-middle attack.",
            )

    def _close(self) -> None:
        self._state = State.CLOSED
        self._buffer.clear()
