"""
A client's socket in the hands of the driver's worker, which sends and receives without the event loop.

Sending needs no loan, since the loop sends nothing while the worker works.  Reading has one owner at a time,
the loop or the worker, changed under a lock that the worker holds for a read that does not block: bytes that
it has taken come before those that the loop takes.
"""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from pggate.server.encryption import PLAIN_TEXT
from pggate.server.shortcut import Shortcut

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable, Iterator

    from pggate.server.encryption import Encryption, PlainText

RECEIVE_BYTES: Final = 256 * 1024
"""What a worker takes at once."""

SEND_PATIENCE: Final = 0.02
"""
Seconds that a worker gives a client to take a block.  One that reads steadily costs no hop; for one that does
not the loop waits, which minds who else is waiting.
"""


class Loan:
    """
    Args:
        may_send: Has the loop nothing to send before?

    `send` and `receive` are for the worker's thread, all else for the loop's.
    """

    def __init__(self, may_send: Callable[[], bool]) -> None:
        self._may_send = may_send
        self.encryption: Encryption | PlainText = PLAIN_TEXT
        self.is_broken = False
        """Has TLS failed?  The loop ends the connection for it."""
        self._shortcut: Shortcut | None = None
        self._lock = threading.Lock()  # guards whose turn it is to read
        self._is_lent = False
        self._unsent: list[bytes | memoryview] = []
        """What a worker could not send, as it is on the wire."""

    @contextmanager
    def shortcut(self, connected: socket.socket) -> Iterator[None]:
        """
        While this lasts a worker can send and receive.  It takes a descriptor, which an idle connection does
        without; where there is none to have, everything goes through the loop.
        """
        with suppress(OSError):
            self._shortcut = Shortcut(connected)
        try:
            yield
        finally:
            if self._shortcut is not None:
                self._shortcut.close()
                self._shortcut = None

    @property
    def is_lent(self) -> bool:
        """Does a worker read?"""
        return self._is_lent

    def lend(self) -> bool:
        """Have a worker read from now on; whether one can."""
        self._is_lent = self._shortcut is not None
        return self._is_lent

    def take_back(self) -> bool:
        """Have the loop read again; whether it did not."""
        with self._lock:
            was_lent, self._is_lent = self._is_lent, False
        return was_lent

    def send(self, blocks: Iterable[bytes | memoryview]) -> bool:
        """
        Send what the client takes within SEND_PATIENCE; whether that was all.
        """
        self._unsent = self.to_send(blocks)
        if self._shortcut is not None and self._may_send():
            self._unsent = self._shortcut.send(self._unsent, SEND_PATIENCE)
        return not self._unsent

    def to_send(self, blocks: Iterable[bytes | memoryview]) -> list[bytes | memoryview]:
        """These blocks as they are on the wire, behind what a worker could not send; the caller sends it."""
        before, self._unsent = self._unsent, []
        try:
            return [*before, *self.encryption.sent(blocks)]
        except ssl.SSLError:
            self.is_broken = True
            return before

    def receive(self, patience: float) -> bytes:
        """
        What comes within so many seconds; empty where nothing does, and where reading is not lent any more.
        """
        if self._shortcut is None or not self._shortcut.wait(patience):
            return b""
        with self._lock:
            data = self._shortcut.receive(RECEIVE_BYTES) if self._is_lent else b""
            if not data:
                return b""
            try:
                return self.encryption.received(data)[0]
            except ssl.SSLError:
                self.is_broken = True
                return b""
