"""
What is let go of when.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pggate.lake.compaction import compact
from pggate.lake.letting_go import INTERVAL, Ages, LettingGo
from pggate.lake.small_files import Merge
from tests.lake.tools import create, run, snapshots

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included

NOW = Ages(timedelta(0), timedelta(minutes=-20), timedelta(minutes=-20))  # what is due in 20 minutes is due


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
    monkeypatch.setattr("pggate.lake.letting_go.remove_orphans", lambda *_: pytest.fail("removed"))
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
