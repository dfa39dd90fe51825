"""
The body of one request: read to its end or not at all, never more of it than is allowed.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from ingest.answers import RefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import Receive, Scope

    from ingest.limits import Claim

IDLE_SECONDS: Final = 30.0  # that a client may let pass without sending anything
SLOWEST: Final = 1024  # bytes a second, on the average: each of them buys its share of a second of patience


class Body:
    """
    Args:
        limit: Bytes that are accepted, of a body of announced length and of what is read at once.

    """

    def __init__(self, scope: Scope, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._length = content_length(scope)
        self._has_length = any(name == b"content-length" for name, _ in scope["headers"])
        self.is_read = False
        self.size = 0
        """Bytes that have come."""

    async def read(self, claim: Claim, *, may_go_on: bool = False) -> bytes:
        """
        The whole body.  Its bytes are claimed as they come, so that nobody holds what he only announces; but
        what does not fit as things stand is not begun.

        Args:
            may_go_on: Of a body that is longer than the limit, and whose length was not announced, give the
                beginning; `parts` gives the rest.

        Raises:
            RefusedError: 413 it is longer than the limit, 408 too little came for a while, 400 the client
                left.
            Overloaded: The claim could not be covered.

        """
        if self._length > self._limit:
            raise self._too_large()
        claim.expect(self._length)
        read: list[bytes] = []
        size = 0
        async for part in self.parts():
            read.append(part)
            size += len(part)
            claim.cover(size)
            if size > self._limit:
                if self._has_length or not may_go_on:
                    raise self._too_large()
                break
        return read[0] if len(read) == 1 else b"".join(read)

    async def parts(self) -> AsyncIterator[bytes]:
        """
        What comes, up to the end.  Raises RefusedError as `read`.
        """
        loop = asyncio.get_running_loop()
        ends = loop.time() + IDLE_SECONDS
        while not self.is_read:
            try:
                async with asyncio.timeout_at(ends):
                    message = await self._receive()
            except TimeoutError:
                raise RefusedError(
                    408, f"less than {SLOWEST} bytes a second for {IDLE_SECONDS:g} seconds"
                ) from None
            if message["type"] != "http.request":
                raise RefusedError(400, "the request's body ended early")
            part = message.get("body", b"")
            self.size += len(part)
            self.is_read = not message.get("more_body", False)
            ends = min(ends + len(part) / SLOWEST, loop.time() + IDLE_SECONDS)
            yield part

    def _too_large(self) -> RefusedError:
        return RefusedError(
            413,
            f"the request's body is larger than {self._limit} bytes: send fewer rows, or in chunks, without a"
            " Content-Length, an Arrow stream of any length",
        )


def content_length(scope: Scope) -> int:
    """
    The announced length; 0 where none is.  The HTTP server has refused what is no number.
    """
    return next((int(value) for name, value in scope["headers"] if name == b"content-length"), 0)
