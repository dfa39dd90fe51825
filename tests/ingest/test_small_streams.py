"""
Small streams: which of them wait for others, and that what is decoded of many is what each would be alone.
"""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from struct import Struct
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.decode import check_extent, decode
from ingest.small_streams import MOST_BYTES, SmallStream, SmallStreams, is_plain
from pggate.errors import InvalidBinaryRepresentation
from tests.ingest.streams import stream
from tests.lake.test_conform import A, B, column, topic

if TYPE_CHECKING:
    from pggate.lake.topics import Topic
    from tests.ingest.conftest import Door, Site

LIMIT = 1 << 20
BOTH = topic(A, B)


def small(body: bytes) -> SmallStream:
    return SmallStream(body, check_extent(body, 2, LIMIT), LIMIT)


def is_taken(body: bytes, of: Any = BOTH, streams: SmallStreams | None = None) -> bool:
    extent = check_extent(body, len(of.columns), LIMIT)
    return (streams or SmallStreams()).taken(of, body, extent, LIMIT) is not None


def ab(*a: int | None, b: str | None = "x", **options: Any) -> bytes:
    return stream(pa.table({"a": pa.array(a, pa.int32()), "b": [b] * len(a)}), **options)


def test_rows_of_the_topics_columns_are_taken() -> None:
    assert is_taken(ab(1, 2))
    assert is_taken(ab(1, compression="zstd"))
    assert is_taken(stream(pa.table({"b": ["x"]})))  # what is missing is NULL


ENDS_AS_THE_MARKER = stream(pa.table({"a": pa.array([-1] * 16, pa.int32())}))
VIEW = Struct("<i4sii").pack(10_000, b"xxxx", 0, 0)
LONG_VIEWS = pa.Array.from_buffers(
    pa.string_view(), 1_000, [None, pa.py_buffer(VIEW * 1_000), pa.py_buffer(b"x" * 10_000)]
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(ab(), id="no rows"),
        pytest.param(ab(*[1] * 10_000), id="large"),
        pytest.param(stream(pa.table({"a": pa.array([1], pa.int32()), "c": [1]})), id="another column"),
        pytest.param(stream(pa.table({"a": ["x"]})), id="another type"),
        pytest.param(stream(pa.table([pa.array([1], pa.int32())] * 2, names=["a", "a"])), id="one twice"),
        pytest.param(stream(pa.table({"b": pa.array(["x"]).dictionary_encode()})), id="a dictionary"),
        pytest.param(ab(1)[:-8] + bytes(4), id="the end as before Arrow 0.15"),
        pytest.param(
            ENDS_AS_THE_MARKER[:-8] + bytes(4), id="the same behind a body that ends as the marker begins"
        ),
        pytest.param(
            stream(pa.table(dict.fromkeys("ab", pa.nulls(100_000)))), id="values that take no bytes"
        ),
        pytest.param(
            stream(pa.record_batch([LONG_VIEWS], ["b"])), id="views, which can stand for many bytes"
        ),
    ],
)
def test_others_are_not(body: bytes) -> None:
    assert not is_taken(body)


def test_what_is_evaluated_for_each_append_keeps_a_stream_alone() -> None:
    with_default = topic(A, column("b", "VARCHAR", default="gen_random_uuid()"))
    assert not is_taken(stream(pa.table({"a": pa.array([1], pa.int32())})), with_default)
    assert is_taken(ab(1), with_default)


def test_it_is_asked_anew_of_a_topic_that_has_changed() -> None:
    streams, body = SmallStreams(), ab(1)
    assert is_taken(body, topic(A, B), streams)
    assert not is_taken(body, topic(A), streams)
    assert is_taken(body, topic(A, B), streams)


def test_topics_of_one_schema_are_remembered_side_by_side() -> None:
    asked: list[int] = []

    def noted(of: Topic, message: bytes) -> bool:
        asked.append(of.table_id)
        return is_plain(of, message)

    streams, one, other = SmallStreams(noted), BOTH, replace(BOTH, table_id=BOTH.table_id + 1)
    for of in (one, other, one, other):
        assert is_taken(ab(1), of, streams)
    assert asked == [one.table_id, other.table_id]


values = st.lists(
    st.tuples(
        st.none() | st.integers(-5, 5),
        st.none() | st.text(max_size=3),
        st.none() | st.lists(st.none() | st.booleans(), max_size=3),
        st.none() | st.datetimes(dt.datetime(1, 1, 1), dt.datetime(9999, 1, 1)),
    ),
    min_size=1,
    max_size=5,
)
FIELDS = [("a", pa.int8()), ("b", pa.string()), ("c", pa.list_(pa.bool_())), ("d", pa.timestamp("us"))]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.lists(values, min_size=1, max_size=3), min_size=1, max_size=6),
    st.sampled_from([None, "zstd", "lz4"]),
)
def test_together_they_are_what_they_are_alone(
    bodies: list[list[list[Any]]], compression: str | None
) -> None:
    schema = pa.schema(FIELDS)
    streams = [
        small(
            stream(
                *(
                    pa.record_batch(list(map(list, zip(*rows, strict=True))), schema=schema)
                    for rows in batches
                ),
                compression=compression,
            )
        )
        for batches in bodies
    ]
    assert len({each.kind for each in streams}) == 1
    alone = [row for each in streams for batch in decode(each.stream, LIMIT) for row in batch.to_pylist()]
    assert [row for batch in streams[0].together(streams) for row in batch.to_pylist()] == alone
    assert sum(each.rows for each in streams) == len(alone)


def test_what_is_counted_is_what_memory_may_be_needed_for() -> None:
    nulls = small(stream(pa.table({"b": pa.nulls(1_000)})))
    assert nulls.extent.nbytes == 8_000  # of the column that it has not
    assert small(stream(pa.table({"a": pa.nulls(1_000), "b": pa.nulls(1_000)}))).size >= 16_000
    described = pa.schema([pa.field("a", pa.int32(), metadata={"note": "x" * 10_000})])
    assert small(stream(pa.table([pa.array([1], pa.int32())], schema=described))).size >= 10_000


def test_one_that_is_corrupt_spoils_all() -> None:
    body = bytearray(ab(1, 2))
    at = body.rindex(b"x", 0, -8)
    body[at] = 0xFF  # not UTF-8
    with pytest.raises(InvalidBinaryRepresentation):
        small(ab(1)).together([small(ab(1)), small(bytes(body))])


# ---- through the door ----------------------------------------------------------------------------------


@pytest.mark.server
def test_many_at_once_are_each_told_what_became_of_them(site: Site, door: Door) -> None:
    name, token = site.topic("a integer not null, b varchar")

    def body(number: int) -> bytes:
        if number % 10 == 3:
            return ab(None)
        if number % 10 == 6:
            return ab(number, b="\0")
        return ab(*range(number * 10, number * 10 + number % 7 + 1))

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda number: door.post(token, body(number)), range(200)))
    assert [answer.status_code for answer in answers] == [
        400 if number % 10 in (3, 6) else 200 for number in range(200)
    ]
    good = [number for number in range(200) if number % 10 not in (3, 6)]
    assert [answers[number].json()["rows"] for number in good] == [number % 7 + 1 for number in good]
    found = site.rows(f"select a from {name} order by a")
    assert found == [(number * 10 + n,) for number in good for n in range(number % 7 + 1)]
    assert "not-null" in answers[3].json()["error"]
    assert "UTF8" in answers[6].json()["error"]


def test_the_limit_is_of_the_stream_and_of_what_it_becomes() -> None:
    zeros = pa.table({"b": ["\0" * MOST_BYTES]})
    assert len(stream(zeros, compression="zstd")) < MOST_BYTES
    assert not is_taken(stream(zeros, compression="zstd"))
