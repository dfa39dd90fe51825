"""
The server's end of TLS as bytes in and bytes out (RFC 8446, RFC 5246); no I/O here.

asyncio's own TLS belongs to the event loop.  This one is used by whoever has the bytes: the loop, or a worker
that reads and writes the socket itself.
"""

from __future__ import annotations

import contextlib
import ssl
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

PIECE: Final = 64 * 1024
"""Bytes of plain text that are taken out at once: four records (RFC 8446, 5.1)."""


class PlainText:
    """
    What there is before TLS, and without it: every byte says itself.
    """

    is_established = False
    is_ended = False

    def received(self, data: bytes) -> tuple[bytes, bytes]:
        """These bytes, and no answer."""
        return data, b""

    def sent(self, blocks: Iterable[bytes | memoryview]) -> Iterable[bytes | memoryview]:
        """These blocks."""
        return blocks

    def farewell(self) -> bytes:
        """Nothing."""
        return b""


PLAIN_TEXT: Final = PlainText()


class Encryption:
    """
    One connection's TLS; safe from any thread.

    What TLS itself has to say once the handshake is done (the answer to a KeyUpdate) goes out before the next
    bytes that `sent` encrypts, as RFC 8446, 4.6.3 wants it.  So whoever sends what `sent` returned in the
    order of the calls keeps the order of the records.
    """

    def __init__(self, context: ssl.SSLContext) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._object = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._lock = threading.Lock()
        self.is_established = False
        self.is_ended = False
        """Has the client said that nothing follows?"""

    def received(self, data: bytes) -> tuple[bytes, bytes]:
        """
        What the client's bytes say, as far as they are whole, and what to answer at once, in the handshake.

        Raises:
            ssl.SSLError: There is no agreement, or somebody has changed the bytes; `farewell` says so.

        """
        with self._lock:
            self._incoming.write(data)
            if self.is_established:
                return self._said(), b""
            try:
                self._object.do_handshake()
            except ssl.SSLWantReadError:
                return b"", self._outgoing.read()
            self.is_established = True
            return self._said(), self._outgoing.read()

    def _said(self) -> bytes:
        pieces = []
        try:
            while piece := self._object.read(PIECE):
                pieces.append(piece)
            self.is_ended = True
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLZeroReturnError:
            self.is_ended = True
        return b"".join(pieces)

    def sent(self, blocks: Iterable[bytes | memoryview]) -> Iterable[bytes | memoryview]:
        """
        What says these.

        Raises:
            ssl.SSLError: The client has ended the encryption.

        """
        with self._lock:
            for block in blocks:
                rest = memoryview(block)
                while rest:
                    rest = rest[self._object.write(rest) :]
            return (self._outgoing.read(),)

    def farewell(self) -> bytes:
        """
        What is left to say: that nothing follows, or the alert that an error has caused.
        """
        with self._lock:
            with contextlib.suppress(ssl.SSLError):  # the client's own farewell is not waited for
                self._object.unwrap()
            return self._outgoing.read()
