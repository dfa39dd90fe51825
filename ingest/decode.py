"""
From the bytes of a POST to record batches that are safe to use.

The order is what keeps a hostile body harmless: its extent is measured before anything is allocated, and
every array is validated in full (offsets, UTF-8, dictionary indices) before anything looks at its values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from ingest.layouts import expansion, plain_schema, written_out
from ingest.messages import measure
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded
from pggate.types.groups import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.messages import Extent

JOINED_ROWS: Final = 16_384  # what a batch costs whatever it holds is little beside so many rows
BIGGEST_NULL: Final = 8  # bytes that a value of a column which the stream does not have is counted with

# What pyarrow 26 was seen to raise for corrupt streams; UnicodeDecodeError (a name) is a ValueError.
CORRUPT: Final = (pa.ArrowException, OSError, ValueError, TypeError, KeyError, NotImplementedError)


def check_extent(stream: bytes, columns: int, limit: int) -> Extent:
    """
    What a stream will occupy when decoded, known from its metadata.

    Args:
        columns: How many the topic has; those that the stream has not are made, so they count.
        limit: The most that is accepted, in bytes, and in values.

    Raises:
        InvalidBinaryRepresentation: Truncated or corrupt.
        ProgramLimitExceeded: More than the limit.

    """
    extent = measure(memoryview(stream))
    if (nulls := columns * extent.rows - extent.values) > 0:
        extent = replace(extent, nbytes=extent.nbytes + BIGGEST_NULL * nulls)
    if max(extent.nbytes, extent.values, extent.rows) > limit:
        raise too_large(limit)
    return extent


def decode(stream: bytes, limit: int) -> tuple[pa.RecordBatch, ...]:
    """
    Decode a stream whose extent was checked.

    Args:
        stream: The whole Arrow IPC stream; the batches may refer to its memory.
        limit: The most that plain layouts may occupy, in bytes.

    Returns:
        At least one batch, of no rows where the stream has none: its schema can still be checked.  Small ones
        are joined, since every further step costs as much for a batch of one row as for one of a thousand.

    Raises:
        InvalidBinaryRepresentation: Corrupt; nothing of it may be used.
        FeatureNotSupported: A layout that is not taken, with the column's name.
        ProgramLimitExceeded: Dictionaries or views stand for more than the limit.

    """
    try:
        with pa.ipc.open_stream(stream, options=READ_OPTIONS) as reader:
            schema = plain_schema(reader.schema)
            batches = tuple(joined(valid(reader)))
    except CORRUPT as error:
        raise InvalidBinaryRepresentation(f"corrupt Arrow IPC stream: {error}") from error
    if sum(expansion(column) for batch in batches for column in batch.columns) > limit:
        raise too_large(limit)
    return tuple(joined(written_out(batch, schema) for batch in batches)) or (empty(schema),)


def safe_batches(
    batches: Iterable[pa.RecordBatch], schema: pa.Schema, limit: int
) -> Iterator[pa.RecordBatch]:
    """
    Batches that somebody else has decoded, as `decode` gives them.

    Args:
        schema: The stream's.
        limit: The most that the plain layouts of one batch may occupy, in bytes.

    Raises:
        As `decode`.

    """
    wanted = plain_schema(schema)
    try:
        for batch in batches:
            batch.validate(full=True)
            if batch.num_rows:
                if sum(map(expansion, batch.columns)) > limit:
                    raise too_large(limit)
                yield written_out(batch, wanted)
    except CORRUPT as error:
        raise InvalidBinaryRepresentation(f"corrupt Arrow IPC stream: {error}") from error


# Buffers at odd addresses are copied to even ones.  One body is not worth a pool of threads.
READ_OPTIONS: Final = pa.ipc.IpcReadOptions(
    use_threads=False, ensure_alignment=pa.ipc.Alignment.DataTypeSpecific
)


def valid(reader: pa.RecordBatchStreamReader) -> Iterator[pa.RecordBatch]:
    for batch in reader:
        batch.validate(full=True)
        if batch.num_rows:
            yield batch


def joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """
    The same rows in batches of about JOINED_ROWS, where they are smaller.
    """
    for group in grouped(batches, lambda batch: batch.num_rows, JOINED_ROWS):
        try:
            whole = pa.concat_batches(group)
        except pa.ArrowException:  # pyarrow 26: some dictionaries that differ cannot be made one
            yield from group
        else:
            yield whole


def empty(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.nulls(0, field.type) for field in schema], schema=schema)


def too_large(limit: int) -> ProgramLimitExceeded:
    return ProgramLimitExceeded(f"the Arrow IPC stream is too large: decoded it exceeds {limit} bytes")
