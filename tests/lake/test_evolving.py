"""
Rows that change their topic, in a real lake.
"""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from pggate.append import append_blocking, append_evolving
from pggate.errors import CheckViolation, DatatypeMismatch, LockNotAvailable, SerializationFailure
from pggate.lake.declarations import KEY
from pggate.lake.declaring import Declaring
from pggate.lake.evolution import evolved
from pggate.lake.evolving import Evolving
from pggate.lake.layouts import partition_clause
from pggate.lake.segments import write_segment
from pggate.lake.topic_options import TopicOptions
from pggate.lake.topics import Check
from pggate.lake.transactions import commit
from pggate.lake.uploads import append_segments
from pggate.lake.writer import Writer
from tests.lake.tools import batch, create, held, rows, run, segment, snapshots, topic

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.receipts import Receipt
    from pggate.lake.topics import Topic
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

EVOLVES = TopicOptions((("evolve", "add_columns"),))


def evolving(lake: Lake, options: TopicOptions = EVOLVES) -> Topic:
    """The topic t, which has the options from then on."""
    if topic(lake, "t").options != options:
        declaring = Declaring()
        declaring.options["public", "t"] = options
        with closing(lake.engine.cursor()) as cursor:
            cursor.begin()
            cursor.run(f'create or replace view "{lake.alias}".main."~said" as select 1')
            commit(lake, cursor, said={KEY: declaring.message()})
    return topic(lake, "t")


def append(writer: Writer, of: Topic, key: str | None = None, **columns: Any) -> Receipt:
    given = batch(**columns)
    return append_evolving(writer, of, [given], key)


def test_columns_and_rows_are_one_snapshot(any_lake: Lake) -> None:
    create(any_lake, "t", "k integer, s varchar default 'd'")
    run(any_lake, "insert into t values (1, 'a')")
    known = evolving(any_lake)
    before, told = snapshots(any_lake), []
    any_lake.followers.append(lambda: told.append(rows(any_lake, "select count(x) from t")))
    with closing(Writer(any_lake)) as writer:
        receipt = append(
            writer,
            known,
            k=pa.array([2], pa.int32()),
            x=[7],
            l=[["p", None]],
            m=[{"a": 1, "b": "c"}],
        )
        assert (receipt.rows, snapshots(any_lake)) == (1, before + 1)
        assert told == [[(1,)]]
        asked = "select * from t where {} order by k"
        assert rows(any_lake, asked.format("true")) == [
            (1, "a", None, None, None),
            (2, "d", 7, ["p", None], {"a": 1, "b": "c"}),
        ]
        now = evolving(any_lake)
        append_blocking(writer, now, [batch(k=pa.array([3], pa.int32()), x=[8])])
    for condition, found in (("x is null", [1]), ("x = 7", [2]), ("x > 7", [3]), ("k < 3", [1, 2])):
        assert [row[0] for row in rows(any_lake, asked.format(condition))] == found, condition
    run(any_lake, "alter table t rename x to y", f"call ducklake_merge_adjacent_files('{any_lake.alias}')")
    assert rows(any_lake, "select k, y from t order by k") == [(1, None), (2, 7), (3, 8)]


def test_wider_numbers_keep_the_old_ones(any_lake: Lake) -> None:
    """ducklake 1.5.5 reads other values where the type changes in the transaction of the rows."""
    create(any_lake, "t", "k integer, s smallint, u utinyint, f float")
    run(any_lake, "insert into t values (1, 3, 7, 1.5)")
    with closing(Writer(any_lake)) as writer:
        wide = {"k": [5_000_000_000], "s": pa.array([70_000], pa.int32()), "u": [9], "f": [0.1]}
        append(writer, evolving(any_lake), **wide)
        append_blocking(writer, evolving(any_lake), [batch(**(wide | {"k": [6_000_000_000]}))])
    assert rows(any_lake, "select * from t order by k") == [
        (1, 3, 7, 1.5),
        (5_000_000_000, 70_000, 9, 0.1),
        (6_000_000_000, 70_000, 9, 0.1),
    ]
    for condition in ("k = 1", "s = 3", "u < 9", "f = 1.5", "k < 2"):
        assert rows(any_lake, f"select k from t where {condition}") == [(1,)], condition
    assert rows(any_lake, "select min(k), max(k), min(s), max(u), min(f) from t") == [
        (1, 6_000_000_000, 3, 9, 0.1)
    ]


def test_two_that_add_the_same_column(lake: Lake, writer: Writer) -> None:
    create(lake, "t", "k bigint")
    known = evolving(lake)
    failed: list[Exception] = []

    def post(number: int) -> None:
        try:
            append(writer, known, k=[number], x=[number], **{f"only{number % 2}": ["a"]})
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=post, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert rows(lake, "select count(*), sum(x)::int, count(only0), count(only1) from t") == [(6, 15, 3, 3)]
    assert rows(lake, "select count(*) from t where only0 is null") == [(3,)]
    assert len(topic(lake, "t").columns) == 4


def test_one_that_adds_it_otherwise(lake: Lake, writer: Writer, storage: WatchedStorage) -> None:
    create(lake, "t", "k bigint")
    known = evolving(lake)
    append(writer, known, k=[1], x=pa.array([1], pa.int32()))
    with pytest.raises(DatatypeMismatch, match='"x" is of type INTEGER'):
        append(writer, known, k=[2], x=["a"])
    then = evolved(known, batch(k=[1], x=pa.array([1], pa.int16())).schema)
    stale = write_segment(lake, then, lake.conformed(then, [batch(k=[2], x=pa.array([2], pa.int16()))]))
    with pytest.raises(SerializationFailure):
        append_segments(lake, [stale])
    assert storage.deleted == storage.puts[1:]
    append(writer, evolving(lake), k=[3], x=[2**40])
    assert rows(lake, "select k, x from t order by k") == [(1, 1), (3, 2**40)]


def test_partitions(lake: Lake, writer: Writer) -> None:
    create(lake, "t", "k bigint, s varchar")
    by = TopicOptions((*EVOLVES.written, ("partition_by", "s, bucket(2, k)")))
    run(lake, f"alter table t set partitioned by ({partition_clause(by.partition_by)})")
    append(writer, evolving(lake, by), k=[1, 2, 3], s=["a", None, "a"], x=[1, 2, 3])
    append_blocking(writer, evolving(lake, by), [batch(k=[4], s=["b"], x=[4])])
    assert rows(lake, "select k, s, x from t order by k") == [
        (1, "a", 1),
        (2, None, 2),
        (3, "a", 3),
        (4, "b", 4),
    ]


def test_keys_and_no_rows(lake: Lake, writer: Writer) -> None:
    create(lake, "t", "k bigint")
    known = evolving(lake)
    first = append(writer, known, "key", k=[1], x=[1])
    assert append(writer, evolving(lake), "key", k=[1], y=[1]) == first
    before = snapshots(lake)
    assert append(writer, evolving(lake), k=pa.array([], pa.int64()), y=pa.array([], pa.int64())).rows == 0
    assert snapshots(lake) == before
    assert rows(lake, "select * from t") == [(1, 1)]


def test_what_is_refused_leaves_nothing(lake: Lake, writer: Writer, storage: WatchedStorage) -> None:
    create(lake, "t", "k bigint")
    checked = replace(evolving(lake), checks=(Check("c", "k > 0"),))
    with pytest.raises(CheckViolation):
        append(writer, checked, k=[0], x=[1])
    with held(lake, topic(lake, "t")):
        then = evolved(evolving(lake), batch(k=[1], x=[1]).schema)
        made = segment(lake, evolving(lake), 1)
        with pytest.raises(LockNotAvailable):
            Evolving(lake, then, 0.05, lambda: False).commit([replace_topic(made, then)])
    run(lake, "drop table t")
    assert len(storage.puts) == 1  # the segment's, which is the test's


def replace_topic(made: Any, then: Topic) -> Any:
    made.topic = then
    return made


def test_appends_that_wait_get_the_columns(lake: Lake, writer: Writer) -> None:
    create(lake, "t", "k bigint")
    known = evolving(lake)
    with held(lake, known):
        future = writer.submit(known, [batch(k=[1])])
    append(writer, known, k=[2], x=[2])
    future.result(30)
    assert rows(lake, "select k, x from t order by k") == [(1, None), (2, 2)]
