"""
What a hop makes of the bytes that have come, and when it ends.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import pytest

from pggate.errors import UndefinedTable
from pggate.server import driver as module
from pggate.server import worker
from pggate.wire import backend as b
from pggate.wire import frontend as f
from tests.server.driving import (
    ANSWER,
    BLOCK_OF_ROWS,
    PATIENCE,
    PIPELINE,
    READY,
    SHUTDOWN,
    STARTUP,
    WELCOME,
    Talk,
    Wire,
    brisk,
    drive,
    told,
)

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator

    from pggate.server.driver import Driver

T = TypeVar("T")

pytestmark = pytest.mark.server


@pytest.mark.parametrize("step", [1, 2, 3, 7, 1000])
def test_bytes_split_anywhere(step: int) -> None:
    def client(wire: Wire, *_: object) -> None:
        data = STARTUP + b"".join(map(f.encode, PIPELINE))
        for start in range(0, len(data), step):
            wire.socket.sendall(data[start : start + step])
        assert wire.receive(len(WELCOME)) == WELCOME
        wire.expect(*ANSWER)

    drive(client)


def test_an_answer_does_not_wait_for_the_next_statement() -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        wire.send(f.Query("a"), f.Parse("", "x"), f.Sync(), f.Query("wait"))
        wire.expect(b.CommandComplete("a"), b.ReadyForQuery("I"), b.ParseComplete(), b.ReadyForQuery("I"))
        assert not talk.interrupted.is_set()

    drive(client)


def hops(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What a driver has a worker do from here on."""
    made: list[object] = []
    original = driver._in_worker

    async def in_worker(work: Callable[[], T]) -> T:
        made.append(work)
        return await original(work)

    monkeypatch.setattr(driver, "_in_worker", in_worker)
    return made


PARSED = 100 * [b.ParseComplete()]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ([*100 * [f.Parse("", "x")], f.Sync()], [*PARSED, b.ReadyForQuery("I")]),
        (50 * [f.Parse("", "x"), f.Sync()], 50 * [b.ParseComplete(), b.ReadyForQuery("I")]),
        (50 * [f.Query("a")], 50 * [b.CommandComplete("a"), b.ReadyForQuery("I")]),
    ],
    ids=["one turn", "fifty turns", "fifty simple queries"],
)
def test_a_pipeline_is_one_hop(
    monkeypatch: pytest.MonkeyPatch, asked: list[f.Frontend], answered: list[b.Backend]
) -> None:
    """Of a client that has not been brisk."""
    monkeypatch.setattr(module, "LINGER", -PATIENCE)

    def client(wire: Wire, _: Talk, driver: Driver, *__: object) -> None:
        wire.start()
        made = hops(driver, monkeypatch)
        wire.send(*asked)
        wire.expect(*answered)
        assert len(made) == 1

    drive(client)


def test_a_client_that_asks_at_once_hops_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LINGER", PATIENCE)
    monkeypatch.setattr(worker, "LINGER", PATIENCE)
    monkeypatch.setattr(module, "LEASE", PATIENCE)

    def client(wire: Wire, talk: Talk, driver: Driver, *_: object) -> None:
        brisk(wire)
        assert driver._stream.loan.is_lent
        wire.send(f.Query("rows 100"))
        size = 100 * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect(b.ReadyForQuery("I"))
        wire.send(f.Query("a"), f.Terminate(), f.Query("b"))
        wire.expect_end(b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_bytes_split_anywhere_that_come_at_once() -> None:
    data = b"".join(map(f.encode, PIPELINE))

    def client(wire: Wire, *_: object) -> None:
        brisk(wire)
        for step in range(1, len(data), 3):
            for start in range(0, len(data), step):
                wire.socket.sendall(data[start : start + step])
            wire.expect(*ANSWER)

    drive(client)


def test_the_end_of_a_connection_that_never_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEASE", PATIENCE)

    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        brisk(wire)
        told(loop, driver.end_when_idle)
        deadline = time.monotonic() + PATIENCE
        farewell = b.encode(b.ErrorResponse(SHUTDOWN, "FATAL"))
        found = b""
        while farewell not in found:
            assert time.monotonic() < deadline
            with suppress(ConnectionError):
                wire.send(f.Query("again"))
            found += wire.socket.recv(1 << 16)
        assert found.endswith(farewell)

    drive(client)


@pytest.mark.parametrize(
    ("garbage", "message"),
    [
        (b"\x01\x00\x00\x00\x04", "invalid frontend message type 1"),
        (b"Q\x00\x00\x00\x03", None),
        (b"Q\x7f\xff\xff\xff", None),
        (f.encode(f.Sync())[:-1] + b"\x00", None),
    ],
    ids=["unknown tag", "length too small", "length too large", "length of nothing"],
)
def test_lost_framing_is_answered_and_ends_it(garbage: bytes, message: str | None) -> None:
    def client(wire: Wire, *_: object) -> bytes:
        wire.start()
        wire.send(f.Query("a"))
        wire.socket.sendall(garbage)
        wire.expect(b.CommandComplete("a"), b.ReadyForQuery("I"))
        return wire.rest()

    said = drive(client)
    error = b.read_message(chr(said[0]), said[5:])
    assert isinstance(error, b.ErrorResponse)
    assert (error.severity, error.error.code) == ("FATAL", "08P01")
    assert message is None or error.error.message == message
    assert len(said) == 1 + int.from_bytes(said[1:5], "big"), "nothing follows it"


@pytest.mark.parametrize(
    ("message", "code", "follows"),
    [
        (b"Q\x00\x00\x00\x06\xff\x00", "22021", READY),
        (b"P\x00\x00\x00\x06\x00\x00", "08P01", b""),
    ],
)
def test_nonsense_in_a_frame_is_survived(message: bytes, code: str, follows: bytes) -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        wire.socket.sendall(message)
        header = wire.receive(5)
        error = b.read_message("E", wire.receive(int.from_bytes(header[1:], "big") - 4))
        assert isinstance(error, b.ErrorResponse)
        assert (error.severity, error.error.code) == ("ERROR", code)
        assert wire.receive(len(follows)) == follows
        wire.send(f.Sync(), f.Query("a"))
        wire.expect(b.ReadyForQuery("I"), b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_an_impossible_answer_ends_it_with_a_word() -> None:
    class Confused(Talk):
        def _query(self, sql: str) -> Iterator[b.Backend]:
            yield b.AuthenticationOk()

    def client(wire: Wire, *_: object) -> bytes:
        wire.start()
        wire.send(f.Query("a"))
        return wire.rest()

    said = drive(client, Confused())
    error = b.read_message(chr(said[0]), said[5:])
    assert isinstance(error, b.ErrorResponse)
    assert error.severity == "FATAL"


@pytest.mark.parametrize(
    ("query", "logged"),
    [
        ("break", "ZeroDivisionError"),
        ("columns 70000", "struct.error"),
    ],  # the latter: the count has two bytes
)
def test_a_bug_ends_the_connection_and_is_told(
    caplog: pytest.LogCaptureFixture, query: str, logged: str
) -> None:
    def client(wire: Wire, *_: object) -> bytes:
        wire.start()
        wire.send(f.Query(query))
        return wire.rest()

    answer = drive(client)
    assert answer[:1] == b"E"
    assert b"SFATAL\0" in answer
    assert b"CXX000\0" in answer
    assert [record.message for record in caplog.records] == ["internal_error"]
    assert logged in caplog.text


def test_an_error_of_a_statement_is_no_end() -> None:
    class Failing(Talk):
        def _query(self, sql: str) -> Iterator[b.Backend]:
            yield b.ErrorResponse(UndefinedTable(f'relation "{sql}" does not exist'))
            yield b.ReadyForQuery("I")

    def client(wire: Wire, *_: object) -> None:
        wire.start()
        for name in "ab":
            wire.send(f.Query(name))
            wire.expect(
                b.ErrorResponse(UndefinedTable(f'relation "{name}" does not exist')), b.ReadyForQuery("I")
            )

    drive(client, Failing())
