"""
Long streams, piece by piece.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from ingest.pieces import PIECE_BYTES, Pieces
from pggate.errors import InvalidBinaryRepresentation, ProgramLimitExceeded
from tests.ingest.streams import EOS, stream

LIMIT = 1 << 20


def numbers(*values: int) -> pa.RecordBatch:
    return pa.record_batch({"a": pa.array(values, pa.int64())})


def words(*values: str, dictionary: list[str]) -> pa.RecordBatch:
    array = pa.DictionaryArray.from_arrays([dictionary.index(value) for value in values], dictionary)
    return pa.record_batch({"w": array})


def split(body: bytes, step: int, limit: int = LIMIT, size: int = PIECE_BYTES) -> list[bytes]:
    """What comes, so many bytes at a time."""
    found = Pieces(limit, size)
    whole = [piece for start in range(0, len(body), step) for piece in found.feed(body[start : start + step])]
    return [*whole, found.finish()]


def rows(piece: bytes) -> list[dict[str, object]]:
    return list(pa.ipc.open_stream(piece).read_all().to_pylist())


@pytest.mark.parametrize("step", [1, 7, 1000, 1_000_000])
@pytest.mark.parametrize("options", [{}, {"compression": "zstd"}, {"use_legacy_format": True}])
def test_every_piece_is_a_stream(step: int, options: dict[str, object]) -> None:
    batches = [numbers(*range(10 * number, 10 * number + 10)) for number in range(9)]
    found = split(stream(*batches, **options), step, size=500)
    assert len(found) > 3
    assert [row for piece in found for row in rows(piece)] == [{"a": value} for value in range(90)]


def test_a_piece_has_the_dictionaries_of_its_batches() -> None:
    first, second = ["a", "b"], ["c", "d"]
    body = stream(
        words("a", "b", dictionary=first), words("b", dictionary=first), words("c", "d", dictionary=second)
    )
    assert [rows(piece) for piece in split(body, 11, size=1)] == [
        [{"w": "a"}, {"w": "b"}],
        [{"w": "b"}],
        [{"w": "c"}, {"w": "d"}],
        [],
    ]


def test_a_stream_without_batches_is_one_piece() -> None:
    body = stream(schema=pa.schema({"a": pa.int64()}))
    assert split(body, 5) == [body]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (stream(numbers(1))[:-8], "end-of-stream marker is missing"),
        (stream(numbers(1)) + b"x", "after the end"),
        (b"\xff\xff\xff\xff\x10\x00\x00\x00" + b"\xff" * 16 + EOS, "corrupt"),
        (b"", "end-of-stream marker is missing"),
    ],
)
def test_what_is_no_stream(body: bytes, reason: str) -> None:
    with pytest.raises(InvalidBinaryRepresentation, match=reason):
        split(body, 1000)


def test_what_is_too_large() -> None:
    for body, reason in (
        (stream(numbers(*range(1000))), "longer than 5000 bytes"),
        (b"\xff\xff\xff\xff\x00\x00\x00\x70", "longer than 5000 bytes"),
        (
            stream(*[words("x" * 999, dictionary=[str(number), "x" * 999]) for number in range(9)]),
            "the dictionaries",
        ),
    ):
        with pytest.raises(ProgramLimitExceeded, match=reason):
            split(body, 100, limit=5000)
