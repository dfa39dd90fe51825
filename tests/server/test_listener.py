"""
The listener on a real port, before a gateway in this process; the clients are blocking sockets.
"""

from __future__ import annotations

import asyncio
import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

import pytest

from pggate.config import Address, Limits
from pggate.server.listener import Listener
from pggate.server.sessions import Sessions
from pggate.server.stream import Stream
from pggate.wire import backend as b
from pggate.wire import frontend as f
from tests.transcripts.client import Client
from tests.transcripts.messages import Closed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.server.conftest import Parts

pytestmark = pytest.mark.server

T = TypeVar("T")

PATIENCE = 30.0
SLOW = "select count(*) from range(100000000000) as t(a) where a % 7 = 3"
SHUTDOWN = ("57P01", "terminating connection due to administrator command")


class Running:
    """
    A listener in a loop and a thread of its own.
    """

    def __init__(
        self, parts: Parts, stack: ExitStack, auth: str = "trust", connections: int = 3, patience: int = 60
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._stack = stack
        workers = ThreadPoolExecutor(connections + 1)
        limits = Limits(max_connections=connections, authentication_timeout_seconds=patience)
        gateway = parts.configured(auth=auth, limits=limits)
        self.listener = Listener(gateway, workers, Sessions(gateway.config.limits.max_connections), None)
        self.host, self.port = self.run(lambda: self.listener.start(Address("127.0.0.1", 0)))
        stack.callback(self._end)
        stack.callback(workers.shutdown)
        stack.callback(self.finish, 0)

    def run(self, call: Callable[[], object]) -> object:
        async def called() -> object:
            found = call()
            return await found if asyncio.iscoroutine(found) else found

        return asyncio.run_coroutine_threadsafe(called(), self._loop).result(PATIENCE)

    def finish(self, grace: float) -> None:
        self.run(self.listener.close)
        self.run(lambda: self.listener.finish(grace))

    def client(self) -> Client:
        client = Client(self.host, self.port)
        self._stack.callback(client.close)
        return client

    def guest(self, user: str = "pggate", password: str | None = None) -> Client:
        """A client that has been let in."""
        client = self.client()
        client.start({"user": user, "database": "pggate"}, (3, 0), password)
        assert until_ready(client)[-1] == b.ReadyForQuery("I")
        return client

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture
def new(parts: Parts) -> Iterator[Callable[..., Running]]:
    with ExitStack() as stack:
        yield lambda **how: Running(parts, stack, **how)


def until_ready(client: Client) -> list[b.Backend | Closed]:
    replies: list[b.Backend | Closed] = []
    while not (replies and isinstance(replies[-1], b.ReadyForQuery | Closed)):
        replies.append(client.receive())
    return replies


def errors(replies: list[b.Backend | Closed]) -> list[tuple[str, str, str]]:
    found = [reply for reply in replies if isinstance(reply, b.ErrorResponse)]
    return [(reply.severity, reply.error.code, reply.error.message) for reply in found]


def ask(client: Client, sql: str) -> list[b.Backend | Closed]:
    client.send(f.encode(f.Query(sql)))
    return until_ready(client)


def test_a_query_is_answered(new: Callable[..., Running]) -> None:
    running = new()
    assert running.listener.is_open
    replies = ask(running.guest(), "select 1 as a")
    assert b.DataRows.of([(b"1",)]) in replies
    assert b.CommandComplete("SELECT 1") in replies


def test_scram(new: Callable[..., Running], parts: Parts) -> None:
    running = new(auth="scram")
    running.guest(password=parts.password)
    client = running.client()
    client.start({"user": "pggate"}, (3, 0), "wrong")
    assert errors(until_ready(client)) == [
        ("FATAL", "28P01", 'password authentication failed for user "pggate"')
    ]


def test_who_is_refused_was_not_let_in(new: Callable[..., Running], parts: Parts) -> None:
    def let_in() -> float:
        text = parts.gateway.metrics.render().decode()
        (line,) = re.findall(r"^pggate_connections_opened_total (\S+)$", text, re.MULTILINE)
        return float(line)

    running = new(auth="scram")
    before = let_in()
    for wrong in ({"user": "pggate"}, {"user": "nobody"}):
        client = running.client()
        client.start(wrong, (3, 0), "wrong")
        assert errors(until_ready(client))
    assert let_in() == before
    running.guest(password=parts.password)
    assert let_in() == before + 1


def test_too_many(new: Callable[..., Running]) -> None:
    running = new(connections=2)
    first = running.guest()
    running.guest()
    late = running.client()
    late.start({"user": "pggate"}, (3, 0), None)
    assert errors(until_ready(late)) == [("FATAL", "53300", "sorry, too many clients already")]
    first.send(f.encode(f.Terminate()))
    assert isinstance(first.receive(), Closed)
    running.guest()


@pytest.mark.parametrize("asked_before", [0, 50])
def test_cancel(new: Callable[..., Running], asked_before: int) -> None:
    """Also of a client that asks so briskly that its worker has the socket."""
    running = new()
    client = running.guest()
    key = client.key
    assert key is not None
    for _ in range(asked_before):
        ask(client, "select 1")
    client.send(f.encode(f.Query("select 1")) + f.encode(f.Query(SLOW)))
    until_ready(client)  # of the first: the second begins
    replies: list[b.Backend | Closed] = []
    reading = threading.Thread(target=lambda: replies.extend(until_ready(client)))
    reading.start()
    while reading.is_alive():  # a request that comes before the statement has begun is for nothing
        canceller = running.client()
        canceller.send(f.encode(f.CancelRequest(key.pid, key.secret)))
        assert isinstance(canceller.receive(), Closed)
        reading.join(0.1)
    assert errors(replies) == [("ERROR", "57014", "canceling statement due to user request")]
    assert b.DataRows.of([(b"2",)]) in ask(client, "select 2")


def test_finish_ends_the_idle_at_once(new: Callable[..., Running]) -> None:
    running = new()
    guest, unknown = running.guest(), running.client()
    unknown.send(f.encode(f.SSLRequest()))
    assert unknown.receive() == b.EncryptionResponse(accepted=False)
    running.finish(PATIENCE)
    assert not running.listener.is_open
    for client in (guest, unknown):
        assert errors(until_ready(client)) == [("FATAL", *SHUTDOWN)]
    with pytest.raises(ConnectionRefusedError):
        running.client()


def test_a_connection_accepted_too_late_is_dropped(new: Callable[..., Running]) -> None:
    running = new()
    running.finish(0)
    ours, theirs = socket.socketpair()

    async def accept() -> None:
        loop = asyncio.get_running_loop()
        await loop.connect_accepted_socket(lambda: Stream(running.listener._opened), theirs)

    with ours:
        running.run(accept)
        assert ours.recv(1) == b""


def test_finish_waits_for_what_runs_and_then_does_not(new: Callable[..., Running]) -> None:
    running = new()
    client = running.guest()
    client.send(f.encode(f.Query("select 1")) + f.encode(f.Query(SLOW)))
    until_ready(client)
    running.finish(0.2)
    said = errors(until_ready(client))
    said += errors(until_ready(client))
    assert said[-1] == ("FATAL", *SHUTDOWN)
    assert said[:-1] in ([], [("ERROR", *SHUTDOWN)])


def test_finish_drops_a_client_that_does_not_read(
    new: Callable[..., Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pggate.server.listener.LAST_SECONDS", 0.2)
    running = new()
    client = running.guest()
    client.send(f.encode(f.Query("select repeat('x', 1000) from range(1000000)")))
    assert isinstance(client.receive(), b.RowDescription)
    running.finish(0.2)
    assert not running.listener._drivers


def test_a_client_that_says_nothing_and_goes(new: Callable[..., Running]) -> None:
    running = new()
    for sent in (b"", b"\x00", b"\x00\x00\x00\x08\x04"):
        with socket.create_connection((running.host, running.port)) as plain:
            plain.sendall(sent)
    running.guest()


def test_a_client_that_does_not_log_in_is_counted(new: Callable[..., Running], parts: Parts) -> None:
    def refused() -> float:
        text = parts.gateway.metrics.render().decode()
        counted = re.findall(
            r'^pggate_connections_refused_total\{reason="timeout"\} (\S+)$', text, re.MULTILINE
        )
        return sum(map(float, counted))

    running = new(auth="scram", patience=1)
    before = refused()
    client = running.client()
    client.send(f.encode(f.StartupMessage((3, 0), {"user": "pggate"})))
    assert isinstance(client.receive(), b.AuthenticationSASL)
    assert isinstance(client.receive(), Closed)
    assert refused() == before + 1


def test_a_client_that_speaks_something_else(new: Callable[..., Running], parts: Parts) -> None:
    def refused() -> float:
        text = parts.gateway.metrics.render().decode()
        counted = re.findall(
            r'^pggate_connections_refused_total\{reason="protocol"\} (\S+)$', text, re.MULTILINE
        )
        return sum(map(float, counted))

    running = new()
    before = refused()
    client = running.client()
    client.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    ((severity, code, _),) = errors(until_ready(client))
    assert (severity, code) == ("FATAL", "08P01")
    assert refused() == before + 1


def test_a_port_that_is_taken(new: Callable[..., Running], parts: Parts) -> None:
    running = new()
    with ThreadPoolExecutor(1) as workers:
        other = Listener(parts.gateway, workers, Sessions(1), None)
        assert not other.is_open
        with pytest.raises(OSError, match="in use"):
            running.run(lambda: other.start(Address(running.host, running.port)))
        assert not other.is_open
