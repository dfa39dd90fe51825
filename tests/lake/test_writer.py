"""
Group commit: what an append promises, how appends are joined, and how the writer ends.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from pggate.errors import AdminShutdown, CannotConnectNow, DatatypeMismatch, NotNullViolation
from pggate.lake.backlog import Overloaded
from pggate.lake.damage import find_damage
from pggate.lake.receipts import Receipt
from pggate.lake.writer import Writer
from tests.lake.tools import ONE, batch, create, held, integers, rows, snapshots
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_rows_are_visible_and_durable_when_the_future_is_done(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    commit = writer.submit(t, [batch(k=integers(1, 2), v=["a", None]), batch(k=integers(3))]).result(LONG)
    assert (commit.snapshot, commit.rows) == (3, 3)
    assert rows(lake, "select k, v from t order by k") == [(1, "a"), (2, None), (3, None)]
    assert rows(lake, "select count(*) from t at (version => 2)") == [(0,)]
    ((path, relative),) = rows(lake, f"select path, path_is_relative from {lake.metadata}.ducklake_data_file")
    assert relative
    assert storage.exists(t.path + path)


def test_an_append_that_does_not_fit_is_refused_at_once(
    writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    with pytest.raises(DatatypeMismatch):
        writer.submit(t, [batch(k=["x"])])
    with pytest.raises(NotNullViolation):
        writer.submit(t, [batch(v=["x"])])
    assert storage.puts == []


def test_no_rows_are_no_commit(lake: Lake, writer: Writer, t: Topic) -> None:
    before = snapshots(lake)
    assert writer.submit(t, []).result(LONG) == Receipt(2, 0)
    assert writer.submit(t, [batch(k=integers())]).result(LONG) == Receipt(2, 0)
    assert snapshots(lake) == before


def test_an_append_that_is_alone_does_not_linger(lake: Lake, t: Topic) -> None:
    patient = Writer(lake, linger=LONG)
    for _ in range(3):
        began = time.monotonic()
        patient.submit(t, ONE).result(LONG)
        assert time.monotonic() - began < LONG / 2
    patient.close()


def test_appends_that_wait_are_committed_together(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    before = snapshots(lake)
    storage.open.clear()
    futures = [writer.submit(t, [batch(k=integers(0))])]
    wait_until(lambda: len(storage.puts) == 1)
    futures += [writer.submit(t, [batch(k=integers(number))]) for number in range(1, 50)]
    storage.open.set()
    commits = [future.result(LONG) for future in futures]
    assert {commit.rows for commit in commits} == {1}
    assert len(storage.puts) == 2
    assert snapshots(lake) - before == 2
    assert rows(lake, "select k from t order by k") == [(number,) for number in range(50)]


def test_topics_share_a_snapshot(lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic) -> None:
    others = [create(lake, f"u{number}", "k integer") for number in range(5)]
    before = snapshots(lake)
    storage.open.clear()
    futures = [writer.submit(other, ONE) for other in (t, *others)]
    wait_until(lambda: len(storage.puts) == 6)
    with lake.commit_lock:
        storage.open.set()
        wait_until(lambda: not any(lane.encoding for lane in writer.pipeline.lanes.by_topic.values()))
    assert len({future.result(LONG).snapshot for future in futures}) <= 2
    assert snapshots(lake) - before <= 2


def test_large_appends_go_in_several_segments(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    text = pa.array(["x" * 1000] * 3000)
    big = [batch(k=pa.array(range(3000), pa.int32()), v=text)]  # 3 MB of Arrow
    storage.open.clear()
    futures = [writer.submit(t, big) for _ in range(9)]
    wait_until(lambda: len(storage.puts) >= 3)
    storage.open.set()
    for future in futures:
        assert future.result(LONG).rows == 3000
    assert rows(lake, "select count(*) from t") == [(27_000,)]
    assert 3 <= len(storage.puts) <= 6


def test_waiting_bytes_are_bounded(lake: Lake, storage: WatchedStorage, t: Topic) -> None:
    small = Writer(lake, waiting_bytes=2000)
    other = create(lake, "u", "k integer")
    storage.open.clear()
    hundred = [batch(k=integers(*range(100)))]
    futures = [small.submit(t, hundred)]  # 400 bytes and what goes with them
    with pytest.raises(Overloaded) as caught:
        futures += [small.submit(t, hundred) for _ in range(10)]
    assert caught.value.code == "53400"
    assert caught.value.retry_after_ms >= 50
    futures.append(small.submit(other, ONE))  # one topic cannot take everything
    storage.open.set()
    for future in futures:
        future.result(LONG)
    small.submit(t, hundred).result(LONG)  # and it goes on
    small.submit(t, [batch(k=integers(*range(10_000)))]).result(
        LONG
    )  # one alone may be larger than the limit
    small.close()
    assert small.pipeline.backlog.appends == 0
    assert (small.pipeline.backlog.total, dict(small.pipeline.backlog.of_topic)) == (0, {})


def test_many_threads_every_row_once(lake: Lake, writer: Writer, t: Topic) -> None:
    other = create(lake, "u", "k integer")
    posts = 1000
    before = snapshots(lake)

    def post(number: int) -> None:
        keys = integers(*range(100 * number, 100 * number + 100))
        writer.submit((t, other)[number % 2], [batch(k=keys)]).result(LONG)

    began = time.monotonic()
    with ThreadPoolExecutor(64) as pool:
        list(pool.map(post, range(posts)))
    seconds = time.monotonic() - began
    commits = snapshots(lake) - before
    print(f"\n{posts / seconds:.0f} acks/s, {posts / commits:.1f} appends per commit")
    for name in ("t", "u"):
        assert rows(lake, f"select count(*), count(distinct k) from {name}") == [(50_000, 50_000)]
    assert commits <= posts / 5
    assert find_damage(lake) == []


# ---- the end ----


def test_close_finishes_what_is_in_flight_and_refuses_what_comes(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.open.clear()
    futures = [writer.submit(t, ONE) for _ in range(10)]
    closing = threading.Thread(target=writer.close)
    closing.start()
    wait_until(lambda: writer.pipeline.lanes.closing)
    with pytest.raises(CannotConnectNow):
        writer.submit(t, ONE)
    storage.open.set()
    closing.join(LONG)
    assert [future.result(0).rows for future in futures] == [1] * 10
    assert rows(lake, "select count(*) from t") == [(10,)]


def test_close_gives_up_what_a_gate_holds_back(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    with held(lake, t):
        futures = [writer.submit(t, ONE) for _ in range(3)]
        wait_until(lambda: any(lane.ready for lane in writer.pipeline.lanes.by_topic.values()))
        writer.close(timeout=0.2)
        for future in futures:
            with pytest.raises(AdminShutdown):
                future.result(0)
    assert rows(lake, "select count(*) from t") == [(0,)]
    assert not any(storage.exists(path) for path in storage.puts)


def test_close_gives_up_what_an_encoder_still_holds(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    storage.open.clear()
    futures = [writer.submit(t, ONE) for _ in range(3)]
    wait_until(lambda: len(storage.puts) == 1)
    closing = threading.Thread(target=writer.close, args=(0.05,))
    closing.start()
    wait_until(lambda: writer.pipeline.stopped)
    storage.open.set()
    closing.join(LONG)
    for future in futures:
        with pytest.raises(AdminShutdown):
            future.result(0)
    assert rows(lake, "select count(*) from t") == [(0,)]
    assert not any(storage.exists(path) for path in storage.puts)
    assert writer.pipeline.backlog.appends == 0
