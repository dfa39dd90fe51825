"""
Rows divided by partitions, and what DuckLake makes of their files.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from pggate.append import append_blocking
from pggate.errors import DataError, DiskFull
from pggate.lake.layouts import partition_clause
from pggate.lake.partitions import MOST, TooManyPartitionsError, check_partitions, divided
from pggate.lake.topic_options import TopicOptions
from pggate.lake.topics import Topic, TopicColumn
from pggate.lake.writer import Writer
from tests.lake.tools import batch, create, rows, run, topic
from tests.waiting import LONG

if TYPE_CHECKING:
    from pggate.engine.database import Engine
    from pggate.lake.lake import Lake
    from tests.lake.tools import WatchedStorage

NULL = "__HIVE_DEFAULT_PARTITION__"
TOPIC = Topic("db", "public", "t", 1, (TopicColumn("s", 1, "VARCHAR", True),), "t/", 1, 1)


def by(text: str, of: Topic = TOPIC) -> Topic:
    return replace(of, options=TopicOptions((("partition_by", text),)))


def parts(engine: Engine, text: str, *batches: pa.RecordBatch) -> dict[str, list[Any]]:
    """The rows of each directory, their first columns."""
    with_dirs = divided(engine.cursor(), by(text), batches)
    return {path: [value for one in of for value in one.column(0).to_pylist()] for path, of in with_dirs}


def test_a_partition_for_each_hour(engine: Engine) -> None:
    """Before Christ, without end, and in UTC whatever the zone."""
    last = 2**63 - 1
    moments = pa.array([0, None, 3_599_999_999, 3_600_000_000, -1, last], pa.timestamp("us"))
    found = parts(engine, "hour(ts)", batch(n=[1, 2, 3], ts=moments[:3]), batch(n=[4, 5, 6], ts=moments[3:]))
    none = f"year={NULL}/month={NULL}/day={NULL}/hour={NULL}/"
    assert found == {
        "year=1970/month=1/day=1/hour=0/": [1, 3],
        none: [2, 6],
        "year=1970/month=1/day=1/hour=1/": [4],
        "year=1969/month=12/day=31/hour=23/": [5],
    }
    zoned = batch(n=[1, 2, 3], ts=moments[:3].cast(pa.timestamp("us", "America/New_York")))
    cursor = engine.cursor()
    cursor.run("set TimeZone = 'Asia/Tokyo'")
    assert [path for path, _ in divided(cursor, by("hour(ts)"), [zoned])] == [
        *("year=1970/month=1/day=1/hour=0/", none)
    ]


def test_values_in_paths(engine: Engine) -> None:
    given = batch(
        s=["a/b=c% é", "", None, "..", "a/b=c% é"], d=pa.array([date(2024, 1, 1), None] * 2 + [None])
    )
    assert parts(engine, "s, d", given) == {
        "s=a%2Fb%3Dc%25%20%C3%A9/d=2024-01-01/": ["a/b=c% é"],
        f"s=/d={NULL}/": [""],
        f"s={NULL}/d=2024-01-01/": [None],
        f"s=../d={NULL}/": [".."],
        f"s=a%2Fb%3Dc%25%20%C3%A9/d={NULL}/": ["a/b=c% é"],
    }


def test_too_many(engine: Engine) -> None:
    parts(engine, "n", batch(n=list(range(MOST))))
    with pytest.raises(TooManyPartitionsError) as caught:
        parts(engine, "n", batch(n=list(range(MOST + 1))))
    assert caught.value.code == "54000"


@pytest.mark.parametrize("text", ["NULL", "nUll", NULL, "x" * 201, "é" * 70])
def test_what_no_path_can_tell(text: str) -> None:
    with pytest.raises(DataError) as caught:
        check_partitions(by("s"), [batch(s=["a"]), batch(s=[None, "b", text])])
    assert caught.value.code == "22023"
    for other in ("bucket(4, s)", "day(t)"):
        check_partitions(by(other), [batch(s=[text])])
    check_partitions(by("s"), [batch(s=["x" * 200, "", "nulls", None])])


# ---- in a lake ----------------------------------------------------------------------------------------

COLUMNS = "id bigint, ts timestamp with time zone, s varchar, day_ varchar"


def partitioned(lake: Lake, text: str) -> Topic:
    create(lake, "p", COLUMNS)
    terms = TopicOptions((("partition_by", text),)).partition_by
    run(lake, f"alter table p set partitioned by ({partition_clause(terms)})")
    return by(text, topic(lake, "p"))


def moments(*days: int | None) -> pa.Array:
    values = [None if day is None else datetime(2024, 1, day, 23, tzinfo=UTC) for day in days]
    return pa.array(values, pa.timestamp("us", "UTC"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("day(ts)", 3),
        ("s", 4),
        ("hour(ts), s", 4),
        ("bucket(3, id), bucket(2, s)", 4),
        ("bucket(2, ts), year(ts), id", 4),
    ],
)
def test_rows_come_back_whatever_partitions_them(any_lake: Lake, text: str, files: int) -> None:
    given = batch(
        id=[1, 2, 3, 4], ts=moments(1, 2, None, 2), s=["x/y=%", "", None, "'; é"], day_=["1", None, "", "x"]
    )
    with contextlib.closing(Writer(any_lake)) as writer:
        append_blocking(writer, partitioned(any_lake, text), [given])
    asked = "select id, ts::text, s, day_ from p where {} order by id"
    plain = [tuple(row.values()) for row in given.to_pylist()]
    found = rows(any_lake, asked.format("true"))
    assert [(row[0], *row[2:]) for row in found] == [(row[0], *row[2:]) for row in plain]
    listed = rows(any_lake, f"select count(*) from ducklake_list_files('{any_lake.alias}', 'p')")
    assert listed == [(files,)]
    for condition in (
        "id = 2",
        "s = ''",
        "ts between '2024-01-02 22:59:00+00' and '2024-01-02 23:01:00+00' and id = 2",
    ):
        assert [row[0] for row in rows(any_lake, asked.format(condition))] == [2], condition
    assert [row[0] for row in rows(any_lake, asked.format("s is null and ts is null"))] == [3]


@pytest.mark.slow
def test_files_of_other_days_are_not_read(lake: Lake, writer: Writer) -> None:
    days = list(range(1, 21))
    given = batch(id=days, ts=moments(*days), s=["x"] * 20, day_=["y"] * 20)
    append_blocking(writer, partitioned(lake, "day(ts)"), [given])
    sql = "explain analyze select * from p where ts >= '2024-01-05 00:00:00+00' and ts < '2024-01-06 00:00:00+00'"
    ((_, plan),) = rows(lake, sql)
    assert "Total Files Read: 1" in plan


@pytest.mark.slow
def test_the_lakes_own_files_are_merged_with_them(lake: Lake, writer: Writer) -> None:
    p = partitioned(lake, "day(ts)")
    append_blocking(writer, p, [batch(id=[1, 2], ts=moments(1, 2), s=["x", "y"], day_=["", ""])])
    run(lake, "insert into p values (3, '2024-01-01 22:00:00+00', 'z', ''), (4, null, null, null)")
    run(lake, f"call ducklake_merge_adjacent_files('{lake.alias}')", "delete from p where id = 2")
    assert rows(lake, "select id, s from p order by id") == [(1, "x"), (3, "z"), (4, None)]


@pytest.mark.slow
def test_what_is_too_much_for_one_segment_may_be_enough_for_two(lake: Lake, writer: Writer) -> None:
    p = partitioned(lake, "id")
    numbers = [list(range(start, start + 60)) for start in (0, 60, 120)]
    given = [batch(id=some, ts=moments(*[None] * 60)) for some in numbers]
    futures = [writer.submit(p, [one]) for one in given]
    assert [future.result(LONG).rows for future in futures] == [60, 60, 60]
    assert rows(lake, "select count(distinct id) from p") == [(180,)]


@pytest.mark.slow
def test_nothing_is_left_of_files_that_failed(
    lake: Lake, writer: Writer, storage: WatchedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = partitioned(lake, "day(ts)")
    put, tried = storage.put, []

    def full(path: str, data: bytes) -> Any:
        tried.append(path)
        if len(tried) == 3:
            raise DiskFull("no space left on device")
        return put(path, data)

    monkeypatch.setattr(storage, "put", full)
    with pytest.raises(DiskFull):
        append_blocking(writer, p, [batch(id=[1, 2, 3], ts=moments(1, 2, 3), s=["", "", ""])])
    assert sorted(storage.deleted) == sorted(storage.puts)
    assert rows(lake, "select * from p") == []


@pytest.mark.slow
def test_without_partitions_there_are_no_directories(
    lake: Lake, writer: Writer, storage: WatchedStorage
) -> None:
    append_blocking(writer, create(lake, "p", COLUMNS), [batch(id=[1, 2], s=["x", "NULL"])])
    assert [path.count("/") for path in storage.puts] == [2]
