"""
A connection to a real PostgreSQL whose answers stay the bytes that it sent.
"""

from __future__ import annotations

import socket
from struct import pack, unpack_from
from typing import TYPE_CHECKING, Final

from pggate.types.framings import CopyBinary, CopyCsv, CopyText
from tests.types.sent_values import field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

PATIENCE: Final = 60.0
"""Seconds without a byte from the server after which a test has failed."""

STARTUP: Final = pack("!i", 3 << 16) + b"user\0postgres\0client_encoding\0UTF8\0\0"

SIGNATURE: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER: Final = b"\xff\xff"


class PostgresClient:
    """
    Statements in, the frames of their rows out.  It knows no more of the protocol than that takes.
    """

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=PATIENCE)
        self._file: BinaryIO = self._socket.makefile("rb")
        self._ask(frame(b"", STARTUP))

    def close(self) -> None:
        self._file.close()
        self._socket.close()

    def text(self, sql: str) -> list[bytes]:
        """The DataRow or CopyData messages of statements by the simple protocol."""
        return self._ask(frame(b"Q", cstring(sql)))

    def binary(self, sql: str) -> list[bytes]:
        """The DataRow messages of a query by the extended protocol, every column in binary format."""
        return self._ask(
            frame(b"P", b"\0" + cstring(sql) + pack("!h", 0)),
            frame(b"B", b"\0\0" + pack("!hhhh", 0, 0, 1, 1)),  # one format, binary, for every column
            frame(b"E", b"\0" + pack("!i", 0)),
            frame(b"S", b""),
        )

    def copied(self, query: str, framing: CopyText | CopyCsv | CopyBinary) -> list[bytes]:
        """The CopyData messages of its rows; PostgreSQL sends the binary signature with the first of them."""
        found = self.text(f"copy ({query}) to stdout ({options(framing)})")
        if not isinstance(framing, CopyBinary):
            return found
        first, *rest = found
        assert first[5:].startswith(SIGNATURE)
        *rows, last = [frame(b"d", first[5 + len(SIGNATURE) :]), *rest]
        assert last == frame(b"d", TRAILER)
        return rows

    def load(self, table: str, rows: Iterable[Sequence[bytes | None]]) -> None:
        """Rows of values in binary format into a table."""
        data = b"".join((SIGNATURE, *map(tuple_of, rows), TRAILER))
        start = cstring(f"copy {table} from stdin (format binary)")
        self._ask(frame(b"Q", start), frame(b"d", data), frame(b"c", b""))

    def _ask(self, *messages: bytes) -> list[bytes]:
        self._socket.sendall(b"".join(messages))
        rows: list[bytes] = []
        errors: list[bytes] = []
        while not (answer := self._receive()).startswith(b"Z"):
            if answer.startswith((b"D", b"d")):
                rows.append(answer)
            elif answer.startswith(b"E"):
                errors.append(answer)
        assert not errors
        return rows

    def _receive(self) -> bytes:
        head = self._file.read(5)
        assert head, "the server has hung up"
        return head + self._file.read(int.from_bytes(head[1:], "big") - 4)


def cstring(text: str) -> bytes:
    return text.encode() + b"\0"


def frame(tag: bytes, payload: bytes) -> bytes:
    return tag + pack("!i", len(payload) + 4) + payload


def frames(data: bytes | bytearray | memoryview) -> list[bytes]:
    """
    Messages apart, each as it was sent.
    """
    found, at = [], 0
    while at < len(data):
        (length,) = unpack_from("!i", data, at + 1)
        found.append(bytes(data[at : at + 1 + length]))
        at += 1 + length
    return found


def tuple_of(cells: Sequence[bytes | None]) -> bytes:
    """
    A row of COPY's binary format.
    """
    return pack("!h", len(cells)) + b"".join(map(field, cells))


def options(framing: CopyText | CopyCsv | CopyBinary) -> str:
    """
    As COPY is asked for them, the columns being c0, c1, …
    """
    if isinstance(framing, CopyBinary):
        return "format binary"
    given = {"delimiter": framing.delimiter, "null": framing.null}
    if isinstance(framing, CopyCsv):
        given |= {"quote": framing.quote, "escape": framing.escape}
    parts = [f"{name} {literal(value)}" for name, value in given.items()]
    if isinstance(framing, CopyCsv) and framing.forced:
        parts.append(f"force_quote ({', '.join(f'c{place}' for place in framing.forced)})")
    return ", ".join([f"format {'csv' if isinstance(framing, CopyCsv) else 'text'}", *parts])


def literal(value: bytes) -> str:
    return "E'" + "".join(f"\\x{byte:02x}" for byte in value) + "'"
