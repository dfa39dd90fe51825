"""
A stream over real sockets of the loopback.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
from typing import TYPE_CHECKING

import pytest

from pggate.config import Tls
from pggate.server.certificate import certificate_files, server_context
from pggate.server.stream import READ_LIMIT, WRITE_LIMIT, Stream
from tests.server.streaming import PATIENCE, RESET_ON_CLOSE, read_all, received, with_a_client

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server


def test_bytes_there_and_back() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        client.sendall(b"question")
        assert await read_all(stream, 8) == b"question"
        stream.write([b"an", b"", b"swer"])
        stream.write([])
        await stream.drain()
        assert await asyncio.to_thread(client.recv, 100) == b"answer"
        assert stream.peer == "{}:{}".format(*client.getsockname())
        assert stream.address == client.getsockname()
        assert not stream.secure
        assert not stream.ended

    with_a_client(test)


def test_bytes_that_come_one_by_one() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in b"abc":
            client.sendall(bytes([byte]))
            assert await stream.read() == bytes([byte])

    with_a_client(test)


def test_the_end_comes_after_what_was_sent() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        hung_up = asyncio.Event()
        stream.hung_up = hung_up.set
        client.sendall(b"last")
        client.shutdown(socket.SHUT_WR)
        await hung_up.wait()
        assert await stream.read() == b"last"
        assert stream.ended
        assert await stream.read() == b""
        stream.write([b"still heard"])
        await stream.close(PATIENCE)
        assert await asyncio.to_thread(received, client) == b"still heard"

    with_a_client(test)


def test_a_hang_up_is_noticed_once_though_nobody_reads() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        calls: list[int] = []
        hung_up = asyncio.Event()

        def count() -> None:
            calls.append(1)
            hung_up.set()

        stream.hung_up = count
        client.shutdown(socket.SHUT_WR)
        await hung_up.wait()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        client.close()
        await stream.close(PATIENCE)
        assert calls == [1]

    with_a_client(test)


def test_a_machine_that_is_gone_is_noticed_some_day() -> None:
    async def test(stream: Stream, _client: socket.socket) -> None:
        accepted = stream._transport.get_extra_info("socket")
        assert accepted.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)

    with_a_client(test)


def test_nudge_wakes_a_reader() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        reading = asyncio.create_task(stream.read())
        await asyncio.sleep(0)
        stream.nudge()
        assert await reading == b""
        assert not stream.ended
        client.sendall(b"x")
        assert await stream.read() == b"x"

    with_a_client(test)


def test_a_cancelled_read_loses_nothing() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await stream.read()
        client.sendall(b"x")
        assert await stream.read() == b"x"

    with_a_client(test)


def test_what_nobody_reads_waits_in_the_socket() -> None:
    size = 64 * READ_LIMIT

    async def test(stream: Stream, client: socket.socket) -> None:
        sending = asyncio.create_task(asyncio.to_thread(client.sendall, bytes(size)))
        while stream._transport.is_reading():  # noqa: ASYNC110  nothing else tells
            await asyncio.sleep(0)
        kept = stream._waiting
        assert READ_LIMIT <= kept < 2 * READ_LIMIT + (1 << 18)
        assert len(await read_all(stream, size)) == size
        await sending

    with_a_client(test)


def test_drain_waits_for_a_client_that_does_not_read() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        sent = 0
        while True:
            stream.write([bytes(WRITE_LIMIT)])
            sent += WRITE_LIMIT
            draining = asyncio.create_task(stream.drain())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if not draining.done():
                break
        assert stream._transport.get_write_buffer_size() <= 2 * WRITE_LIMIT
        reading = asyncio.create_task(asyncio.to_thread(received, client))
        await draining
        await stream.close(PATIENCE)
        assert len(await reading) == sent

    with_a_client(test)


def test_drain_tells_that_the_client_is_gone() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        gone = asyncio.Event()
        stream.hung_up = gone.set
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        client.close()
        await gone.wait()
        with pytest.raises(ConnectionResetError):
            await stream.drain()
        stream.write([b"to nobody"])
        assert await stream.read() == b""
        await stream.close(PATIENCE)

    with_a_client(test)


def test_close_has_its_patience() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        stream.write([bytes(64 << 20)])
        await stream.close(0.05)
        with pytest.raises(ConnectionResetError):
            await stream.drain()

    with_a_client(test)


def test_abort_does_not_wait() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        stream.write([bytes(64 << 20)])
        draining = asyncio.create_task(stream.drain())
        await asyncio.sleep(0)
        stream.abort()
        with pytest.raises(ConnectionResetError):
            await draining

    with_a_client(test)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_starts_in_the_middle(tmp_path: Path, version: ssl.TLSVersion) -> None:
    files = certificate_files(Tls(), tmp_path, dt.datetime.now(dt.UTC))
    trusting = ssl.create_default_context(cafile=str(files.certificate))
    trusting.minimum_version = trusting.maximum_version = version

    def talk(client: socket.socket) -> tuple[bytes, bytes]:
        client.sendall(b"?")
        said = client.recv(1)
        with trusting.wrap_socket(client, server_hostname="localhost") as secure:
            secure.sendall(b"in secret")
            return said, received(secure)

    async def test(stream: Stream, client: socket.socket) -> None:
        talking = asyncio.create_task(asyncio.to_thread(talk, client))
        assert await stream.read() == b"?"
        stream.write([b"!"])
        await stream.drain()
        await stream.start_tls(server_context(files))
        assert stream.secure
        assert await stream.read() == b"in secret"
        stream.write([b"x" * (1 << 20)])
        await stream.close(PATIENCE)
        assert await talking == (b"!", b"x" * (1 << 20))

    with_a_client(test)


@pytest.mark.parametrize("sent", [b"GET / HTTP/1.1\r\n\r\n", b""])
def test_a_handshake_that_fails(tmp_path: Path, sent: bytes) -> None:
    context = server_context(certificate_files(Tls(), tmp_path, dt.datetime.now(dt.UTC)))

    async def test(stream: Stream, client: socket.socket) -> None:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        with pytest.raises(OSError):
            await stream.start_tls(context)
        await stream.close(PATIENCE)

    with_a_client(test)


def test_a_client_is_told_that_its_handshake_failed(tmp_path: Path) -> None:
    """By an alert (RFC 8446, 6)."""
    context = server_context(certificate_files(Tls(), tmp_path, dt.datetime.now(dt.UTC)))

    async def test(stream: Stream, client: socket.socket) -> None:
        client.sendall(b"\x16\x03\x01\x00\x05nonsense")
        with pytest.raises(ssl.SSLError):
            await stream.start_tls(context)
        await stream.close(PATIENCE)
        assert (await asyncio.to_thread(received, client))[:2] == b"\x15\x03"

    with_a_client(test)


def test_a_handshake_that_never_comes(tmp_path: Path) -> None:
    context = server_context(certificate_files(Tls(), tmp_path, dt.datetime.now(dt.UTC)))

    async def test(stream: Stream, client: socket.socket) -> None:
        asyncio.get_running_loop().call_later(0.05, stream.abort)
        with pytest.raises(OSError):
            await stream.start_tls(context)
        await stream.close(PATIENCE)

    with_a_client(test)
