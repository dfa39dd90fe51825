"""
Group commit: what an append promises, how appends are joined, and that one failure stays one failure.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from pggate.errors import (
    AdminShutdown,
    CannotConnectNow,
    DatatypeMismatch,
    InternalError,
    IoError,
    NotNullViolation,
    PgError,
    QueryCanceled,
    UndefinedTable,
)
from pggate.lake.backlog import Overloaded
from pggate.lake.commits import Commit
from pggate.lake.damage import find_damage
from pggate.lake.lake import Lake
from pggate.lake.objects import LocalStorage
from pggate.lake.writer import Writer
from tests.lake.tools import LONG, batch, create, integers, rows, run, topic, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lanes import Lane
    from pggate.lake.objects import Stored
    from pggate.lake.topics import Topic

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


ONE = [batch(k=integers(1))]


class Storage(LocalStorage):
    """A directory whose PUTs can be held back or refused."""

    def __init__(self, inner: LocalStorage) -> None:
        super().__init__(inner.directory)
        self.open = threading.Event()
        self.open.set()
        self.refuse: PgError | None = None
        self.puts: list[str] = []
        self.deleted: list[str] = []

    def put(self, path: str, data: bytes) -> Stored:
        self.puts.append(path)
        assert self.open.wait(LONG)
        if self.refuse is not None:
            raise self.refuse
        return super().put(path, data)

    def delete(self, path: str) -> None:
        self.deleted.append(path)
        super().delete(path)


@pytest.fixture
def storage(tmp_path: Any) -> Storage:
    return Storage(LocalStorage(tmp_path / "data"))


@pytest.fixture
def t(lake: Lake) -> Topic:
    return create(lake, "t", "k integer not null, v varchar")


def snapshots(lake: Lake) -> int:
    return rows(lake, f"select count(*) from {lake.metadata}.ducklake_snapshot")[0][0]


@contextlib.contextmanager
def held(lake: Lake, topic: Topic) -> Iterator[None]:
    """Somebody changes rows of the topic meanwhile."""
    owner = object()
    lake.gates.hold(owner, topic.table_id, LONG)
    try:
        yield
    finally:
        lake.gates.release(owner)


def test_rows_are_visible_and_durable_when_the_future_is_done(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    commit = writer.submit(t, [batch(k=integers(1, 2), v=["a", None]), batch(k=integers(3))]).result(LONG)
    assert commit == Commit(snapshot=3, rows=3)
    assert rows(lake, "select k, v from t order by k") == [(1, "a"), (2, None), (3, None)]
    assert rows(lake, "select count(*) from t at (version => 2)") == [(0,)]
    ((path, relative),) = rows(lake, f"select path, path_is_relative from {lake.metadata}.ducklake_data_file")
    assert relative
    assert storage.exists(t.path + path)


def test_an_append_that_does_not_fit_is_refused_at_once(writer: Writer, storage: Storage, t: Topic) -> None:
    with pytest.raises(DatatypeMismatch):
        writer.submit(t, [batch(k=["x"])])
    with pytest.raises(NotNullViolation):
        writer.submit(t, [batch(v=["x"])])
    assert storage.puts == []


def test_no_rows_are_no_commit(lake: Lake, writer: Writer, t: Topic) -> None:
    before = snapshots(lake)
    assert writer.submit(t, []).result(LONG) == Commit(2, 0)
    assert writer.submit(t, [batch(k=integers())]).result(LONG) == Commit(2, 0)
    assert snapshots(lake) == before


def test_an_append_that_is_alone_does_not_linger(lake: Lake, t: Topic) -> None:
    patient = Writer(lake, linger=LONG)
    for _ in range(3):
        began = time.monotonic()
        patient.submit(t, ONE).result(LONG)
        assert time.monotonic() - began < LONG / 2
    patient.close()


def test_appends_that_wait_are_committed_together(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
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


def test_topics_share_a_snapshot(lake: Lake, writer: Writer, storage: Storage, t: Topic) -> None:
    others = [create(lake, f"u{number}", "k integer") for number in range(5)]
    before = snapshots(lake)
    storage.open.clear()
    futures = [writer.submit(other, ONE) for other in (t, *others)]
    wait_until(lambda: len(storage.puts) == 6)
    with lake.commit_lock:
        storage.open.set()
        wait_until(lambda: not any(lane.encoding for lane in writer.lanes.by_topic.values()))
    assert len({future.result(LONG).snapshot for future in futures}) <= 2
    assert snapshots(lake) - before <= 2


def test_large_appends_go_in_several_segments(lake: Lake, writer: Writer, storage: Storage, t: Topic) -> None:
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


def test_waiting_bytes_are_bounded(lake: Lake, storage: Storage, t: Topic) -> None:
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
    assert small.backlog.appends == 0
    assert (small.backlog.total, dict(small.backlog.of_topic)) == (0, {})


def test_a_failed_put_fails_its_appends_and_nothing_else(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    storage.refuse = IoError("the disk is gone")
    with pytest.raises(IoError, match="the disk is gone"):
        writer.submit(t, ONE).result(LONG)
    storage.refuse = None
    writer.submit(t, ONE).result(LONG)
    assert rows(lake, "select k from t") == [(1,)]


# ---- the topic changes between encoding and commit ----


def test_a_dropped_topic_fails_its_own_waiters_only(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    other = create(lake, "u", "k integer")
    storage.open.clear()
    lost, kept = writer.submit(t, ONE), writer.submit(other, ONE)
    wait_until(lambda: len(storage.puts) == 2)
    run(lake, "drop table t")
    storage.open.set()
    with pytest.raises(UndefinedTable, match='relation "t" does not exist'):
        lost.result(LONG)
    kept.result(LONG)
    assert storage.deleted == [path for path in storage.puts if path.startswith(t.path)]


@pytest.mark.parametrize(
    ("change", "query", "expected"),
    [
        ("alter table t add column w integer default 7", "select k, w from t", (1, 7)),
        ("alter table t drop column v", "select * from t", (1,)),
        ("alter table t rename to s", "select k from s", (1,)),
        ("alter table t alter k type bigint", "select k, typeof(k) from t", (1, "BIGINT")),
        ("create table u (i integer)", "select k from t", (1,)),
    ],
)
def test_an_altered_topic_gets_the_rows_conformed_again(
    lake: Lake,
    writer: Writer,
    storage: Storage,
    t: Topic,
    change: str,
    query: str,
    expected: tuple[object, ...],
) -> None:
    storage.open.clear()
    future = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    run(lake, change)
    storage.open.set()
    assert future.result(LONG).rows == 1
    assert rows(lake, query) == [expected]
    assert len(storage.deleted) == len(storage.puts) - 1


def test_rows_that_do_not_fit_an_altered_topic_are_refused(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    storage.open.clear()
    first = writer.submit(t, [batch(k=integers(0))])
    wait_until(lambda: len(storage.puts) == 1)
    fits, fits_not = writer.submit(t, ONE), writer.submit(t, [batch(k=integers(2), v=["x"])])
    run(lake, "alter table t drop column v")
    storage.open.set()
    for future in (first, fits):
        assert future.result(LONG).rows == 1
    with pytest.raises(PgError, match='column "v" of relation "t" does not exist'):
        fits_not.result(LONG)
    assert rows(lake, "select k from t order by k") == [(0,), (1,)]


def test_an_append_with_an_old_view_of_the_topic_is_fine(lake: Lake, writer: Writer, t: Topic) -> None:
    run(lake, "alter table t add column w integer")
    writer.submit(t, ONE).result(LONG)
    writer.submit(topic(lake, "t"), [batch(k=integers(2), w=integers(5))]).result(LONG)
    assert rows(lake, "select k, w from t order by k") == [(1, None), (2, 5)]


# ---- what the engine refuses ----


def test_a_file_that_the_engine_refuses_fails_its_topic_alone(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    other = create(lake, "u", "k integer")
    with held(lake, t), held(lake, other):
        bad, good = writer.submit(t, ONE), writer.submit(other, ONE)
        wait_until(lambda: sum(len(lane.ready) for lane in writer.lanes.by_topic.values()) == 2)
        (storage.directory / storage.puts[0 if storage.puts[0].startswith(t.path) else 1]).write_bytes(
            b"no parquet"
        )
    with pytest.raises(PgError):
        bad.result(LONG)
    good.result(LONG)
    assert rows(lake, "select k from u") == [(1,)]
    assert rows(lake, "select count(*) from t") == [(0,)]
    writer.submit(t, ONE).result(LONG)  # the lane goes on


def test_a_commit_that_made_no_snapshot_is_not_acknowledged(
    lake: Lake, writer: Writer, t: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """duckdb 1.5.5: COMMIT of a transaction that an error aborted answers OK, and rolls back."""

    def aborted(lake: Lake, cursor: Any, before: int) -> int:
        with contextlib.suppress(PgError):
            cursor.rows("select cast('x' as integer)")
        return real(lake, cursor, before)

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", aborted)
    with pytest.raises(PgError, match="made no snapshot"):
        writer.submit(t, ONE).result(LONG)
    monkeypatch.undo()
    assert rows(lake, "select count(*) from t") == [(0,)]
    writer.submit(t, ONE).result(LONG)


def test_a_commit_whose_answer_is_lost_is_found_again(
    lake: Lake, writer: Writer, t: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(lake: Lake, cursor: Any, before: int) -> int:
        real(lake, cursor, before)
        raise IoError("connection lost")

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", lost)
    commit = writer.submit(t, ONE).result(LONG)
    monkeypatch.undo()
    assert (commit.rows, rows(lake, "select k from t")) == (1, [(1,)])
    assert rows(lake, f'from "{lake.alias}".current_snapshot()') == [(commit.snapshot,)]


# ---- gates ----


def test_a_held_topic_waits_and_the_others_go_on(lake: Lake, writer: Writer, t: Topic) -> None:
    other = create(lake, "u", "k integer")
    with held(lake, t):
        waiting = [writer.submit(t, ONE) for _ in range(5)]
        for _ in range(3):
            writer.submit(other, ONE).result(LONG)
        assert not any(future.done() for future in waiting)
    for future in waiting:
        future.result(LONG)
    assert rows(lake, "select count(*) from t") == [(5,)]


def test_a_change_gets_its_turn_in_a_stream_of_appends(lake: Lake, writer: Writer, t: Topic) -> None:
    stop = threading.Event()

    def stream() -> None:
        while not stop.is_set():
            writer.submit(t, ONE).result(LONG)

    with ThreadPoolExecutor(4) as pool:
        streams = [pool.submit(stream) for _ in range(4)]
        for _ in range(5):
            with held(lake, t):
                pass
        stop.set()
        for future in streams:
            future.result(LONG)


# ---- withdrawn ----


STOP = QueryCanceled("canceling statement due to user request")


def test_what_waits_can_be_withdrawn_whatever_it_waits_for(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    """The first two share a segment, which is made; the third is gathered behind it."""
    with held(lake, t):
        storage.open.clear()
        first = writer.submit(t, ONE)
        wait_until(lambda: len(storage.puts) == 1)
        shared = [writer.submit(t, [batch(k=integers(number))]) for number in (2, 3)]
        assert writer.withdraw(first, STOP)  # while it is being made durable
        storage.open.set()
        wait_until(lambda: any(len(s.appends) == 2 for lane in lanes(writer) for s in lane.ready))
        gathered = [writer.submit(t, [batch(k=integers(number))]) for number in (4, 5)]
        assert writer.withdraw(shared[0], STOP)
        assert writer.withdraw(gathered[0], STOP)
    for future in (shared[1], gathered[1]):
        assert future.result(LONG).rows == 1
        assert not writer.withdraw(future, STOP)
    for future in (first, shared[0], gathered[0]):
        with pytest.raises(QueryCanceled):
            future.result(0)
    assert rows(lake, "select k from t order by k") == [(3,), (5,)]
    writer.close()
    assert (writer.backlog.appends, writer.backlog.total, writer.waiting) == (0, 0, {})
    listed = rows(lake, f"select count(*) from {lake.metadata}.ducklake_data_file")
    assert [(sum(storage.exists(path) for path in storage.puts),)] == listed


def test_a_topic_whose_appends_were_all_withdrawn_goes_on(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    with held(lake, t):
        future = writer.submit(t, ONE)
        wait_until(lambda: any(lane.ready for lane in lanes(writer)))
        assert writer.withdraw(future, STOP)
    with held(lake, t):  # its pass was given back
        pass
    writer.submit(t, [batch(k=integers(2))]).result(LONG)
    assert rows(lake, "select k from t") == [(2,)]


def test_only_a_gate_is_a_reason_to_give_up(lake: Lake, writer: Writer, storage: Storage, t: Topic) -> None:
    storage.open.clear()
    future = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    assert not writer.withdraw(future, STOP, at_gate=True)
    with held(lake, t):
        storage.open.set()
        wait_until(lambda: any(lane.request for lane in lanes(writer)))
        assert writer.withdraw(future, STOP, at_gate=True)
    assert rows(lake, "select count(*) from t") == [(0,)]


def test_what_is_withdrawn_at_any_moment_never_exists_and_the_rest_does_once(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    def post(number: int) -> list[int]:
        """The keys of ten appends that were acknowledged; another ten are called off, or it is tried."""
        chance = random.Random(number)
        acknowledged = []
        for key in range(20 * number, 20 * number + 20):
            future = writer.submit(t, [batch(k=integers(key))])
            if key % 2:
                wait([future], chance.random() / 50)
                if writer.withdraw(future, STOP):
                    continue
            future.result(LONG)
            acknowledged.append(key)
            if chance.random() < 0.02:
                with held(lake, t):
                    run(lake, f"alter table t add column c{key} integer")
        return acknowledged

    with ThreadPoolExecutor(16) as pool:
        acknowledged = sorted(key for keys in pool.map(post, range(50)) for key in keys)
    assert len(acknowledged) >= 500
    assert rows(lake, "select k from t order by k") == [(key,) for key in acknowledged]
    writer.close()
    assert (writer.backlog.appends, writer.backlog.total, writer.waiting) == (0, 0, {})
    listed = rows(lake, f"select count(*) from {lake.metadata}.ducklake_data_file")
    assert [(sum(storage.exists(path) for path in storage.puts),)] == listed


def lanes(writer: Writer) -> list[Lane]:
    with writer.changed:
        return list(writer.lanes.by_topic.values())


# ---- faults of ours ----


def test_a_fault_while_conforming_again_fails_its_appends_and_nothing_else(
    lake: Lake, writer: Writer, storage: Storage, t: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    storage.open.clear()
    lost = writer.submit(t, ONE)
    wait_until(lambda: len(storage.puts) == 1)
    run(lake, "alter table t drop column v")
    with monkeypatch.context() as patch:
        patch.setattr("pggate.lake.writer.conform", broken)
        storage.open.set()
        with pytest.raises(InternalError):
            lost.result(LONG)
    writer.submit(t, [batch(k=integers(2))]).result(LONG)
    assert rows(lake, "select k from t") == [(2,)]


# ---- the end ----


def test_close_finishes_what_is_in_flight_and_refuses_what_comes(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    storage.open.clear()
    futures = [writer.submit(t, ONE) for _ in range(10)]
    closing = threading.Thread(target=writer.close)
    closing.start()
    wait_until(lambda: writer.lanes.closing)
    with pytest.raises(CannotConnectNow):
        writer.submit(t, ONE)
    storage.open.set()
    closing.join(LONG)
    assert [future.result(0).rows for future in futures] == [1] * 10
    assert rows(lake, "select count(*) from t") == [(10,)]


def test_close_gives_up_what_a_gate_holds_back(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    with held(lake, t):
        futures = [writer.submit(t, ONE) for _ in range(3)]
        wait_until(lambda: any(lane.ready for lane in writer.lanes.by_topic.values()))
        writer.close(timeout=0.2)
        for future in futures:
            with pytest.raises(AdminShutdown):
                future.result(0)
    assert rows(lake, "select count(*) from t") == [(0,)]
    assert not any(storage.exists(path) for path in storage.puts)


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


def test_close_gives_up_what_an_encoder_still_holds(
    lake: Lake, writer: Writer, storage: Storage, t: Topic
) -> None:
    storage.open.clear()
    futures = [writer.submit(t, ONE) for _ in range(3)]
    wait_until(lambda: len(storage.puts) == 1)
    closing = threading.Thread(target=writer.close, args=(0.05,))
    closing.start()
    wait_until(lambda: writer.stopped)
    storage.open.set()
    closing.join(LONG)
    for future in futures:
        with pytest.raises(AdminShutdown):
            future.result(0)
    assert rows(lake, "select count(*) from t") == [(0,)]
    assert not any(storage.exists(path) for path in storage.puts)
    assert writer.backlog.appends == 0
