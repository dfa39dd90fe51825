"""
Small Arrow IPC streams of one schema: what many clients post at once is decoded as one stream.

A stream is its schema, its record batches and an end marker, each a message by itself (Arrow Columnar Format,
"IPC Streaming Format"): so the batches of many streams behind one schema are a stream again.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from ingest.decode import CORRUPT, decode
from ingest.layouts import plain_schema
from pggate.errors import PgError
from pggate.lake.evolution import evolved
from pggate.types.arrow import compatible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ingest.messages import Extent
    from pggate.lake.topics import Topic

MOST_BYTES: Final = 64 << 10
"""Of the stream, and of what it becomes; and as many values, since those of a null column take no bytes."""
BIGGEST: Final = 8
"""Bytes that a value is counted with, however few it has come in."""
REMEMBERED: Final = 256
"""Schemas of which it is known whether their streams can be taken."""
END: Final = b"\xff\xff\xff\xff\0\0\0\0"


@dataclass(frozen=True, slots=True)
class SmallStream:
    """
    Rows of one post, still to be decoded (`pggate.lake.appends.Raw`).

    Args:
        extent: The stream's, which was checked.
        limit: The most that plain layouts may occupy, in bytes.

    """

    stream: bytes
    extent: Extent
    limit: int

    @property
    def kind(self) -> bytes:
        """The message of its schema."""
        return self.stream[: self.extent.first]

    @property
    def rows(self) -> int:
        return self.extent.rows

    @property
    def size(self) -> int:
        return max(len(self.stream), self.extent.nbytes, BIGGEST * max(self.extent.values, self.extent.rows))

    def together(self, raws: Sequence[SmallStream]) -> Sequence[pa.RecordBatch]:
        """
        Raises as `decode`, which each by itself does not unless it is at fault.
        """
        if len(raws) == 1:
            return decode(self.stream, self.limit)
        batches = [memoryview(raw.stream)[raw.extent.first : raw.extent.last] for raw in raws]
        return decode(b"".join([self.kind, *batches, END]), self.limit)


class SmallStreams:
    """
    Which streams can wait for others: those that need nothing which is done for each append by itself.

    Args:
        fits: Whether those of a topic and of the message of a schema can; asked once.

    """

    def __init__(self, fits: Callable[[Topic, bytes], bool] | None = None) -> None:
        self._ask = fits or is_plain
        self._known: OrderedDict[tuple[int, int, bytes], tuple[Topic, bool]] = OrderedDict()

    def taken(self, topic: Topic, stream: bytes, extent: Extent, limit: int) -> SmallStream | None:
        """
        The stream as rows for the topic, if it is one of those.

        Args:
            topic: The same object for as long as nobody has found that the topic has changed.

        """
        most = max(len(stream), extent.nbytes, extent.values, extent.rows)
        if not extent.rows or extent.dictionaries or most > MOST_BYTES:
            return None
        small = SmallStream(stream, extent, limit)
        # A body may end in what is half of the marker: where the marker starts decides, not what is there.
        if len(stream) - extent.last != len(END) or not self._fits(topic, small.kind):
            return None
        return small

    def _fits(self, topic: Topic, message: bytes) -> bool:
        key = topic.lake_oid, topic.table_id, message  # many topics have one schema
        known, fits = self._known.get(key, (None, False))
        if known is not topic:
            fits = self._ask(topic, message)
            self._known[key] = topic, fits
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return fits


def is_plain(topic: Topic, message: bytes) -> bool:
    """
    Do streams of that schema only have columns that the topic has, and all that have a default?

    And no views: a few bytes of them can stand for many, which nobody counts before they are decoded.
    """
    try:
        given = pa.ipc.read_schema(pa.py_buffer(message))
        schema = plain_schema(given)
        is_all = given == schema and evolved(topic, schema) is topic
    except (*CORRUPT, PgError):  # what is wrong with it the stream is told when it is decoded by itself
        return False
    types = {field.name: field.type for field in schema}
    columns = {column.name: column.duckdb_type for column in topic.columns}
    return (
        is_all
        and len(types) == len(schema)
        and all(name in columns and compatible(each, columns[name]) for name, each in types.items())
        and all(
            column.name in types or column.default is None or column.sequence is not None
            for column in topic.columns
        )
    )
