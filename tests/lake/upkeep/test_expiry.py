"""
What a snapshot has carried outlives it.
"""

from __future__ import annotations

import contextlib
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from pggate.errors import IoError
from pggate.lake.changes import changes
from pggate.lake.declarations import Declarations
from pggate.lake.declared_store import RegistryStore
from pggate.lake.lake import Lake
from pggate.lake.marks import set_mark
from pggate.lake.registry_tables import FIRST_OID
from pggate.lake.upkeep.compaction import compact
from pggate.lake.upkeep.expiry import SLICE, expire
from pggate.lake.upkeep.small_files import Merge
from pggate.lake.writer import Writer
from tests.lake.conftest import NAME
from tests.lake.tools import ONE, create, rows, run, snapshots
from tests.waiting import LONG

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor
    from pggate.lake.declared import Declared
    from pggate.lake.lake import Home
    from pggate.lake.topics import Topic

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def lake(keeping_lake: Lake) -> Lake:
    return keeping_lake


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=1)


def expired(lake: Lake, before: datetime | None = None) -> int:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        return expire(lake, cursor, before or soon())


def merged(lake: Lake, topic: Topic) -> None:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        assert compact(lake, cursor, Merge(topic.table_id, 0, 1 << 20, 1 << 20)).made == 1


def test_a_key_outlives_compaction_expiry_and_a_restart(
    keeping_home: Home, lake: Lake, writer: Writer
) -> None:
    topic = create(lake, "t", "k integer")
    first = writer.submit(topic, ONE, "a").result(LONG)
    second = writer.submit(topic, ONE, "b").result(LONG)
    merged(lake, topic)
    assert expired(lake) > 0
    assert snapshots(lake) == 1
    assert writer.submit(topic, ONE, "a").result(LONG) == first
    writer.close()
    lake.detach()
    again = Lake.attach(NAME, FIRST_OID, keeping_home, lake.storage)
    with contextlib.closing(Writer(again)) as restarted:
        assert restarted.submit(topic, ONE, "a").result(LONG) == first
        assert restarted.submit(topic, ONE, "b").result(LONG) == second
    assert rows(again, "select count(*) from t") == [(2,)]


def test_what_a_topic_declares_outlives_its_snapshot(lake: Lake, keeping_home: Home) -> None:
    said = {
        "columns": [["public", "t", {"k": {"type": 1043, "typmod": 7}}]],
        "keys": [],
        "enums": {},
        "sequences": {},
    }
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.run(f'create table "{lake.alias}".public.t (k varchar)')
        set_mark(cursor, lake.alias, {"declared": said})
        cursor.commit()
    run(lake, "insert into t values ('a')")
    assert expired(lake) > 0
    assert keeping_home.registry is not None
    anew = Declarations(lake.metadata, RegistryStore(keeping_home.registry, lake.oid))
    with contextlib.closing(lake.engine.cursor()) as cursor:
        (topic,) = anew.catch_up(cursor).topics.values()
    assert [column.typmod for column in topic.columns.values()] == [7]


def test_the_newest_before_the_limit_stays(lake: Lake) -> None:
    create(lake, "t", "k integer")
    run(lake, "insert into t values (1)")
    ((kept,),) = rows(lake, f"select max(snapshot_id) from {lake.metadata}.ducklake_snapshot")
    run(lake, "insert into t values (2)")
    ((limit,),) = rows(lake, f"select max(snapshot_time) from {lake.metadata}.ducklake_snapshot")
    assert expired(lake, limit) > 0
    assert rows(lake, f"select min(snapshot_id) from {lake.metadata}.ducklake_snapshot") == [(kept,)]
    assert rows(lake, f"select count(*) from t at (version => {kept})") == [(1,)]
    assert expired(lake, limit) == expired(lake, limit - timedelta(days=1)) == 0


def test_what_a_follower_has_to_read_yet_stays(lake: Lake) -> None:
    create(lake, "t", "k integer")
    for k in range(5):
        run(lake, f"insert into t values ({k})")
    ((newest,),) = rows(lake, f"select max(snapshot_id) from {lake.metadata}.ducklake_snapshot")
    applied = newest - 3
    lake.kept_snapshots.add(lambda: None)
    lake.kept_snapshots.add(lambda: applied)
    assert expired(lake) > 0
    assert expired(lake) == 0
    with contextlib.closing(lake.engine.cursor()) as cursor:
        assert changes(cursor, lake, applied, newest).is_complete
        assert not changes(cursor, lake, applied - 1, newest).is_complete
    assert snapshots(lake) == 4
    applied = newest
    assert expired(lake) == 3


def test_nothing_expires_while_a_follower_cannot_be_asked(lake: Lake) -> None:
    create(lake, "t", "k integer")
    before = snapshots(lake)

    def fail() -> int:
        raise IoError("disk on fire")

    lake.kept_snapshots.add(fail)
    with pytest.raises(IoError):
        expired(lake)
    lake.kept_snapshots.remove(fail)
    assert snapshots(lake) == before
    assert expired(lake) > 0


def test_nothing_expires_that_cannot_be_copied(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    create(lake, "t", "k integer")
    run(lake, "insert into t values (1)")
    before = snapshots(lake)

    def fail() -> None:
        raise IoError("disk on fire")

    monkeypatch.setattr(lake.keys, "copy", fail)
    with pytest.raises(IoError):
        expired(lake)
    assert snapshots(lake) == before


def test_a_process_that_dies_after_the_copy_copies_again(lake: Lake, writer: Writer) -> None:
    topic = create(lake, "t", "k integer")
    first = writer.submit(topic, ONE, "a").result(LONG)
    lake.keys.copy()
    lake.keys.copy()
    assert expired(lake) > 0
    assert writer.submit(topic, ONE, "a").result(LONG) == first


def test_without_a_registry_nothing_expires(any_lake: Lake) -> None:
    create(any_lake, "t", "k integer")
    assert expired(any_lake) == 0


def test_a_commit_beside_it_goes_through(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    create(lake, "t", "k integer")
    run(lake, "insert into t values (1)")
    catch_up = lake.declarations.catch_up

    def meanwhile(cursor: Cursor) -> Declared:
        run(lake, "insert into t values (2)")
        return catch_up(cursor)

    monkeypatch.setattr(lake.declarations, "catch_up", meanwhile)
    assert expired(lake) > 0
    assert rows(lake, "select count(*) from t") == [(2,)]


def test_many_expire_in_slices(lake: Lake) -> None:
    create(lake, "t", "k integer")
    fake(lake, SLICE + 100)
    assert expired(lake) == SLICE
    assert 100 <= expired(lake) < SLICE
    assert snapshots(lake) == 1


def test_a_lake_of_many_commits_is_attached_quickly(keeping_home: Home, lake: Lake) -> None:
    """100,000 commits, all copied: a start reads what comes after them."""
    create(lake, "t", "k integer")
    fake(lake, 100_000, copied=True)
    lake.detach()
    began = time.monotonic()
    again = Lake.attach(NAME, FIRST_OID, keeping_home, lake.storage)
    assert time.monotonic() - began < 2
    assert snapshots(again) >= 100_000


def fake(lake: Lake, count: int, *, copied: bool = False) -> None:
    """Snapshots as so many appends leave them; and what the registry has of them."""
    said = (
        '{"at": "2026-05-01T00:00:00+00:00", "lots": [{"table": 1, "segments": [{"path": "public/t/\' || uuid() ||'
        ' \'.parquet", "bytes": 1000, "sha256": "\' || sha256(i::varchar) || \'"}], "rows": [[1, 100]]}]}'
    )
    newest = f"(select max(snapshot_id) from {lake.metadata}.ducklake_snapshot)"
    made = f"from range(1, {count + 1}) r(i), (select * from {lake.metadata}.ducklake_snapshot where snapshot_id = {newest})"
    run(
        lake,
        f"""insert into {lake.metadata}.ducklake_snapshot_changes
            select snapshot_id + i, 'inserted_into_table:1', 'pggate', null,
                   '{{"pggate": {{"commit": "' || md5(i::varchar) || '", "receipts": {said}}}}}' {made}""",
        f"""insert into {lake.metadata}.ducklake_snapshot
            select snapshot_id + i, now() - interval 1 hour, schema_version, next_catalog_id, next_file_id {made}""",
    )
    if copied:
        lake.keys.copy()
