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
from functools import partial
from typing import TYPE_CHECKING, Final

from ingest import http
from ingest.rates import Throttle, overridden
from ingest.server import HttpListener, TlsFiles
from ingest.tokens import Tokens
from pggate.config import Address
from pggate.flight.listener import FlightListener
from pggate.flight.server import FlightServer
from pggate.flight.sql_server import FlightSqlServer
from pggate.flight.streams import Streams
from pggate.server import monitor
from pggate.server.certificate import certificate_files, server_context
from pggate.server.listener import Listener
from pggate.server.sessions import Sessions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from pggate.config import Rates
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
    flight_sql: str
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
        throttle = Throttle(config.ingest.server_rates, self._rates_of)
        streams = Streams(config.limits.ingest_waiting_bytes)
        self._postgres = Listener(gateway, workers, sessions, server_context(files))
        keys = files if config.tls.certificate is not None else None
        self._flights = {
            name: FlightListener(
                partial(server, gateway=gateway, sessions=sessions, throttle=throttle, streams=streams),
                address,
                keys,
                config.advertise_address,
            )
            for name, server, address in (
                ("flight", FlightServer, config.flight),
                ("flight_sql", FlightSqlServer, config.flight_sql),
            )
            if address is not None
        }
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
        for name, one in self._flights.items():
            with naming(Address(one.host, one.port)):
                await asyncio.to_thread(one.start)
            found[name] = str(Address(one.host, one.port))
        others = (found.get(name, "off") for name in ("https", "http", "flight", "flight_sql", "metrics"))
        return Addresses(pgwire, *others)

    async def stop(self, grace: float) -> None:
        """
        Accept no more; finish what runs, or cancel it after `grace` seconds.
        """
        self._postgres.close()
        await asyncio.gather(
            self._postgres.finish(grace),
            *(listener.stop(grace) for listener in self._http.values()),
            *(listener.stop(grace) for listener in self._flights.values()),
        )

    def _silent(self) -> list[str]:
        silent = [name for name, listener in self._http.items() if not listener.accepts]
        if self._config.listen is not None and not self._postgres.is_open:
            silent.append("listen")
        silent += [name for name, listener in self._flights.items() if not listener.accepts]
        return silent

    def _ask_lakes(self) -> None:
        with closing(self._gateway.engine.cursor()) as cursor:
            for database in self._gateway.databases.by_name.values():
                database.lake.snapshot(cursor)

    def _rates_of(self, token: int) -> Rates:
        return overridden(self._config.ingest.token_rates, self._gateway.registry.token_rates.get(token))

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
