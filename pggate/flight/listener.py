"""
The Flight listeners: where they accept, and how they end.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Final

from ingest.server import bind
from pggate.config import Address
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.flight.server import FlightServer
    from pggate.server.certificate import CertificateFiles

log = Log("flight")

LAST_SECONDS: Final = 1.0
"""That a query has to notice that it was interrupted."""
STOPPING: Final = "flight-stop"


def is_stuck() -> bool:
    """
    Do calls go on after the stop, since their clients neither read nor write?  At its end Python would wait
    for pyarrow, and pyarrow for them.
    """
    return any(thread.name == STOPPING for thread in threading.enumerate())


class FlightListener:
    """
    One address that speaks Flight, with TLS where files for it are given.

    gRPC binds with SO_REUSEPORT, so that two servers could share a port without a word: therefore the address
    is bound here before, exclusively.

    Args:
        serve: Makes a server, which accepts at once: (location, pairs of certificate and key) → it.
        advertised: The host that clients are sent to; None: they stay where they have asked.

    """

    def __init__(
        self,
        serve: Callable[[str, list[tuple[bytes, bytes]]], FlightServer],
        address: Address,
        tls: CertificateFiles | None,
        advertised: str | None,
    ) -> None:
        self._serve = serve
        self._tls = tls
        self._advertised = advertised
        self._server: FlightServer | None = None
        self.host, self.port = address.host, address.port

    @property
    def accepts(self) -> bool:
        """Are calls accepted?"""
        return self._server is not None

    def start(self) -> None:
        """
        Bind and accept.  Port 0 is replaced by the one the system chose.

        Raises:
            OSError: The address is taken or not this machine's, or a TLS file cannot be read.

        """
        bind(Address(self.host, self.port)).close()
        scheme = "grpc"
        keys: list[tuple[bytes, bytes]] = []
        if self._tls is not None:
            scheme = "grpc+tls"
            keys = [(self._tls.certificate.read_bytes(), self._tls.key.read_bytes())]
        host = f"[{self.host}]" if ":" in self.host else self.host
        server = self._serve(f"{scheme}://{host}:{self.port}", keys)
        self.port = server.port
        if self._advertised is not None:
            server.advertise(f"{scheme}://{self._advertised}:{self.port}")
        self._server = server

    async def stop(self, grace: float) -> None:
        """
        Accept no more, and finish what runs; what runs longer than `grace` seconds ends with the process.
        """
        server, self._server = self._server, None
        if server is None:
            return
        stopping = threading.Thread(target=server.shutdown, name=STOPPING, daemon=True)
        stopping.start()  # none that the process waits for: a client may keep its stream open for ever
        await asyncio.to_thread(stopping.join, grace)
        if stopping.is_alive():
            log.warning("flight_stopped_hard", seconds=grace)
            server.interrupt()
            await asyncio.to_thread(stopping.join, LAST_SECONDS)
