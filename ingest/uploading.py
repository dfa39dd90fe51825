"""
Bodies of any length, each as one append: its rows become segments while they come.
"""

from __future__ import annotations

import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ingest.decode import check_extent, decode
from ingest.pieces import Pieces
from pggate.append import append_upload
from pggate.lake.conform import conform, default_once
from pggate.lake.evolution import evolved, without_untyped
from pggate.lake.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from ingest.limits import Claim
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

T = TypeVar("T")

THREADS: Final = 8
"""Which may have to wait for the storage, or for who changes the topic: short posts go on meanwhile."""


class Uploading:
    """
    Args:
        message_limit: Bytes that a message of a stream may have.
        decoded_limit: Bytes that a piece of one may become.

    """

    def __init__(self, message_limit: int, decoded_limit: int) -> None:
        self._message_limit = message_limit
        self._decoded_limit = decoded_limit
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="upload")

    async def append(
        self,
        writer: Writer,
        topic: Topic,
        parts: AsyncIterator[bytes],
        claim: Claim,
        note_rows: Callable[[int], None],
        key: str | None,
    ) -> Receipt:
        """
        Append the rows of an Arrow IPC stream that comes in parts, cut anywhere.

        Args:
            claim: Covers what is in memory.
            note_rows: Is told how many have been decoded.
            key: An idempotency key.

        Raises:
            PgError: What `decode` and `append` say.
            RefusedError: What the body says.

        """
        upload, pieces = Upload(writer.lake, topic), Pieces(self._message_limit)
        once = default_once(writer.lake.default)

        def take(piece: bytes) -> None:
            for batch in decode(piece, self._decoded_limit):
                note_rows(batch.num_rows)
                if upload.is_empty:
                    upload.topic = evolved(topic, batch.schema)
                fitting = conform(upload.topic, without_untyped(upload.topic, batch), once)
                writer.lake.check(upload.topic, [fitting])
                upload.take(fitting)

        async def take_all(found: Iterable[bytes]) -> None:
            for piece in found:
                extent = await self.run(check_extent, piece, len(topic.columns), self._decoded_limit)
                claim.cover(2 * self._message_limit + extent)
                await self.run(take, piece)

        try:
            async for part in parts:
                await take_all(pieces.feed(part))
            await take_all([pieces.finish()])
            return await self.run(append_upload, writer, upload, key=key)
        finally:
            await self.run(upload.discard)

    async def run(self, work: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """
        In a thread, and to its end, however the call ends: until then nobody else may touch what it uses.
        """
        call = functools.partial(work, *arguments, **named)
        running = asyncio.get_running_loop().run_in_executor(self._threads, call)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait([running])
            raise
