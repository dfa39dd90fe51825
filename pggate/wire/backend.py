"""
All that a server may say: its messages by tag, written to frames and (by clients) read from them.

Each message stands in the module of its sub-protocol, beside what it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.errors import ProtocolViolation
from pggate.wire.authentication import (
    AuthenticationCleartextPassword,
    AuthenticationOk,
    AuthenticationSASL,
    AuthenticationSASLContinue,
    AuthenticationSASLFinal,
)
from pggate.wire.copying import CopyData, CopyDone, CopyInResponse, CopyOutResponse, CopyRows
from pggate.wire.error_response import ErrorResponse, NoticeResponse
from pggate.wire.extended_query import (
    BindComplete,
    CloseComplete,
    NoData,
    ParameterDescription,
    ParseComplete,
    PortalSuspended,
)
from pggate.wire.fields import INT32, Reader
from pggate.wire.framing import framed
from pggate.wire.simple_query import (
    CommandComplete,
    DataRows,
    EmptyQueryResponse,
    Field,
    ReadyForQuery,
    RowDescription,
)
from pggate.wire.startup import (
    BackendKeyData,
    EncryptionResponse,
    NegotiateProtocolVersion,
    ParameterStatus,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# fmt: off
__all__ = [
    "AUTHENTICATIONS", "TAGS", "TYPES",
    "Authentication", "AuthenticationCleartextPassword", "AuthenticationOk", "AuthenticationSASL",
    "AuthenticationSASLContinue", "AuthenticationSASLFinal", "Backend", "BackendKeyData", "BindComplete",
    "CloseComplete", "CommandComplete", "CopyData", "CopyDone", "CopyInResponse", "CopyOutResponse",
    "CopyRows", "DataRows", "EmptyQueryResponse", "EncryptionResponse", "ErrorResponse", "Field",
    "NegotiateProtocolVersion", "NoData", "NoticeResponse", "ParameterDescription", "ParameterStatus",
    "ParseComplete", "PortalSuspended", "ReadyForQuery", "RowDescription", "Tagged", "encode", "read_message",
]
# fmt: on

Authentication: TypeAlias = (
    AuthenticationOk
    | AuthenticationCleartextPassword
    | AuthenticationSASL
    | AuthenticationSASLContinue
    | AuthenticationSASLFinal
)
Tagged: TypeAlias = (
    BackendKeyData | BindComplete | CloseComplete | CommandComplete | CopyData | CopyDone | CopyInResponse
    | CopyOutResponse | DataRows | EmptyQueryResponse | ErrorResponse | NegotiateProtocolVersion | NoData
    | NoticeResponse | ParameterDescription | ParameterStatus | ParseComplete | PortalSuspended
    | ReadyForQuery | RowDescription
)  # fmt: skip
Backend: TypeAlias = Authentication | Tagged | EncryptionResponse | CopyRows

AUTHENTICATIONS: Final[Mapping[int, type[Authentication]]] = {
    kind.code: kind
    for kind in (
        AuthenticationOk,
        AuthenticationCleartextPassword,
        AuthenticationSASL,
        AuthenticationSASLContinue,
        AuthenticationSASLFinal,
    )
}

# By tag; "R" is all of AUTHENTICATIONS.
TYPES: Final[Mapping[str, type[Tagged]]] = {
    "1": ParseComplete,
    "2": BindComplete,
    "3": CloseComplete,
    "C": CommandComplete,
    "D": DataRows,
    "E": ErrorResponse,
    "G": CopyInResponse,
    "H": CopyOutResponse,
    "I": EmptyQueryResponse,
    "K": BackendKeyData,
    "N": NoticeResponse,
    "S": ParameterStatus,
    "T": RowDescription,
    "Z": ReadyForQuery,
    "c": CopyDone,
    "d": CopyData,
    "n": NoData,
    "s": PortalSuspended,
    "t": ParameterDescription,
    "v": NegotiateProtocolVersion,
}
TAGS: Final[Mapping[type[Tagged], bytes]] = {kind: tag.encode() for tag, kind in TYPES.items()}


def encode(message: Backend) -> bytes | memoryview:
    """
    The bytes to send; a block of rows is returned itself, uncopied.
    """
    match message:
        case DataRows(block=block) | CopyRows(block=block):
            return block
        case EncryptionResponse(accepted=accepted):
            return b"S" if accepted else b"N"
        case (
            AuthenticationOk()
            | AuthenticationCleartextPassword()
            | AuthenticationSASL()
            | AuthenticationSASLContinue()
            | AuthenticationSASLFinal()
        ):
            return framed(b"R", INT32.pack(message.code) + message.payload())
        case _:
            return framed(TAGS[type(message)], message.payload())


def read_message(tag: str, payload: bytes) -> Authentication | Tagged:
    """
    The client's side: the message in a frame.

    Raises:
        ProtocolViolation: It is not a message of this module.
        CharacterNotInRepertoire: A string is not UTF-8.

    """
    r = Reader(payload)
    kind: type[Authentication | Tagged] | None
    kind = AUTHENTICATIONS.get(r.int32()) if tag == "R" else TYPES.get(tag)
    if kind is None:
        raise ProtocolViolation(f"unknown backend message {tag!r}")
    message = kind.read(r)
    r.end()
    return message
