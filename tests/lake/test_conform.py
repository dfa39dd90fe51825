"""
What a client sends → what a topic takes: names, types, NULLs, and values that must not get in.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import (
    CharacterNotInRepertoire,
    DataError,
    DatatypeMismatch,
    DatetimeFieldOverflow,
    DuplicateColumn,
    FeatureNotSupported,
    InvalidTextRepresentation,
    NotNullViolation,
    PgError,
    SerializationFailure,
    UndefinedColumn,
)
from pggate.lake.conform import Conformed, conform, conform_all
from pggate.lake.topics import Topic, TopicColumn
from tests.lake.tools import batch, integers


def topic(*columns: TopicColumn) -> Topic:
    return Topic("sales", "public", "t", 1, columns, "public/t/", 1, lake_oid=1)


def column(name: str, duckdb_type: str, **more: Any) -> TopicColumn:
    return TopicColumn(name, 1, duckdb_type, nullable=more.pop("nullable", True), **more)


def no_default(wanted: TopicColumn, count: int) -> pa.Array:
    raise AssertionError(wanted)


A = column("a", "INTEGER")
B = column("b", "VARCHAR")
INTS = column("l", "INTEGER[]", children=(column("element", "INTEGER"),))
TEXTS = column("l", "VARCHAR[]", children=(column("element", "VARCHAR"),))
POINT = column(
    "s",
    'STRUCT("x" INTEGER, "tags" VARCHAR[])',
    children=(column("x", "INTEGER"), column("tags", "VARCHAR[]", children=TEXTS.children)),
)
COUNTS = column("m", "MAP(VARCHAR, INTEGER)", children=(column("key", "VARCHAR"), column("value", "INTEGER")))


def test_columns_are_found_by_name_and_come_in_the_topics_order() -> None:
    got = conform(topic(A, B), batch(b=["x", None], a=integers(1, None)), no_default)
    assert got.to_pydict() == {"a": [1, None], "b": ["x", None]}
    assert got.schema.names == ["a", "b"]


def test_a_missing_column_is_null() -> None:
    got = conform(topic(A, B), batch(a=integers(1, 2)), no_default)
    assert got.to_pydict() == {"a": [1, 2], "b": [None, None]}
    assert got.schema.field("b").type == pa.string()


def test_a_missing_column_takes_its_default_evaluated_once() -> None:
    asked: list[str] = []

    def default(wanted: TopicColumn, count: int) -> pa.Array:
        asked.append(wanted.name)
        return pa.array([datetime(2020, 1, 2, tzinfo=UTC)], pa.timestamp("us", "UTC"))

    at = column("at", "TIMESTAMP WITH TIME ZONE", default="now()", nullable=False)
    got = conform(topic(A, at), batch(a=integers(1, 2, 3)), default)
    assert got.column("at").to_pylist() == [datetime(2020, 1, 2, tzinfo=UTC)] * 3
    assert asked == ["at"]
    given = batch(a=integers(1), at=pa.array([0], pa.timestamp("us", "UTC")))
    conform(topic(A, at), given, no_default)  # a column that is there needs none
    with pytest.raises(NotNullViolation):  # an explicit NULL is no missing column
        conform(topic(A, at), batch(a=integers(1), at=pa.nulls(1, pa.timestamp("us", "UTC"))), no_default)


def test_an_empty_batch_conforms() -> None:
    with_default = column("d", "INTEGER", default="1", nullable=False)
    got = conform(topic(A, with_default), batch(a=integers()), no_default)
    assert (got.num_rows, got.schema.types) == (0, [pa.int32(), pa.int32()])


@pytest.mark.parametrize(
    ("given", "wanted", "values"),
    [
        (pa.array([1, None], pa.int8()), A, [1, None]),
        (pa.array(["x", None]).dictionary_encode(), B, ["x", None]),
        (pa.array(["x"], pa.large_string()), B, ["x"]),
        (pa.array([[1, None], None], pa.list_(pa.field("item", pa.int32()))), INTS, [[1, None], None]),
        (pa.array([[1]], pa.list_(pa.field("l", pa.int16()))), INTS, [[1]]),
        (pa.array([[1], []], pa.large_list(pa.int32())), INTS, [[1], []]),
        (pa.array([[("k", 1)], None], pa.map_(pa.string(), pa.int32())), COUNTS, [[("k", 1)], None]),
        (pa.nulls(2), B, [None, None]),
        (pa.nulls(2), POINT, [None, None]),
    ],
)
def test_what_every_value_fits_is_taken(given: pa.Array, wanted: TopicColumn, values: list[Any]) -> None:
    got = conform(topic(wanted), batch(**{wanted.name: given}), no_default)
    assert got.column(0).to_pylist() == values


def test_a_uuid_comes_as_text_or_bytes() -> None:
    value = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
    wanted = column("u", "UUID")
    for given in (
        pa.array([str(value)]),
        pa.array([value.bytes], pa.binary(16)),
        pa.array([value.bytes], pa.uuid()),
    ):
        assert conform(topic(wanted), batch(u=given), no_default).column(0).to_pylist() == [value]


@pytest.mark.parametrize(
    ("wanted", "given", "error", "message"),
    [
        (A, {"z": integers(1)}, UndefinedColumn, 'column "z" of relation "t" does not exist'),
        (A, {"A": integers(1)}, UndefinedColumn, 'column "A" of relation "t" does not exist'),
        (A, {"a": ["1"]}, DatatypeMismatch, 'column "a" is of type INTEGER but the data is of type string'),
        (
            A,
            {"a": pa.array([1], pa.int64())},
            DatatypeMismatch,
            'column "a" is of type INTEGER but the data is of type int64',
        ),
        (
            TEXTS,
            {"l": [[1]]},
            DatatypeMismatch,
            'column "l" is of type VARCHAR[] but the data is of type list<int64>',
        ),
        (
            column("n", "INTEGER", nullable=False),
            {"n": integers(1, None)},
            NotNullViolation,
            'null value in column "n" of relation "t" violates not-null constraint',
        ),
        (
            column("u", "UUID"),
            {"u": ["not a uuid"]},
            InvalidTextRepresentation,
            'column "u": invalid input syntax for type uuid: "not a uuid"',
        ),
        (column("v", "VARIANT"), {"v": ["x"]}, DatatypeMismatch, 'column "v" is of type VARIANT'),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    wanted: TopicColumn, given: dict[str, Any], error: type[PgError], message: str
) -> None:
    with pytest.raises(error) as caught:
        conform(topic(wanted), batch(**given), no_default)
    assert caught.value.message.startswith(message)


def test_a_missing_not_null_column_without_default_is_refused() -> None:
    with pytest.raises(NotNullViolation, match='null value in column "n"'):
        conform(topic(A, column("n", "INTEGER", nullable=False)), batch(a=integers(1)), no_default)


def test_a_column_given_twice_is_refused() -> None:
    twice = pa.RecordBatch.from_arrays([integers(1), integers(2)], names=["a", "a"])
    with pytest.raises(DuplicateColumn, match='column "a" specified more than once'):
        conform(topic(A), twice, no_default)


def test_a_type_without_an_arrow_form_cannot_even_be_missing() -> None:
    with pytest.raises(FeatureNotSupported):
        conform(topic(A, column("v", "VARIANT")), batch(a=integers(1)), no_default)


# ---- values ----


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (B, pa.array(["fine", "a\0b"])),
        (B, pa.array(["\0"])),
        (B, pa.array(["a\0b"]).dictionary_encode()),
        (TEXTS, pa.array([["x"], None, ["y", "\0"]])),
        (
            POINT,
            pa.array(
                [{"x": 1, "tags": ["ok", "n\0"]}],
                pa.struct([("x", pa.int32()), ("tags", pa.list_(pa.string()))]),
            ),
        ),
        (COUNTS, pa.array([[("k\0", 1)]], pa.map_(pa.string(), pa.int32()))),
    ],
)
def test_a_nul_character_is_refused_at_any_depth(wanted: TopicColumn, given: pa.Array) -> None:
    with pytest.raises(CharacterNotInRepertoire) as caught:
        conform(topic(wanted), batch(**{wanted.name: given}), no_default)
    assert caught.value.code == "22021"


def test_a_nul_that_nobody_sees_is_no_nul() -> None:
    texts = pa.array(["a\0b", "fine", "x"])
    assert conform(topic(B), batch(b=texts[1:]), no_default).column(0).to_pylist() == ["fine", "x"]
    hidden = pa.ListArray.from_arrays(pa.array([1, 2, None, 3], pa.int32()), texts)  # the first starts at 1
    got = conform(topic(TEXTS), batch(l=hidden), no_default)
    assert got.column(0).to_pylist() == [["fine"], ["x"], None]


def test_bytes_may_hold_anything() -> None:
    got = conform(topic(column("b", "BLOB")), batch(b=[b"\0\xff", None]), no_default)
    assert got.column(0).to_pylist() == [b"\0\xff", None]


def test_text_that_is_not_utf8_is_refused() -> None:
    broken = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")]
    )
    with pytest.raises(
        CharacterNotInRepertoire, match='column "b": invalid byte sequence for encoding "UTF8"'
    ):
        conform(topic(B), batch(b=broken), no_default)


def test_offsets_that_go_backwards_are_refused() -> None:
    offsets = pa.py_buffer(b"".join(number.to_bytes(4, "little") for number in (0, 2, 1)))
    broken = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"xy")])
    with pytest.raises(DataError, match='column "b"'):
        conform(topic(B), batch(b=broken), no_default)


@pytest.mark.parametrize("text", ['{"a": 1}', "[]", "null", '"\\u0000"', "12"])
def test_json_is_kept_as_it_is(text: str) -> None:
    got = conform(topic(column("j", "JSON")), batch(j=[text, None]), no_default)
    assert got.column(0).to_pylist() == [text, None]


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", "[1,]", "nope", '"\0"'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(PgError) as caught:
        conform(topic(column("j", "JSON")), batch(j=[text]), no_default)
    assert caught.value.code in ("22P02", "22021")
    assert '"j"' in caught.value.message


DAY = 86_400_000_000
LOWEST = -(2**63)


@pytest.mark.parametrize(
    ("duckdb_type", "given", "storage", "fine", "refused"),
    [
        ("DATE", pa.date32(), pa.int32(), [-(2**31) + 1, 0, 2**31 - 1], [-(2**31)]),
        ("TIME", pa.time64("us"), pa.int64(), [0, DAY], [-1, DAY + 1]),
        ("TIMESTAMP", pa.timestamp("us"), pa.int64(), [LOWEST + 1, 2**63 - 1], [LOWEST]),
        ("TIMESTAMP WITH TIME ZONE", pa.timestamp("us", "UTC"), pa.int64(), [LOWEST + 1], [LOWEST]),
        ("TIMESTAMP_NS", pa.timestamp("ns"), pa.int64(), [LOWEST + 1], [LOWEST]),
        ("TIMESTAMP_MS", pa.timestamp("ms"), pa.int64(), [LOWEST + 1], [LOWEST]),
        ("TIMESTAMP_S", pa.timestamp("s"), pa.int64(), [0, 2**31], [2**62]),
    ],
)
def test_dates_and_times_that_the_engine_could_not_read_back(
    duckdb_type: str, given: pa.DataType, storage: pa.DataType, fine: list[int], refused: list[int]
) -> None:
    wanted = topic(column("c", duckdb_type))
    for value in fine:
        assert (
            conform(wanted, batch(c=pa.array([value, None], storage).view(given)), no_default).num_rows == 2
        )
    for value in refused:
        with pytest.raises(PgError) as caught:
            conform(wanted, batch(c=pa.array([0, value], storage).view(given)), no_default)
        assert caught.value.code in (DatetimeFieldOverflow.sqlstate, DataError.sqlstate)
        assert '"c"' in caught.value.message


def test_a_default_is_one_moment_for_all_batches() -> None:
    moments = iter(range(10))
    c = column("c", "INTEGER", default="now()")
    got = conform_all(
        topic(A, c), [batch(a=integers(1, 2)), batch(a=integers(3))], lambda _, __: integers(next(moments))
    )
    assert [one.to_pydict()["c"] for one in got] == [[0, 0], [0]]


def test_a_day_may_end_at_24_00_within_a_list_as_well() -> None:
    times = column("l", "TIME[]", children=(column("element", "TIME"),))
    ends = pa.array([86_400_000_000, None], pa.int64()).view(pa.time64("us"))
    got = conform(topic(times), batch(l=pa.ListArray.from_arrays([0, 2], ends)), no_default)
    (found,) = got.column("l")
    assert found.values.cast(pa.int64()).to_pylist() == [86_400_000_000, None]


@pytest.mark.parametrize(
    "becomes",
    [topic(A), topic(A, column("c", "VARCHAR")), topic(A, column("b", "INTEGER"))],
    ids=["dropped", "renamed", "of another type"],
)
def test_rows_that_were_conformed_to_what_the_topic_was(becomes: Topic) -> None:
    was = topic(A, B)
    kept = Conformed(was, conform_all(was, [batch(a=integers(1))], no_default))
    assert conform_all(topic(A, B, column("n", "INTEGER")), kept, no_default)[0].to_pylist() == [
        {"a": 1, "b": None, "n": None}
    ]
    with pytest.raises(SerializationFailure, match="altered concurrently"):
        conform_all(becomes, kept, no_default)
