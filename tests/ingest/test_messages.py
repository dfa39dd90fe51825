"""
Streams of Arrow messages: how much they hold, and what is no whole stream.
"""

from __future__ import annotations

import contextlib
import struct

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import messages
from ingest.messages import Extent, measure
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded
from tests.ingest.streams import EOS, boundaries, stream, table

PEOPLE = table(id=pa.array(range(100), pa.int64()), name=[f"n{i:03}" for i in range(100)])
NBYTES = 100 * 8 + 101 * 4 + 400

EXTENTS = [
    ({}, Extent(rows=100, values=200, nbytes=NBYTES)),
    ({"compression": "zstd"}, Extent(rows=100, values=200, nbytes=NBYTES)),
    ({"compression": "lz4"}, Extent(rows=100, values=200, nbytes=NBYTES)),
    ({"use_legacy_format": True}, Extent(rows=100, values=200, nbytes=NBYTES)),
    ({"metadata_version": pa.ipc.MetadataVersion.V4}, Extent(rows=100, values=200, nbytes=NBYTES)),
]


@pytest.mark.parametrize(("options", "extent"), EXTENTS)
def test_extent_is_known_before_decoding(options: dict[str, object], extent: Extent) -> None:
    assert measure(memoryview(stream(PEOPLE, **options))) == extent


def test_extent_sums_batches_dictionaries_and_children() -> None:
    words = pa.array(["a", "b", "a", "b"]).dictionary_encode()
    lists = pa.array([[1], [2, 3], [], [4]], pa.list_(pa.int8()))
    batch = pa.record_batch({"w": words, "l": lists})
    # of each batch: 4 words, 4 lists, 4 items; of the stream: a dictionary of 2 words, sent once
    assert measure(memoryview(stream(batch, batch))) == Extent(
        rows=8, values=2 * 12 + 2, nbytes=2 * (4 * 4 + 5 * 4 + 4) + 3 * 4 + 2
    )


@pytest.mark.parametrize("empty", [pa.schema([]), pa.schema({"a": pa.int32()})])
def test_a_stream_without_batches_has_no_rows(empty: pa.Schema) -> None:
    assert measure(memoryview(stream(schema=empty))) == Extent(0, 0, 0)


def test_what_a_compressed_buffer_declares_counts() -> None:
    extent = measure(memoryview(stream(table(a=["x" * 10_000_000]), compression="zstd")))
    assert extent.nbytes == 10_000_000 + 8


def test_an_uncompressed_buffer_in_a_compressed_stream() -> None:
    """
    pyarrow leaves what does not shrink as it is, under the length -1.
    """
    body = stream(table(a=pa.array([1, 2], pa.int8())), compression="zstd")
    assert measure(memoryview(body)) == Extent(2, 2, 2)


def test_every_cut_is_found() -> None:
    body = stream(PEOPLE, PEOPLE)
    for end in range(len(body)):
        with pytest.raises(InvalidBinaryRepresentation, match=r"truncated|corrupt"):
            measure(memoryview(body[:end]))


def test_a_stream_that_ends_between_two_messages_lacks_its_marker() -> None:
    body = stream(PEOPLE, PEOPLE)
    for end in boundaries(body):
        with pytest.raises(InvalidBinaryRepresentation, match="the end-of-stream marker is missing"):
            measure(memoryview(body[:end]))
        assert measure(memoryview(body[:end] + EOS)).rows in {0, 100, 200}


def test_a_marker_inside_the_data_is_no_end() -> None:
    values = pa.array([int.from_bytes(EOS, "little")], pa.int64())
    body = stream(table(a=values))
    with pytest.raises(InvalidBinaryRepresentation, match="the end-of-stream marker is missing"):
        measure(memoryview(body[: -len(EOS)]))


def test_a_second_stream_is_not_dropped_in_silence() -> None:
    body = stream(PEOPLE)
    with pytest.raises(InvalidBinaryRepresentation, match=f"{len(body)} bytes after the end"):
        measure(memoryview(body + body))


# fmt: off
NO_STREAMS = [
    (b"",                                                   "end-of-stream marker is missing"),
    (b"\x00",                                               "announced"),
    (b"ARROW1\x00\x00",                                     "announced"),
    (b"hello, this is no Arrow at all",                     "announced"),
    (b"\xff\xff\xff\xff\xff\xff\xff\xff",                   "announced"),
    (b"\xff\xff\xff\xff\x04\x00\x00\x00\xff\xff\xff\xff",   "points outside itself"),
    (b"\xff\xff\xff\xff\x04\x00\x00\x00\x00\x00\x00\x00",   "message of kind 0"),
]
# fmt: on


@pytest.mark.parametrize(("body", "reason"), NO_STREAMS)
def test_what_is_no_stream(body: bytes, reason: str) -> None:
    with pytest.raises(InvalidBinaryRepresentation, match=reason):
        measure(memoryview(body))


def test_a_file_is_no_stream() -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, PEOPLE.schema) as writer:
        writer.write(PEOPLE)
    with pytest.raises(InvalidBinaryRepresentation):
        measure(memoryview(sink.getvalue().to_pybytes()))


def test_a_tensor_is_no_stream_of_batches() -> None:
    numbers = pa.Tensor.from_numpy(pa.array([1, 2, 3], pa.int64()).to_numpy())
    sink = pa.BufferOutputStream()
    pa.ipc.write_tensor(numbers, sink)
    with pytest.raises(InvalidBinaryRepresentation, match="message of kind 4"):
        measure(memoryview(sink.getvalue().to_pybytes() + EOS))


# Lengths in the metadata of a batch of 100 rows, which stands behind its schema, and what they are changed to.
LENGTHS = [-1, 2**31, 2**62, 2**63 - 1, -(2**63)]


@pytest.mark.parametrize("length", LENGTHS)
def test_huge_and_negative_lengths_allocate_nothing(length: int) -> None:
    body = stream(PEOPLE)
    start, end = boundaries(body)[0], boundaries(body)[1] - NBYTES
    found = 0
    for number in (100, 800, 404, 400):
        at = body.find(struct.pack("<q", number), start, end)
        while at != -1:
            changed = body[:at] + struct.pack("<q", length) + body[at + 8 :]
            try:
                extent = measure(memoryview(changed))
            except InvalidBinaryRepresentation:
                pass
            else:  # a length that only the caller's limit can refuse
                assert max(extent.rows, extent.values) >= 2**31
            found += 1
            at = body.find(struct.pack("<q", number), at + 1, end)
    assert found >= 5


@given(st.binary(max_size=400))
def test_garbage_is_a_stream_or_an_error(garbage: bytes) -> None:
    for body in (garbage, b"\xff\xff\xff\xff" + garbage, stream(PEOPLE)[:180] + garbage):
        with contextlib.suppress(InvalidBinaryRepresentation):
            measure(memoryview(body))


@given(st.data())
def test_changed_bytes_are_a_stream_or_an_error(data: st.DataObject) -> None:
    body = bytearray(stream(PEOPLE, compression="lz4"))
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InvalidBinaryRepresentation):
        measure(memoryview(body))


def test_messages_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MOST_MESSAGES", 3)
    assert measure(memoryview(stream(PEOPLE, PEOPLE))).rows == 200  # the schema is one of them
    with pytest.raises(ProgramLimitExceeded, match="more than 3 messages"):
        measure(memoryview(stream(PEOPLE, PEOPLE, PEOPLE)))
