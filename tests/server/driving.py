"""
A driver between a real socket and somebody who answers what it is told to.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pggate.errors import AdminShutdown, PgError
from pggate.server.certificate import CertificateFiles, server_context
from pggate.server.driver import Driver
from pggate.server.stream import Stream
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        self.is_let_in = False
        self.lost: PgError | None = None

    def handle(self, message: f.Frontend) -> Iterator[b.Backend]:  # type: ignore[override]
        match message:
            case f.SSLRequest():
                yield b.EncryptionResponse(self.offers_tls)
            case f.GSSENCRequest():
                yield b.EncryptionResponse(False)
            case f.StartupMessage():
                self.is_let_in = True
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

    def lose(self, error: PgError) -> None:
        self.lost = error

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
    timeout: float = PATIENCE,
) -> T:
    """
    Run a driver on this thread and its client in another; what the client finds out.  Nobody has anything to
    complain about, and no descriptor is left.
    """
    talk = talk or Talk()
    tls = None if files is None else server_context(files)
    complaints: list[dict[str, Any]] = []

    async def run() -> T:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        opened: asyncio.Future[tuple[Driver, asyncio.Task[None]]] = loop.create_future()
        with ThreadPoolExecutor(2) as workers:

            def accept(stream: Stream) -> None:
                driver = Driver(stream, Connection(), talk, workers, tls, timeout)  # type: ignore[arg-type]
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

    before = descriptors()
    found = asyncio.run(run())
    gc.collect()  # a future whose exception nobody has asked for complains when it goes
    assert not complaints
    assert descriptors() <= before
    return found


def descriptors() -> int:
    """How many files and sockets this process has open."""
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0


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


def at_rest(talk: Talk) -> int:
    """How much it has made when it makes no more: only its silence can tell."""
    for _ in itertools.count():
        before = talk.made
        if not talk.expired.wait(0.2) and talk.made == before > 0:
            return before
    raise AssertionError


def brisk(wire: Wire) -> None:
    """Start, and ask so often that the worker has the socket."""
    wire.start()
    for number in range(50):
        wire.send(f.Query(str(number)))
        wire.expect(b.CommandComplete(str(number)), b.ReadyForQuery("I"))
