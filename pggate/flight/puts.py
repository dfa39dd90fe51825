"""
DoPut: one stream of record batches is one append, of any size, in bounded memory; what is answered beside it
is its receipt.

When the client has read the receipt, its rows are durable and every query that starts afterwards sees them.
After an error none of them exists, but for 08007, after which nobody knows.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from pyarrow import flight

from ingest.answers import MISFIT, receipt_json, status_of
from ingest.decode import CORRUPT, safe_batches
from pggate.append import append_upload
from pggate.errors import InsufficientPrivilege, PgError
from pggate.flight.connections import end_connection
from pggate.lake.conform import conform, default_once
from pggate.lake.evolution import evolved, without_untyped
from pggate.lake.idempotency import idempotency_key
from pggate.lake.transactions import GATE_TIMEOUT
from pggate.lake.uploads import Upload
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pyarrow as pa

    from ingest.rates import Throttle
    from pggate.flight.credentials import Caller
    from pggate.flight.streams import Stream, Streams
    from pggate.flight.topics import Topics
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from pggate.session.live.gateway import Gateway

log = Log("flight")


class Puts:
    """
    Takes streams, each in a thread of gRPC's.

    Args:
        streams: How many there may be at once, and what they may hold.
        port: Where their clients are connected.
        expanded_limit: Bytes that the dictionaries and views of one batch may stand for.

    """

    def __init__(
        self,
        gateway: Gateway,
        topics: Topics,
        throttle: Throttle,
        streams: Streams,
        port: Callable[[], int],
        expanded_limit: int,
    ) -> None:
        self._gateway = gateway
        self._topics = topics
        self._throttle = throttle
        self._streams = streams
        self._port = port
        self._expanded_limit = expanded_limit

    def put(
        self,
        context: Any,
        caller: Caller,
        path: Sequence[str],
        reader: Any,
        writer: flight.FlightMetadataWriter,
    ) -> None:
        """
        Raises:
            PgError: As `append_blocking`, and what the stream or the caller is refused for.

        """
        self._throttle.admit(caller.token_id)
        receipt = self._appended(context, self._topic(caller, path), reader, caller)
        try:
            writer.write(json.dumps(receipt_json(receipt)).encode())
        except OSError:  # pyarrow 26, where nobody listens any more; the rows are there
            raise flight.FlightCancelledError("the client is gone") from None

    def rows(self, context: Any, caller: Caller, path: Sequence[str], reader: Any) -> int:
        """
        As `put`, for who tells of the rows himself: how many there were.
        """
        self._throttle.admit(caller.token_id)
        return self._appended(context, self._topic(caller, path), reader, caller).rows

    def _topic(self, caller: Caller, path: Sequence[str]) -> Topic:
        """
        Raises:
            InsufficientPrivilege: A role that is no superuser writes no topic, here as by SQL.

        """
        if caller.key is not None:
            idempotency_key(caller.key)
        topic = self._topics.find(caller, path)
        if caller.role is not None and not caller.role.superuser:
            raise InsufficientPrivilege(f"permission denied for table {topic.name}")
        return topic

    def _appended(self, context: Any, topic: Topic, reader: Any, caller: Caller) -> Receipt:
        peer = context.peer()
        with self._streams.enter(peer, lambda: end_connection(self._port(), peer)) as stream:
            try:
                return self._append(context, topic, reader, caller, stream)
            except PgError as error:
                if (earlier := self._earlier(topic, caller, error)) is None:
                    raise
                with contextlib.suppress(*CORRUPT):
                    for _ in stream.chunks(reader):  # or the client hears that nobody listens
                        pass
                return earlier

    def _earlier(self, topic: Topic, caller: Caller, error: PgError) -> Receipt | None:
        """The receipt of rows that fitted the topic as it was when they came first."""
        if caller.key is None or status_of(error.code) != MISFIT:
            return None
        keys = self._gateway.databases.find(topic.lake).lake.keys
        return keys.earlier(topic, caller.key, GATE_TIMEOUT)

    def _append(self, context: Any, topic: Topic, reader: Any, caller: Caller, stream: Stream) -> Receipt:
        database = self._gateway.databases.find(topic.lake)
        topic = evolved(topic, reader.schema)
        upload = Upload(database.lake, topic)
        once = default_once(database.lake.default)
        sent = 0
        try:
            batches = _batches(stream.chunks(reader))
            for batch in safe_batches(batches, reader.schema, self._expanded_limit):
                stream.hold(upload.held + batch.nbytes)
                sent += batch.nbytes
                self._throttle.charge(caller.token_id, rows=batch.num_rows, nbytes=batch.nbytes)
                fitting = conform(topic, without_untyped(topic, batch), once)
                database.lake.check(topic, [fitting])
                upload.take(fitting)
                stream.hold(upload.held)
            # A stream whose client is gone ends as one that is whole: only this tells them apart.
            receipt = append_upload(database.writer, upload, context.is_cancelled, key=caller.key)
        finally:
            upload.discard()
        self._gateway.metrics.ingest.acknowledged(receipt.rows, sent)
        return receipt


def _batches(chunks: Iterator[Any]) -> Iterator[pa.RecordBatch]:
    for chunk in chunks:
        if chunk.data is not None:
            yield chunk.data
