"""
The PostgreSQL listener: accepts connections, has each driven, and ends them all.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from pggate.errors import AdminShutdown
from pggate.logs import Log
from pggate.server.clients import Client
from pggate.server.driver import Driver
from pggate.server.logins import Entrance
from pggate.server.stream import Stream
from pggate.wire.connection import Connection

if TYPE_CHECKING:
    import ssl
    from concurrent.futures import Executor

    from pggate.config import Address
    from pggate.server.sessions import Sessions
    from pggate.session.live.gateway import Gateway

log = Log("server")

LISTEN_QUEUE: Final = 1_024
"""Connections that may wait to be accepted."""

LAST_SECONDS: Final = 2.0
"""For interrupted statements to stop and their clients to be told."""


class Listener:
    """
    Args:
        gateway: What all sessions share.
        workers: Where sessions work.  It must have a thread for every connection: sessions that wait at a
            gate keep theirs, and the gate's holder needs one to give it back.
        sessions: Those of all listeners.
        tls: What SSLRequest starts; None: it is refused.

    """

    def __init__(
        self, gateway: Gateway, workers: Executor, sessions: Sessions, tls: ssl.SSLContext | None
    ) -> None:
        self._gateway = gateway
        self._workers = workers
        self._tls = tls
        self._entrance = Entrance(gateway.config.auth == "scram", tls is not None)
        self._sessions = sessions
        self._server: asyncio.Server | None = None
        self._drivers: dict[Driver, asyncio.Task[None]] = {}
        self._closed = False

    async def start(self, address: Address) -> tuple[str, int]:
        """
        Accept from now on.

        Returns:
            Host and port, which tells where port 0 has led.

        Raises:
            OSError: The address is taken or not ours.

        """
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: Stream(self._opened), address.host, address.port, backlog=LISTEN_QUEUE
        )
        host, port, *_ = self._server.sockets[0].getsockname()
        return host, port

    @property
    def is_open(self) -> bool:
        """Are connections accepted?"""
        return self._server is not None and self._server.is_serving()

    def close(self) -> None:
        """Accept no more."""
        self._closed = True
        if self._server is not None:
            self._server.close()

    async def finish(self, grace: float) -> None:
        """
        End every connection: idle ones now, the others when their statement is done, at the latest after
        `grace` seconds.
        """
        reason = AdminShutdown("terminating connection due to administrator command")
        for driver in list(self._drivers):
            driver.end_when_idle(reason)
        if self._drivers:
            await asyncio.wait(list(self._drivers.values()), timeout=grace)
        for driver in list(self._drivers):
            driver.end(reason)
        if self._drivers:
            await asyncio.wait(list(self._drivers.values()), timeout=LAST_SECONDS)
        for driver in list(self._drivers):
            driver.abort()  # its client does not read
        if self._drivers:
            await asyncio.wait(list(self._drivers.values()))

    def _opened(self, stream: Stream) -> None:
        if self._closed:
            stream.abort()  # accepted a moment before, and nobody would end it
            return
        connection = Connection(self._gateway.config.limits.message_bytes)
        loop = asyncio.get_running_loop()
        client = Client(
            self._gateway, self._sessions, self._entrance, connection, loop, stream.nudge, stream.address
        )
        timeout = self._gateway.config.limits.authentication_timeout_seconds
        driver = Driver(stream, connection, client, self._workers, self._tls, timeout)
        client.end = driver.end
        task = asyncio.ensure_future(self._drive(driver, client, stream.peer))
        self._drivers[driver] = task
        task.add_done_callback(lambda _: self._drivers.pop(driver, None))

    async def _drive(self, driver: Driver, client: Client, peer: str) -> None:
        began = time.monotonic()
        try:
            with self._gateway.metrics.connections.open():
                await driver.run()
        except Exception as bug:  # noqa: BLE001  one connection's bug is not the server's end
            log.error("connection_failed", error=bug, peer=peer)
        account = client.account()
        log.info(
            "connection",
            peer=peer,
            pid=account.pid,
            user=account.user,
            database=account.database,
            refused=account.refused,
            sqlstate=account.sqlstate,
            seconds=time.monotonic() - began,
        )
