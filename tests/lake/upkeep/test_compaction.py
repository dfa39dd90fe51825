"""
One step of compaction on a real lake: no row changes, whoever reads or writes beside it.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError, LockNotAvailable, PgError, QueryCanceled, SerializationFailure
from pggate.lake.gate import Kind
from pggate.lake.transactions import begin_change, commit
from pggate.lake.upkeep.compaction import NOTHING, Compacted, compact
from pggate.lake.upkeep.small_files import Merge, Rewrite
from tests.lake.tools import ONE, create, held, named, rows, run, table
from tests.waiting import LONG

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from pggate.lake.upkeep.small_files import Work
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

TARGET = 1 << 23


def merge(topic: Topic) -> Merge:
    return Merge(topic.table_id, 0, TARGET, TARGET)


def step(lake: Lake, work: Work, timeout: float = LONG) -> Compacted:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return compact(lake, cursor, work, timeout)


def filled(lake: Lake, files: int = 5, each: int = 10) -> Topic:
    topic = create(lake, "t", "k integer, v varchar")
    for n in range(files):
        run(lake, f"insert into t select {n * each} + i, 'v' from range({each}) r(i)")
    return topic


def live(lake: Lake) -> int:
    ((count,),) = rows(
        lake, f"select count(*) from {lake.metadata}.ducklake_data_file where end_snapshot is null"
    )
    return int(count)


def content(lake: Lake, at: str = "") -> tuple[int, int, int]:
    """Rows, distinct keys, distinct row numbers."""
    return rows(lake, f"select count(*), count(distinct k), count(distinct rowid) from t {at}")[0]


def test_many_files_become_one_and_hold_the_same_rows(any_lake: Lake) -> None:
    topic = filled(any_lake)
    before = rows(any_lake, "select rowid, k, v from t order by rowid")
    snapshots = [
        found[0] for found in rows(any_lake, f"select snapshot_id from {any_lake.metadata}.ducklake_snapshot")
    ]
    done = step(any_lake, merge(topic))
    assert (done.files, done.made, done.rows, live(any_lake)) == (5, 1, 50, 1)
    assert done.size > 0
    assert rows(any_lake, "select rowid, k, v from t order by rowid") == before
    assert content(any_lake, f"at (version => {max(snapshots) - 2})") == (30, 30, 30)  # time travel
    assert step(any_lake, merge(topic)) == NOTHING


def test_the_order_that_the_topic_is_set_to_is_applied(lake: Lake, writer: Writer) -> None:
    topic = filled(lake)
    run(lake, "alter table t set sorted by (k desc)")
    step(lake, merge(topic))
    ordered = [k for (k,) in rows(lake, "select k from t order by file_row_number")]
    assert ordered == sorted(ordered, reverse=True)


def test_deleted_rows_leave_the_files(lake: Lake) -> None:
    topic = filled(lake)
    run(lake, "delete from t where k % 10 = 3")
    before = rows(lake, "select rowid, k, v from t order by rowid")
    assert step(lake, merge(topic)) == NOTHING
    assert step(lake, Rewrite(topic.table_id, 0.05, TARGET)).files == 5
    assert rows(lake, "select rowid, k, v from t order by rowid") == before
    deletes = f"select count(*) from {lake.metadata}.ducklake_delete_file where end_snapshot is null"
    assert rows(lake, deletes) == [(0,)]


def test_a_topic_that_is_gone_is_left_alone(lake: Lake) -> None:
    topic = filled(lake)
    run(lake, "drop table t")
    assert step(lake, merge(topic)) == NOTHING


def test_who_changes_rows_is_not_disturbed(lake: Lake) -> None:
    topic = filled(lake)
    with held(lake, topic), pytest.raises(LockNotAvailable):
        step(lake, merge(topic), timeout=0)
    assert live(lake) == 5
    assert not lake.gates.gates


def test_appends_pass_and_changes_wait(lake: Lake, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    topic = filled(lake)
    inside, go = threading.Event(), threading.Event()

    def paused() -> None:
        inside.set()
        assert go.wait(LONG)

    monkeypatch.setattr(lake.storage, "sync", paused)
    merging = threading.Thread(target=step, args=[lake, merge(topic)])
    merging.start()
    assert inside.wait(LONG)
    writer.submit(topic, ONE).result(LONG)
    assert content(lake)[0] == 51
    with pytest.raises(LockNotAvailable):
        lake.gates.hold("somebody", topic.table_id, 0.01)
    go.set()
    merging.join(LONG)
    assert (live(lake), content(lake)) == (2, (51, 50, 51))
    lake.gates.hold("somebody", topic.table_id, 0)
    lake.gates.release("somebody")


def test_a_change_that_reads_an_older_snapshot_is_refused(lake: Lake) -> None:
    topic = filled(lake)
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        assert cursor.rows(f"select count(*) from {table(lake)}") == [(50,)]
        step(lake, merge(topic))
        assert cursor.rows(f"select count(*), sum(k) from {table(lake)}") == [
            (50, 1225)
        ]  # from the old files
        with pytest.raises(SerializationFailure):
            begin_change(lake, cursor, "session", named(topic))
        cursor.rollback()
    lake.gates.release("session")
    run(lake, "delete from t where k = 5")
    assert content(lake) == (49, 49, 49)


def test_an_insert_of_an_older_transaction_goes_through(lake: Lake) -> None:
    topic = filled(lake)
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.run(f"insert into {table(lake)} values (100, 'v')")
        step(lake, merge(topic))
        commit(lake, cursor, [topic.table_id], "session")
    assert content(lake) == (51, 51, 51)


@pytest.mark.parametrize("where", ["sync", "commit", "merge"])
def test_a_failure_at_any_step_changes_nothing(
    lake: Lake, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    topic = filled(lake)

    def fail(*_: object) -> None:
        raise IoError("disk on fire")

    match where:
        case "sync":
            monkeypatch.setattr(lake.storage, "sync", fail)
        case "commit":
            monkeypatch.setattr(lake, "commit_and_verify", fail)
        case _:
            monkeypatch.setattr(lake.secret, "renew", fail)
    with pytest.raises(PgError):
        step(lake, merge(topic))
    monkeypatch.undo()
    assert (live(lake), content(lake)) == (5, (50, 50, 50))
    assert not lake.gates.gates
    assert step(lake, merge(topic)).files == 5


def test_an_interrupt_ends_a_merge(lake: Lake) -> None:
    topic = filled(lake)
    with contextlib.closing(lake.engine.cursor(lambda: True)) as cursor, pytest.raises(QueryCanceled):
        compact(lake, cursor, merge(topic))
    assert not lake.gates.is_holding(None, Kind.COMPACT)
    assert (live(lake), content(lake)) == (5, (50, 50, 50))


def test_what_is_merged_is_durable_before_its_commit(
    lake: Lake, storage: WatchedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = filled(lake)
    live_then: list[int] = []
    sync = storage.sync

    def watched() -> None:
        live_then.append(live(lake))
        sync()

    monkeypatch.setattr(storage, "sync", watched)
    step(lake, merge(topic))
    assert live_then == [5]


def test_on_s3_too(s3_lake: Lake) -> None:
    topic = filled(s3_lake)
    assert step(s3_lake, merge(topic)).files == 5
    assert content(s3_lake) == (50, 50, 50)
