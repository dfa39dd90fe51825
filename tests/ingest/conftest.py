"""
A real lake with a door before it: engine, DuckLake on a local directory, writer, granian, sockets.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import itertools
import os
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import httpx
import pytest

from ingest.http import application
from ingest.rates import Throttle
from ingest.server import HttpListener, serve
from ingest.tokens import Tokens
from pggate.config import Address, Limits, Rates
from pggate.lake.backlog import WAITING_BYTES
from pggate.lake.catalogs import FileCatalogs
from pggate.lake.entries import State, Token
from pggate.lake.lake import Lake
from pggate.lake.local import LocalStorage
from pggate.lake.registry import Registry
from pggate.lake.writer import Writer
from pggate.metrics import Metrics
from tests.ingest.certificates import self_signed
from tests.lake import tools
from tests.lake.conftest import open_home

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Sequence
    from pathlib import Path

    from ingest.server import TlsFiles
    from pggate.engine.database import Engine
    from pggate.lake.topics import Topic

T = TypeVar("T")

ARROW = {"content-type": "application/vnd.apache.arrow.stream"}
BODY_LIMIT = 1 << 20
LOCAL = Address("127.0.0.1", 0)
UNLIMITED = Rates()


class EventLoop:
    """
    An event loop in a thread of its own, so that tests and clients may block.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)

    def close(self) -> None:
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@dataclass
class Site:
    """
    A lake and what belongs to it.
    """

    engine: Engine
    registry: Registry
    lake: Lake
    metrics: Metrics
    loop: EventLoop
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def topic(self, columns: str) -> tuple[str, str]:
        """A new topic's name and a token for it."""
        name = f"t{next(self.numbers)}"
        topic = tools.create(self.lake, name, columns)
        return name, self.token(topic)[1]

    def token(self, topic: Topic) -> tuple[Token, str]:
        now = dt.datetime.now(dt.UTC)
        return self.registry.create_token(topic.lake, topic.table_id, now, os.urandom(32))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return tools.rows(self.lake, sql)

    def count(self, name: str) -> int:
        ((count,),) = self.rows(f"select count(*) from {name}")
        return int(count)

    def read_topic(self, lake: str, table_id: int) -> Topic:
        assert lake == self.lake.name
        with contextlib.closing(self.engine.cursor()) as cursor:
            return self.lake.topic(cursor, table_id)


@dataclass(frozen=True)
class Door:
    """
    A listening door; `client` speaks HTTP/1.1 with it and keeps its connections.
    """

    listener: HttpListener
    client: httpx.Client

    def post(self, token: str, body: Any, **headers: str) -> httpx.Response:
        return self.client.post(f"/ingest/{token}", content=body, headers=ARROW | headers)


class OpenDoor(Protocol):
    def __call__(
        self,
        *,
        waiting_bytes: int = ...,
        writer_bytes: int = ...,
        tls: TlsFiles | None = None,
        read_topic: Callable[[str, int], Topic] | None = None,
        origins: Sequence[str] = (),
        rates: Rates = UNLIMITED,
    ) -> Door: ...


@pytest.fixture(scope="session")
def tls_files(tmp_path_factory: pytest.TempPathFactory) -> TlsFiles:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="session")
def event_loop_thread() -> Iterator[EventLoop]:
    loop = EventLoop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, engine: Engine, event_loop_thread: EventLoop
) -> Iterator[Site]:
    directory: Path = tmp_path_factory.mktemp("site")
    metrics = Metrics("0")
    with open_home(engine, FileCatalogs(directory)) as home, contextlib.closing(engine.cursor()) as cursor:
        registry = Registry(cursor)
        entry = registry.add_database("pggate", State.READY)
        lake = Lake.create(entry.name, entry.oid, home, LocalStorage(directory / "data"))
        yield Site(engine, registry, lake, metrics, event_loop_thread)
        lake.detach()


@pytest.fixture
def open_door(site: Site) -> Iterator[OpenDoor]:
    """
    Doors, each with a writer of its own; closed in the reverse order.
    """
    with contextlib.ExitStack() as stack:

        def opened(
            *,
            waiting_bytes: int = 64 * BODY_LIMIT,
            writer_bytes: int = WAITING_BYTES,
            tls: TlsFiles | None = None,
            read_topic: Callable[[str, int], Topic] | None = None,
            origins: Sequence[str] = (),
            rates: Rates = UNLIMITED,
        ) -> Door:
            writer = Writer(site.lake, waiting_bytes=writer_bytes)
            stack.callback(writer.close)

            limits = Limits(ingest_body_bytes=BODY_LIMIT, ingest_waiting_bytes=waiting_bytes)
            tokens = Tokens(site.registry, read_topic or site.read_topic)
            throttle = Throttle(UNLIMITED, lambda _: rates)
            app = application(tokens, lambda _: writer, limits, site.metrics.ingest, throttle, origins)
            listener = serve(app, LOCAL, tls)
            site.loop.run(listener.start())
            stack.callback(lambda: site.loop.run(listener.stop(0.1)))
            client = stack.enter_context(
                httpx.Client(base_url=listener.url, timeout=20, verify=False, trust_env=False)
            )
            return Door(listener, client)

        yield opened


@pytest.fixture
def door(open_door: OpenDoor) -> Door:
    return open_door()
