"""
What becomes of a post's body: batches, as its media type says, and one append of them.

A body that fits into memory is decoded and joined with other appends; a longer one, and a Parquet file,
becomes segments of its own while it comes.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pyarrow as pa

from ingest.answers import MISFIT, sentence, status_of
from ingest.decode import check_extent, decode
from ingest.encodings import decompressed
from ingest.headers import NDJSON, PARQUET, STREAMED
from ingest.ndjson import JsonReader
from ingest.parquet import READERS, ParquetReaders
from ingest.small_streams import MOST_BYTES, SmallStreams
from ingest.uploading import ArrowReading, Uploading
from pggate.append import Appending, append_evolving
from pggate.errors import PgError, SerializationFailure
from pggate.lake.evolution import evolved, refuse_filled, without_untyped
from pggate.lake.rejects import Reject, rejects_of
from pggate.lake.transactions import GATE_TIMEOUT

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from typing import TypeAlias

    from ingest.bodies import Body
    from ingest.limits import Claim
    from ingest.rates import Throttle
    from ingest.tokens import Tokens
    from ingest.uploading import Reading
    from pggate.lake.entries import Token
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer

    WriterOf: TypeAlias = Callable[[Topic], Writer]

T = TypeVar("T")
Batches = tuple[pa.RecordBatch, ...]

DECODERS: Final = 2


@dataclass(frozen=True, slots=True)
class Post:
    """
    Whose rows come, and how.

    Args:
        media: The body's media type.
        codec: How it is compressed as a whole; None: not.
        key: Its idempotency key.

    """

    token: Token
    media: str
    codec: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """
    A body that was kept aside: why, in which topic, and that it is there.
    """

    reason: str
    topic: Topic
    receipt: Receipt


class Posting:
    """
    Args:
        writer_of: Who writes a topic's rows.
        body_limit: Bytes of a body that are in memory.
        decoded_limit: Bytes that they may become.

    """

    def __init__(
        self, tokens: Tokens, writer_of: WriterOf, throttle: Throttle, body_limit: int, decoded_limit: int
    ) -> None:
        self._tokens = tokens
        self._writer_of = writer_of
        self._throttle = throttle
        self._body_limit = body_limit
        self._decoded_limit = decoded_limit
        self._parquet = ParquetReaders(decoded_limit)
        self._readers = asyncio.Semaphore(READERS)
        self._decoders = ThreadPoolExecutor(DECODERS, thread_name_prefix="decode")
        self._uploading = Uploading(body_limit)
        self._appending = Appending()
        self._small = SmallStreams()

    async def outcome(self, post: Post, body: Body, claim: Claim) -> Receipt | Quarantined:
        """
        Append the rows of a body, or keep it aside where it does not fit and its topic wants that.

        Raises:
            PgError: What the body, or the append of its rows, is refused for.
            RefusedError: As `Body.read`.

        """
        sent = await body.read(claim, may_go_on=post.media in STREAMED and post.codec is None)
        self._throttle.charge(post.token.id, nbytes=len(sent))
        is_long = len(sent) > self._body_limit
        try:
            if is_long:
                return await self._upload(post, self._rest(post, sent, body), claim)
            return await self._append_whole(post, sent, claim)
        except PgError as error:
            if status_of(error.code) != MISFIT:
                raise
            topic = await self._tokens.reread(post.token)
            if (earlier := await self._earlier(post, topic)) is not None:
                return earlier
            if is_long or topic.options.on_error != "quarantine":
                raise
            return await self._quarantined(post, topic, sent, error)

    async def _append_whole(self, post: Post, sent: bytes, claim: Claim) -> Receipt:
        content = sent if post.codec is None else await self._decompressed(sent, post.codec, claim)
        if post.media == PARQUET:
            return await self._upload(post, self._of_parquet(content), claim)
        if post.media == NDJSON:
            return await self._append_lines(post, content, claim)
        return await self._append_stream(post, content, claim)

    async def _earlier(self, post: Post, topic: Topic) -> Receipt | None:
        """The receipt of a body that fitted the topic as it was when it came first."""
        if post.key is None:
            return None
        keys = self._writer_of(topic).lake.keys
        return await self._uploading.run(keys.earlier, topic, post.key, GATE_TIMEOUT)

    async def _quarantined(self, post: Post, topic: Topic, sent: bytes, error: PgError) -> Quarantined:
        reason = sentence(error)
        reject = Reject(
            datetime.now(UTC), post.token.id, error.code, reason, post.media, post.codec, post.key, sent
        )
        writer = self._writer_of(topic)
        rejects = await self._uploading.run(rejects_of, writer.lake, topic)
        key = post.key and sha256(post.key.encode() + b"\0" + sent).hexdigest()  # another body is another row
        kept = await self._appending.append(writer, rejects, [reject.batch()], key)
        return Quarantined(reason, rejects, kept)

    # ---- bodies that are in memory ----

    async def _append_stream(self, post: Post, content: bytes, claim: Claim) -> Receipt:
        topic = await self._tokens.topic(post.token)
        is_small = len(content) <= MOST_BYTES
        extent = await self._run(is_small, check_extent, content, len(topic.columns), self._decoded_limit)
        claim.cover_decoded(extent.nbytes)
        self._throttle.charge(post.token.id, rows=extent.rows)
        raw = self._small.taken(topic, content, extent, self._decoded_limit)

        async def append_to(now: Topic) -> Receipt:
            if raw is not None and now is topic:
                return await self._appending.append_raw(self._writer_of(now), now, raw, post.key)
            is_quick = max(len(content), extent.nbytes) <= MOST_BYTES
            batches = await self._run(is_quick, decode, content, self._decoded_limit)
            return await self._append(post, now, batches)

        return await self._fitted(post, topic, append_to)

    async def _append(self, post: Post, topic: Topic, batches: Batches) -> Receipt:
        """The rows, and what the topic has to become for them."""
        if evolved(topic, batches[0].schema) is topic:
            fitting = [without_untyped(topic, batch) for batch in batches]
            return await self._appending.append(self._writer_of(topic), topic, fitting, post.key)
        now = await self._tokens.reread(post.token)  # which may have become so by now
        receipt = await self._uploading.run(append_evolving, self._writer_of(now), now, batches, post.key)
        await self._tokens.reread(post.token)
        return receipt

    async def _append_lines(self, post: Post, content: bytes, claim: Claim) -> Receipt:
        async def append_to(topic: Topic) -> Receipt:
            batches = await self._read_lines(topic, content, claim)
            for batch in batches:
                refuse_filled(topic, batch.schema)
            self._charge_rows(post, batches)
            return await self._appending.append(self._writer_of(topic), topic, batches, post.key)

        return await self._fitted(post, await self._tokens.topic(post.token), append_to)

    async def _fitted(self, post: Post, topic: Topic, append_to: Callable[[Topic], Any]) -> Receipt:
        """
        Append; what does not fit the topic as it was remembered is tried once more if it has changed.
        """
        try:
            receipt: Receipt = await append_to(topic)
        except PgError as error:
            if error.code[:2] not in ("22", "23", "42") and error.code != SerializationFailure.sqlstate:
                raise
            now = await self._tokens.reread(post.token)
            if now.is_same_shape(topic) and now.options == topic.options:
                raise
            receipt = await append_to(now)
        return receipt

    def _charge_rows(self, post: Post, batches: Sequence[pa.RecordBatch]) -> None:
        self._throttle.charge(post.token.id, rows=sum(batch.num_rows for batch in batches))

    async def _decompressed(self, sent: bytes, codec: str, claim: Claim) -> bytes:
        content = await self._run(False, decompressed, sent, codec, self._decoded_limit)
        claim.cover_decoded(len(sent) + len(content))
        return content

    async def _read_lines(self, topic: Topic, content: bytes, claim: Claim) -> Batches:
        """At least one batch, of no columns where there is no line."""
        reading = JsonReader(topic, self._decoded_limit)
        claim.cover_decoded(len(content) + reading.extent(content))
        batches = await self._run(False, lambda: tuple(reading.batches(content, final=True)))
        return batches or (pa.RecordBatch.from_pydict({}),)

    async def _run(self, inline: bool, function: Callable[..., T], *arguments: Any) -> T:
        """
        Call a function here, or in a worker thread so that the event loop goes on.
        """
        if inline:
            return function(*arguments)
        return await asyncio.get_running_loop().run_in_executor(self._decoders, function, *arguments)

    # ---- bodies that become segments while they come ----

    async def _upload(self, post: Post, parts: AsyncGenerator[bytes, None], claim: Claim) -> Receipt:
        topic = await self._tokens.reread(post.token)  # since what comes cannot be read a second time

        def note(rows: int) -> None:
            self._throttle.charge(post.token.id, rows=rows)

        reading = self._reading(post, topic)
        return await self._uploading.append(
            self._writer_of(topic), topic, reading, parts, claim, note, post.key
        )

    def _reading(self, post: Post, topic: Topic) -> Reading:
        if post.media == NDJSON:
            return JsonReader(topic, self._decoded_limit)
        return ArrowReading(
            self._body_limit, self._decoded_limit, len(topic.columns)
        )  # Parquet has become one

    async def _rest(self, post: Post, sent: bytes, body: Body) -> AsyncGenerator[bytes, None]:
        """What was read of a body, and all that comes after it."""
        yield sent
        async for part in body.parts():
            self._throttle.charge(post.token.id, nbytes=len(part))
            yield part

    async def _of_parquet(self, file: bytes) -> AsyncGenerator[bytes, None]:
        """The Arrow IPC stream of its rows."""
        async with self._readers:  # before any thread waits for one
            parts = self._parquet.stream(file)
            try:
                while (part := await self._uploading.run(next, parts, None)) is not None:
                    yield part
            finally:
                await self._uploading.run(parts.close)
