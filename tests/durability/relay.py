"""
A TCP relay before a server, which freezes at a chosen moment of a chosen conversation.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 16

When = Literal["unsent", "unanswered"]
"""Frozen with a request that did not go out, or with one that went out and whose answer is withheld."""


class Relay:
    """
    Passes bytes on between clients of `port` and a server.

    Requests are counted in chunks as they arrive, over all connections: what a client that waits for answers
    writes at once.  Frozen, nothing passes in either direction until `reset`, which drops all connections.
    """

    def __init__(self, host: str, port: int) -> None:
        self._server = host, port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._left: int | None = None
        self._when: When = "unsent"
        self.requests = 0
        self.frozen = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def arm(self, number: int, when: When) -> None:
        """Freeze at the request with this number from now on, counted from 1."""
        with self._lock:
            self._left, self._when = number, when

    def reset(self) -> None:
        """Drop every connection, and pass everything on from now on."""
        with self._lock:
            self._left = None
            dropped, self._open = self._open, set()
            self.frozen.clear()
        for one in dropped:
            hang_up(one)

    def close(self) -> None:
        hang_up(self._listening)
        self.reset()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection(self._server)
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._lock:
                    self._open |= {client, server}
                for job in (self._ask, self._answer):
                    threading.Thread(target=job, args=(client, server), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(CHUNK):
                if self._passes():
                    server.sendall(data)
        hang_up(server)

    def _answer(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(CHUNK):
                if not self.frozen.is_set():
                    client.sendall(data)
        hang_up(client)

    def _passes(self) -> bool:
        """Count a request; whether it goes out."""
        with self._lock:
            if self.frozen.is_set():
                return False
            self.requests += 1
            if self._left is None:
                return True
            self._left -= 1
            if self._left:
                return True
            self.frozen.set()
            return self._when == "unanswered"


def hang_up(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextlib.contextmanager
def relay_to(host: str, port: int) -> Iterator[Relay]:
    relay = Relay(host, port)
    try:
        yield relay
    finally:
        relay.close()
