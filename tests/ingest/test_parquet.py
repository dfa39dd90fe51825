"""
Parquet files, whole and damaged, as streams.
"""

from __future__ import annotations

import gc
import io
import os
import random
import subprocess
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from ingest.parquet import ParquetReaders
from pggate.errors import InvalidBinaryRepresentation, PgError, ProgramLimitExceeded

LIMIT = 1 << 24
TABLE = pa.table(
    {
        "id": pa.array(range(10_000), pa.int64()),
        "name": [f"n{number % 10}" for number in range(10_000)],
        "tags": [["a", None], None] * 5_000,
    }
)


def file(table: pa.Table = TABLE, **options: Any) -> bytes:
    sink = io.BytesIO()
    parquet.write_table(table, sink, **options)
    return sink.getvalue()


@pytest.fixture(scope="module")
def readers() -> ParquetReaders:
    return ParquetReaders(LIMIT, seconds=20)


def rows(readers: ParquetReaders, body: bytes) -> pa.Table:
    return pa.ipc.open_stream(b"".join(readers.stream(body))).read_all()


@pytest.mark.parametrize(
    "options", [{}, {"compression": "zstd"}, {"row_group_size": 1000}, {"use_dictionary": False}]
)
def test_rows(readers: ParquetReaders, options: dict[str, Any]) -> None:
    assert rows(readers, file(**options)) == TABLE


def test_timestamps_as_spark_writes_them(readers: ParquetReaders) -> None:
    moments = pa.array([-62_135_596_800_000_000, 0, 1, None, 253_402_300_799_999_999], pa.timestamp("us"))
    table = pa.table({"ts": moments})
    assert rows(readers, file(table, use_deprecated_int96_timestamps=True)) == table


def test_a_file_without_rows(readers: ParquetReaders) -> None:
    assert rows(readers, file(TABLE.slice(0, 0))).schema == TABLE.schema


@pytest.mark.parametrize("body", [b"", b"PAR1", file()[:-100], file()[100:], b"x" * 1000])
def test_what_is_no_file(readers: ParquetReaders, body: bytes) -> None:
    with pytest.raises(InvalidBinaryRepresentation, match="Parquet"):
        rows(readers, body)
    assert rows(readers, file()).num_rows == 10_000


def test_damaged_files_never_end_more_than_their_reader(readers: ParquetReaders) -> None:
    """pyarrow 26 dies of some of these."""
    chance, whole = random.Random(7), file()
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            rows(readers, bytes(damaged))
        except (PgError, pa.ArrowException):
            continue
    assert rows(readers, whole) == TABLE


def test_what_stands_for_too_much(readers: ParquetReaders) -> None:
    zeros = pa.table({"a": pa.array([0] * (LIMIT // 8 + 1), pa.int64())})
    body = file(zeros)
    assert len(body) < 10_000
    with pytest.raises(ProgramLimitExceeded, match="too large"):
        rows(readers, body)
    assert rows(readers, file()).num_rows == 10_000


def test_a_reader_that_takes_too_long_is_ended() -> None:
    with pytest.raises(InvalidBinaryRepresentation):
        rows(ParquetReaders(LIMIT, seconds=0.01), file())


def test_readers_end_with_what_needs_them() -> None:
    def children() -> set[int]:
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(os.getpid())], capture_output=True, check=True
        )
        return set(map(int, listed.stdout.split()))

    before = children()
    readers = ParquetReaders(LIMIT)
    rows(readers, file())
    assert len(children() - before) > 0
    del readers
    gc.collect()
    assert len(children() - before) <= 1  # ps itself
