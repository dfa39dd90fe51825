"""
The seam to granian: an ASGI application served on one address inside the running event loop.

granian does HTTP/1.1 and HTTP/2, TLS and ALPN in its own threads; the application's coroutines run in the
caller's loop.  Facts of granian 2.8.7 that this module answers:

* On Linux it binds with SO_REUSEPORT, so two servers could share a port without a word, and port 0 could
  not be learnt.  Therefore the socket is bound here, exclusively, and handed over already listening.
* `backpressure` is the number of open connections, idle ones included (128 unless told): the next one
  waits in the listen queue, unanswered.
* Stopping waits for every request in flight, for ever where a client does not finish its body, and for
  every connection on which nothing has come yet.
* Its configuration of logging would close the handlers of everybody else.
"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from granian._granian import SocketHolder
from granian.constants import Interfaces, SSLProtocols
from granian.log import LogLevels
from granian.server.embed import Server

from pggate.logs import Log

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from pggate.config import Address

log = Log("http")

CONNECTIONS: Final = 16_384
LISTEN_QUEUE: Final = 1_024
STOP_GRACE: Final = 10.0
SILENT_GRACE: Final = 0.5  # for a request whose first bytes are on their way

# Only levels: no handlers are touched, granian's own records go where the program sends all others.
LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "incremental": True,
    "formatters": {},
    "handlers": {},
    "loggers": {"_granian": {}},
}


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """
    A certificate chain and its private key, both PEM.
    """

    certificate: Path
    key: Path


def serve(app: ASGIApp, address: Address, tls: TlsFiles | None = None) -> HttpListener:
    """
    A listener for an application; it accepts from `start()` on.
    """
    return HttpListener(app, address, tls)


class HttpListener:
    """
    One address that speaks HTTP/1.1 and HTTP/2, with TLS where the files for it are given.
    """

    def __init__(self, app: ASGIApp, address: Address, tls: TlsFiles | None) -> None:
        self._requests = Requests(app)
        self._wanted = address
        self._tls = tls
        self._server: BoundServer | None = None
        self._serving: asyncio.Task[None] | None = None
        self.host, self.port = address.host, address.port

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}"

    @property
    def accepts(self) -> bool:
        return self._serving is not None and not self._serving.done()

    async def start(self) -> None:
        """
        Bind and accept.  Port 0 is replaced by the one the system chose.

        Raises:
            OSError: The address is taken or not this machine's, or a TLS file cannot be used (ssl.SSLError).

        """
        listening = bind(self._wanted)
        try:
            self.port = listening.getsockname()[1]
            self._server = BoundServer(self._requests, listening, self._tls)
        except BaseException:
            listening.close()
            raise
        self._serving = asyncio.create_task(self._server.serve(), name=f"http listener {self.url}")

    async def stop(self, grace: float = STOP_GRACE) -> None:
        """
        Accept no more and answer what is in flight.

        Args:
            grace: Seconds for clients to finish sending; then an unfinished body counts as a client that
                left.  The same again for what has arrived whole to be answered.

        """
        if self._server is None or self._serving is None:
            return
        self._server.stop()  # type: ignore[no-untyped-call]  # granian has none
        if await self._is_done(self._serving, grace):
            return
        self._requests.give_up_unfinished()
        if await self._is_done(self._serving, grace):
            return
        if self._requests.in_flight:
            log.warning("http_stopped_hard", listener=self.url, seconds=2 * grace)
        self._serving.cancel()
        await asyncio.wait({self._serving})

    async def _is_done(self, serving: asyncio.Task[None], seconds: float) -> bool:
        """
        Whether granian ends within so many seconds, or without a request to wait for within SILENT_GRACE.
        """
        for patience in (min(seconds, SILENT_GRACE), seconds):
            done, _ = await asyncio.wait({serving}, timeout=patience)
            if done or not self._requests.in_flight:
                break
        return bool(done)


def bind(address: Address) -> socket.socket:
    """
    A listening socket that nobody shares; SO_REUSEADDR so that a restart need not wait for TIME_WAIT.
    """
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    listening = socket.create_server((address.host, address.port), family=family, backlog=LISTEN_QUEUE)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # which the connections inherit (tcp(7))
    listening.setblocking(False)
    return listening


class BoundServer(Server):
    """
    granian on a socket that is bound and listening; it owns and closes the socket from then on.
    """

    def __init__(self, app: ASGIApp, listening: socket.socket, tls: TlsFiles | None) -> None:
        super().__init__(
            app,
            interface=Interfaces.ASGINL,
            backlog=LISTEN_QUEUE,
            backpressure=CONNECTIONS,
            websockets=False,
            log_level=LogLevels.error,
            log_dictconfig=LOGGING,
            log_access=False,
            ssl_cert=tls.certificate if tls else None,
            ssl_key=tls.key if tls else None,
            ssl_protocol_min=SSLProtocols.tls12,
        )
        self._listening = listening

    def _init_shared_socket(self) -> None:
        # granian's stub does not know the arguments that its own pickling of a SocketHolder passes
        holder: Any = SocketHolder
        self._shd = holder(self._listening.detach(), False, LISTEN_QUEUE)


class Requests:
    """
    The application, with an eye on the requests that wait for more of their body.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.in_flight = 0
        self._waiting: set[asyncio.Task[Any]] = set()
        self._given_up = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = cast("asyncio.Task[Any]", asyncio.current_task())

        async def watched() -> Message:
            if self._given_up.is_set():
                return {"type": "http.disconnect"}
            self._waiting.add(task)
            try:
                return await receive()
            except asyncio.CancelledError:
                if not self._given_up.is_set():
                    raise
                task.uncancel()
                return {"type": "http.disconnect"}
            finally:
                self._waiting.discard(task)

        self.in_flight += 1
        try:
            await self._app(scope, watched, send)
        finally:
            self.in_flight -= 1

    def give_up_unfinished(self) -> None:
        self._given_up.set()
        for task in self._waiting:
            task.cancel()
