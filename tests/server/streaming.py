"""
A stream between a real socket of the loopback and a client's blocking end of it.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING, TypeVar

from pggate.server.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

PATIENCE = 20.0
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER: on, no seconds."""


def with_a_client(test: Callable[[Stream, socket.socket], Awaitable[T]]) -> T:
    """Run the test with an accepted connection and the client's blocking end of it."""

    async def run() -> T:
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[Stream] = loop.create_future()
        server = await loop.create_server(lambda: Stream(opened.set_result), "127.0.0.1", 0)
        client = socket.create_connection(server.sockets[0].getsockname(), timeout=PATIENCE)
        try:
            async with asyncio.timeout(PATIENCE):
                stream = await opened
                try:
                    return await test(stream, client)
                finally:
                    stream.abort()
        finally:
            client.close()
            server.close()
            await server.wait_closed()

    return asyncio.run(run())


def received(client: socket.socket) -> bytes:
    """All that comes until the other end closes."""
    return b"".join(iter(lambda: client.recv(1 << 16), b""))


async def read_all(stream: Stream, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += await stream.read()
    return data
