"""
A socket as the driver wants it: read what has come, write and wait, upgrade to TLS, notice a hang-up.

asyncio's own streams stop looking at the socket while nobody reads; this one does not.  What the driver's
worker does with the socket meanwhile is the loan's.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Final, cast

from pggate.server.encryption import Encryption
from pggate.server.loan import Loan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

READ_LIMIT: Final = 256 * 1024
"""Bytes kept unread; past it the socket is left alone until they are taken."""

WRITE_LIMIT: Final = 256 * 1024
"""Bytes of reply that may wait in user space for the client; past it `drain` waits until all are sent."""


class Stream(asyncio.Protocol):
    """
    One accepted connection, on the event loop.  `opened` is called with it, once.
    """

    def __init__(self, opened: Callable[[Stream], None]) -> None:
        self._opened: Callable[[Stream], None] | None = opened
        self.hung_up: Callable[[], None] = _nobody_cares
        """Called once when the client has closed its side, or the connection broke."""
        self._received: list[bytes] = []
        self._waiting = 0
        self._ended = False
        self._lost = False
        self._arrived = asyncio.Event()
        self._writable = asyncio.Event()
        self._writable.set()
        self.loan = Loan(lambda: not self._lost and not self._transport.get_write_buffer_size())
        """What a worker uses."""
        self._greeted: asyncio.Future[None] | None = None
        """The end of the TLS handshake, once it has begun."""

    # What the transport calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(WRITE_LIMIT, low=0)
        with suppress(OSError):  # it is gone again
            # as PostgreSQL 15, pqcomm.c: a client whose machine is gone does not hold its connection for ever
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened(self)

    def data_received(self, data: bytes) -> None:
        said = self._decrypted(data)
        if not said:
            return
        self._received.append(said)
        self._waiting += len(said)
        if self._waiting >= READ_LIMIT:
            self._transport.pause_reading()
        self._arrived.set()

    def eof_received(self) -> bool:
        self._end()
        return True  # the socket stays open for what is still to be written

    def connection_lost(self, _error: Exception | None) -> None:
        self._lost = True
        self._writable.set()
        self._end()

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self.hung_up()
        self._arrived.set()
        if self._greeted is not None and not self._greeted.done():
            self._greeted.set_exception(ConnectionResetError("the client left in the TLS handshake"))

    def _decrypted(self, data: bytes) -> bytes:
        """What the client's bytes say; a handshake says nothing."""
        encryption = self.loan.encryption
        try:
            said, answer = encryption.received(data)
        except ssl.SSLError as error:
            self._fail(error)
            return b""
        if answer:
            self._transport.write(answer)
        if self._greeted is not None and not self._greeted.done() and encryption.is_established:
            self._greeted.set_result(None)
        if encryption.is_ended:
            self._end()
        return said

    def _fail(self, error: ssl.SSLError) -> None:
        """There is no TLS, or no more: the client is told as far as it listens, and nobody waits for it."""
        if self._greeted is not None and not self._greeted.done():
            self._greeted.set_exception(error)
        self._transport.write(self.loan.encryption.farewell())
        self._transport.abort()

    # What the driver calls.

    @property
    def secure(self) -> bool:
        """Is this TLS?"""
        return self._greeted is not None

    @property
    def peer(self) -> str:
        """The client's address, `host:port`."""
        name = self._transport.get_extra_info("peername")
        return f"{name[0]}:{name[1]}" if name else "local"

    @property
    def address(self) -> tuple[str, int] | None:
        """The same as host and port."""
        name = self._transport.get_extra_info("peername")
        return (name[0], name[1]) if name else None

    @property
    def ended(self) -> bool:
        """Will no more bytes come than those not yet read?"""
        return self._ended

    def nudge(self) -> None:
        """Let a waiting `read` return at once, with what there is."""
        self._arrived.set()

    async def read(self) -> bytes:
        """
        Wait for bytes and take all that have come; empty at the client's end and after a `nudge`.

        Safe to cancel: nothing is lost.
        """
        await self._arrived.wait()
        data = b"".join(self._received)
        self._received.clear()
        if self._waiting >= READ_LIMIT and not self._lost:
            self._transport.resume_reading()
        self._waiting = 0
        if not self._ended:
            self._arrived.clear()
        return data

    def write(self, blocks: Iterable[bytes | memoryview]) -> None:
        """Queue bytes for the client, behind what a worker could not send."""
        if not self._lost:
            self._transport.writelines(self.loan.to_send(blocks))

    def shortcut(self) -> AbstractContextManager[None]:
        """See Loan.shortcut."""
        return nullcontext() if self._lost else self.loan.shortcut(self._transport.get_extra_info("socket"))

    def lend(self) -> None:
        """Have a worker read until `take_back`; not where bytes wait already."""
        if not self._received and not self._ended and self.loan.lend():
            self._transport.pause_reading()

    def take_back(self) -> None:
        """Read here again; what a worker has taken by now came before."""
        if self.loan.take_back() and not self._lost:
            self._transport.resume_reading()
        if self.loan.encryption.is_ended:
            self._end()

    async def drain(self) -> None:
        """
        Wait until the client has taken enough for more to be written.

        Raises:
            ConnectionResetError: It never will.

        """
        if self.loan.is_broken:
            self.abort()
        await self._writable.wait()
        if self._lost or self.loan.is_broken:
            raise ConnectionResetError("the connection was lost")

    async def start_tls(self, context: ssl.SSLContext) -> None:
        """
        Upgrade to TLS.  Bytes that have come already belong to the handshake, or fail it (CVE-2021-23214).

        Raises:
            OSError: The handshake failed (ssl.SSLError is one).

        """
        if self._ended:
            raise ConnectionResetError("the client left before the TLS handshake")
        self._greeted = asyncio.get_running_loop().create_future()
        self.loan.encryption = Encryption(context)
        early, self._received, self._waiting = b"".join(self._received), [], 0
        self._arrived.clear()
        if early:
            self.data_received(early)
        await self._greeted

    def abort(self) -> None:
        """Close at once; what waits to be sent is lost."""
        self._transport.abort()

    async def close(self, patience: float) -> None:
        """Close after what is queued has been sent, or after `patience` seconds."""
        if self._lost:
            return
        self.write(())
        self._transport.write(self.loan.encryption.farewell())
        self._transport.close()
        try:
            async with asyncio.timeout(patience):
                while not self._lost:
                    self._writable.clear()
                    await self._writable.wait()
        except TimeoutError:
            self._transport.abort()


def _nobody_cares() -> None:
    """Until the driver says what to do about a hang-up."""
