"""
Bodies of any length, each as one append: its rows become segments while they come.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ingest.decode import check_extent, decode
from ingest.pieces import Pieces
from pggate.append import append_upload
from pggate.lake.conform import conform, default_once
from pggate.lake.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from ingest.limits import Claim
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer


async def append_stream(
    writer: Writer,
    topic: Topic,
    parts: AsyncIterator[bytes],
    claim: Claim,
    note_rows: Callable[[int], None],
    message_limit: int,
    decoded_limit: int,
    key: str | None,
) -> Receipt:
    """
    Append the rows of an Arrow IPC stream that comes in parts, cut anywhere.

    Args:
        claim: Covers what is in memory.
        note_rows: Is told how many have been decoded.
        message_limit: Bytes that one of its messages may have.
        decoded_limit: Bytes that a piece may become.
        key: An idempotency key.

    Raises:
        PgError: What `decode` and `append` say.
        RefusedError: What the body says.

    """
    upload, pieces = Upload(writer.lake, topic), Pieces(message_limit)
    once = default_once(writer.lake.default)

    def take(piece: bytes) -> None:
        for batch in decode(piece, decoded_limit):
            note_rows(batch.num_rows)
            fitting = conform(topic, batch, once)
            writer.lake.check(topic, [fitting])
            upload.take(fitting)

    async def take_all(found: Iterable[bytes]) -> None:
        for piece in found:
            extent = await asyncio.to_thread(check_extent, piece, len(topic.columns), decoded_limit)
            claim.cover(2 * message_limit + extent)
            await asyncio.to_thread(take, piece)  # which waits for the storage, too

    try:
        async for part in parts:
            await take_all(pieces.feed(part))
        await take_all([pieces.finish()])
        return await asyncio.to_thread(append_upload, writer, upload, key=key)
    finally:
        await asyncio.to_thread(upload.discard)
