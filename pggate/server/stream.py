"""
A socket as the driver wants it: read what has come, write and wait, upgrade to TLS, notice a hang-up.

asyncio's own streams stop looking at the socket while nobody reads; this one does not.  The driver's worker
may send and receive without the event loop, in plain text and in TLS alike.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, cast

from pggate.server.encryption import Encryption
from pggate.server.shortcut import Shortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

READ_LIMIT: Final = 256 * 1024
"""Bytes kept unread; past it the socket is left alone until they are taken."""

WRITE_LIMIT: Final = 256 * 1024
"""Bytes of reply that may wait in user space for the client; past it `drain` waits until all are sent."""

SEND_PATIENCE: Final = 0.02
"""
Seconds that a worker gives a client to take a block.  One that reads steadily costs no hop; for one that does
not the loop waits, which minds who else is waiting.
"""


class Stream(asyncio.Protocol):
    """
    One accepted connection.  `opened` is called with it, once.

    All methods run on the event loop, but for `send_now` and `receive_now`.
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
        self._shortcut: Shortcut | None = None
        self._is_lent = False
        self._lease = threading.Lock()  # guards the one above, and whose turn it is to read
        self._unsent: list[bytes | memoryview] = []
        """What a worker could not send, as it is on the wire."""
        self._encryption: Encryption | None = None
        self._greeted: asyncio.Future[None] | None = None
        self._is_broken = False
        """Has TLS failed in a worker?  The loop ends the connection for it."""

    # What the transport calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(WRITE_LIMIT, low=0)
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened(self)

    def data_received(self, data: bytes) -> None:
        if self._encryption is not None:
            data = self._decrypted(self._encryption, data)
        if not data:
            return
        self._received.append(data)
        self._waiting += len(data)
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

    def _decrypted(self, encryption: Encryption, data: bytes) -> bytes:
        """What the client's bytes say; a handshake says nothing."""
        is_greeting = self._greeted is not None and not self._greeted.done()
        try:
            said, answer = encryption.received(data)
        except ssl.SSLError as error:
            if self._greeted is not None and is_greeting:
                self._greeted.set_exception(error)
            self._transport.write(encryption.farewell())
            self._transport.close()
            return b""
        self._transport.write(answer)
        if self._greeted is not None and is_greeting and encryption.is_established:
            self._greeted.set_result(None)
        if encryption.is_ended:
            self._end()
        return said

    # What the driver calls.

    @property
    def secure(self) -> bool:
        """Is this TLS?"""
        return self._encryption is not None

    @property
    def peer(self) -> str:
        """The client's address, `host:port`."""
        name = self._transport.get_extra_info("peername")
        return f"{name[0]}:{name[1]}" if name else "local"

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
            self._transport.writelines([*self._unsent, *self._on_the_wire(blocks)])
            self._unsent.clear()

    @contextmanager
    def shortcut(self) -> Iterator[None]:
        """
        While this lasts a worker can send and receive.  It takes a descriptor, which an idle connection does
        without; where there is none to have, everything goes through the loop.
        """
        if not self._lost:
            with suppress(OSError):
                self._shortcut = Shortcut(self._transport.get_extra_info("socket"))
        try:
            yield
        finally:
            if self._shortcut is not None:
                self._shortcut.close()
                self._shortcut = None

    def send_now(self, blocks: Iterable[bytes | memoryview]) -> bool:
        """
        Send what the client takes within SEND_PATIENCE; whether that was all.  `write` sends the rest.

        In the driver's worker thread, while the loop writes nothing.
        """
        self._unsent += self._on_the_wire(blocks)
        if self._shortcut is not None and not self._lost and not self._transport.get_write_buffer_size():
            self._unsent = self._shortcut.send(self._unsent, SEND_PATIENCE)
        return not self._unsent

    def _on_the_wire(self, blocks: Iterable[bytes | memoryview]) -> Iterable[bytes | memoryview]:
        if self._encryption is None or not self._encryption.is_established:
            return blocks
        try:
            return [self._encryption.sent(blocks)]
        except ssl.SSLError:
            self._is_broken = True
            return []

    def lend(self) -> None:
        """
        Have a worker read, by `receive_now`, until `take_back`; not where bytes wait already.
        """
        if self._shortcut is not None and not self._received and not self._ended:
            self._transport.pause_reading()
            self._is_lent = True

    def take_back(self) -> None:
        """Read here again; what a worker has taken by now came before."""
        with self._lease:
            was_lent, self._is_lent = self._is_lent, False
        if was_lent and not self._lost:
            self._transport.resume_reading()
        if self._encryption is not None and self._encryption.is_ended:
            self._end()

    @property
    def is_lent(self) -> bool:
        """Does a worker read?"""
        return self._is_lent

    def receive_now(self, patience: float) -> bytes:
        """
        What comes within so many seconds; empty where nothing does, and where reading is not lent any more.

        In the driver's worker thread.
        """
        if self._shortcut is None or not self._shortcut.wait(patience):
            return b""
        with self._lease:
            data = self._shortcut.receive(READ_LIMIT) if self._is_lent else b""
            if self._encryption is None or not data:
                return data
            try:
                return self._encryption.received(data)[0]
            except ssl.SSLError:
                self._is_broken = True
                return b""

    async def drain(self) -> None:
        """
        Wait until the client has taken enough for more to be written.

        Raises:
            ConnectionResetError: It never will.

        """
        if self._is_broken:
            self.abort()
        await self._writable.wait()
        if self._lost or self._is_broken:
            raise ConnectionResetError("the connection was lost")

    async def start_tls(self, context: ssl.SSLContext, patience: float) -> None:
        """
        Upgrade to TLS.  Bytes that have come already belong to the handshake, or fail it (CVE-2021-23214).

        Raises:
            OSError: The handshake failed (ssl.SSLError and TimeoutError are such).

        """
        self._greeted = asyncio.get_running_loop().create_future()
        self._encryption = Encryption(context)
        early, self._received, self._waiting = b"".join(self._received), [], 0
        if early:
            self.data_received(early)
        if self._ended:
            raise ConnectionResetError("the client left before the TLS handshake")
        self._arrived.clear()
        async with asyncio.timeout(patience):
            await self._greeted

    def abort(self) -> None:
        """Close at once; what waits to be sent is lost."""
        self._transport.abort()

    async def close(self, patience: float) -> None:
        """Close after what is queued has been sent, or after `patience` seconds."""
        if self._lost:
            return
        self.write(())
        if self._encryption is not None:
            self._transport.write(self._encryption.farewell())
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
