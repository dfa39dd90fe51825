"""
A client that only drains: it sends what PostgreSQL's protocol wants and looks at nothing but the end.
"""

from __future__ import annotations

import socket
from struct import pack
from typing import TYPE_CHECKING

from pggate.wire import frontend

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

READY = b"Z\0\0\0\5I"
ROOM = 1 << 20


class Client:
    """
    A connection to a server that trusts.
    """

    def __init__(self, host: str, port: int, user: str, database: str) -> None:
        self._socket = socket.create_connection((host, port))
        parameters = f"user\0{user}\0database\0{database}\0\0".encode()
        self._socket.sendall(pack("!ii", len(parameters) + 8, 3 << 16) + parameters)
        self._room = memoryview(bytearray(ROOM))
        self.drain()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def query(self, sql: str) -> int:
        """Simple query; the bytes of the answer."""
        self._socket.sendall(frontend.encode(frontend.Query(sql)))
        return self.drain()

    def query_binary(self, sql: str, *parameters: str) -> int:
        """The extended protocol with every result column in binary, parameters as texts."""
        messages = (
            frontend.Parse("", sql, ()),
            frontend.Bind("", "", (), tuple(map(str.encode, parameters)), (1,)),
            frontend.Describe("P", ""),
            frontend.Execute("", 0),
            frontend.Sync(),
        )
        self._socket.sendall(b"".join([frontend.encode(message) for message in messages]))
        return self.drain()

    def copy_in(self, sql: str, pieces: Iterable[bytes]) -> int:
        """COPY … FROM STDIN."""
        self._socket.sendall(frontend.encode(frontend.Query(sql)))
        self._wait_for(b"G")
        for piece in pieces:
            self._socket.sendall(b"d" + pack("!i", len(piece) + 4))
            self._socket.sendall(piece)
        self._socket.sendall(frontend.encode(frontend.CopyDone()))
        return self.drain()

    def send(self, sql: str) -> None:
        """Ask and do not wait."""
        self._socket.sendall(frontend.encode(frontend.Query(sql)))

    def read(self, most: int) -> int:
        """Take some bytes of the answer."""
        return self._socket.recv_into(self._room[:most])

    def drain(self) -> int:
        """Read up to ReadyForQuery; the number of bytes."""
        total, tail = 0, b""
        while tail != READY:
            count = self._socket.recv_into(self._room)
            if count == 0:
                raise ConnectionResetError("the server closed the connection")
            total += count
            tail = (tail + bytes(self._room[max(0, count - len(READY)) : count]))[-len(READY) :]
            if tail[:1] == b"Z" and len(tail) == len(READY) and tail[-1:] in b"TE":
                return total
        return total

    def _wait_for(self, tag: bytes) -> None:
        answer = b""
        while not answer.startswith(tag):
            answer += self._socket.recv(ROOM)
            if answer[:1] == b"E":
                raise RuntimeError(answer.decode(errors="replace"))
