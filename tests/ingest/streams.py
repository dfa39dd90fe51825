"""
Arrow IPC streams, whole and broken, as the tests of the door send them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

EOS = b"\xff\xff\xff\xff\x00\x00\x00\x00"


def stream(*batches: pa.RecordBatch | pa.Table, schema: pa.Schema | None = None, **options: Any) -> bytes:
    """
    The stream that pyarrow writes; `options` are those of IpcWriteOptions.
    """
    sink = io.BytesIO()
    schema = batches[0].schema if schema is None else schema
    with pa.ipc.new_stream(sink, schema, options=pa.ipc.IpcWriteOptions(**options)) as writer:
        for batch in batches:
            writer.write(batch)
    return sink.getvalue()


def table(**columns: Any) -> pa.Table:
    return pa.table(columns)


def boundaries(body: bytes) -> Sequence[int]:
    """
    Where the messages of a stream end, its end marker left out: 8 bytes of prefix, metadata, body.
    """
    ends = []
    reader = pa.ipc.MessageReader.open_stream(body)
    at = 0
    for message in reader:
        at += 8 + message.metadata.size + len(message.body or b"")
        ends.append(at)
    return ends
