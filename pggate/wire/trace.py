"""
A conversation as libpq 15's PQtrace prints it with PQTRACE_SUPPRESS_TIMESTAMPS and PQTRACE_REGRESS_MODE
(PostgreSQL 15, 34.11), so that one with PostgreSQL and one with pggate can be compared line by line.

One line per message: sender, length, name, fields, set apart by tabs.  OIDs and keys, which differ from
server to server, are NNNN; the length of errors and notices is NN.  Numbers of 16 bits have no sign: a
typlen of -1 is 65535.  libpq's omissions are kept: what it does not read of a message (COPY data, SASL) is a
second line "mismatched message length", and COPY data from the server has no line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pggate.wire.fields import INT32, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Part: TypeAlias = Callable[[Reader], Iterator[str]]

Sender: TypeAlias = Literal["F", "B"]  # frontend, backend

# Fields of errors and notices that change with the server's source: file, line, routine.
SUPPRESSED: Final = frozenset("FLR")
UNTRACED: Final = frozenset({("B", "d")})


def lines(sender: Sender, data: bytes) -> list[str]:
    """
    The lines for the frames in `data`.

    Args:
        sender: Who sent them.
        data: Whole frames with a tag, which leaves out the client's first.

    Raises:
        ProtocolViolation: It is something else.

    """
    r = Reader(data)
    rendered: list[str] = []
    while not r.at_end():
        tag = r.character()
        length = r.int32()
        payload = Reader(r.take(length - INT32.size))
        if (sender, tag) not in UNTRACED:
            rendered += _rendered(sender, tag, length, payload)
    return rendered


def _rendered(sender: Sender, tag: str, length: int, r: Reader) -> Iterator[str]:
    shown = "NN" if (sender, tag) in {("B", "E"), ("B", "N")} else str(length)
    name, parts = MESSAGES[sender].get(tag, (f"Unknown message: {ord(tag):02x}", ()))
    fields = "".join(f" {text}" for part in parts for text in part(r))
    yield f"{sender}\t{shown}\t{name}" + (f"\t{fields}" if parts else "")
    if unread := len(r.rest()):
        yield f"mismatched message length: consumed {length - unread}, expected {length}"


def _byte(r: Reader) -> Iterator[str]:
    yield _printable(r.take(1))


def _int16(r: Reader) -> Iterator[str]:
    yield str(r.count())


def _int32(r: Reader) -> Iterator[str]:
    yield str(r.int32())


def _suppressed(r: Reader) -> Iterator[str]:
    r.int32()
    yield "NNNN"


def _string(r: Reader) -> Iterator[str]:
    yield f'"{r.cstring()}"'


def _value(r: Reader) -> Iterator[str]:
    """
    A length and as many bytes; -1 alone is NULL.
    """
    size = r.int32()
    yield str(size)
    if size != -1:
        yield f"'{_printable(r.take(size))}'"


def _counted(*parts: Part) -> Part:
    """
    A count, and as often all of `parts`.
    """

    def read(r: Reader) -> Iterator[str]:
        count = r.count()
        yield str(count)
        for _ in range(count):
            for part in parts:
                yield from part(r)

    return read


def _fields(r: Reader) -> Iterator[str]:
    """
    The fields of an error or notice, and the NUL that ends them.
    """
    while (code := r.take(1)) != b"\0":
        yield _printable(code)
        text = r.cstring()
        yield '"SSSS"' if code.decode("latin-1") in SUPPRESSED else f'"{text}"'
    yield _printable(code)


def _printable(data: bytes) -> str:
    """
    Bytes as C's isprint sees them: ASCII as it is, all else in hexadecimal.
    """
    return "".join(chr(byte) if 0x20 <= byte <= 0x7E else f"\\x{byte:02x}" for byte in data)


Message: TypeAlias = "tuple[str, tuple[Part, ...]]"

FRONTEND: Final[Mapping[str, Message]] = {
    "B": ("Bind", (_string, _string, _counted(_int16), _counted(_value), _counted(_int16))),
    "C": ("Close", (_byte, _string)),
    "D": ("Describe", (_byte, _string)),
    "E": ("Execute", (_string, _int32)),
    "F": ("FunctionCall", (_suppressed, _counted(_int16), _counted(_value), _int16)),
    "H": ("Flush", ()),
    "P": ("Parse", (_string, _string, _counted(_suppressed))),
    "Q": ("Query", (_string,)),
    "S": ("Sync", ()),
    "X": ("Terminate", ()),
    "c": ("CopyDone", ()),
    "d": ("", ()),  # "Drop COPY data to reduce the overhead of logging"
    "f": ("CopyFail", (_string,)),
}
BACKEND: Final[Mapping[str, Message]] = {
    "1": ("ParseComplete", ()),
    "2": ("BindComplete", ()),
    "3": ("CloseComplete", ()),
    "C": ("CommandComplete", (_string,)),
    "D": ("DataRow", (_counted(_value),)),
    "E": ("ErrorResponse", (_fields,)),
    "G": ("CopyInResponse", (_byte, _counted(_int16))),
    "H": ("CopyOutResponse", (_byte, _counted(_int16))),
    "I": ("EmptyQueryResponse", ()),
    "K": ("BackendKeyData", (_suppressed, _suppressed)),
    "N": ("NoticeResponse", (_fields,)),
    "R": ("Authentication", (_int32,)),
    "S": ("ParameterStatus", (_string, _string)),
    "T": (
        "RowDescription",
        (_counted(_string, _suppressed, _int16, _suppressed, _int16, _int32, _int16),),
    ),
    "Z": ("ReadyForQuery", (_byte,)),
    "c": ("CopyDone", ()),
    "n": ("NoData", ()),
    "s": ("PortalSuspended", ()),
    "t": ("ParameterDescription", (_counted(_suppressed),)),
    "v": ("NegotiateProtocolVersion", (_int32, _int32)),
}
MESSAGES: Final[Mapping[Sender, Mapping[str, Message]]] = {"F": FRONTEND, "B": BACKEND}
