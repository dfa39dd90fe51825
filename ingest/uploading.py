"""
Bodies of any length, each as one append: its rows become segments while they come.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from ingest.decode import check_extent, decode
from ingest.pieces import Pieces
from pggate.append import append_upload
from pggate.lake.conform import conform, default_once
from pggate.lake.evolution import evolved, refuse_filled, without_untyped
from pggate.lake.uploads import Upload

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable

    import pyarrow as pa

    from ingest.limits import Claim
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

T = TypeVar("T")

THREADS: Final = 8
"""Which may have to wait for the storage, or for who changes the topic: short posts go on meanwhile."""


class Reading(Protocol):
    """
    What makes batches of a body that comes in parts.
    """

    def cut(self, data: bytes) -> Iterable[bytes]:
        """More of it; the pieces that can be read by now."""

    def rest(self) -> bytes:
        """The last piece: the body has ended."""

    def extent(self, piece: bytes) -> int:
        """The most that its rows will take up, in bytes, before it is read."""

    def batches(self, piece: bytes, *, final: bool = False) -> Iterable[pa.RecordBatch]:
        """Its rows."""


class ArrowReading:
    """
    Of an Arrow IPC stream.

    Args:
        message_limit: Bytes that one of its messages may have.
        decoded_limit: Bytes that a piece may become.
        columns: How many the topic has.

    """

    def __init__(self, message_limit: int, decoded_limit: int, columns: int) -> None:
        self._pieces = Pieces(message_limit)
        self._decoded_limit = decoded_limit
        self._columns = columns

    def cut(self, data: bytes) -> Iterable[bytes]:
        return self._pieces.feed(data)

    def rest(self) -> bytes:
        return self._pieces.finish()

    def extent(self, piece: bytes) -> int:
        return check_extent(piece, self._columns, self._decoded_limit).nbytes

    def batches(self, piece: bytes, *, final: bool = False) -> Iterable[pa.RecordBatch]:  # noqa: ARG002  each is whole
        return decode(piece, self._decoded_limit)


class Uploading:
    """
    Args:
        held: Bytes of one body that are in memory beside what its rows take up.

    """

    def __init__(self, held: int) -> None:
        self._held = held
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="upload")

    async def append(
        self,
        writer: Writer,
        topic: Topic,
        reading: Reading,
        parts: AsyncGenerator[bytes, None],
        claim: Claim,
        note_rows: Callable[[int], None],
        key: str | None,
    ) -> Receipt:
        """
        Append the rows of a body that comes in parts, cut anywhere.

        Args:
            reading: For this body alone.
            claim: Covers what is in memory.
            note_rows: Is told how many have been decoded.
            key: An idempotency key.

        Raises:
            PgError: What `reading` and `append` say.
            RefusedError: What the body says.

        """
        upload, once = Upload(writer.lake, topic), default_once(writer.lake.default)

        def take(piece: bytes, final: bool) -> None:
            for batch in reading.batches(piece, final=final):
                note_rows(batch.num_rows)
                refuse_filled(topic, batch.schema)
                if upload.is_empty:
                    upload.topic = evolved(topic, batch.schema)
                fitting = conform(upload.topic, without_untyped(upload.topic, batch), once)
                writer.lake.check(upload.topic, [fitting])
                upload.take(fitting)

        async def take_all(pieces: Iterable[bytes], *, final: bool = False) -> None:
            for piece in pieces:
                claim.cover_decoded(2 * self._held + await self.run(reading.extent, piece))
                await self.run(take, piece, final)

        try:
            async with contextlib.aclosing(parts):
                async for part in parts:
                    await take_all(reading.cut(part))
            await take_all([reading.rest()], final=True)
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
