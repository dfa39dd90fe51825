"""
Bodies in, plain batches out; whatever else comes in is an error and nothing worse.
"""

from __future__ import annotations

import contextlib
import itertools
import random

import pyarrow as pa
import pytest
from hypothesis import settings

from ingest.decode import JOINED_ROWS, check_extent, decode
from pggate.errors import (
    FeatureNotSupported,
    InvalidBinaryRepresentation,
    PgError,
    ProgramLimitExceeded,
)
from tests.ingest.streams import stream, table

LIMIT = 1 << 20

COUNT = 40
EVERYTHING = table(
    number=pa.array(range(COUNT), pa.int64()),
    text=[f"s{i}" if i % 3 else None for i in range(COUNT)],
    word=pa.array([f"w{i % 4}" for i in range(COUNT)]).dictionary_encode(),
    list=pa.array([[i, None] for i in range(COUNT)], pa.list_(pa.int32())),
    struct=pa.array([{"a": i, "b": "x"} for i in range(COUNT)]),
    map=pa.array([[("k", i)] for i in range(COUNT)], pa.map_(pa.string(), pa.int32())),
    flag=pa.array([i % 2 == 0 for i in range(COUNT)]),
    view=pa.array([f"a text that is longer than a view {i}" for i in range(COUNT)], pa.string_view()),
    views=pa.array([["q" * i] for i in range(COUNT)], pa.list_(pa.string_view())),
    moment=pa.array(range(COUNT), pa.timestamp("us", tz="UTC")),
    uuid=pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b"a" * 16] * COUNT, pa.binary(16))),
    pair=pa.array([[1, 2]] * COUNT, pa.list_(pa.int8(), 2)),
    nothing=pa.nulls(COUNT),
)


@pytest.mark.parametrize("compression", [None, "lz4", "zstd"])
def test_everything_comes_out_plain(compression: str | None) -> None:
    batches = decode(stream(*EVERYTHING.to_batches(max_chunksize=15), compression=compression), LIMIT)
    assert [batch.num_rows for batch in batches] == [COUNT]
    assert pa.Table.from_batches(batches).to_pylist() == EVERYTHING.to_pylist()
    assert batches[0].schema.field("word").type == pa.string()
    assert batches[0].schema.field("view").type == pa.large_string()


def test_small_batches_are_joined_and_large_ones_stay() -> None:
    rows = [1] * 3000 + [JOINED_ROWS, 1, JOINED_ROWS + 1, 5, 6]
    ends = list(itertools.accumulate(rows))
    made = [pa.record_batch({"a": pa.array(range(end - n, end))}) for n, end in zip(rows, ends, strict=True)]
    batches = decode(stream(*made), LIMIT)
    assert [batch.num_rows for batch in batches] == [3000, JOINED_ROWS, 1, JOINED_ROWS + 1, 11]
    assert pa.Table.from_batches(batches).column("a").to_pylist() == list(range(ends[-1]))


DIFFERENT = [
    [pa.DictionaryArray.from_arrays(pa.array([0], pa.int8()), pa.array([f"v{i}"])) for i in range(300)],
    [pa.array([f"v{i}" * i]).dictionary_encode() for i in range(300)],
    [pa.array([f"a long enough text {i}"], pa.string_view()) for i in range(300)],
]


@pytest.mark.parametrize("arrays", DIFFERENT, ids=["too many for one dictionary", "dictionaries", "views"])
def test_what_differs_from_batch_to_batch_is_joined_too(arrays: list[pa.Array]) -> None:
    (batch,) = decode(stream(*[pa.record_batch({"a": array}) for array in arrays]), LIMIT)
    assert batch.column("a").to_pylist() == [value for array in arrays for value in array.to_pylist()]


def test_batches_without_rows_are_left_out_but_for_their_schema() -> None:
    schema = pa.schema({"a": pa.string_view()})
    none, one = pa.record_batch([[]], schema=schema), pa.record_batch([["x"]], schema=schema)
    assert [batch.num_rows for batch in decode(stream(none, one, none), LIMIT)] == [1]
    for empty in (stream(schema=schema), stream(none, none)):
        (batch,) = decode(empty, LIMIT)
        assert (batch.num_rows, batch.schema) == (0, pa.schema({"a": pa.large_string()}))


def test_the_extent_counts_columns_that_will_be_made() -> None:
    body = stream(table(a=pa.array([1] * 1000, pa.int8())))
    assert check_extent(body, 1, LIMIT).nbytes == 1000
    assert check_extent(body, 3, LIMIT).nbytes == 1000 + 2 * 1000 * 8
    assert check_extent(body, 0, LIMIT).nbytes == 1000
    with pytest.raises(ProgramLimitExceeded):
        check_extent(body, 200, LIMIT)


# fmt: off
TOO_LARGE = [
    stream(table(a=["x" * (LIMIT + 1)]), compression="zstd"),
    stream(table(a=pa.array([0] * LIMIT)), compression="lz4"),
    stream(table(a=pa.Array.from_buffers(pa.null(), 2**31 - 1, [None]))),
    stream(*[pa.record_batch({"a": pa.nulls(LIMIT // 2)})] * 3),
]
# fmt: on


@pytest.mark.parametrize("body", TOO_LARGE)
def test_extents_over_the_limit(body: bytes) -> None:
    before = pa.total_allocated_bytes()
    with pytest.raises(ProgramLimitExceeded, match=f"exceeds {LIMIT} bytes"):
        check_extent(body, 1, LIMIT)
    assert pa.total_allocated_bytes() == before


def test_buffers_that_share_their_bytes_count_each() -> None:
    values = pa.array(range(20_000), pa.int64())
    shared = stream(table(**{f"c{i}": values for i in range(10)}))
    with pytest.raises(ProgramLimitExceeded):
        check_extent(shared, 10, LIMIT)


def test_a_dictionary_over_the_limit() -> None:
    words = pa.DictionaryArray.from_arrays(pa.array([0] * 2000, pa.int8()), pa.array(["x" * 1000]))
    body = stream(table(a=words))
    assert check_extent(body, 1, LIMIT).nbytes < 10_000
    with pytest.raises(ProgramLimitExceeded):
        decode(body, LIMIT)


def test_an_unsupported_column_is_no_corrupt_stream() -> None:
    with pytest.raises(FeatureNotSupported, match='column "a"'):
        decode(stream(table(a=pa.RunEndEncodedArray.from_arrays([1], ["x"]))), LIMIT)


NAMES = [("name", b"na\xffe"), ("inner", b"in\xfe\xffr")]


@pytest.mark.parametrize(("name", "bad"), NAMES)
def test_names_that_are_not_utf8(name: str, bad: bytes) -> None:
    body = stream(table(name=pa.array([{"inner": 1}])))
    assert body.count(name.encode()) == 1
    with pytest.raises(InvalidBinaryRepresentation, match="utf-8"):
        decode(body.replace(name.encode(), bad), LIMIT)


@pytest.mark.parametrize("compression", [None, "lz4", "zstd"])
def test_mutated_streams_are_decoded_or_refused(compression: str | None) -> None:
    """
    Bytes, words and lengths of a valid stream changed at random, always the same way.
    """
    whole = stream(*EVERYTHING.to_batches(max_chunksize=15), compression=compression)
    chance = random.Random(compression)
    words = [b"\xff\xff\xff\x7f", b"\0\0\0\x80", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\1\0\0\0"]
    outcomes: set[type[PgError] | None] = set()
    for _ in range(10 * settings().max_examples):
        body = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 4))):
            at = chance.randrange(len(body))
            if chance.random() < 0.5:
                body[at] = chance.randrange(256)
            else:
                body[at & ~3 : (at & ~3) + 4] = chance.choice(words)
        try:
            check_extent(bytes(body), 13, LIMIT)
            for batch in decode(bytes(body), LIMIT):
                batch.validate(full=True)
                assert batch.schema.names
        except PgError as error:
            outcomes.add(type(error))
        else:
            outcomes.add(None)
    assert {None, InvalidBinaryRepresentation} <= outcomes
    assert outcomes <= {None, InvalidBinaryRepresentation, ProgramLimitExceeded, FeatureNotSupported}


def test_what_the_extent_cannot_see_the_decoder_does() -> None:
    whole = stream(EVERYTHING)
    for cut in range(0, len(whole) - 8, 97):  # the limit was not checked before: still no harm
        with contextlib.suppress(InvalidBinaryRepresentation):
            decode(whole[:cut], LIMIT)
