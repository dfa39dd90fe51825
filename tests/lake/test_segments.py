"""
Segments before their commit: named, written, added to a transaction or refused by it, removed.
"""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError, PgError, SerializationFailure
from pggate.lake.segments import AddFailedError, add_files, add_segments, discard_segments, segment_key
from pggate.lake.transactions import commit
from tests.lake.tools import create, rows, run, segment

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_segment_keys_sort_by_time_and_are_uuids_of_version_7() -> None:
    low, high = b"\0" * 10, b"\xff" * 10
    keys = [segment_key(time, random) for time in (0, 1, 1_700_000_000_000) for random in (low, high)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert keys[0] == "00000000-0000-7000-8000-000000000000.parquet"
    assert keys[-1] == "018bcfe5-6800-7fff-bfff-ffffffffffff.parquet"
    shape = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.parquet\Z")
    assert all(shape.match(key) for key in keys)


def test_a_segment_is_durable_and_seen_by_nobody(lake: Lake, storage: WatchedStorage, t: Topic) -> None:
    made = segment(lake, t, 1)
    assert storage.puts == [made.path]
    assert made.path.startswith("public/t/")
    assert made.stored.uri == f"{storage.root}{made.path}"
    assert rows(lake, "select k from t") == []


def test_rows_exist_when_the_transaction_commits(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "k integer")
    cursor.begin()
    add_segments(any_lake, cursor, [segment(any_lake, topic, 1), segment(any_lake, topic, 2)])
    assert rows(any_lake, "select k from t") == []
    commit(any_lake, cursor, [topic.table_id])
    assert rows(any_lake, "select k from t order by k") == [(1,), (2,)]


def test_another_topic_of_the_name_does_not_get_the_rows(any_lake: Lake, cursor: Cursor) -> None:
    made = segment(any_lake, create(any_lake, "t", "k integer"), 1)
    run(any_lake, "drop table t", "create table t (k integer)")
    cursor.begin()
    with pytest.raises(SerializationFailure, match='relation "t" was dropped or altered concurrently'):
        add_segments(any_lake, cursor, [made])
    cursor.rollback()


def test_a_file_that_the_engine_refuses_is_an_error_of_its_transaction(
    any_lake: Lake, cursor: Cursor
) -> None:
    made = segment(any_lake, create(any_lake, "t", "k integer"), 1)
    any_lake.storage.delete(made.path)
    cursor.begin()
    with pytest.raises(PgError, match=made.path.removeprefix(made.topic.path)):
        add_segments(any_lake, cursor, [made])
    cursor.rollback()


def test_where_a_refused_file_lies_is_nobodys_business(any_lake: Lake) -> None:
    made = segment(any_lake, create(any_lake, "t", "k integer"), 1)
    run(any_lake, "alter table t add column b integer")
    with contextlib.closing(any_lake.engine.cursor()) as cursor, pytest.raises(AddFailedError) as caught:
        add_files(any_lake, cursor, [made])
    said = caught.value.error
    assert made.path.removeprefix(made.topic.path) in said.message
    assert any_lake.storage.root not in f"{said.message} {said.detail} {said.hint}"


def test_segments_that_nobody_names_are_removed(
    lake: Lake, storage: WatchedStorage, t: Topic, caplog: pytest.LogCaptureFixture
) -> None:
    segments = [segment(lake, t, number) for number in range(2)]
    discard_segments(lake, segments)
    assert not any(storage.exists(made.path) for made in segments)
    discard_segments(lake, segments)  # gone already
    assert not caplog.records


def test_one_that_cannot_be_removed_is_named_and_the_others_go(
    lake: Lake,
    storage: WatchedStorage,
    t: Topic,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse_first(path: str) -> None:
        if path == stuck.path:
            raise IoError("no")
        remove(path)

    stuck, other = segment(lake, t, 1), segment(lake, t, 2)
    remove = storage.delete
    monkeypatch.setattr(storage, "delete", refuse_first)
    discard_segments(lake, [stuck, other])
    (record,) = caplog.records
    assert vars(record)["event"] == "orphan_left"
    assert vars(record)["fields"] == {"path": stuck.path, "error": "no"}
    assert not storage.exists(other.path)
