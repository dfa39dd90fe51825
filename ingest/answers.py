"""
What a client is told: JSON in every case, and the HTTP status of every SQLSTATE, by table.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import JSONResponse

from pggate.lake.backlog import Overloaded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from pggate.errors import PgError
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic

# By SQLSTATE, else by its class (the first two characters); what is in neither is 500.
# fmt: off
STATUS: Final = {
    "08":    500,  # whether the rows exist is not known: nothing that invites to send them again
    "0A":    400,
    "22":    400,
    "23":    400,
    "28":    401,
    "3D":    404,
    "3F":    404,
    "40":    503,
    "42":    400,
    "42P01": 404,
    "53":    503,
    "53400": 429,
    "54":    413,
    "55":    503,
    "57":    503,
    "58":    503,
}
# fmt: on

MISFIT: Final = 400
"""Of what is wrong with a body, whoever sends it again."""

# When what is 503 may be tried again, in milliseconds, by SQLSTATE.
RETRY_AFTER_MS: Final = {"55P03": 1000}

# What may still come after an early answer.  A connection that is closed under a client's hands, in the
# middle of its body, loses the answer: urllib sees a broken pipe, curl a reset stream.
DRAIN_BYTES: Final = 64 << 20
DRAIN_SECONDS: Final = 5.0
LONGEST_SENTENCE: Final = 1_000  # characters


class RefusedError(Exception):
    """
    A request that HTTP itself has the status for.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Answer(JSONResponse):
    """
    A JSON body.

    Args:
        is_early: The request's body may not have been read to its end: let it come after the answer, within
            bounds, and drop it.
        sqlstate: Of the error that it tells, where it is the gateway's and not HTTP's.

    """

    def __init__(
        self,
        content: Mapping[str, Any],
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        *,
        is_early: bool = False,
        sqlstate: str | None = None,
    ) -> None:
        super().__init__(content, status, headers)
        self.is_early = is_early
        self.sqlstate = sqlstate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 ASGI
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": bytes(self.body), "more_body": self.is_early})
        if self.is_early:
            await drain(receive)
            await send({"type": "http.response.body", "body": b""})


async def drain(receive: Receive) -> None:
    """
    Receive and drop the rest of a request's body.
    """
    dropped = 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_SECONDS):
            while dropped < DRAIN_BYTES:
                message = await receive()
                dropped += len(message.get("body", b""))
                if not message.get("more_body", False):
                    return


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """
    What 200 says: the rows that exist, the snapshot that made them, and where they lay then.
    """
    committed_at = receipt.committed_at
    return {
        "rows": receipt.rows,
        "snapshot": receipt.snapshot,
        "batch_id": receipt.batch_id,
        "committed_at": committed_at and committed_at.isoformat(),
        "segments": [
            {"uri": each.uri, "bytes": each.size, "sha256": each.sha256} for each in receipt.segments
        ],
    }


def quarantine(reason: str, topic: Topic, receipt: Receipt) -> Answer:
    """
    What 202 says: why the body is no rows of its topic, and where it is kept.
    """
    kept = {"error": reason, "quarantined": f"{topic.schema}.{topic.name}"}
    return Answer(kept | receipt_json(receipt) | {"rows": 0}, 202)


def refusal(
    reason: str, status: int, headers: Mapping[str, str] | None = None, sqlstate: str | None = None
) -> Answer:
    """
    `{"error": reason}`, in the middle of the request's body or after it.
    """
    return Answer({"error": reason}, status, headers, is_early=True, sqlstate=sqlstate)


def refusal_of(error: PgError) -> Answer:
    """
    An error of the gateway's as HTTP.  Where trying again helps, the headers say when.
    """
    return refusal(sentence(error), status_of(error.code), retry_headers(error), error.code)


def status_of(sqlstate: str) -> int:
    return STATUS.get(sqlstate) or STATUS.get(sqlstate[:2], 500)


def sentence(error: PgError) -> str:
    """
    Message, detail and hint in one line of a bounded length: a column's name can be as long as a body.
    """
    whole = ". ".join(part.rstrip(".") for part in (error.message, error.detail, error.hint) if part)
    return whole if len(whole) <= LONGEST_SENTENCE else whole[:LONGEST_SENTENCE] + "…"


def retry_headers(error: PgError) -> dict[str, str]:
    """
    RFC 9110, 10.2.3: Retry-After is in whole seconds; x-retry-after-ms is the exact time.
    """
    milliseconds = error.retry_after_ms if isinstance(error, Overloaded) else RETRY_AFTER_MS.get(error.code)
    if milliseconds is None:
        return {}
    return {
        "x-retry-after-ms": str(milliseconds),
        "retry-after": str(max(1, math.ceil(milliseconds / 1000))),
    }
