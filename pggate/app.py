"""
The composition root: opens the parts of a gateway in order, starts its listeners, and stops both.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import os
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from ingest import http
from ingest.server import HttpListener, TlsFiles
from ingest.tokens import Tokens
from pggate import __version__, logs
from pggate.append import append
from pggate.catalog import emulation
from pggate.catalog.mirror import Mirror
from pggate.config import Address
from pggate.datadir import DataDirectory
from pggate.engine.binder import Binder
from pggate.engine.database import DUCKDB_VERSION, Engine, EngineSettings
from pggate.errors import PgError
from pggate.lake.catalogs import Catalogs, FileCatalogs, PostgresCatalogs
from pggate.lake.databases import Databases
from pggate.lake.lake import Home
from pggate.lake.objects import LocalStorage
from pggate.lake.registry import Registry
from pggate.lake.s3 import S3Settings, S3Storage
from pggate.metrics import Metrics
from pggate.server import monitor
from pggate.server.certificate import certificate_files, server_context
from pggate.server.listener import Listener
from pggate.session.analysed import Cache
from pggate.session.functions import MACROS, functions
from pggate.session.gateway import Gateway
from pggate.session.presence import Presence
from pggate.session.settings import shown_duration
from pggate.wire.scram import SALT_SIZE, make_verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

    import pyarrow as pa

    from pggate.config import Config
    from pggate.engine.functions import Function
    from pggate.lake.commits import Commit
    from pggate.lake.objects import Storage
    from pggate.lake.topics import Topic
    from pggate.session.settings import Settings

log = logs.Log("app")

FIRST: Final = "pggate"
"""The first database and the first role."""

LAG_INTERVAL: Final = 0.5
"""Seconds between two looks at how late the event loop is."""

MEASURE_INTERVAL: Final = 30.0
"""Seconds between two countings of rows and bytes for pggate.topics."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """
    Where the listeners accept, as `HOST:PORT`; "off" for one that is off.
    """

    pgwire: str
    https: str
    http: str
    metrics: str


def open_gateway(config: Config, directory: DataDirectory, stack: ExitStack) -> Gateway:
    """
    Open every part; `stack` closes them in reverse.

    Raises:
        PgError: The storage, the catalog or a file cannot be used.

    """
    metrics = Metrics(__version__)
    engine = Engine.open(_engine_settings(config))
    stack.callback(engine.close)
    binder = Binder.open()
    stack.callback(binder.close)
    _load_emulation(engine, binder)
    catalogs = _catalogs(config)
    with closing(engine.cursor()) as cursor:
        catalogs.attach_registry(cursor)
    registry_cursor = engine.cursor()
    stack.callback(registry_cursor.close)
    registry = Registry(registry_cursor)
    storage = _storage(config)
    storage.check()
    databases = Databases.open(
        Home(engine, catalogs, metrics.lakes),
        registry,
        storage,
        waiting_bytes=config.limits.ingest_waiting_bytes,
    )
    stack.callback(databases.close)
    if FIRST not in databases.by_name:
        databases.create(FIRST)
    if not registry.has_role(FIRST):
        password = directory.first_password()
        registry.create_role(FIRST, make_verifier(password, secrets.token_bytes(SALT_SIZE)), superuser=True)
    mirror = Mirror(engine, binder, registry, lambda: {n: d.lake for n, d in databases.by_name.items()})
    stack.callback(mirror.close)
    mirror.refresh()
    settings: dict[int, Settings] = {}
    _define_functions(engine, binder, functions(registry, mirror, settings))
    return Gateway(
        config,
        engine,
        binder,
        mirror,
        registry,
        databases,
        metrics,
        Cache(),
        Presence(),
        settings,
        mock_secret=hashlib.sha256((registry.role(FIRST).verifier or "").encode()).digest(),
        fixed_settings={
            "server_version": f"15.0 (pggate {__version__}, DuckDB {DUCKDB_VERSION})",
            "max_connections": str(config.limits.max_connections),
            "ssl": "on",
            "statement_timeout": shown_duration(config.limits.statement_timeout_ms),
        },
        password_changed=lambda role: directory.forget_password() if role == FIRST else None,
    )


def _load_emulation(engine: Engine, binder: Binder) -> None:
    with closing(engine.cursor()) as cursor:
        emulation.load(cursor.run)
    emulation.define(binder)


def _define_functions(engine: Engine, binder: Binder, own: Sequence[Function]) -> None:
    for function in own:
        engine.define(function)
        binder.define(function)
    with closing(engine.cursor()) as cursor:
        for macro in MACROS:
            cursor.run(macro)
    binder.apply(MACROS)


def _engine_settings(config: Config) -> EngineSettings:
    limit = config.engine.memory_limit
    return EngineSettings(
        temp_directory=config.engine.temp_directory or config.data_dir / "tmp",
        memory_limit=None if limit is None else f"{limit}B",
        threads=config.engine.threads,
        spool_limit=config.engine.spool_bytes,
    )


def _catalogs(config: Config) -> Catalogs:
    if config.lake.catalog is not None:
        return PostgresCatalogs(config.lake.catalog)
    return FileCatalogs(config.data_dir.absolute())


def _storage(config: Config) -> Storage:
    if config.lake.storage is None:
        return LocalStorage(config.data_dir.absolute() / "data")
    place = urlsplit(config.lake.storage)
    s3 = config.lake.s3
    prefix = place.path.strip("/")
    return S3Storage(
        S3Settings(
            bucket=place.netloc,
            prefix=f"{prefix}/" if prefix else "",
            endpoint=s3.endpoint,
            region=s3.region,
            key_id=s3.access_key,
            secret=s3.secret_key,
            token=s3.session_token,
            url_style=s3.url_style,
        )
    )


class Server:
    """
    A gateway's listeners.
    """

    def __init__(self, gateway: Gateway, workers: Executor) -> None:
        config = gateway.config
        self._gateway = gateway
        self._config = config
        files = certificate_files(config.tls, config.data_dir / "tls", dt.datetime.now(dt.UTC))
        self._postgres = Listener(gateway, workers, server_context(files))
        self._door = http.application(
            Tokens(gateway.registry, self._read_topic), self._append, config.limits, gateway.metrics.ingest
        )
        self._monitor = monitor.application(gateway.metrics.render, self._silent, self._ask_lakes)
        tls = TlsFiles(files.certificate, files.key)
        self._http = {
            name: HttpListener(app, address, keys)
            for name, app, address, keys in (
                ("https", self._door, config.https, tls),
                ("http", self._door, config.http, None),
                ("metrics", self._monitor, config.metrics, None),
            )
            if address is not None
        }

    async def start(self) -> Addresses:
        """
        Accept on every listener.

        Raises:
            ListenError: An address is taken or not this machine's.

        """
        pgwire = "off"
        if self._config.listen is not None:
            with naming(self._config.listen):
                host, port = await self._postgres.start(self._config.listen)
                pgwire = f"{host}:{port}"
        for listener in self._http.values():
            with naming(Address(listener.host, listener.port)):
                await listener.start()
        found = {name: f"{listener.host}:{listener.port}" for name, listener in self._http.items()}
        return Addresses(
            pgwire, found.get("https", "off"), found.get("http", "off"), found.get("metrics", "off")
        )

    async def stop(self, grace: float) -> None:
        """
        Accept no more; finish what runs, or cancel it after `grace` seconds.
        """
        self._postgres.close()
        await asyncio.gather(
            self._postgres.finish(grace), *(listener.stop(grace) for listener in self._http.values())
        )

    def _silent(self) -> list[str]:
        silent = [name for name, listener in self._http.items() if not listener.accepts]
        if self._config.listen is not None and not self._postgres.is_open:
            silent.append("listen")
        return silent

    def _ask_lakes(self) -> None:
        with closing(self._gateway.engine.cursor()) as cursor:
            for database in self._gateway.databases.by_name.values():
                database.lake.snapshot(cursor)

    async def _append(self, topic: Topic, batches: Sequence[pa.RecordBatch]) -> Commit:
        return await append(self._gateway.databases.find(topic.lake).writer, topic, batches)

    def _read_topic(self, lake: str, table_id: int) -> Topic:
        with closing(self._gateway.engine.cursor()) as cursor:
            return self._gateway.databases.find(lake).lake.topic(cursor, table_id)


PLAIN: Final = {number: os.strerror(number) for number in (EADDRINUSE, EADDRNOTAVAIL, EACCES)}
"""What asyncio and socket.create_server put into words of their own, the address included."""


class ListenError(Exception):
    """
    A listener's address cannot be had; the message is one line.
    """


@contextmanager
def naming(address: Address) -> Iterator[None]:
    """Say which address an OSError is about."""
    try:
        yield
    except OSError as error:
        reason = PLAIN.get(error.errno or 0) or error.strerror or error
        raise ListenError(f"cannot listen on {address}: {reason}") from None


async def serve(config: Config, ready: Callable[[Addresses], None], stop: asyncio.Event) -> None:
    """
    Run a gateway until `stop` is set.

    Args:
        ready: Called when every listener accepts.

    Raises:
        DirectoryInUseError: Another process holds the data directory.
        ListenError: A listener's address cannot be had.
        PgError: A part cannot be opened.

    """
    with ExitStack() as stack:
        directory = DataDirectory(config.data_dir)
        stack.callback(directory.release)
        gateway = open_gateway(config, directory, stack)
        workers = ThreadPoolExecutor(config.limits.max_connections + 1, thread_name_prefix="session")
        stack.callback(workers.shutdown)
        server = Server(gateway, workers)
        try:
            addresses = await server.start()
            if addresses.pgwire != "off":
                directory.announce(addresses.pgwire)
            async with asyncio.TaskGroup() as upkeep:
                tasks = [upkeep.create_task(watch_lag(gateway.metrics)), upkeep.create_task(measure(gateway))]
                ready(addresses)
                await stop.wait()
                for task in tasks:
                    task.cancel()
        finally:
            await server.stop(config.shutdown_grace_seconds)


async def watch_lag(metrics: Metrics) -> None:
    """Measure how late the event loop runs what is due."""
    while True:
        due = time.monotonic() + LAG_INTERVAL
        await asyncio.sleep(LAG_INTERVAL)
        metrics.loop.lagged(time.monotonic() - due)


async def measure(gateway: Gateway) -> None:
    """Keep the row and byte counts of pggate.topics about right."""
    while True:
        try:
            await asyncio.to_thread(gateway.mirror.measure)
        except PgError as error:
            log.warning("measure_failed", error=error.message)
        await asyncio.sleep(MEASURE_INTERVAL)
