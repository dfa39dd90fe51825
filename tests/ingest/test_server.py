"""
The listener: binding, both versions of HTTP, many connections, stopping.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from ingest.server import TlsFiles, serve
from pggate.config import Address

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.server import HttpListener
    from tests.ingest.conftest import EventLoop

pytestmark = pytest.mark.server

LOCAL = Address("127.0.0.1", 0)


class Echo:
    """
    Answers with the length of the body, or what the path says.
    """

    def __init__(self) -> None:
        self.release = asyncio.Event()
        self.received: list[str] = []
        self.arrived = threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        size, more = 0, True
        while more:
            message = await receive()
            self.received.append(message["type"])
            self.arrived.set()
            if message["type"] == "http.disconnect":
                return
            size += len(message["body"])
            more = message["more_body"]
        if scope["path"] == "/wait":
            await self.release.wait()
        if scope["path"] == "/fail":
            raise RuntimeError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": f"{size} {scope['http_version']}".encode()})


@pytest.fixture
def loop(event_loop_thread: EventLoop) -> EventLoop:
    return event_loop_thread


def connect(listener: HttpListener) -> socket.socket:
    return socket.create_connection((listener.host, listener.port), timeout=10)


def post(path: str, body: bytes, announced: int | None = None) -> bytes:
    length = len(body) if announced is None else announced
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode() + body


def test_a_listener_from_start_to_stop(loop: EventLoop) -> None:
    listener = serve(Echo(), LOCAL)
    loop.run(listener.stop())  # was never started
    states = [listener.accepts]
    loop.run(listener.start())
    states.append(listener.accepts)
    assert listener.port != 0
    assert listener.url == f"http://127.0.0.1:{listener.port}"
    assert httpx.post(listener.url, content=b"abc", trust_env=False).text == "3 1.1"
    loop.run(listener.stop(1))
    assert [*states, listener.accepts] == [False, True, False]
    with pytest.raises(ConnectionRefusedError):
        connect(listener)


def test_the_port_is_free_after_a_stop(loop: EventLoop) -> None:
    first = serve(Echo(), LOCAL)
    loop.run(first.start())
    with connect(first) as connection:
        connection.sendall(post("/", b"x"))
        assert connection.recv(1000)
        loop.run(first.stop(1))
    again = serve(Echo(), Address("127.0.0.1", first.port))
    loop.run(again.start())
    assert again.port == first.port
    loop.run(again.stop(1))


def test_a_taken_port_is_an_error(loop: EventLoop) -> None:
    first = serve(Echo(), LOCAL)
    loop.run(first.start())
    second = serve(Echo(), Address("127.0.0.1", first.port))
    with pytest.raises(OSError, match="in use"):
        loop.run(second.start())
    assert not second.accepts
    assert httpx.post(first.url, content=b"abc", trust_env=False).text == "3 1.1"
    loop.run(first.stop(1))


# fmt: off
NOT_HERE = [
    (Address("192.0.2.1", 0),          OSError),   # TEST-NET-1, nobody's
    (Address("host.invalid", 0),       OSError),
]
# fmt: on


@pytest.mark.parametrize(("address", "error"), NOT_HERE)
def test_an_address_of_others(loop: EventLoop, address: Address, error: type[Exception]) -> None:
    with pytest.raises(error):
        loop.run(serve(Echo(), address).start())


def test_ipv6(loop: EventLoop) -> None:
    listener = serve(Echo(), Address("::1", 0))
    try:
        loop.run(listener.start())
    except OSError as error:
        pytest.skip(f"no IPv6 here: {error}")
    assert listener.url == f"http://[::1]:{listener.port}"
    assert httpx.post(listener.url, content=b"abc", trust_env=False).text == "3 1.1"
    loop.run(listener.stop(1))


def test_files_that_hold_no_certificate(loop: EventLoop, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.touch()
    for files in (TlsFiles(empty, empty), TlsFiles(tmp_path / "none.pem", tmp_path / "none.pem")):
        listener = serve(Echo(), LOCAL, files)
        with pytest.raises(OSError):
            loop.run(listener.start())
        socket.create_server(("127.0.0.1", listener.port)).close()  # it was not left bound


# fmt: off
PROTOCOLS = [
    # offered               chosen
    (["h2", "http/1.1"],    "h2"),
    (["http/1.1"],          "http/1.1"),
    ([],                    None),
]
# fmt: on


@pytest.mark.parametrize(("offered", "chosen"), PROTOCOLS)
def test_alpn(loop: EventLoop, tls_files: TlsFiles, offered: list[str], chosen: str | None) -> None:
    listener = serve(Echo(), LOCAL, tls_files)
    loop.run(listener.start())
    context = ssl.create_default_context(cafile=str(tls_files.certificate))
    if offered:
        context.set_alpn_protocols(offered)
    with connect(listener) as raw, context.wrap_socket(raw, server_hostname="127.0.0.1") as connection:
        assert connection.selected_alpn_protocol() == chosen
        assert connection.version() == "TLSv1.3"
    loop.run(listener.stop(1))


def test_an_application_that_fails(loop: EventLoop, caplog: pytest.LogCaptureFixture) -> None:
    listener = serve(Echo(), LOCAL)
    loop.run(listener.start())
    assert httpx.post(f"{listener.url}/fail", content=b"abc", trust_env=False).status_code == 500
    assert httpx.post(listener.url, content=b"abc", trust_env=False).text == "3 1.1"
    loop.run(listener.stop(1))
    assert [record.name for record in caplog.records] == ["_granian.utils"]


def test_more_connections_than_granian_takes_by_itself(loop: EventLoop) -> None:
    listener = serve(Echo(), LOCAL)
    loop.run(listener.start())
    connections = [connect(listener) for _ in range(300)]
    for connection in connections:
        connection.sendall(post("/", b"abc"))
        assert b"3 1.1" in connection.recv(1000)
    for connection in connections:
        connection.close()
    loop.run(listener.stop(1))


def test_a_stop_waits_for_answers(loop: EventLoop) -> None:
    app = Echo()
    listener = serve(app, LOCAL)
    loop.run(listener.start())
    with connect(listener) as waiting, connect(listener) as idle:
        waiting.sendall(post("/wait", b"abc"))
        assert app.arrived.wait(10)
        stopping = asyncio.run_coroutine_threadsafe(listener.stop(5), loop._loop)
        assert idle.recv(1000) == b""
        assert not stopping.done()
        loop._loop.call_soon_threadsafe(app.release.set)
        assert b"3 1.1" in waiting.recv(1000)
        stopping.result(10)


def test_a_stop_does_not_wait_for_bodies_that_do_not_come(loop: EventLoop) -> None:
    app = Echo()
    listener = serve(app, LOCAL)
    loop.run(listener.start())
    with connect(listener) as connection:
        connection.sendall(post("/", b"abc", announced=100))
        assert app.arrived.wait(10)
        began = time.monotonic()
        loop.run(listener.stop(0.2))
        assert 0.2 <= time.monotonic() - began < 2
    assert app.received[-1] == "http.disconnect"


def test_a_stop_ends_though_an_answer_never_comes(loop: EventLoop, caplog: pytest.LogCaptureFixture) -> None:
    app = Echo()
    listener = serve(app, LOCAL)
    loop.run(listener.start())
    with connect(listener) as connection:
        connection.sendall(post("/wait", b"abc"))
        assert app.arrived.wait(10)
        loop.run(listener.stop(0.1))
        assert not listener.accepts
        assert [getattr(record, "event", "") for record in caplog.records] == ["http_stopped_hard"]
        loop._loop.call_soon_threadsafe(app.release.set)


def test_no_access_log_and_nobodys_handlers_closed(
    loop: EventLoop, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    handler = logging.FileHandler(tmp_path / "log")
    logging.getLogger().addHandler(handler)
    stream = handler.stream
    listener = serve(Echo(), LOCAL)
    loop.run(listener.start())
    assert httpx.post(listener.url, content=b"abc", trust_env=False).status_code == 200
    loop.run(listener.stop(1))
    assert stream is not None
    assert not stream.closed
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert capfd.readouterr() == ("", "")
