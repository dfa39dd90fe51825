"""
What is let go of when.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError
from pggate.lake.upkeep.compaction import compact
from pggate.lake.upkeep.letting_go import INTERVAL, ORPHANS_INTERVAL, Ages, LettingGo
from pggate.lake.upkeep.passing_time import PassingTime
from pggate.lake.upkeep.small_files import Merge
from tests.lake.tools import create, run, snapshots

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

NOW = Ages(timedelta(0), timedelta(minutes=-40), timedelta(minutes=-40))  # what is due in 40 minutes is due


@pytest.fixture
def lake(keeping_lake: Lake) -> Lake:
    topic = create(keeping_lake, "t", "k integer")
    run(keeping_lake, *(f"insert into t values ({n})" for n in range(4)))
    with contextlib.closing(keeping_lake.engine.cursor()) as cursor:
        compact(keeping_lake, cursor, Merge(topic.table_id, 0, 1 << 20, 1 << 20))
    return keeping_lake


def look(letting_go: LettingGo, lake: Lake) -> bool:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return letting_go.look_after(lake, cursor)


def files(storage: WatchedStorage) -> int:
    return len(list(storage.directory.rglob("*.parquet")))


def test_snapshots_and_files_go(lake: Lake, storage: WatchedStorage) -> None:
    assert not look(LettingGo(NOW), lake)
    assert (snapshots(lake), files(storage)) == (1, 1)


def test_not_by_default_so_soon(lake: Lake, storage: WatchedStorage) -> None:
    before = snapshots(lake)
    storage.put("public/t/left.parquet", b"left")
    look(LettingGo(Ages()), lake)
    assert (snapshots(lake), files(storage)) == (before, 6)


def test_never_while_something_older_is_open(lake: Lake, storage: WatchedStorage) -> None:
    before, began = snapshots(lake), datetime.now(UTC) - timedelta(minutes=5)
    look(LettingGo(NOW, lambda: began), lake)
    assert (snapshots(lake), files(storage)) == (before, 5)


def test_for_ever(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshots(lake)
    monkeypatch.setattr("pggate.lake.upkeep.letting_go.remove_orphans", lambda *_: pytest.fail("removed"))
    look(LettingGo(Ages(None, NOW.files, None)), lake)
    assert snapshots(lake) == before


def test_a_lake_is_looked_at_now_and_then(lake: Lake) -> None:
    now = [0.0]
    letting_go = LettingGo(NOW, clock=lambda: now[0])
    look(letting_go, lake)
    run(lake, "insert into t values (9)")
    look(letting_go, lake)
    assert snapshots(lake) == 2
    now[0] = INTERVAL
    look(letting_go, lake)
    assert snapshots(lake) == 1
    letting_go.forget_others([])
    run(lake, "insert into t values (9)")
    look(letting_go, lake)
    assert snapshots(lake) == 1


def test_orphans_are_left_alone_for_a_while(lake: Lake, storage: WatchedStorage) -> None:
    """Who has started with another catalog than he meant has time to see it."""
    storage.put("public/t/left.parquet", b"left")
    os.utime(storage.directory / "public/t/left.parquet", (0, 0))
    now = [0.0]
    letting_go = LettingGo(NOW, clock=lambda: now[0])
    look(letting_go, lake)
    assert files(storage) == 2
    now[0] = ORPHANS_INTERVAL
    look(letting_go, lake)
    assert files(storage) == 1


def test_a_step_that_fails_keeps_no_other(
    lake: Lake, storage: WatchedStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise IoError("gone")

    monkeypatch.setattr("pggate.lake.upkeep.letting_go.remove_old_rows", fail)
    look(LettingGo(NOW), lake)
    assert (snapshots(lake), files(storage)) == (1, 1)


def test_a_clock_that_jumps_ahead(lake: Lake) -> None:
    wall, before = [datetime.now(UTC)], snapshots(lake)
    passing = PassingTime(lambda: wall[0])
    wall[0] += timedelta(days=400)
    look(LettingGo(Ages(), passing=passing), lake)
    assert snapshots(lake) == before
