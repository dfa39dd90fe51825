"""
A driver under a COPY FROM STDIN: replies that need more from the client.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError, QueryCanceled
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import NEED_DATA
from tests.server.driving import PATIENCE, READY, SHUTDOWN, Talk, drive, told

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from pggate.server.driver import Driver
    from pggate.wire.connection import Replies
    from tests.server.driving import Wire

pytestmark = pytest.mark.server

ASKED = b.encode(b.CopyInResponse(0, (0,)))


class Copying(Talk):
    """
    Answers every query with a COPY for each of its letters, and says how many bytes came.
    """

    ended = False

    def _query(self, sql: str) -> Replies:  # type: ignore[override]
        try:
            for _ in sql:
                yield from self._copy()
            yield b.ReadyForQuery("I")
        except PgError as error:
            yield b.ErrorResponse(error)
            yield b.ReadyForQuery("I")
        except GeneratorExit:
            self.abandoned = True
            raise
        finally:
            self.ended = True

    def _copy(self) -> Replies:
        yield b.CopyInResponse(0, (0,))
        size = 0
        while not isinstance(message := (yield NEED_DATA), f.CopyDone):
            self.running.set()
            if self.reasons or self.expired.is_set():
                raise QueryCanceled("stopped")
            if isinstance(message, f.CopyData):
                size += len(message.data)
            if isinstance(message, f.CopyFail):
                raise QueryCanceled(message.reason)
        yield b.CommandComplete(f"COPY {size}")


def copying(client: Callable[[Wire, Copying, Driver, asyncio.AbstractEventLoop], None]) -> Copying:
    """Run the client; where it begins, a COPY waits for its rows."""
    talk = Copying()

    def run(wire: Wire, _: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("c"))
        assert wire.receive(len(ASKED)) == ASKED
        assert talk.running.wait(PATIENCE)
        client(wire, talk, driver, loop)

    drive(run, talk)
    return talk


@pytest.mark.parametrize("step", [1, 3, 1000])
def test_rows_cut_anywhere(step: int) -> None:
    def client(wire: Wire, *_: object) -> None:
        data = b"".join(
            map(f.encode, (f.CopyData(b"one"), f.Flush(), f.CopyData(b""), f.CopyData(b"2"), f.CopyDone()))
        )
        for start in range(0, len(data), step):
            wire.socket.sendall(data[start : start + step])
        wire.expect(b.CommandComplete("COPY 4"), b.ReadyForQuery("I"))

    copying(client)


def test_all_at_once() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        rows = f.CopyData(b"x" * 100_000)
        wire.send(f.Query("ab"), *[rows] * 20, f.CopyDone(), rows, f.CopyDone(), f.Query(""))
        wire.expect(b.CopyInResponse(0, (0,)), b.CommandComplete("COPY 2000000"))
        wire.expect(b.CopyInResponse(0, (0,)), b.CommandComplete("COPY 100000"))
        wire.expect(b.ReadyForQuery("I"), b.ReadyForQuery("I"))

    drive(client, Copying())


def test_a_client_gives_up_and_goes_on() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.send(f.CopyData(b"x"), f.CopyFail("no"), f.Query(""))
        wire.expect(b.ErrorResponse(QueryCanceled("no")), b.ReadyForQuery("I"), b.ReadyForQuery("I"))

    copying(client)


def test_a_reason_that_is_no_text_fails_the_copy_alone() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.socket.sendall(b"f\x00\x00\x00\x06\xff\x00")
        tag, length = wire.receive(1), int.from_bytes(wire.receive(4), "big")
        error = b.read_message(tag.decode(), wire.receive(length - 4))
        assert isinstance(error, b.ErrorResponse)
        assert (error.severity, error.error.code) == ("ERROR", "22021")
        assert wire.receive(len(READY)) == READY

    copying(client)


def test_a_hang_up_ends_the_copy() -> None:
    def client(wire: Wire, talk: Copying, *_: object) -> None:
        wire.send(f.CopyData(b"x"))
        wire.socket.close()
        assert talk.closed.wait(PATIENCE)

    assert copying(client).ended  # interrupted, or abandoned where the rows were slower than the hang-up


def test_terminate_ends_the_copy() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.send(f.CopyData(b"x"), f.Terminate())
        wire.expect_end()

    assert copying(client).abandoned


def test_another_message_ends_the_connection() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.send(f.CopyData(b"x"), f.Query("select 1"))
        said = wire.rest()
        error = b.read_message(chr(said[0]), said[5:])
        assert isinstance(error, b.ErrorResponse)
        assert (error.severity, error.error.code) == ("FATAL", "08P01")
        assert error.error.message == "unexpected message type 0x51 during COPY from stdin"

    assert copying(client).abandoned


def test_end_stops_it() -> None:
    def client(wire: Wire, _: Copying, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        told(loop, driver.end)
        wire.expect_end(
            b.ErrorResponse(QueryCanceled("stopped")),
            b.ReadyForQuery("I"),
            b.ErrorResponse(SHUTDOWN, "FATAL"),
        )

    copying(client)


def test_end_when_idle_lets_it_finish() -> None:
    def client(wire: Wire, _: Copying, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        told(loop, driver.end_when_idle)
        wire.send(f.CopyData(b"x"))
        wire.send(f.CopyDone())
        wire.expect_end(b.CommandComplete("COPY 1"), b.ReadyForQuery("I"), b.ErrorResponse(SHUTDOWN, "FATAL"))

    copying(client)


def test_patience_ends_while_the_client_sends_nothing() -> None:
    def client(wire: Wire, talk: Copying, _: Driver, loop: asyncio.AbstractEventLoop) -> None:
        talk.patience = time.monotonic() + 0.05
        wire.send(f.CopyData(b"x"))
        wire.expect(b.ErrorResponse(QueryCanceled("stopped")), b.ReadyForQuery("I"))
        wire.send(f.CopyData(b"y"), f.CopyDone(), f.Query(""))
        wire.expect(b.ReadyForQuery("I"))

    copying(client)
