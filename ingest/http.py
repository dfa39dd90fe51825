"""
The Arrow door: POST /ingest/{token}, or POST /ingest with the token as Bearer; body an Arrow IPC stream,
perhaps compressed as a whole; answer the receipt of its rows.

When the answer is 200 the rows are durable and every query that starts afterwards sees them.  Every other
answer is {"error": …}, and nothing was written then.  The one exception is an append whose fate the catalog
did not tell: 500, and the error says so.  A client that leaves before its body is complete has written
nothing; one that leaves later may have.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from ingest.answers import Answer, RefusedError, receipt_json, refusal, refusal_of
from ingest.bodies import Body
from ingest.decode import check_extent, decode
from ingest.encodings import IDENTITY, codec, decompressed
from ingest.headers import ARROW_STREAM, PARQUET, bearer, media_type
from ingest.limits import Budget
from ingest.parquet import ParquetReaders
from ingest.uploading import Uploading
from pggate.append import append, append_evolving
from pggate.errors import PgError, SerializationFailure
from pggate.lake.evolution import evolved, without_untyped
from pggate.lake.idempotency import idempotency_key
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    import pyarrow as pa
    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from ingest.limits import Claim
    from ingest.rates import Throttle
    from ingest.tokens import Tokens
    from pggate.config import Limits
    from pggate.lake.entries import Token
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from pggate.metrics import Ingest

    WriterOf = Callable[[Topic], Writer]

T = TypeVar("T")

log = Log("ingest")

INLINE_BYTES: Final = 64 << 10  # decoded in the event loop: at most about 0.1 ms
DECODERS: Final = 2
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
    app = Starlette(
        routes=[Route(path, door, methods=["POST"]) for path in ("/ingest", "/ingest/{token}")],
        exception_handlers={HTTPException: not_here, Exception: unexpected},
    )
    app.router.redirect_slashes = False
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
    One POST after the other, each in a task of its own.
    """

    def __init__(
        self, tokens: Tokens, writer_of: WriterOf, limits: Limits, metrics: Ingest, throttle: Throttle
    ) -> None:
        self._tokens = tokens
        self._writer_of = writer_of
        self._metrics = metrics
        self._throttle = throttle
        # What does not fit into the whole budget is too large; it must not be told to come again for ever.
        self._budget = Budget(limits.ingest_waiting_bytes)
        self._body_limit = min(limits.ingest_body_bytes, self._budget.limit)
        self._decoded_limit = min(EXPANSION * limits.ingest_body_bytes, self._budget.limit)
        self._parquet = ParquetReaders(self._decoded_limit)
        self._decoders = ThreadPoolExecutor(DECODERS, thread_name_prefix="decode")
        self._uploading = Uploading(self._body_limit, self._decoded_limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = Body(scope, receive, self._body_limit)
        secret = scope["path_params"].get("token") or bearer(scope)
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
        topic = await self._tokens.topic(token)
        with self._budget.claim() as claim:
            sent = await body.read(claim, may_go_on=media == ARROW_STREAM and compressed is None)
            self._throttle.charge(token.id, nbytes=len(sent))
            if len(sent) > self._body_limit:
                receipt = await self._uploaded(token, topic, self._rest(token, sent, body), claim, key)
            else:
                content = sent if compressed is None else await self._decompressed(sent, compressed, claim)
                if media == PARQUET:
                    receipt = await self._uploaded(token, topic, self._of_parquet(content), claim, key)
                else:
                    batches = await self._decoded(content, len(topic.columns), claim)
                    self._throttle.charge(token.id, rows=sum(batch.num_rows for batch in batches))
                    receipt = await self._appended(token, topic, batches, key)
        self._metrics.acknowledged(receipt.rows, body.size)
        return Answer(receipt_json(receipt))

    async def _rest(self, token: Token, sent: bytes, body: Body) -> AsyncIterator[bytes]:
        """What was read of a body, and all that comes after it."""
        yield sent
        async for part in body.parts():
            self._throttle.charge(token.id, nbytes=len(part))
            yield part

    async def _uploaded(
        self, token: Token, topic: Topic, parts: AsyncIterator[bytes], claim: Claim, key: str | None
    ) -> Receipt:
        def note(rows: int) -> None:
            self._throttle.charge(token.id, rows=rows)

        topic = await self._tokens.reread(token)  # what does not fit cannot be tried once more
        return await self._uploading.append(self._writer_of(topic), topic, parts, claim, note, key)

    async def _of_parquet(self, file: bytes) -> AsyncIterator[bytes]:
        """The Arrow IPC stream of its rows."""
        parts = self._parquet.stream(file)
        try:
            while (part := await self._uploading.run(next, parts, None)) is not None:
                yield part
        finally:
            await self._uploading.run(parts.close)

    async def _decompressed(self, sent: bytes, codec: str, claim: Claim) -> bytes:
        content = await self._run(False, decompressed, sent, codec, self._decoded_limit)
        claim.cover(len(sent) + len(content))
        return content

    async def _decoded(self, content: bytes, columns: int, claim: Claim) -> tuple[pa.RecordBatch, ...]:
        is_small = len(content) <= INLINE_BYTES
        extent = await self._run(is_small, check_extent, content, columns, self._decoded_limit)
        claim.cover(extent)
        is_small = is_small and extent <= INLINE_BYTES
        return await self._run(is_small, decode, content, self._decoded_limit)

    async def _run(self, inline: bool, function: Callable[..., T], *arguments: Any) -> T:
        """
        Call a function here, or in a worker thread so that the event loop goes on.
        """
        if inline:
            return function(*arguments)
        return await asyncio.get_running_loop().run_in_executor(self._decoders, function, *arguments)

    async def _appended(
        self, token: Token, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None
    ) -> Receipt:
        """
        Append; what does not fit the topic as it was remembered is tried once more if it has changed.
        """
        try:
            return await self._append(token, topic, batches, key)
        except PgError as error:
            if error.code[:2] not in ("22", "23", "42") and error.code != SerializationFailure.sqlstate:
                raise
            now = await self._tokens.reread(token)
            if now.is_same_shape(topic) and now.options == topic.options:
                raise
        return await self._append(token, now, batches, key)

    async def _append(
        self, token: Token, topic: Topic, batches: Sequence[pa.RecordBatch], key: str | None
    ) -> Receipt:
        """
        The rows, and what the topic has to become for them.
        """
        schema = batches[0].schema
        if evolved(topic, schema) is topic:
            fitting = [without_untyped(topic, batch) for batch in batches]
            return await append(self._writer_of(topic), topic, fitting, key)
        now = await self._tokens.reread(token)  # which may have become so by now
        receipt = await self._uploading.run(append_evolving, self._writer_of(now), now, batches, key)
        await self._tokens.reread(token)
        return receipt


async def not_here(request: Request, error: Exception) -> Answer:
    """
    404 and 405, and the headers (Allow) that belong to them.
    """
    refused = cast("HTTPException", error)
    log.info("http_refused", status=refused.status_code, method=request.method, path=request.url.path)
    return refusal(refused.detail, refused.status_code, refused.headers)


async def unexpected(request: Request, _error: Exception) -> Answer:
    """
    A fault of ours: the client hears only the fact.  Starlette raises it again, and granian logs it.
    """
    log.error("http_failed", method=request.method, path=request.url.path)
    return Answer({"error": "internal error"}, 500)
