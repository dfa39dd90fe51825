"""
The door for rows: POST /ingest/{token}, or POST /ingest with the token as Bearer; body an Arrow IPC stream, a
Parquet file or lines of JSON, perhaps compressed as a whole; answer the receipt of its rows.

When the answer is 200 the rows are durable and every query that starts afterwards sees them.  202 is
{"error": …, "quarantined": …} of a body that did not fit its topic and is kept aside.  Every other answer is
{"error": …}, and nothing was written then.  The one exception is an append whose fate the catalog did not
tell: 500, and the error says so.  A client that leaves before its body is complete has written nothing; one
that leaves later may have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.errors import ServerErrorMiddleware

from ingest.answers import Answer, RefusedError, quarantine, receipt_json, refusal, refusal_of
from ingest.bodies import Body
from ingest.encodings import IDENTITY, codec
from ingest.headers import bearer, media_type
from ingest.limits import Budget
from ingest.posting import Post, Posting, Quarantined
from pggate.errors import PgError
from pggate.lake.idempotency import idempotency_key
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from ingest.posting import WriterOf
    from ingest.rates import Throttle
    from ingest.tokens import Tokens
    from pggate.config import Limits
    from pggate.metrics import Ingest

log = Log("ingest")

PATH: Final = "/ingest"
TOKEN_PATH: Final = re.compile(rf"{PATH}/[^/]+")
EXPANSION: Final = 16  # decoded : body; zstd makes 5 to 10 of ordinary columns


def application(
    tokens: Tokens,
    writer_of: WriterOf,
    limits: Limits,
    metrics: Ingest,
    throttle: Throttle,
    origins: Sequence[str] = (),
) -> ASGIApp:
    """
    The door as an ASGI application.

    Args:
        writer_of: Who writes a topic's rows.
        throttle: Who may come how often, and with how much.
        origins: Whose pages may post from a browser (the Fetch standard, 3.2); "*" is all of them.

    """
    door = Door(tokens, writer_of, limits, metrics, throttle)
    app = ServerErrorMiddleware(door, handler=unexpected)
    if not origins:
        return app
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=["POST"],
        allow_headers=["authorization", "content-type", "content-encoding", "idempotency-key"],
        expose_headers=["retry-after", "x-retry-after-ms"],
    )


class Door:
    """
    One POST after the other, each in a task of its own.  There are two paths: a router would cost as much of
    the processor as to read a hundred rows.
    """

    def __init__(
        self, tokens: Tokens, writer_of: WriterOf, limits: Limits, metrics: Ingest, throttle: Throttle
    ) -> None:
        self._tokens = tokens
        self._metrics = metrics
        self._throttle = throttle
        # What does not fit into the whole budget is too large; it must not be told to come again for ever.
        self._budget = Budget(limits.ingest_waiting_bytes)
        self._body_limit = min(limits.ingest_body_bytes, self._budget.limit)
        decoded_limit = min(EXPANSION * limits.ingest_body_bytes, self._budget.limit)
        self._posting = Posting(tokens, writer_of, throttle, self._body_limit, decoded_limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (elsewhere := not_here(scope)) is not None:
            await elsewhere(scope, receive, send)
            return
        body = Body(scope, receive, self._body_limit)
        secret = scope["path"][len(PATH) + 1 :] or bearer(scope)
        status = 500
        try:
            answer = await self._answer(scope, secret, body)
            status = answer.status_code
        finally:
            self._metrics.answered(status)
        if status != 200:  # what the client is told may repeat a value of its rows
            log.info("ingest_refused", status=status, token=secret[:6], sqlstate=answer.sqlstate)
        answer.is_early = not body.is_read
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope, secret: str, body: Body) -> Answer:
        try:
            return await self._post(scope, secret, body)
        except RefusedError as error:
            return refusal(str(error), error.status)
        except PgError as error:
            return refusal_of(error)

    async def _post(self, scope: Scope, secret: str, body: Body) -> Answer:
        token = self._tokens.token(secret)
        self._throttle.admit(token.id)
        headers = Headers(scope=scope)
        media = media_type(headers)
        compressed = codec(headers.get("content-encoding", IDENTITY))
        key = headers.get("idempotency-key")
        if key is not None:
            idempotency_key(key)
        post = Post(token, media, compressed, key)
        await self._tokens.topic(token)  # before anything is read
        with self._budget.claim() as claim:
            outcome = await self._posting.outcome(post, body, claim)
        if isinstance(outcome, Quarantined):
            return quarantine(outcome.reason, outcome.topic, outcome.receipt)
        self._metrics.acknowledged(outcome.rows, body.size)
        return Answer(receipt_json(outcome))


def not_here(scope: Scope) -> Answer | None:
    """
    404 and 405 (RFC 9110, 15.5.5 and 15.5.6).
    """
    method, path = scope["method"], scope["path"]
    if path != PATH and not TOKEN_PATH.fullmatch(path):
        answer = refusal("Not Found", 404)
    elif method != "POST":
        answer = refusal("Method Not Allowed", 405, {"allow": "POST"})
    else:
        return None
    log.info("http_refused", status=answer.status_code, method=method, path=path)
    return answer


async def unexpected(request: Request, _error: Exception) -> Answer:
    """
    A fault of ours: the client hears only the fact.  Starlette raises it again, and granian logs it.
    """
    log.error("http_failed", method=request.method, path=request.url.path)
    return Answer({"error": "internal error"}, 500)
