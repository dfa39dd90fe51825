"""
The listeners of a gateway: started together, stopped together.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from contextlib import closing, contextmanager
from dataclasses import dataclass
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL
from typing import TYPE_CHECKING, Final

from ingest import http
from ingest.rates import Throttle
from ingest.server import HttpListener, TlsFiles
from ingest.tokens import Tokens
from pggate.config import Address
from pggate.flight.server import FlightListener
from pggate.server import monitor
from pggate.server.certificate import certificate_files, server_context
from pggate.server.listener import Listener
from pggate.server.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from pggate.lake.topics import Topic
    from pggate.session.live.gateway import Gateway


@dataclass(frozen=True, slots=True)
class Addresses:
    """
    Where the listeners accept, as `HOST:PORT`; "off" for one that is off.
    """

    pgwire: str
    https: str
    http: str
    flight: str
    metrics: str


class Doors:
    """
    A gateway's listeners.
    """

    def __init__(self, gateway: Gateway, workers: Executor) -> None:
        config = gateway.config
        self._gateway = gateway
        self._config = config
        files = certificate_files(config.tls, config.data_dir / "tls", dt.datetime.now(dt.UTC))
        sessions = Sessions(config.limits.max_connections)
        throttle = Throttle(config.ingest.server_rates, lambda _: config.ingest.token_rates)
        self._postgres = Listener(gateway, workers, sessions, server_context(files))
        self._flight = None
        if config.flight is not None:
            keys = files if config.tls.certificate is not None else None
            self._flight = FlightListener(
                gateway, sessions, throttle, config.flight, keys, config.advertise_address
            )
        self._door = http.application(
            Tokens(gateway.registry, self._read_topic),
            lambda topic: gateway.databases.find(topic.lake).writer,
            config.limits,
            gateway.metrics.ingest,
            throttle,
            [origin.strip() for origin in (config.ingest.cors_origins or "").split(",") if origin],
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
                pgwire = str(Address(host, port))
        for listener in self._http.values():
            with naming(Address(listener.host, listener.port)):
                await listener.start()
        found = {name: str(Address(one.host, one.port)) for name, one in self._http.items()}
        flight = "off"
        if self._flight is not None:
            with naming(Address(self._flight.host, self._flight.port)):
                await asyncio.to_thread(self._flight.start)
            flight = str(Address(self._flight.host, self._flight.port))
        return Addresses(
            pgwire, found.get("https", "off"), found.get("http", "off"), flight, found.get("metrics", "off")
        )

    async def stop(self, grace: float) -> None:
        """
        Accept no more; finish what runs, or cancel it after `grace` seconds.
        """
        self._postgres.close()
        stopping = [listener.stop(grace) for listener in self._http.values()]
        if self._flight is not None:
            stopping.append(self._flight.stop(grace))
        await asyncio.gather(self._postgres.finish(grace), *stopping)

    def _silent(self) -> list[str]:
        silent = [name for name, listener in self._http.items() if not listener.accepts]
        if self._config.listen is not None and not self._postgres.is_open:
            silent.append("listen")
        if self._flight is not None and not self._flight.accepts:
            silent.append("flight")
        return silent

    def _ask_lakes(self) -> None:
        with closing(self._gateway.engine.cursor()) as cursor:
            for database in self._gateway.databases.by_name.values():
                database.lake.snapshot(cursor)

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
