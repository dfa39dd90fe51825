"""
Sending past the event loop, over a real socket.
"""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pggate.server.shortcut import AT_ONCE, Shortcut

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server

PATIENCE = 20.0


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with ours, theirs:
        yield ours, theirs


def received(theirs: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += theirs.recv(1 << 20)
    return data


def test_more_blocks_than_the_system_takes_at_once(ends: tuple[socket.socket, socket.socket]) -> None:
    blocks = [b"%d " % number for number in range(3 * AT_ONCE)]
    shortcut = Shortcut(ends[0])
    assert shortcut.send(blocks, PATIENCE) == []
    assert received(ends[1], len(b"".join(blocks))) == b"".join(blocks)
    shortcut.close()


def test_all_that_fits_is_sent(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    assert shortcut.send([b"one", b"", memoryview(b"two")], 0) == []
    assert received(ends[1], 6) == b"onetwo"
    shortcut.close()


def test_the_rest_comes_back(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    blocks = [bytes([number]) * (1 << 20) for number in range(8)]
    rest = shortcut.send(blocks, 0)
    assert rest
    left = b"".join(rest)
    sent = (8 << 20) - len(left)
    assert received(ends[1], sent) + left == b"".join(blocks)
    shortcut.close()


def test_a_client_that_reads_takes_it_all(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    blocks = [bytes([number]) * (1 << 20) for number in range(8)]
    with ThreadPoolExecutor(1) as reader:
        taken = reader.submit(received, ends[1], 8 << 20)
        assert shortcut.send(blocks, PATIENCE) == []
        assert taken.result(PATIENCE) == b"".join(blocks)
    shortcut.close()


def test_patience_with_a_client_that_does_not_read_ends(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    began = time.monotonic()
    assert shortcut.send([bytes(8 << 20)], 0.1)
    assert 0.1 <= time.monotonic() - began < PATIENCE
    shortcut.close()


def test_nothing_is_sent_to_a_client_that_is_gone(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    ends[1].close()
    assert shortcut.send([b"a", b"b"], PATIENCE) == [b"a", b"b"]
    shortcut.close()


def test_another_socket_of_the_same_number_gets_nothing(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    number = ends[0].fileno()
    ends[0].close()
    others = socket.socketpair()
    with others[0], others[1]:
        assert number in (others[0].fileno(), others[1].fileno())
        assert shortcut.send([b"for the first"], 0) == []
        shortcut.close()
        assert received(ends[1], 13) == b"for the first"
        for other in others:
            other.setblocking(False)
            with pytest.raises(BlockingIOError):
                other.recv(1)


def test_what_comes_is_received(ends: tuple[socket.socket, socket.socket]) -> None:
    shortcut = Shortcut(ends[0])
    assert not shortcut.wait(0)
    assert shortcut.receive(10) == b""
    ends[1].sendall(b"question")
    assert shortcut.wait(10)
    assert (shortcut.receive(5), shortcut.receive(5)) == (b"quest", b"ion")
    ends[1].close()
    assert shortcut.wait(10), "the end is something to wait for"
    assert shortcut.receive(10) == b""
    shortcut.close()
