"""
The body of one request: read to its end or not at all, never more of it than is allowed.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from ingest.answers import RefusedError

if TYPE_CHECKING:
    from starlette.types import Receive, Scope

    from ingest.limits import Claim

IDLE_SECONDS: Final = 30.0  # that a client may let pass without sending anything
SLOWEST: Final = 1024  # bytes a second, on the average: each of them buys its share of a second of patience


class Body:
    """
    Args:
        limit: Bytes that are accepted.

    """

    def __init__(self, scope: Scope, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._length = content_length(scope)
        self.is_read = False

    async def read(self, claim: Claim) -> bytes:
        """
        The whole body.  Its bytes are claimed as they come, so that nobody holds what he only announces; but
        what does not fit as things stand is not begun.

        Raises:
            RefusedError: 413 it is longer than the limit, 408 too little came for a while, 400 the client
                left.
            Overloaded: The claim could not be covered.

        """
        self._check(self._length)
        claim.expect(self._length)
        parts: list[bytes] = []
        size = 0
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(IDLE_SECONDS) as patience:
                while not self.is_read:
                    message = await self._receive()
                    if message["type"] != "http.request":
                        raise RefusedError(400, "the request's body ended early")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    self.is_read = not message.get("more_body", False)
                    self._check(size)
                    claim.cover(size)
                    ends = (patience.when() or 0) + len(parts[-1]) / SLOWEST
                    patience.reschedule(min(ends, loop.time() + IDLE_SECONDS))
        except TimeoutError:
            raise RefusedError(
                408, f"less than {SLOWEST} bytes a second for {IDLE_SECONDS:g} seconds"
            ) from None
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise RefusedError(413, f"the request's body is larger than {self._limit} bytes")


def content_length(scope: Scope) -> int:
    """
    The announced length; 0 where none is.  The HTTP server has refused what is no number.
    """
    return next((int(value) for name, value in scope["headers"] if name == b"content-length"), 0)
