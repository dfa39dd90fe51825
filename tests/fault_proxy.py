"""
A proxy before S3 that does harm as planned, and keeps account of what was asked for.

    proxy.plan(SLOW_DOWN, "PUT", "parquet", times=2)  # the next two such requests
    proxy.plan(SILENT, times=None)                    # all, until `proxy.heal()`

A fault is a function of one exchange: what it does with the request, and what it lets the client see.  It knows
as much HTTP/1.1 as S3's clients speak: bodies have a length, and are sent after "100 Continue" or at once.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import random
import re
import socket
import struct
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

PIECE: Final = 64 * 1024
RESET: Final = struct.pack("ii", 1, 0)  # SO_LINGER: close() sends RST


@dataclass(frozen=True, slots=True)
class Answer:
    status: str  # "200 OK"
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    def head(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status}", *(f"{name}: {value}" for name, value in self.headers.items())]
        return "\r\n".join([*lines, "", ""]).encode()


@dataclass(eq=False, slots=True)
class Exchange:
    """
    One request, of which the body is still to come, and what is answered to it.

    `key` is the path without the bucket; `status` is None where the client has seen no answer.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    reader: asyncio.StreamReader = field(repr=False)
    writer: asyncio.StreamWriter = field(repr=False)
    upstream: tuple[str, int] = field(repr=False)
    healed: asyncio.Event = field(repr=False)
    status: int | None = None
    taken: bytes | None = None
    """Of the body, when all of it has come."""

    @property
    def key(self) -> str:
        return unquote(urlsplit(self.target).path).lstrip("/").partition("/")[2]

    @property
    def range(self) -> str | None:
        return self.headers.get("range")

    async def body(self, rate: float | None = None) -> bytes:
        """
        Args:
            rate: Bytes a second at which it is taken.

        """
        if self.taken is not None:
            return self.taken
        left = int(self.headers.get("content-length", "0"))
        if self.headers.get("expect", "").lower() == "100-continue":
            self.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        taken = bytearray()
        while len(taken) < left:
            size = min(left - len(taken), PIECE if rate is None else max(1, int(rate / 10)))
            taken += await self.reader.readexactly(size)
            if rate is not None:
                await asyncio.sleep(size / rate)
        self.taken = bytes(taken)
        return self.taken

    async def forwarded(self, body: bytes | None = None) -> Answer:
        """
        What S3 says to the request, as it is or with another body.
        """
        sent = await self.body() if body is None else body
        reader, writer = await asyncio.open_connection(*self.upstream)
        kept = {name: value for name, value in self.headers.items() if name not in ("expect", "connection")}
        lines = [f"{self.method} {self.target} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in {**kept, "connection": "close"}.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode() + sent)
        status, headers = await read_head(reader)
        found = await reader.read()
        writer.close()
        assert "transfer-encoding" not in headers
        headers.pop("connection", None)
        if self.method != "HEAD":
            headers["content-length"] = str(len(found))
        return Answer(status.partition(" ")[2], headers, found)

    async def answer(self, answer: Answer, rate: float | None = None) -> None:
        """
        Args:
            rate: Bytes a second at which it is sent.

        """
        self.status = int(answer.status[:3])
        whole = answer.head() + answer.body
        size = len(whole) if rate is None else max(1, int(rate / 10))
        for place in range(0, len(whole), size):
            self.writer.write(whole[place : place + size])
            await self.writer.drain()
            if rate is not None:
                await asyncio.sleep(size / rate)

    def reset(self) -> None:
        """
        Close as a machine does that has lost the connection.
        """
        end: socket.socket = self.writer.get_extra_info("socket")
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.writer.transport.abort()


Fault: TypeAlias = Callable[[Exchange], Awaitable[None]]


async def read_head(reader: asyncio.StreamReader) -> tuple[str, dict[str, str]]:
    """
    The first line, and the headers.
    """
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().rstrip("\r\n").split("\r\n")
    return first, {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


# --- the faults: those that take no argument are written out, and named as those that are made


async def PASSED(exchange: Exchange) -> None:
    await exchange.answer(await exchange.forwarded())


def late(seconds: float) -> Fault:
    """
    An answer that takes so long.
    """
    return lognormal(seconds, 0, random.Random())


def lognormal(median: float, sigma: float, chance: random.Random) -> Fault:
    """
    Latency as object stores have it.
    """

    async def fault(exchange: Exchange) -> None:
        await asyncio.sleep(median * chance.lognormvariate(0, sigma))
        await PASSED(exchange)

    return fault


def refused(status: str, code: str) -> Fault:
    """
    An error in S3's own words; nothing is done.
    """
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>{code}</Message></Error>'
    )

    async def fault(exchange: Exchange) -> None:
        await exchange.body()
        body = b"" if exchange.method == "HEAD" else text.encode()
        headers = {"content-type": "application/xml", "content-length": str(len(body))}
        await exchange.answer(Answer(status, headers, body))

    return fault


SLOW_DOWN: Final = refused("503 Slow Down", "SlowDown")
INTERNAL_ERROR: Final = refused("500 Internal Server Error", "InternalError")
NO_SUCH_BUCKET: Final = refused("404 Not Found", "NoSuchBucket")
ACCESS_DENIED: Final = refused("403 Forbidden", "AccessDenied")


async def RESET_BEFORE_BODY(exchange: Exchange) -> None:
    exchange.reset()


async def RESET_AFTER_BODY(exchange: Exchange) -> None:
    await exchange.body()
    exchange.reset()


async def ANSWER_LOST(exchange: Exchange) -> None:
    """What was asked for is done."""
    await exchange.forwarded()
    exchange.reset()


async def SILENT(exchange: Exchange) -> None:
    """Nothing is done and nothing is said, until the proxy is healed."""
    await exchange.body()
    await exchange.healed.wait()
    exchange.reset()


def slow_body(rate: float) -> Fault:
    """
    Bodies trickle at so many bytes a second, both ways.
    """

    async def fault(exchange: Exchange) -> None:
        await exchange.answer(await exchange.forwarded(await exchange.body(rate)), rate)

    return fault


async def DAMAGED(exchange: Exchange) -> None:
    """
    A bit that falls over on the way, up or down.  S3 compares what comes up with its checksum.
    """
    body = await exchange.body()
    if body:
        md5 = base64.b64encode(hashlib.md5(flipped(body), usedforsecurity=False).digest()).decode()
        if exchange.headers.get("content-md5", md5) != md5:
            await refused("400 Bad Request", "BadDigest")(exchange)
            return
        await exchange.answer(await exchange.forwarded(flipped(body)))
        return
    found = await exchange.forwarded(body)
    await exchange.answer(Answer(found.status, found.headers, flipped(found.body)))


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(byte ^ 1 for byte in data[middle : middle + 1]) + data[middle + 1 :]


async def WRONG_ETAG(exchange: Exchange) -> None:
    found = await exchange.forwarded()
    await exchange.answer(Answer(found.status, {**found.headers, "etag": f'"{"0" * 32}"'}, found.body))


async def TRUNCATED(exchange: Exchange) -> None:
    """An answer that ends in the middle of its body."""
    found = await exchange.forwarded()
    await exchange.answer(Answer(found.status, found.headers, found.body[: len(found.body) // 2]))
    exchange.writer.close()


# --- the proxy


@dataclass(eq=False, slots=True)
class Planned:
    """
    Args:
        method, key: Of the requests it is for, as patterns.
        after: So many of them pass first.
        left: So many of them it is done to; None is all.

    """

    fault: Fault
    method: re.Pattern[str]
    key: re.Pattern[str]
    after: int
    left: int | None
    done: int = 0

    def takes(self, exchange: Exchange) -> bool:
        """
        Is it this one's turn?
        """
        if not self.method.fullmatch(exchange.method) or not self.key.search(exchange.key):
            return False
        if self.after:
            self.after -= 1
            return False
        if self.left == 0:
            return False
        if self.left is not None:
            self.left -= 1
        self.done += 1
        return True


class FaultProxy:
    """
    Args:
        upstream: http://HOST:PORT of the server behind it.

    It runs on a loop and in a thread of its own, until `close`.
    """

    def __init__(self, upstream: str) -> None:
        found = urlsplit(upstream)
        assert found.hostname
        assert found.port
        self._upstream = found.hostname, found.port
        self._lock = threading.Lock()
        self._plans: list[Planned] = []
        self._seen: list[Exchange] = []
        self._loop = asyncio.new_event_loop()
        self._healed = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault-proxy", daemon=True)
        self._thread.start()
        serving = asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(serving, self._loop).result()
        host, port = self._server.sockets[0].getsockname()
        self.endpoint = f"http://{host}:{port}"

    def plan(
        self, fault: Fault, method: str = ".*", key: str = "", *, after: int = 0, times: int | None = 1
    ) -> Planned:
        """
        Do this to the next such requests; what was planned first comes first.
        """
        planned = Planned(fault, re.compile(method), re.compile(key), after, times)
        with self._lock:
            self._plans.append(planned)
        return planned

    def heal(self) -> None:
        """
        No more faults; who waits for an answer that will not come loses the connection.
        """
        with self._lock:
            self._plans.clear()

        def heal() -> None:
            self._healed.set()
            self._healed = asyncio.Event()

        self._loop.call_soon_threadsafe(heal)

    def requests(self, method: str = ".*", key: str = "") -> list[Exchange]:
        """
        What was asked for since `forget`.
        """
        with self._lock:
            return [one for one in self._seen if re.fullmatch(method, one.method) and re.search(key, one.key)]

    def forget(self) -> None:
        with self._lock:
            self._seen.clear()

    def close(self) -> None:
        self.heal()
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while not writer.is_closing():
                await self._exchange(reader, writer)
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first, headers = await read_head(reader)
        method, target, _ = first.split(" ")
        exchange = Exchange(method, target, headers, reader, writer, self._upstream, self._healed)
        with self._lock:
            self._seen.append(exchange)
            fault = next((plan.fault for plan in self._plans if plan.takes(exchange)), PASSED)
        await fault(exchange)
