"""
Files that nobody needs, and files that somebody does.
"""

from __future__ import annotations

import contextlib
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pggate.lake.upkeep.cleaning import MARGIN, find_orphans, remove_old_files, remove_orphans
from pggate.lake.upkeep.compaction import compact
from pggate.lake.upkeep.small_files import Merge
from tests.lake.tools import create, rows, run, segment, table

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.lake.lake import Lake
    from pggate.lake.topics import Topic
    from tests.lake.tools import WatchedStorage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def filled(lake: Lake, files: int = 4) -> Topic:
    topic = create(lake, "t", "k integer")
    run(lake, *(f"insert into t values ({n})" for n in range(files)))
    with contextlib.closing(lake.engine.cursor()) as cursor:
        compact(lake, cursor, Merge(topic.table_id, 0, 1 << 20, 1 << 20))
    return topic


def ahead(seconds: float = 1) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def removed(lake: Lake, before: datetime) -> int:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return remove_old_files(lake, cursor, before)


def orphans(lake: Lake, before: datetime) -> list[str]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return [path.rpartition("/")[2] for path in remove_orphans(lake, cursor, before)]


def test_merged_files_go_when_they_are_old(any_lake: Lake, storage: WatchedStorage) -> None:
    filled(any_lake)
    assert removed(any_lake, ahead(-60)) == 0
    assert removed(any_lake, ahead()) == 4
    assert removed(any_lake, ahead()) == 0
    assert len(parquet(storage.directory)) == 1
    assert rows(any_lake, "select count(*), sum(k) from t") == [(4, 6)]
    assert rows(any_lake, "select count(*) from t at (version => 4)")[0][0] <= 2


def test_a_file_that_is_gone_already_is_no_fault(lake: Lake, storage: WatchedStorage) -> None:
    filled(lake)
    ((path,), *_) = rows(lake, f"select path from {lake.metadata}.ducklake_files_scheduled_for_deletion")
    storage.delete(path)
    assert removed(lake, ahead()) == 4


def test_on_s3_too(s3_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(s3_lake)
    assert removed(s3_lake, ahead()) == 4
    s3_lake.storage.put("public/t/left.parquet", b"left")
    assert orphans(s3_lake, ahead(-3600)) == []
    monkeypatch.setattr(s3_lake.unfinished, "oldest", lambda: ahead() + MARGIN)  # S3 says when it was written
    assert orphans(s3_lake, ahead()) == ["left.parquet"]
    assert rows(s3_lake, "select count(*) from t") == [(4,)]


def test_orphans_are_what_no_snapshot_has_named(lake: Lake, storage: WatchedStorage) -> None:
    filled(lake)
    storage.put("public/t/left.parquet", b"left")
    assert orphans(lake, ahead(-3600)) == []
    with contextlib.closing(lake.engine.cursor()) as cursor:
        (found,) = find_orphans(lake, cursor, ahead())
    assert found.endswith("/left.parquet")
    assert orphans(lake, ahead()) == []  # the limit is earlier than everything that may be under way now
    os.utime(storage.directory / "public/t/left.parquet", (0, 0))
    assert orphans(lake, ahead()) == ["left.parquet"]
    assert len(parquet(storage.directory)) == 5  # those that were merged are no orphans
    assert rows(lake, "select count(*) from t at (version => 4)")[0][0] <= 2


def test_a_segment_in_hand_is_no_orphan(lake: Lake, storage: WatchedStorage) -> None:
    topic = filled(lake)
    made = segment(lake, topic, 1)
    assert orphans(lake, lake.unfinished.oldest() + MARGIN) == []
    assert storage.exists(made.path)


def test_an_open_transaction_reads_merged_files_as_long_as_they_are_kept(lake: Lake) -> None:
    topic = create(lake, "t", "k integer")
    run(lake, *(f"insert into t values ({n})" for n in range(4)))
    with contextlib.closing(lake.engine.cursor()) as reader:
        began = datetime.now(UTC)
        reader.begin()
        assert reader.rows(f"select count(*) from {table(lake)}") == [(4,)]
        with contextlib.closing(lake.engine.cursor()) as cursor:
            compact(lake, cursor, Merge(topic.table_id, 0, 1 << 20, 1 << 20))
        assert removed(lake, began - MARGIN) == 0
        assert reader.rows(f"select sum(k) from {table(lake)}") == [(6,)]
        reader.rollback()


def parquet(directory: Path) -> list[Path]:
    return list(directory.rglob("*.parquet"))
