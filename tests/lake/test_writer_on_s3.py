"""
The write path end to end on S3: moto's server, and answers that get lost on the way.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ReadTimeoutError

from pggate.lake.damage import find_damage
from pggate.lake.topic_options import TopicOptions
from pggate.lake.writer import Writer
from tests.lake.test_s3 import Faulty
from tests.lake.tools import batch, create, integers, rows, run
from tests.lake.tools import topic as named
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Lake
    from pggate.lake.s3 import S3Storage

pytestmark = pytest.mark.server


@pytest.fixture
def writer(s3_lake: Lake) -> Iterator[Writer]:
    writer = Writer(s3_lake)
    yield writer
    writer.close()


def test_rows_are_in_the_bucket_and_visible(s3_lake: Lake, writer: Writer, s3_storage: S3Storage) -> None:
    topic = create(s3_lake, "t", "k integer, v varchar")

    def post(number: int) -> int:
        return writer.submit(topic, [batch(k=integers(number), v=["x"])]).result(LONG).rows

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(post, range(64))) == 64
    assert rows(s3_lake, "select count(*), count(distinct k) from t") == [(64, 64)]
    files = [path for (path,) in rows(s3_lake, f"select path from {s3_lake.metadata}.ducklake_data_file")]
    assert all(s3_storage.exists(topic.path + path) for path in files)
    assert len(files) <= 64 / 5
    assert find_damage(s3_lake) == []


def test_sql_writes_and_changes_the_same_topic(s3_lake: Lake, writer: Writer) -> None:
    topic = create(s3_lake, "t", "k integer")
    writer.submit(topic, [batch(k=integers(1, 2))]).result(LONG)
    run(s3_lake, "insert into t values (3)", "delete from t where k = 1")
    writer.submit(topic, [batch(k=integers(4))]).result(LONG)
    assert rows(s3_lake, "select k from t order by k") == [(2,), (3,), (4,)]


def test_an_append_whose_put_was_answered_late_is_there_once(s3_lake: Lake, s3_storage: S3Storage) -> None:
    lost = ReadTimeoutError(endpoint_url="http://s3")
    plan: list[tuple[bool, Any]] = [(True, lost), (False, lost), (True, lost)]
    s3_storage.client = Faulty(s3_storage.client, plan)
    writer = Writer(s3_lake)
    topic = create(s3_lake, "t", "k integer")
    for key in range(3):
        writer.submit(topic, [batch(k=integers(key))]).result(LONG)
    writer.close()
    assert plan == []
    assert rows(s3_lake, "select k from t order by k") == [(0,), (1,), (2,)]


def test_a_missing_object_is_found(s3_lake: Lake, writer: Writer, s3_storage: S3Storage) -> None:
    topic = create(s3_lake, "t", "k integer")
    writer.submit(topic, [batch(k=integers(1))]).result(LONG)
    ((path,),) = rows(s3_lake, f"select path from {s3_lake.metadata}.ducklake_data_file")
    s3_storage.delete(topic.path + path)
    assert find_damage(s3_lake) == [f"public.t: file {topic.path}{path} is missing"]


def test_partitions_are_in_the_keys(s3_lake: Lake, writer: Writer, s3_storage: S3Storage) -> None:
    create(s3_lake, "t", "k integer, s varchar")
    run(s3_lake, "alter table t set partitioned by (s)")
    by = replace(named(s3_lake, "t"), options=TopicOptions((("partition_by", "s"),)))
    texts = ["a/b=c% é+&?#", "", None, "x y"]
    writer.submit(by, [batch(k=integers(1, 2, 3, 4), s=texts)]).result(LONG)
    run(s3_lake, "insert into t values (5, 'a/b=c% é+&?#')")
    found = rows(s3_lake, "select k, s from t order by k")
    assert found == [*enumerate(texts, 1), (5, texts[0])]
    assert rows(s3_lake, f"select k from t where s = '{texts[0]}' order by k") == [(1,), (5,)]
    run(s3_lake, f"call ducklake_merge_adjacent_files('{s3_lake.alias}')")
    assert rows(s3_lake, "select k, s from t order by k") == found
    assert find_damage(s3_lake) == []
