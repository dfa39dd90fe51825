"""
Bodies that are compressed as a whole: as much of them as is allowed, and not a byte more.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from ingest.answers import RefusedError
from ingest.encodings import codec, decompressed
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded


def compressed(data: bytes, name: str) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, name) as stream:
        stream.write(data)
    body: bytes = sink.getvalue().to_pybytes()
    return body


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_what_was_compressed_comes_back(name: str) -> None:
    for data in (b"", b"x", bytes(range(256)) * 1000):
        assert decompressed(compressed(data, name), name, len(data)) == data


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_several_parts_are_one_body(name: str) -> None:
    assert decompressed(compressed(b"ab", name) + compressed(b"c", name), name, 10) == b"abc"


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_a_bomb_is_not_unpacked(name: str) -> None:
    bomb = compressed(bytes(100 << 20), name)
    assert len(bomb) < 1 << 20
    before = pa.total_allocated_bytes()
    with pytest.raises(ProgramLimitExceeded, match="decompressed it exceeds 1000 bytes"):
        decompressed(bomb, name, 1000)
    assert pa.total_allocated_bytes() - before < 1 << 20


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_every_truncation_is_an_error(name: str) -> None:
    body = compressed(bytes(range(256)) * 10, name)
    for end in range(1, len(body)):
        with pytest.raises(InvalidBinaryRepresentation):
            decompressed(body[:end], name, 10_000)


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_anything_else_is_an_error(name: str) -> None:
    with pytest.raises(InvalidBinaryRepresentation):
        decompressed(b"neither", name, 1000)


def test_names() -> None:
    assert [codec(name) for name in ("identity", " GZIP", "x-gzip", "zstd")] == [None, "gzip", "gzip", "zstd"]
    for other in ("br", "", "deflate", "gzip, zstd"):
        with pytest.raises(RefusedError, match="must be gzip or zstd"):
            codec(other)
