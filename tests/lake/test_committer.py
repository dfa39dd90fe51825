"""
What is committed, behind which gate, and that one failure stays one failure.
"""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import DataError, IoError, PgError, UndefinedTable
from pggate.lake import committer
from pggate.lake.commits import Failure, Round, commit_round
from pggate.lake.lake import Lake
from tests.lake.tools import ONE, batch, create, held, integers, lanes, rows, run
from tests.waiting import LONG, wait_until

if TYPE_CHECKING:
    from pggate.lake.segments import Segment
    from pggate.lake.topics import Topic
    from pggate.lake.writer import Writer
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_a_dropped_topic_fails_its_own_waiters_only(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
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


def test_a_file_that_the_engine_refuses_fails_its_topic_alone(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic
) -> None:
    other = create(lake, "u", "k integer")
    with held(lake, t), held(lake, other):
        bad, good = writer.submit(t, ONE), writer.submit(other, ONE)
        wait_until(lambda: sum(len(lane.ready) for lane in writer.pipeline.lanes.by_topic.values()) == 2)
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

    def aborted(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        with contextlib.suppress(PgError):
            cursor.rows("select cast('x' as integer)")
        return real(lake, cursor, before, mark)

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
    def lost(lake: Lake, cursor: Any, before: int, mark: str) -> int:
        real(lake, cursor, before, mark)
        raise IoError("connection lost")

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", lost)
    commit = writer.submit(t, ONE).result(LONG)
    monkeypatch.undo()
    assert (commit.rows, rows(lake, "select k from t")) == (1, [(1,)])
    assert rows(lake, f'from "{lake.alias}".current_snapshot()') == [(commit.snapshot,)]


def test_a_bad_value_does_not_fail_those_that_shared_its_segment(
    lake: Lake, writer: Writer, storage: WatchedStorage, t: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the engine could not read what one of the appends has written."""

    def refuse(lake: Lake, segments: list[Segment]) -> Round:
        refused = [made for made in segments if any(append.batches is bad for append in made.appends)]
        outcome = commit_round(lake, [made for made in segments if made not in refused])
        outcome.failed += [Failure(made, DataError("no such value")) for made in refused]
        return outcome

    bad = [batch(k=integers(2))]
    monkeypatch.setattr(committer, "commit_round", refuse)
    with held(lake, t):
        first = writer.submit(t, ONE)  # behind it the others are gathered
        wait_until(lambda: any(lane.ready for lane in lanes(writer)))
        refused, kept = writer.submit(t, bad), writer.submit(t, [batch(k=integers(3))])
    with pytest.raises(DataError, match="no such value"):
        refused.result(LONG)
    assert [future.result(LONG).rows for future in (first, kept)] == [1, 1]
    assert rows(lake, "select k from t order by k") == [(1,), (3,)]
    writer.close()
    assert len(storage.deleted) == 2  # the one that both had shared, and the bad one's own


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
