"""
All that a client may say: its messages by tag, read from frames and (by clients) written to them.

Each message stands in the module of its sub-protocol, beside what answers it.  Reading raises
ProtocolViolation for a payload that is not such a message and CharacterNotInRepertoire for a string that is
not UTF-8; nothing else, whatever the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.wire.authentication import PasswordMessage, SASLInitialResponse, SASLResponse
from pggate.wire.copying import CopyData, CopyDone, CopyFail
from pggate.wire.extended_query import Bind, Close, Describe, Execute, Flush, Kind, Parse, Sync
from pggate.wire.fields import INT32, Reader
from pggate.wire.framing import framed
from pggate.wire.simple_query import FunctionCall, Query
from pggate.wire.startup import (
    CANCEL_REQUEST,
    GSSENC_REQUEST,
    SSL_REQUEST,
    CancelRequest,
    GSSENCRequest,
    SSLRequest,
    StartupMessage,
    Terminate,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# fmt: off
__all__ = [
    "MESSAGE_LIMIT", "STARTUPS", "TAGS", "TYPES",
    "Bind", "CancelRequest", "Close", "CopyData", "CopyDone", "CopyFail", "Describe", "Execute", "Flush",
    "Frontend", "FunctionCall", "GSSENCRequest", "Kind", "Parse", "PasswordMessage", "Query",
    "SASLInitialResponse", "SASLResponse", "SSLRequest", "Startup", "StartupMessage", "Sync", "Tagged",
    "Terminate", "encode", "limits", "read_message", "read_startup",
]
# fmt: on

Startup: TypeAlias = StartupMessage | SSLRequest | GSSENCRequest | CancelRequest
Tagged: TypeAlias = (
    PasswordMessage | SASLInitialResponse | SASLResponse
    | Query | Parse | Bind | Describe | Execute | Close | Flush | Sync
    | CopyData | CopyDone | CopyFail | FunctionCall | Terminate
)  # fmt: skip
Frontend: TypeAlias = Startup | Tagged

# By the word where a version stands otherwise.
STARTUPS: Final[Mapping[int, type[Startup]]] = {
    CANCEL_REQUEST: CancelRequest,
    SSL_REQUEST: SSLRequest,
    GSSENC_REQUEST: GSSENCRequest,
}

# fmt: off
# By tag.  "p" is whatever the server asked for: state.AWAITED tells.
TYPES: Final[Mapping[str, type[Tagged]]] = {
    "B": Bind,          "C": Close,     "D": Describe,   "E": Execute,  "F": FunctionCall,
    "H": Flush,         "P": Parse,     "Q": Query,      "S": Sync,     "X": Terminate,
    "c": CopyDone,      "d": CopyData,  "f": CopyFail,   "p": PasswordMessage,
}
# fmt: on
TAGS: Final[Mapping[type[Tagged], bytes]] = {
    **{kind: tag.encode() for tag, kind in TYPES.items()},
    SASLInitialResponse: b"p",
    SASLResponse: b"p",
}

# What a message may announce as its length.  PostgreSQL's own limit is 1 GB - 1 for those that carry data
# (PQ_LARGE_MESSAGE_LIMIT), 10,000 for those that carry names (PQ_SMALL_MESSAGE_LIMIT), 65,535 for a password
# (PG_MAX_AUTH_TOKEN_LENGTH).
MESSAGE_LIMIT: Final = 64 * 1024 * 1024
SMALL_LIMIT: Final = 10_000
PASSWORD_LIMIT: Final = 65_535


def limits(message_limit: int = MESSAGE_LIMIT) -> dict[str, int]:
    """
    The greatest length by tag, where messages that carry data may have `message_limit` bytes.
    """
    return {
        **dict.fromkeys("BFPQd", message_limit),
        **dict.fromkeys("CDEHSXcf", SMALL_LIMIT),
        "p": PASSWORD_LIMIT,
    }


def read_startup(payload: bytes) -> Startup:
    """
    The message in a frame without a tag.

    Raises:
        FeatureNotSupported: A version other than 3.x.
        ProtocolViolation: It is not such a message.
        CharacterNotInRepertoire: A name or value is not UTF-8.

    """
    r = Reader(payload)
    message = STARTUPS.get(Reader(payload).uint32(), StartupMessage).read(r)
    r.end()
    return message


def read_message(kind: type[Tagged], payload: bytes) -> Tagged:
    """
    The message of that kind in a frame's payload.

    Raises:
        ProtocolViolation: It is not such a message.
        CharacterNotInRepertoire: A string is not UTF-8.

    """
    r = Reader(payload)
    message = kind.read(r)
    r.end()
    return message


def encode(message: Frontend) -> bytes:
    """
    The client's side: the message's frame.
    """
    payload = message.payload()
    if isinstance(message, StartupMessage | SSLRequest | GSSENCRequest | CancelRequest):
        return INT32.pack(len(payload) + INT32.size) + payload
    return framed(TAGS[type(message)], payload)
