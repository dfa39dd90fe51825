"""
A driver between a real socket and somebody who answers what it is told to.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import pytest

from pggate.config import Tls
from pggate.errors import AdminShutdown, PgError, UndefinedTable
from pggate.server import driver as module
from pggate.server.certificate import CertificateFiles, certificate_files, server_context
from pggate.server.driver import BLOCK, Driver
from pggate.server.stream import Stream
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.server

T = TypeVar("T")

PATIENCE = 20.0
STARTUP = f.encode(f.StartupMessage((3, 0), {"user": "u"}))
WELCOME = b.encode(b.AuthenticationOk()) + b.encode(b.ReadyForQuery("I"))
READY = b.encode(b.ReadyForQuery("I"))
SHUTDOWN = AdminShutdown("terminating connection due to administrator command")
BLOCK_OF_ROWS = b.DataRows.of([(bytes(1 << 16),)])


class Talk:
    """
    Answers: `rows N` with N blocks of 64 kB, `wait` when it is interrupted, `break` with a bug, `columns N` with
    as many, the rest by itself.
    """

    def __init__(self) -> None:
        self.made = 0
        self.reasons: list[PgError] = []
        self.interrupted = threading.Event()
        self.running = threading.Event()
        self.closed = threading.Event()
        self.patience: float | None = None
        self.expired = threading.Event()
        self.offers_tls = True
        self.abandoned = False

    def handle(self, message: f.Frontend) -> Iterator[b.Backend]:  # type: ignore[override]
        match message:
            case f.SSLRequest():
                yield b.EncryptionResponse(self.offers_tls)
            case f.StartupMessage():
                yield b.AuthenticationOk()
                yield b.ReadyForQuery("I")
            case f.Query(sql):
                yield from self._query(sql)
            case f.Sync():
                yield b.ReadyForQuery("I")
            case f.Parse():
                yield b.ParseComplete()

    def _query(self, sql: str) -> Iterator[b.Backend]:
        verb, _, rest = sql.partition(" ")
        if verb == "rows":
            try:
                for _ in range(int(rest)):
                    self.made += 1
                    yield BLOCK_OF_ROWS
            except GeneratorExit:
                self.abandoned = True
                raise
        elif verb == "wait":
            self.running.set()
            assert self.interrupted.wait(PATIENCE)
            yield b.ErrorResponse(self.reasons[0])
        elif verb == "break":
            raise ZeroDivisionError("a bug")
        elif verb == "columns":
            yield b.RowDescription((b.Field("c", 0, 0, 25, -1, -1, 0),) * int(rest))
        else:
            yield b.CommandComplete(sql)
        yield b.ReadyForQuery("I")

    def malformed(self, error: PgError, *, ready: bool) -> Iterator[b.Backend]:  # type: ignore[override]
        yield b.ErrorResponse(error)
        if ready:
            yield b.ReadyForQuery("I")

    def interrupt(self, reason: PgError) -> None:
        self.reasons.append(reason)
        self.interrupted.set()

    def deadline(self) -> float | None:
        return self.patience

    def expire(self) -> None:
        self.patience = None
        self.expired.set()

    def close(self) -> None:
        self.closed.set()


class Wire:
    """
    The client's blocking end.
    """

    def __init__(self, plain: socket.socket) -> None:
        self.socket = plain

    def send(self, *messages: f.Frontend) -> None:
        self.socket.sendall(b"".join(map(f.encode, messages)))

    def receive(self, size: int) -> bytes:
        parts = []
        while size and (part := self.socket.recv(min(size, 1 << 20))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def expect(self, *messages: b.Backend) -> None:
        wanted = b"".join(map(b.encode, messages))
        assert self.receive(len(wanted)) == wanted

    def start(self) -> None:
        self.socket.sendall(STARTUP)
        assert self.receive(len(WELCOME)) == WELCOME

    def rest(self) -> bytes:
        return b"".join(iter(lambda: self.socket.recv(1 << 16), b""))

    def expect_end(self, *messages: b.Backend) -> None:
        assert self.rest() == b"".join(map(b.encode, messages))


def drive(
    client: Callable[[Wire, Talk, Driver, asyncio.AbstractEventLoop], T],
    talk: Talk | None = None,
    files: CertificateFiles | None = None,
) -> T:
    """Run a driver on this thread and its client in another; what the client finds out."""
    talk = talk or Talk()
    tls = None if files is None else server_context(files)

    async def run() -> T:
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[tuple[Driver, asyncio.Task[None]]] = loop.create_future()
        with ThreadPoolExecutor(2) as workers:

            def accept(stream: Stream) -> None:
                driver = Driver(stream, Connection(), talk, workers, tls)  # type: ignore[arg-type]
                opened.set_result((driver, asyncio.ensure_future(driver.run())))

            server = await loop.create_server(lambda: Stream(accept), "127.0.0.1", 0)
            plain = socket.create_connection(server.sockets[0].getsockname(), timeout=PATIENCE)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            driver, driving = await opened
            wire = Wire(plain)
            try:
                found = await asyncio.to_thread(client, wire, talk, driver, loop)
            finally:
                wire.socket.close()
                done, _ = await asyncio.wait([driving], timeout=PATIENCE)
                server.close()
                await server.wait_closed()
            assert done, "the driver goes on after its client has gone"
            await driving
            assert talk.closed.is_set()
            return found

    return asyncio.run(run())


def told(loop: asyncio.AbstractEventLoop, call: Callable[[PgError], None]) -> None:
    loop.call_soon_threadsafe(call, SHUTDOWN)


PIPELINE: tuple[f.Frontend, ...] = (f.Query("one"), f.Parse("", "x"), f.Sync(), f.Query("zwei ä"))
ANSWER: tuple[b.Backend, ...] = (
    b.CommandComplete("one"),
    b.ReadyForQuery("I"),
    b.ParseComplete(),
    b.ReadyForQuery("I"),
    b.CommandComplete("zwei ä"),
    b.ReadyForQuery("I"),
)


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


def test_terminate_ends_it() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        wire.send(f.Query("a"), f.Terminate(), f.Query("b"))
        wire.expect_end(b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_the_last_answer_reaches_a_client_that_has_said_all() -> None:
    def client(wire: Wire, *_: object) -> None:
        wire.start()
        wire.send(f.Query("a"))
        wire.socket.shutdown(socket.SHUT_WR)
        wire.expect_end(b.CommandComplete("a"), b.ReadyForQuery("I"))

    drive(client)


def test_a_client_that_does_not_read_holds_the_answers_back() -> None:
    blocks = 2000

    def client(wire: Wire, talk: Talk, *_: object) -> int:
        wire.start()
        wire.send(f.Query(f"rows {blocks}"))
        size = blocks * len(b.encode(BLOCK_OF_ROWS))
        wire.receive(1)
        made = at_rest(talk)
        assert made < blocks
        assert len(wire.receive(size - 1)) == size - 1
        wire.expect(b.ReadyForQuery("I"))
        assert talk.made == blocks
        return made

    # What the kernel's two buffers hold, on the loopback a few megabytes each, and one hop's block.
    assert drive(client) * len(b.encode(BLOCK_OF_ROWS)) < BLOCK + (64 << 20)


def at_rest(talk: Talk) -> int:
    """How much it has made when it makes no more: only its silence can tell."""
    for _ in itertools.count():
        before = talk.made
        if not talk.expired.wait(0.2) and talk.made == before > 0:
            return before
    raise AssertionError


def test_abort_in_the_middle_of_rows() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("rows 2000"))
        wire.receive(1)
        at_rest(talk)
        loop.call_soon_threadsafe(driver.abort)
        assert talk.closed.wait(PATIENCE)
        assert talk.abandoned, "what the statement holds is given back"
        assert talk.made < 2000

    drive(client)


def test_a_hang_up_stops_what_runs() -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        wire.socket.close()
        assert talk.interrupted.wait(PATIENCE)
        assert [(r.code, r.message) for r in talk.reasons] == [("57014", module.GONE)]

    drive(client)


def test_end_of_an_idle_connection() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        told(loop, driver.end)
        wire.expect_end(b.ErrorResponse(SHUTDOWN, "FATAL"))

    drive(client)


def test_end_stops_what_runs() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        told(loop, driver.end)
        wire.expect_end(b.ErrorResponse(SHUTDOWN), b.ReadyForQuery("I"), b.ErrorResponse(SHUTDOWN, "FATAL"))

    drive(client)


def test_end_when_idle_lets_the_statement_finish() -> None:
    def client(wire: Wire, talk: Talk, driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        wire.start()
        wire.send(f.Query("rows 500"))
        wire.receive(1)
        at_rest(talk)
        told(loop, driver.end_when_idle)
        size = 500 * len(b.encode(BLOCK_OF_ROWS)) - 1
        assert len(wire.receive(size)) == size
        wire.expect_end(b.ReadyForQuery("I"), b.ErrorResponse(SHUTDOWN, "FATAL"))
        assert SHUTDOWN not in talk.reasons

    drive(client)


def test_patience_ends_while_the_client_is_idle() -> None:
    talk = Talk()
    talk.patience = time.monotonic() + 0.05

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        assert talk.expired.wait(PATIENCE)
        wire.start()

    drive(client, talk)


def test_patience_ends_while_the_client_does_not_read() -> None:
    """The reply that it does not take comes to its end; no other is begun before it has taken this one."""

    class Holding(Talk):
        def _query(self, sql: str) -> Iterator[b.Backend]:
            while not self.expired.is_set():
                self.made += 1
                self.patience = time.monotonic() + 0.2
                yield BLOCK_OF_ROWS
            yield b.CommandComplete(sql)
            yield b.ReadyForQuery("I")

    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.start()
        wire.send(f.Query("first"), f.Query("second"))
        assert talk.expired.wait(PATIENCE)
        size = talk.made * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect(b.CommandComplete("first"), b.ReadyForQuery("I"))
        wire.expect(b.CommandComplete("second"), b.ReadyForQuery("I"))

    drive(client, Holding())


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


@pytest.fixture
def files(tmp_path: Path) -> CertificateFiles:
    return certificate_files(Tls(), tmp_path, dt.datetime.now(dt.UTC))


def encrypted(wire: Wire, files: CertificateFiles, version: ssl.TLSVersion) -> None:
    context = ssl.create_default_context(cafile=str(files.certificate))
    context.minimum_version = context.maximum_version = version
    wire.send(f.SSLRequest())
    assert wire.receive(1) == b"S"
    wire.socket = context.wrap_socket(wire.socket, server_hostname="localhost")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls(files: CertificateFiles, version: ssl.TLSVersion) -> None:
    def client(wire: Wire, *_: object) -> None:
        encrypted(wire, files, version)
        wire.start()
        wire.send(*PIPELINE)
        wire.expect(*ANSWER)
        wire.send(f.Query("rows 200"), f.Terminate())
        size = 200 * len(b.encode(BLOCK_OF_ROWS))
        assert len(wire.receive(size)) == size
        wire.expect_end(b.ReadyForQuery("I"))

    drive(client, files=files)


def test_a_hang_up_within_tls_stops_what_runs(files: CertificateFiles) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        encrypted(wire, files, ssl.TLSVersion.TLSv1_3)
        wire.start()
        wire.send(f.Query("wait"))
        assert talk.running.wait(PATIENCE)
        wire.socket.close()
        assert talk.interrupted.wait(PATIENCE)

    drive(client, files=files)


def test_no_tls_and_plain_text_goes_on() -> None:
    talk = Talk()
    talk.offers_tls = False

    def client(wire: Wire, *_: object) -> None:
        wire.send(f.SSLRequest())
        assert wire.receive(1) == b"N"
        wire.start()

    drive(client, talk)


def test_bytes_before_the_handshake_are_refused(files: CertificateFiles) -> None:
    """CVE-2021-23214."""

    def client(wire: Wire, *_: object) -> bytes:
        wire.socket.sendall(f.encode(f.SSLRequest()) + STARTUP)
        return wire.rest()

    said = drive(client, files=files)
    error = b.read_message(chr(said[0]), said[5:])
    assert isinstance(error, b.ErrorResponse)
    assert (error.severity, error.error.code) == ("FATAL", "08P01")
    assert error.error.message == "received unencrypted data after SSL request"


def test_a_handshake_that_is_none(files: CertificateFiles) -> None:
    def client(wire: Wire, talk: Talk, *_: object) -> None:
        wire.send(f.SSLRequest())
        assert wire.receive(1) == b"S"
        wire.socket.sendall(STARTUP)
        assert talk.closed.wait(PATIENCE)

    drive(client, files=files)


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
