"""
The other half of ingest/parquet.py: a process that reads Parquet files and writes Arrow IPC streams.

From standard input: the length of a file, 8 bytes, big-endian, and the file; again and again until the end.
To standard output, for each: frames of one byte and a length like that: D, so many bytes of the stream;
E, a text that says what is wrong with the file; . the end.

It has a memory of its own, which is limited, so that a file that stands for more than that ends it alone.
"""

from __future__ import annotations

import resource
import sys
from struct import Struct
from typing import BinaryIO, Final

import pyarrow as pa
from pyarrow import parquet

LENGTH: Final = Struct(">Q")
DATA, ERROR, END = b"D", b"E", b"."
ROWS: Final = 4096
"""Of a record batch."""
FRAME_BYTES: Final = 1 << 18
INT96_UNIT: Final = "us"
"""Of the timestamps that Spark writes, as the engine reads them; nanoseconds end with the year 2262."""
MEMORY: Final = 4 << 30
"""Bytes of addresses, of which pyarrow itself takes one or two thousand million."""
# What pyarrow 26 was seen to raise for damaged files; it has died of others.
DAMAGED: Final = (pa.ArrowException, OSError, ValueError, TypeError, KeyError, IndexError, MemoryError)


class Frames:
    """
    A file to write to, as frames.
    """

    closed = False

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        """Called by pyarrow."""
        self._held += data
        if len(self._held) >= FRAME_BYTES:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Called by pyarrow, too."""
        if self._held:
            self.send(DATA, bytes(self._held))
            self._held.clear()

    def send(self, kind: bytes, data: bytes = b"") -> None:
        """One frame."""
        self._out.write(kind + LENGTH.pack(len(data)) + data)
        self._out.flush()


def answer(file: bytes, frames: Frames) -> None:
    """
    The rows of a file as a stream, or what is wrong with it.
    """
    try:
        with (
            parquet.ParquetFile(pa.BufferReader(file), coerce_int96_timestamp_unit=INT96_UNIT) as source,
            pa.ipc.new_stream(pa.PythonFile(frames, "w"), source.schema_arrow) as writer,
        ):
            for batch in source.iter_batches(ROWS, use_threads=False):
                writer.write_batch(batch)
    except DAMAGED as error:
        frames.send(ERROR, str(error).partition("\n")[0].encode())
        return
    frames.flush()
    frames.send(END)


def main() -> None:
    """
    Serve until the input ends.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while len(length := source.read(LENGTH.size)) == LENGTH.size:
        answer(source.read(LENGTH.unpack(length)[0]), Frames(out))


if __name__ == "__main__":
    main()
