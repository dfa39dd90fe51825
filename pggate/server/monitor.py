"""
What operators ask over HTTP: /metrics for Prometheus, /healthz and /readyz for whoever restarts and routes.

/healthz says that the process runs its event loop, nothing more: a lake that is away is no reason to restart.
/readyz says whether work can be sent here: every listener accepts and the lakes answer.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pggate.errors import PgError
from pggate.logs import Log
from pggate.metrics import CONTENT_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp

log = Log("monitor")

LAKE_SECONDS: Final = 5.0  # a probe usually gives up after 1 to 10 s; it should hear the reason


def application(
    render: Callable[[], bytes],
    silent_listeners: Callable[[], list[str]],
    ask_lakes: Callable[[], None],
) -> ASGIApp:
    """
    The monitor as an ASGI application.

    Args:
        render: The text of /metrics.
        silent_listeners: The names of the listeners that should accept and do not.
        ask_lakes: Ask every lake something; blocks, called in a worker thread.  A PgError is the reason
            why one does not answer.

    """
    monitor = Monitor(render, silent_listeners, ask_lakes)
    app = Starlette(
        routes=[
            Route("/metrics", monitor.metrics),
            Route("/healthz", monitor.healthz),
            Route("/readyz", monitor.readyz),
        ],
        exception_handlers={HTTPException: refused, Exception: unexpected},
    )
    app.router.redirect_slashes = False
    return app


class Monitor:
    """
    The three answers.
    """

    def __init__(
        self,
        render: Callable[[], bytes],
        silent_listeners: Callable[[], list[str]],
        ask_lakes: Callable[[], None],
    ) -> None:
        self._render = render
        self._silent_listeners = silent_listeners
        self._ask_lakes = ask_lakes
        self._asking: asyncio.Future[None] | None = None

    async def metrics(self, _request: Request) -> Response:
        text = await asyncio.to_thread(self._render)  # some 10 ms with every label in use
        return Response(text, headers={"content-type": CONTENT_TYPE})

    async def healthz(self, _request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readyz(self, _request: Request) -> Response:
        if (reason := await self._reason_not_ready()) is not None:
            return JSONResponse({"error": reason}, 503)
        return JSONResponse({"status": "ready"})

    async def _reason_not_ready(self) -> str | None:
        if silent := self._silent_listeners():
            return f"not accepting: {', '.join(silent)}"
        try:
            async with asyncio.timeout(LAKE_SECONDS):
                await asyncio.shield(self._question())
        except PgError as error:
            return error.message
        except TimeoutError:
            return f"the lake has not answered for {LAKE_SECONDS:g} seconds"
        return None

    def _question(self) -> asyncio.Future[None]:
        """
        One question at a time: probes that come while a lake hangs wait for the same answer, not for one
        more thread each.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.ensure_future(asyncio.to_thread(self._ask_lakes))
        return self._asking


async def refused(_request: Request, error: Exception) -> Response:
    """
    404 and 405 as JSON, like everything else that is not /metrics.
    """
    answer = cast("HTTPException", error)
    return JSONResponse({"error": answer.detail}, answer.status_code, answer.headers)


async def unexpected(request: Request, _error: Exception) -> Response:
    """
    A fault of ours: the caller hears only the fact.  Starlette raises it again, and granian logs it.
    """
    log.error("monitor_failed", path=request.url.path)
    return JSONResponse({"error": "internal error"}, 500)
