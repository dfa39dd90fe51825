from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import FeatureNotSupported, PgError, SerializationFailure
from pggate.lake.declared import DeclaredColumn
from pggate.lake.evolution import FilledByServerError, changes, evolved, without_untyped
from pggate.lake.topic_options import TopicOptions
from pggate.lake.topics import Check, Topic, TopicColumn

EVOLVES = TopicOptions((("evolve", "add_columns"),))
ID = TopicColumn("id", 1, "INTEGER", nullable=True)
TOPIC = Topic("db", "public", "t", 1, (ID, TopicColumn("f", 2, "FLOAT", True)), "t/", 1, 1, options=EVOLVES)


def types(topic: Topic) -> list[tuple[str, str, int]]:
    return [(column.name, column.duckdb_type, column.column_id) for column in topic.columns]


def test_what_fits_changes_nothing() -> None:
    for schema in (pa.schema([("f", pa.float32())]), pa.schema([("id", pa.int16()), ("f", pa.float16())])):
        assert evolved(TOPIC, schema) is TOPIC
    unknown = pa.schema([("x", pa.int32()), ("id", pa.int64())])
    plain = replace(TOPIC, options=TopicOptions())
    assert evolved(plain, unknown) is plain


def test_new_columns_come_last() -> None:
    schema = pa.schema(
        [
            ("x", pa.int64()),
            ("id", pa.int32()),
            ("l", pa.list_(pa.string())),
            ("s", pa.struct([("a", pa.int32()), ("b", pa.map_(pa.string(), pa.float64()))])),
            ("d", pa.dictionary(pa.int8(), pa.string())),
            ("n", pa.null()),
        ]
    )
    after = evolved(TOPIC, schema)
    assert after.evolved_from is TOPIC
    assert types(after)[2:] == [
        ("x", "BIGINT", 0),
        ("l", "VARCHAR[]", 0),
        ("s", 'STRUCT("a" INTEGER, "b" MAP(VARCHAR, DOUBLE))', 0),
        ("d", "VARCHAR", 0),
    ]
    assert [child.name for child in after.columns[4].children] == ["a", "b"]
    assert [child.name for child in after.columns[4].children[1].children] == ["key", "value"]
    assert all(column.nullable for column in after.columns)


def test_nothing_is_made_of_columns_without_a_type() -> None:
    batch = pa.record_batch({"id": pa.nulls(1), "n": pa.nulls(1), "x": [1]})
    assert without_untyped(TOPIC, batch).schema.names == ["id", "x"]
    assert without_untyped(replace(TOPIC, options=TopicOptions()), batch) is batch


@pytest.mark.parametrize(
    ("old", "given", "new"),
    [
        ("INTEGER", pa.int64(), "BIGINT"),
        ("TINYINT", pa.uint8(), "SMALLINT"),
        ("SMALLINT", pa.uint16(), "INTEGER"),
        ("INTEGER", pa.uint32(), "BIGINT"),
        ("UTINYINT", pa.uint64(), "UBIGINT"),
        ("FLOAT", pa.float64(), "DOUBLE"),
        ("FLOAT", pa.int32(), "DOUBLE"),
        ("BIGINT", pa.uint64(), None),
        ("INTEGER", pa.float64(), None),
        ("INTEGER", pa.string(), None),
        ("FLOAT", pa.int64(), None),
        ("VARCHAR", pa.int32(), None),
        ("DATE", pa.timestamp("us"), None),
        ("BIGINT", pa.int8(), None),
    ],
)
def test_wider_numbers(old: str, given: Any, new: str | None) -> None:
    topic = replace(TOPIC, columns=(replace(ID, duckdb_type=old),))
    after = evolved(topic, pa.schema([("id", given)]))
    assert types(after) == [("id", new or old, 1)]
    assert (after is topic) is (new is None)


@pytest.mark.parametrize(
    ("column", "options"),
    [
        (replace(ID, declared=DeclaredColumn(type=21)), EVOLVES),
        (replace(ID, declared=DeclaredColumn(sequence=7, owns=(7,))), EVOLVES),
        (ID, TopicOptions((*EVOLVES.written, ("partition_by", "id")))),
    ],
)
def test_columns_whose_type_is_more_than_a_width(column: TopicColumn, options: TopicOptions) -> None:
    topic = replace(TOPIC, columns=(column,), options=options)
    assert evolved(topic, pa.schema([("id", pa.int64())])) is topic


def test_what_no_topic_keeps() -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        evolved(TOPIC, pa.schema([("x", pa.month_day_nano_interval())]))
    assert caught.value.message.startswith('column "x": ')
    by_day = replace(TOPIC, options=TopicOptions((*EVOLVES.written, ("partition_by", "day(ts)"))))
    with pytest.raises(FeatureNotSupported, match="partitioned"):
        evolved(by_day, pa.schema([("Day", pa.int32())]))


def test_the_server_fills_its_column() -> None:
    stamped = replace(TOPIC, options=TopicOptions((("ingested_at", "true"),)))
    with pytest.raises(FilledByServerError) as caught:
        evolved(stamped, pa.schema([("__ingested_at", pa.timestamp("us", "UTC"))]))
    assert caught.value.code == "428C9"
    assert evolved(stamped, pa.schema([("id", pa.int32())])) is stamped


# ---- what has become of the topic meanwhile -----------------------------------------------------------

THEN = evolved(TOPIC, pa.schema([("id", pa.int64()), ("x", pa.int32())]))
X = TopicColumn("x", 9, "INTEGER", nullable=True)


def names(columns: list[TopicColumn]) -> list[str]:
    return [column.name for column in columns]


@pytest.mark.parametrize(
    ("columns", "wider", "added"),
    [
        (TOPIC.columns, ["id"], ["x"]),
        ((*TOPIC.columns, X), ["id"], []),
        ((*TOPIC.columns, replace(X, duckdb_type="SMALLINT")), ["id", "x"], []),
        ((replace(ID, duckdb_type="BIGINT"), *TOPIC.columns[1:], X), [], []),
    ],
)
def test_what_is_still_to_do(columns: tuple[TopicColumn, ...], wider: list[str], added: list[str]) -> None:
    found = changes(replace(TOPIC, columns=columns, schema_version=5), THEN)
    assert tuple(map(names, found)) == (wider, added)


@pytest.mark.parametrize(
    "now",
    [
        replace(TOPIC, name="u"),
        replace(TOPIC, columns=TOPIC.columns[:1]),
        replace(TOPIC, columns=(*TOPIC.columns, replace(X, duckdb_type="BIGINT"))),
        replace(TOPIC, columns=(*TOPIC.columns, replace(X, duckdb_type="VARCHAR"))),
        replace(TOPIC, columns=(*TOPIC.columns, replace(X, nullable=False))),
        replace(TOPIC, columns=(*TOPIC.columns, TopicColumn("o", 7, "INTEGER", nullable=True))),
        replace(TOPIC, columns=(replace(ID, nullable=False), *TOPIC.columns[1:])),
        replace(TOPIC, columns=(replace(ID, duckdb_type="VARCHAR"), *TOPIC.columns[1:])),
        replace(TOPIC, checks=(Check("c", "id > 0"),)),
        replace(TOPIC, options=TopicOptions((*EVOLVES.written, ("partition_by", "id")))),
    ],
)
def test_what_the_rows_do_not_fit_any_more(now: Topic) -> None:
    with pytest.raises(SerializationFailure):
        changes(now, THEN)
    assert issubclass(FilledByServerError, PgError)
