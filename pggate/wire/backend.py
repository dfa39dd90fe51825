"""
What a server says: one frozen value per message, written to a payload and (by clients) read from one.

Classes and fields carry the names of PostgreSQL 15, 55.7 "Message Formats"; the order of the lines in
`payload` and `read` is the order on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING, ClassVar, Final, Literal, Self, TypeAlias, cast

from pggate.errors import Notice, PgError, ProtocolViolation
from pggate.wire.framing import INT32, UINT16, Data, Empty, Reader, counted, cstring, framed, nullable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Severity: TypeAlias = Literal["ERROR", "FATAL"]
Status: TypeAlias = Literal["I", "T", "E"]


@dataclass(frozen=True, slots=True)
class EncryptionResponse:
    """
    The one byte that answers SSLRequest and GSSENCRequest (PostgreSQL 15, 55.2.10).
    """

    accepted: bool


@dataclass(frozen=True, slots=True)
class AuthenticationOk(Empty):
    code: ClassVar[int] = 0


@dataclass(frozen=True, slots=True)
class AuthenticationCleartextPassword(Empty):
    code: ClassVar[int] = 3


@dataclass(frozen=True, slots=True)
class AuthenticationSASL:
    mechanisms: tuple[str, ...]
    code: ClassVar[int] = 10

    @classmethod
    def read(cls, r: Reader) -> Self:
        mechanisms = []
        while name := r.cstring():
            mechanisms.append(name)
        return cls(tuple(mechanisms))

    def payload(self) -> bytes:
        return b"".join(map(cstring, self.mechanisms)) + b"\0"


@dataclass(frozen=True, slots=True)
class AuthenticationSASLContinue(Data):
    code: ClassVar[int] = 11


@dataclass(frozen=True, slots=True)
class AuthenticationSASLFinal(Data):
    code: ClassVar[int] = 12


@dataclass(frozen=True, slots=True)
class NegotiateProtocolVersion:
    """
    Args:
        minor: The newest minor version of protocol 3 that the server speaks.
        options: The `_pq_.` options of the StartupMessage that it does not know.

    """

    minor: int
    options: tuple[str, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        minor = r.int32() & 0xFFFF
        return cls(minor, tuple([r.cstring() for _ in range(r.int32())]))

    def payload(self) -> bytes:
        # The manual says "newest minor protocol version"; PostgreSQL sends, and libpq reads, the whole word.
        version = 3 << 16 | self.minor
        return INT32.pack(version) + INT32.pack(len(self.options)) + b"".join(map(cstring, self.options))


@dataclass(frozen=True, slots=True)
class BackendKeyData:
    pid: int
    secret: bytes

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(pid=r.int32(), secret=r.rest())

    def payload(self) -> bytes:
        return INT32.pack(self.pid) + self.secret


@dataclass(frozen=True, slots=True)
class ParameterStatus:
    name: str
    value: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(name=r.cstring(), value=r.cstring())

    def payload(self) -> bytes:
        return cstring(self.name) + cstring(self.value)


@dataclass(frozen=True, slots=True)
class ReadyForQuery:
    """
    Args:
        status: The transaction's: I idle, T in a transaction, E in a failed one.

    """

    status: Status

    @classmethod
    def read(cls, r: Reader) -> Self:
        status = r.character()
        if status not in ("I", "T", "E"):
            raise ProtocolViolation(f"invalid transaction status {status!r}")
        return cls(cast("Status", status))

    def payload(self) -> bytes:
        return self.status.encode()


@dataclass(frozen=True, slots=True)
class Field:
    """
    Args:
        name: The column's.
        table_oid: The table it is a column of, else 0.
        column: Its number there, else 0.
        type_oid: Its type.
        typlen: The type's size in bytes; negative: variable.
        typmod: The type's modifier; -1: none.
        format: 0 text, 1 binary; 0 also where it is not yet known.

    """

    name: str
    table_oid: int
    column: int
    type_oid: int
    typlen: int
    typmod: int
    format: int

    layout: ClassVar[Struct] = Struct("!IhIhih")

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring(), *cls.layout.unpack(r.take(cls.layout.size)))

    def payload(self) -> bytes:
        numbers = (self.table_oid, self.column, self.type_oid, self.typlen, self.typmod, self.format)
        return cstring(self.name) + self.layout.pack(*numbers)


@dataclass(frozen=True, slots=True)
class RowDescription:
    fields: tuple[Field, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(tuple([Field.read(r) for _ in range(r.count())]))

    def payload(self) -> bytes:
        return UINT16.pack(len(self.fields)) + b"".join(field.payload() for field in self.fields)


@dataclass(frozen=True, slots=True)
class DataRows:
    """
    Many DataRow messages at once.

    Args:
        block: Their frames, one after the other, ready to be sent and sent as they are.
        rows: How many they are.

    """

    block: bytes | memoryview
    rows: int

    @classmethod
    def of(cls, rows: Iterable[Sequence[bytes | None]]) -> Self:
        """
        The few rows that no table holds (SHOW, EXPLAIN, …), from encoded cells.
        """
        frames = [framed(b"D", UINT16.pack(len(row)) + b"".join(map(nullable, row))) for row in rows]
        return cls(b"".join(frames), len(frames))

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(framed(b"D", r.rest()), 1)

    def cells(self) -> tuple[tuple[bytes | None, ...], ...]:
        """
        The encoded cells again, row by row, None for NULL.
        """
        r = Reader(bytes(self.block))
        return tuple(self._row(r) for _ in range(self.rows))

    @staticmethod
    def _row(r: Reader) -> tuple[bytes | None, ...]:
        r.take(1)
        row = Reader(r.take(r.int32() - INT32.size))
        cells = tuple([row.nullable() for _ in range(row.count())])
        row.end()
        return cells


@dataclass(frozen=True, slots=True)
class CommandComplete:
    tag: str

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.cstring())

    def payload(self) -> bytes:
        return cstring(self.tag)


@dataclass(frozen=True, slots=True)
class EmptyQueryResponse(Empty):
    pass


@dataclass(frozen=True, slots=True)
class ParseComplete(Empty):
    pass


@dataclass(frozen=True, slots=True)
class BindComplete(Empty):
    pass


@dataclass(frozen=True, slots=True)
class CloseComplete(Empty):
    pass


@dataclass(frozen=True, slots=True)
class NoData(Empty):
    pass


@dataclass(frozen=True, slots=True)
class PortalSuspended(Empty):
    pass


@dataclass(frozen=True, slots=True)
class ParameterDescription:
    oids: tuple[int, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(r.oids())

    def payload(self) -> bytes:
        return counted("I", self.oids)


def _fields(pairs: Iterable[tuple[bytes, str | int | None]]) -> bytes:
    """
    Error and notice fields: those that are known, in order, and the NUL that ends them.
    """
    return b"".join(code + cstring(str(value)) for code, value in pairs if value is not None) + b"\0"


def _read_fields(r: Reader) -> dict[str, str]:
    fields = {}
    while (code := r.character()) != "\0":
        fields[code] = r.cstring()
    if not fields.keys() >= set("SVCM"):
        raise ProtocolViolation("an error or notice without severity, code or message")
    return fields


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """
    Args:
        error: What happened.
        severity: ERROR ends the statement, FATAL the connection.

    """

    error: PgError
    severity: Severity = "ERROR"

    @classmethod
    def read(cls, r: Reader) -> Self:
        said = _read_fields(r)
        try:
            position = int(said["P"]) if "P" in said else None
        except ValueError:
            raise ProtocolViolation(f"invalid error position {said['P']!r}") from None
        error = PgError(
            said["M"],
            sqlstate=said["C"],
            detail=said.get("D"),
            hint=said.get("H"),
            position=position,
            context=said.get("W"),
            routine=said.get("R"),
        )
        return cls(error, "FATAL" if said["V"] == "FATAL" else "ERROR")

    def payload(self) -> bytes:
        return _fields(
            (
                (b"S", self.severity),
                (b"V", self.severity),
                (b"C", self.error.code),
                (b"M", self.error.message),
                (b"D", self.error.detail),
                (b"H", self.error.hint),
                (b"W", self.error.context),
                (b"P", self.error.position),
                (b"R", self.error.routine),
            ),
        )


@dataclass(frozen=True, slots=True)
class NoticeResponse:
    notice: Notice

    @classmethod
    def read(cls, r: Reader) -> Self:
        said = _read_fields(r)
        return cls(Notice(said["M"], said["C"], said["V"], said.get("D"), said.get("H")))

    def payload(self) -> bytes:
        return _fields(
            (
                (b"S", self.notice.severity),
                (b"V", self.notice.severity),
                (b"C", self.notice.sqlstate),
                (b"M", self.notice.message),
                (b"D", self.notice.detail),
                (b"H", self.notice.hint),
            ),
        )


@dataclass(frozen=True, slots=True)
class _CopyResponse:
    """
    Args:
        format: Of the whole: 0 text, 1 binary.
        column_formats: Of each column.

    """

    format: int
    column_formats: tuple[int, ...]

    @classmethod
    def read(cls, r: Reader) -> Self:
        return cls(format=r.take(1)[0], column_formats=r.int16s())

    def payload(self) -> bytes:
        return bytes((self.format,)) + counted("h", self.column_formats)


@dataclass(frozen=True, slots=True)
class CopyInResponse(_CopyResponse):
    pass


@dataclass(frozen=True, slots=True)
class CopyOutResponse(_CopyResponse):
    pass


@dataclass(frozen=True, slots=True)
class CopyData(Data):
    pass


@dataclass(frozen=True, slots=True)
class CopyRows:
    """
    Many CopyData messages at once, a row each.

    Args:
        block: Their frames, one after the other, ready to be sent and sent as they are.
        rows: How many they are.

    """

    block: bytes | memoryview
    rows: int


@dataclass(frozen=True, slots=True)
class CopyDone(Empty):
    pass


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
