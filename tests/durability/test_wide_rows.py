"""
Rows of 50 kB: what the engine makes of them at once is in memory, what goes over the wire only slice by slice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.wire import backend, frontend
from tests.durability.test_backpressure import extended, simply, watched_memory
from tests.durability.tools import Talk, session

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fix_gateway import Gateway

pytestmark = [pytest.mark.server, pytest.mark.slow]

ROWS = 8000
WIDTH = 50_000
MOST_GROWTH = 3 * ROWS * WIDTH
"""
A batch of the engine's holds all of these rows, and it needs as much to make one of its vectors, in two threads.
Encoded as a whole they would take as much again, twice.
"""


@pytest.fixture(scope="module")
def filled(gateway: Gateway) -> Gateway:
    with session(gateway) as connection:
        connection.execute(
            f"create table wide as select i::int a, repeat(chr((65 + i % 26)::int), {WIDTH}) b from range({ROWS}) r(i)"
        )
    return gateway


def drained(talk: Talk) -> int:
    """The bytes up to where the client is asked for more, as long as they are many."""
    ready, size, tail = backend.encode(backend.ReadyForQuery("I")), 0, b""
    while tail != ready:
        data = talk.socket.recv(1 << 18)
        assert data
        size += len(data)
        tail = (tail + data)[-len(ready) :]
    return size


@pytest.mark.parametrize(
    ("how", "sql"),
    [(simply, "select * from wide"), (extended, "select * from wide"), (simply, "copy wide to stdout")],
    ids=["text", "binary", "copy"],
)
def test_memory(filled: Gateway, how: Callable[[str], tuple[frontend.Frontend, ...]], sql: str) -> None:
    filled.restart()  # without the memory that making it, or the last result, took
    talk = Talk(filled)
    with watched_memory(filled.pid) as growth:
        talk.send(*how(sql))
        assert drained(talk) > ROWS * WIDTH
    talk.client.close()
    assert growth() < MOST_GROWTH, f"{growth() / 1e6:.0f} MB"
