"""
Appends of several segments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import DiskFull, LockNotAvailable, PgError, SerializationFailure
from pggate.lake.conform import conform
from pggate.lake.uploads import LOOSE, SEGMENT_BYTES, Upload, append_segments
from pggate.types.arrow import arrow_type
from tests.lake.tools import batch, create, held, integers, rows, run, snapshots

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from tests.lake.tools import WatchedStorage

MANY = SEGMENT_BYTES // 4  # rows of four bytes


@pytest.fixture
def k(lake: Lake) -> Topic:
    return create(lake, "k", "k integer")


def three(first: int) -> pa.RecordBatch:
    return batch(k=integers(*range(first, first + 3)))


def upload(lake: Lake, topic: Topic, *batches: pa.RecordBatch) -> Upload:
    """Each batch becomes a segment."""
    upload = Upload(lake, topic)
    for one in batches:
        upload._size = SEGMENT_BYTES  # as much as it takes
        upload.take(one)
    return upload


def test_segments_are_written_while_rows_come(lake: Lake, k: Topic, storage: WatchedStorage) -> None:
    upload = Upload(lake, k)
    upload.take(three(0))
    assert (upload.finish(), storage.puts) == ([], [])
    upload.take(batch(k=integers(*[7] * MANY)))
    assert (len(upload.segments), upload.gathered) == (1, [])
    upload.take(three(1))
    assert [segment.rows for segment in upload.finish()] == [MANY + 3, 3]
    assert len(storage.puts) == 2


def test_batches_of_a_row_take_no_more_memory_than_their_rows(lake: Lake) -> None:
    topic = create(lake, "j", "k integer, j json, l integer[]")
    types = {column.name: arrow_type(column.duckdb_type) for column in topic.columns}
    upload = Upload(lake, topic)
    for number in range(LOOSE + 1):
        given = {"k": number, "j": f"[{number}]", "l": [number]}
        one = pa.record_batch({name: pa.array([given[name]], of) for name, of in types.items()})
        upload.take(conform(topic, one, lake.default))
    assert [batch.num_rows for batch in upload.gathered] == [LOOSE, 1]
    upload._size = SEGMENT_BYTES
    upload.take(upload.gathered[1])
    append_segments(lake, upload.finish())
    assert rows(lake, "select count(*), sum(k), sum((j ->> 0)::int), sum(l[1]) from j") == [
        (LOOSE + 2, *[LOOSE * (LOOSE + 3) // 2] * 3)
    ]


def test_all_of_them_are_one_append(lake: Lake, k: Topic) -> None:
    before = snapshots(lake)
    segments = upload(lake, k, three(0), three(10)).finish()
    receipt = append_segments(lake, segments)
    assert (receipt.rows, receipt.snapshot, snapshots(lake)) == (6, before, before + 1)
    assert receipt.segments == tuple(segment.stored for segment in segments)
    assert rows(lake, "select count(*), sum(k) from k") == [(6, 36)]


def test_what_is_discarded_leaves_nothing(lake: Lake, k: Topic, storage: WatchedStorage) -> None:
    upload(lake, k, three(0), three(10)).discard()
    assert sorted(storage.deleted) == sorted(storage.puts)
    assert rows(lake, "select * from k") == []


def test_a_key_that_is_sent_again_is_answered_again(keeping_lake: Lake, storage: WatchedStorage) -> None:
    topic = create(keeping_lake, "k", "k integer")
    first = append_segments(keeping_lake, upload(keeping_lake, topic, three(0), three(10)).finish(), "a")
    keeping_lake.keys.copy()
    again = upload(keeping_lake, topic, three(0), three(10)).finish()
    assert append_segments(keeping_lake, again, "a") == first
    assert storage.deleted == [segment.path for segment in again]
    append_segments(keeping_lake, upload(keeping_lake, topic, three(20)).finish(), "b")
    assert rows(keeping_lake, "select count(*) from k") == [(9,)]


def test_who_changes_the_topic_is_waited_for(lake: Lake, k: Topic, storage: WatchedStorage) -> None:
    segments = upload(lake, k, three(0), three(10)).finish()
    with held(lake, k), pytest.raises(LockNotAvailable):
        append_segments(lake, segments, "a", timeout=0.01)
    assert storage.deleted == [segment.path for segment in segments]
    append_segments(lake, upload(lake, k, three(0)).finish(), "a")  # which is free again
    assert rows(lake, "select count(*) from k") == [(3,)]


def test_a_topic_that_was_altered_refuses_them(lake: Lake, k: Topic, storage: WatchedStorage) -> None:
    segments = upload(lake, k, three(0), three(10)).finish()
    run(lake, "alter table k add column v varchar")
    with pytest.raises(SerializationFailure):
        append_segments(lake, segments)
    assert storage.deleted == [segment.path for segment in segments]
    assert rows(lake, "select * from k") == []


def test_a_storage_that_is_full(lake: Lake, k: Topic, storage: WatchedStorage) -> None:
    begun = upload(lake, k, three(0))
    storage.refuse = DiskFull("no space left")
    with pytest.raises(PgError):
        upload(lake, k, three(10))
    begun.gathered = [three(10)]
    with pytest.raises(DiskFull):
        begun.finish()
    begun.discard()
    assert storage.deleted == storage.puts[:1]


def test_what_may_have_been_committed_is_not_removed(
    lake: Lake, k: Topic, storage: WatchedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("after the COMMIT")

    monkeypatch.setattr(lake.metrics, "committed", fail)
    with pytest.raises(RuntimeError):
        append_segments(lake, upload(lake, k, three(0), three(10)).finish())
    assert storage.deleted == []
    assert rows(lake, "select count(*) from k") == [(6,)]
