"""
What a worker does with a client's socket while the loop looks elsewhere.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING

import pytest

from tests.server.streaming import PATIENCE, read_all, received, with_a_client

if TYPE_CHECKING:
    from pggate.server.stream import Stream

pytestmark = pytest.mark.server


def test_while_it_is_lent_a_worker_reads() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            stream.lend()
            assert stream.loan.is_lent
            client.sendall(b"for the worker")
            assert await asyncio.to_thread(stream.loan.receive, PATIENCE) == b"for the worker"
            assert await asyncio.to_thread(stream.loan.receive, 0.01) == b""
            stream.take_back()
            assert not stream.loan.is_lent
            client.sendall(b"for the loop")
            assert await read_all(stream, 12) == b"for the loop"
            assert await asyncio.to_thread(stream.loan.receive, 0) == b""

    with_a_client(test)


def test_no_byte_is_lost_or_out_of_order_between_a_worker_and_the_loop() -> None:
    sent = b"".join(struct.pack(">I", number) for number in range(200_000))

    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            sending = asyncio.ensure_future(asyncio.to_thread(client.sendall, sent))
            found: list[bytes] = []

            def work() -> None:
                while data := stream.loan.receive(0.001):
                    found.append(data)

            while sum(map(len, found)) < len(sent):
                stream.lend()
                end = asyncio.get_running_loop().call_later(0.0005, stream.take_back)
                await asyncio.to_thread(work)
                end.cancel()
                stream.take_back()
                stream.nudge()
                found.append(await stream.read())
            await sending
            assert b"".join(found) == sent

    with_a_client(test)


def test_it_is_not_lent_where_bytes_wait_or_none_will_come() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            hung_up = asyncio.Event()
            stream.hung_up = hung_up.set
            client.sendall(b"first")
            client.shutdown(socket.SHUT_WR)
            await hung_up.wait()
            stream.lend()
            assert not stream.loan.is_lent
            assert await stream.read() == b"first"
            stream.lend()
            assert not stream.loan.is_lent

    with_a_client(test)


def test_a_hang_up_is_noticed_when_it_is_taken_back() -> None:
    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            hung_up = asyncio.Event()
            stream.hung_up = hung_up.set
            stream.lend()
            client.close()
            assert await asyncio.to_thread(stream.loan.receive, PATIENCE) == b""
            assert not hung_up.is_set()
            stream.take_back()
            await hung_up.wait()

    with_a_client(test)


def test_what_a_worker_cannot_send_comes_before_what_the_loop_sends() -> None:
    blocks = [bytes([letter]) * (1 << 20) for letter in b"abcdefghij"]

    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            assert await asyncio.to_thread(stream.loan.send, [b"first"])
            assert not await asyncio.to_thread(stream.loan.send, blocks)
            stream.write([b"last"])
            assert not await asyncio.to_thread(stream.loan.send, [b"too early"]), "the loop still sends"
            reading = asyncio.create_task(asyncio.to_thread(received, client))
            await stream.drain()
            stream.write([])
        await stream.close(PATIENCE)
        assert await reading == b"".join([b"first", *blocks, b"last", b"too early"])

    with_a_client(test)


def test_without_a_descriptor_all_goes_through_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(_: int) -> int:
        raise OSError("too many open files")

    monkeypatch.setattr("os.dup", none_left)

    async def test(stream: Stream, client: socket.socket) -> None:
        with stream.shortcut():
            stream.lend()
            assert not stream.loan.is_lent
            assert await asyncio.to_thread(stream.loan.receive, 0) == b""
            assert not await asyncio.to_thread(stream.loan.send, [b"ans"])
            stream.write([b"wer"])
        await stream.close(PATIENCE)
        assert await asyncio.to_thread(received, client) == b"answer"

    with_a_client(test)
