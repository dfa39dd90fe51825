"""
What a client says: one frozen value per message, read from a payload and written to one.

Classes and fields carry the names of PostgreSQL 15, 55.7 "Message Formats"; the order of the lines in `read`
and `payload` is the order on the wire.  Reading raises ProtocolViolation for a payload that is not such a
message and CharacterNotInRepertoire for a string that is not UTF-8; nothing else, whatever the bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Self, TypeAlias, cast

from pggate.errors import FeatureNotSupported, ProtocolViolation
from pggate.wire.framing import INT32, UINT16, Data, Empty, Reader, counted, cstring, framed, nullable

if TYPE_CHECKING:
    from collections.abc import Mapping

PROTOCOL_MAJOR: Final = 3
PROTOCOL_OPTION: Final = "_pq_."  # such parameters are the protocol's own (PostgreSQL 15, 55.7)

CANCEL_REQUEST: Final = 80877102
SSL_REQUEST: Final = 80877103
GSSENC_REQUEST: Final = 80877104

# Protocol 3.0 has secrets of 4 bytes, 3.2 of up to 256 (PostgreSQL 18, 54.7 CancelRequest).
SECRET_LEAST: Final = 4
SECRET_MOST: Final = 256

Kind: TypeAlias = Literal["S", "P"]  # a prepared statement or a portal


@dataclass(frozen=True, slots=True)
class StartupMessage:
    """
    Who wants to speak to which database, in which version of the protocol.

    Args:
        protocol: (major, minor); the major is 3.
        parameters: By name as sent: `user`, `database`, `options`, settings, and the protocol's own.

    """

    protocol: tuple[int, int]
    parameters: dict[str, str]

    @property
    def protocol_options(self) -> tuple[str, ...]:
        """
        The names of the parameters that ask for an extension of the protocol; they are no settings.
        """
        return tuple(name for name in self.parameters if name.startswith(PROTOCOL_OPTION))

    @classmethod
    def read(cls, r: Reader) -> Self:
        version = r.uint32()
        major, minor = version >> 16, version & 0xFFFF
        if major != PROTOCOL_MAJOR:
            version_sent = f"{major}.{minor}"
            raise FeatureNotSupported(
                f"unsupported frontend protocol {version_sent}: server supports 3.0 to 3.0"
            )
        parameters = {}
        while name := r.cstring():
            parameters[name] = r.cstring()
        if not r.at_end():
            raise ProtocolViolation("invalid startup packet layout: expected terminator as last byte")
        return cls((major, minor), parameters)

    def payload(self) -> bytes:
        major, minor = self.protocol
        pairs = b"".join(cstring(name) + cstring(value) for name, value in self.parameters.items())
        return INT32.pack(major << 16 | minor) + pairs + b"\0"


@dataclass(frozen=True, slots=True)
class SSLRequest:
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        return cls()

    def payload(self) -> bytes:
        return INT32.pack(SSL_REQUEST)


@dataclass(frozen=True, slots=True)
class GSSENCRequest:
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        return cls()

    def payload(self) -> bytes:
        return INT32.pack(GSSENC_REQUEST)


@dataclass(frozen=True, slots=True)
class CancelRequest:
    pid: int
    secret: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        r.uint32()
        message = cls(pid=r.int32(), secret=r.rest())
        if not SECRET_LEAST <= len(message.secret) <= SECRET_MOST:
            raise ProtocolViolation("invalid length of cancel request packet")
        return message

    def payload(self) -> bytes:
        return INT32.pack(CANCEL_REQUEST) + INT32.pack(self.pid) + self.secret


@dataclass(frozen=True, slots=True)
class PasswordMessage:
    password: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.password)


@dataclass(frozen=True, slots=True)
class SASLInitialResponse:
    """
    Args:
        mechanism: Which of the offered ones the client chose.
        data: Its first word; None where it waits to be asked (an empty AuthenticationSASLContinue).

    """

    mechanism: str
    data: bytes | None

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(mechanism=r.cstring(), data=r.nullable())

    def payload(self) -> bytes:
        return cstring(self.mechanism) + nullable(self.data)


@dataclass(frozen=True, slots=True)
class SASLResponse(Data):
    pass


@dataclass(frozen=True, slots=True)
class Query:
    sql: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.sql)


@dataclass(frozen=True, slots=True)
class Parse:
    """
    Args:
        statement: The prepared statement's name; "" is the unnamed one.
        sql: One statement's text.
        parameter_oids: Types of `$1`, `$2`, …; may be fewer than the text has, and 0 is "you find out".

    """

    statement: str
    sql: str
    parameter_oids: tuple[int, ...] = ()

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(statement=r.cstring(), sql=r.cstring(), parameter_oids=r.oids())

    def payload(self) -> bytes:
        return cstring(self.statement) + cstring(self.sql) + counted("I", self.parameter_oids)


@dataclass(frozen=True, slots=True)
class Bind:
    """
    Args:
        portal: The portal's name; "" is the unnamed one.
        statement: The prepared statement's name.
        parameter_formats: As sent: none (all text), one (for all), or one for each parameter.
        parameters: Encoded values, None for NULL.
        result_formats: As sent: none, one, or one for each column.

    """

    portal: str
    statement: str
    parameter_formats: tuple[int, ...] = ()
    parameters: tuple[bytes | None, ...] = ()
    result_formats: tuple[int, ...] = ()

    @classmethod
    def read(cls, r: Reader) -> Self:
        message = cls(
            portal=r.cstring(),
            statement=r.cstring(),
            parameter_formats=r.int16s(),
            parameters=tuple([r.nullable() for _ in range(r.count())]),
            result_formats=r.int16s(),
        )
        formats, parameters = len(message.parameter_formats), len(message.parameters)
        if formats > 1 and formats != parameters:
            counts = f"{formats} parameter formats but {parameters} parameters"
            raise ProtocolViolation(f"bind message has {counts}")
        return message

    def payload(self) -> bytes:
        return b"".join(
            (
                cstring(self.portal),
                cstring(self.statement),
                counted("h", self.parameter_formats),
                UINT16.pack(len(self.parameters)),
                *map(nullable, self.parameters),
                counted("h", self.result_formats),
            ),
        )


def _read_kind(r: Reader, message: str) -> Kind:
    kind = r.character()
    if kind not in ("S", "P"):
        raise ProtocolViolation(f"invalid {message} message subtype {ord(kind)}")
    return cast("Kind", kind)


@dataclass(frozen=True, slots=True)
class Describe:
    kind: Kind
    name: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(kind=_read_kind(r, "DESCRIBE"), name=r.cstring())

    def payload(self) -> bytes:
        return self.kind.encode() + cstring(self.name)


@dataclass(frozen=True, slots=True)
class Close:
    kind: Kind
    name: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(kind=_read_kind(r, "CLOSE"), name=r.cstring())

    def payload(self) -> bytes:
        return self.kind.encode() + cstring(self.name)


@dataclass(frozen=True, slots=True)
class Execute:
    """
    Args:
        portal: The portal's name.
        max_rows: After how many rows to suspend; 0 is no limit.

    """

    portal: str
    max_rows: int = 0

    @classmethod
    def read(cls, r: Reader) -> Self:
        # PostgreSQL takes a negative number for no limit (postgres.c, exec_execute_message).
        return cls(portal=r.cstring(), max_rows=max(r.int32(), 0))

    def payload(self) -> bytes:
        return cstring(self.portal) + INT32.pack(self.max_rows)


@dataclass(frozen=True, slots=True)
class Flush(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Sync(Empty):
    pass


@dataclass(frozen=True, slots=True)
class Terminate(Empty):
    @classmethod
    def read(cls, r: Reader) -> Self:
        r.rest()  # whatever else it says: nobody would hear the complaint
        return cls()


@dataclass(frozen=True, slots=True)
class CopyData(Data):
    pass


@dataclass(frozen=True, slots=True)
class CopyDone(Empty):
    pass


@dataclass(frozen=True, slots=True)
class CopyFail:
    reason: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.reason)


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """
    The fast path of old clients, unread: it is refused.
    """

    raw: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.rest())

    def payload(self) -> bytes:
        return self.raw


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
