"""
Parquet bodies as Arrow IPC streams, read by processes of their own: pyarrow 26 dies of damaged files, and one
file may stand for a thousand times its size (ingest/parquet_process.py).
"""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import weakref
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from ingest.parquet_process import END, ERROR, LENGTH
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    Free: TypeAlias = queue.SimpleQueue[subprocess.Popen[bytes] | None]

READERS: Final = 2
SECONDS: Final = 60.0
"""For one file."""

_COMMAND: Final = (sys.executable, "-m", "ingest.parquet_process")


class ParquetReaders:
    """
    So many processes, each started when it is first needed, that end with this.  From any thread; callers
    wait for a free one.

    Args:
        limit: Bytes of the stream that a file may become.

    """

    def __init__(self, limit: int, seconds: float = SECONDS) -> None:
        self._limit = limit
        self._seconds = seconds
        self._free: Free = queue.SimpleQueue()
        for _ in range(READERS):
            self._free.put(None)
        weakref.finalize(self, _end_all, self._free)

    def stream(self, file: bytes) -> Generator[bytes, None, None]:
        """
        The Arrow IPC stream of a file's rows, in parts.

        Raises:
            InvalidBinaryRepresentation: It is no Parquet file, or a damaged one.
            ProgramLimitExceeded: It becomes more than the limit.

        """
        size = 0
        with self._reader() as reader:
            for part in _parts(reader, file):
                size += len(part)
                if size > self._limit:
                    raise ProgramLimitExceeded(
                        f"the Parquet file is too large: decoded it exceeds {self._limit} bytes"
                    )
                yield part

    @contextmanager
    def _reader(self) -> Iterator[subprocess.Popen[bytes]]:
        """One that is free; whose file was not read to its end is ended with it."""
        process = self._free.get()
        left: subprocess.Popen[bytes] | None = None
        try:
            if process is None or process.poll() is not None:
                process = subprocess.Popen(  # noqa: S603  a command of our own
                    _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE
                )
            timer = threading.Timer(self._seconds, process.kill)
            timer.start()
            try:
                yield process
                left = process
            except InvalidBinaryRepresentation:
                left = process if process.poll() is None else None
                raise
            finally:
                timer.cancel()
                if left is None:
                    _end(process)
        finally:
            self._free.put(left)


def _parts(process: subprocess.Popen[bytes], file: bytes) -> Iterator[bytes]:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both are pipes")
    try:
        process.stdin.write(LENGTH.pack(len(file)) + file)
        process.stdin.flush()
        while True:
            kind = _exactly(process.stdout, 1)
            data = _exactly(process.stdout, *LENGTH.unpack(_exactly(process.stdout, LENGTH.size)))
            if kind == END:
                return
            if kind == ERROR:
                raise InvalidBinaryRepresentation(f"corrupt Parquet file: {data.decode()}")
            yield data
    except (BrokenPipeError, EOFError):
        process.wait()
        raise InvalidBinaryRepresentation("the Parquet file is damaged, or stands for too much") from None


def _exactly(source: IO[bytes], count: int) -> bytes:
    data = source.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _end_all(free: Free) -> None:
    while not free.empty():
        if (process := free.get()) is not None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with process:  # closes the pipes, and waits
        pass
