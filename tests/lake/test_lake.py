"""
One lake: attaching, and the one way in which a transaction becomes durable.
"""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.errors import (
    InFailedSqlTransaction,
    IoError,
    LockNotAvailable,
    ObjectNotInPrerequisiteState,
    PgError,
    SerializationFailure,
)
from pggate.lake.damage import find_damage
from pggate.lake.gates import Kind
from pggate.lake.lake import Lake
from pggate.lake.marks import OutcomeUnknownError
from pggate.lake.objects import LocalStorage
from pggate.lake.registry import FIRST_OID
from tests.lake.conftest import NAME, open_lake
from tests.lake.tools import create, named, rows, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.engine.query import Cursor
    from pggate.lake.lake import Home
    from pggate.lake.objects import Storage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def cursor(any_lake: Lake) -> Iterator[Cursor]:
    with contextlib.closing(any_lake.engine.cursor()) as cursor:
        yield cursor


def table(lake: Lake, name: str = "t") -> str:
    return f'"{lake.alias}".public.{name}'


def test_a_new_lake_has_the_schema_public_and_inlines_nothing(any_lake: Lake) -> None:
    create(any_lake, "t", "a integer")
    run(any_lake, "insert into t values (1)")
    assert rows(any_lake, f"select count(*) from {any_lake.metadata}.ducklake_data_file") == [(1,)]
    schemas = f"select schema_name from {any_lake.metadata}.ducklake_schema where end_snapshot is null"
    assert sorted(rows(any_lake, schemas)) == [("main",), ("public",)]


def test_a_lake_is_attached_again_with_everything_in_it(any_home: Home, storage: Storage) -> None:
    with open_lake(any_home, storage) as lake:
        topic = create(lake, "t", "a integer")
        run(lake, "insert into t values (1)")
    again = Lake.attach(NAME, FIRST_OID, any_home, storage)
    assert rows(again, "select a from t") == [(1,)]
    with contextlib.closing(again.engine.cursor()) as cursor:
        assert again.topics(cursor) == (topic,)
        newest = again.last_committed(cursor)  # nothing was, since it was attached
        assert newest == again.snapshot(cursor)
        cursor.begin()
        cursor.run(f"insert into {table(again)} values (2)")
        assert again.commit(cursor, [topic.table_id]) == newest + 1
    again.detach()


def test_a_missing_catalog_is_not_made_silently(any_home: Home, storage: Storage) -> None:
    with pytest.raises(ObjectNotInPrerequisiteState, match='the catalog of database "sales" is missing'):
        Lake.attach(NAME, FIRST_OID, any_home, storage)


def test_a_catalog_of_another_version_is_refused(home: Home, storage: Storage) -> None:
    with open_lake(home, storage) as lake:
        run(lake, f"update {lake.metadata}.ducklake_metadata set value = '0.3' where key = 'version'")
        with contextlib.closing(lake.engine.cursor()) as cursor, pytest.raises(ObjectNotInPrerequisiteState):
            lake.refuse_other_versions(cursor)


def test_a_data_directory_may_be_moved(home: Home, tmp_path: Path) -> None:
    with open_lake(home, LocalStorage(tmp_path / "here")) as lake:
        create(lake, "t", "a integer")
        run(lake, "insert into t values (1)")
    shutil.move(tmp_path / "here", tmp_path / "there")
    again = Lake.attach(NAME, FIRST_OID, home, LocalStorage(tmp_path / "there"))
    run(again, "insert into t values (2)")
    assert rows(again, "select a from t order by a") == [(1,), (2,)]
    assert find_damage(again) == []
    again.detach()


# ---- commit ----


def test_commit_returns_the_snapshot_that_holds_the_rows(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    snapshot = any_lake.commit(cursor, [topic.table_id])
    assert rows(any_lake, f"select a from t at (version => {snapshot})") == [(1,)]
    assert rows(any_lake, f"select a from t at (version => {snapshot - 1})") == []
    assert any_lake.snapshot(cursor) == any_lake.last_committed(cursor) == snapshot
    assert any_lake.gates.last_write == {topic.table_id: snapshot}


def test_commit_syncs_before_the_snapshot_exists(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    create(lake, "t", "a integer")
    seen: list[list[tuple[int]]] = []
    monkeypatch.setattr(lake.storage, "sync", lambda: seen.append(rows(lake, "select a from t")))
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.run(f"insert into {table(lake)} values (1)")
        lake.commit(cursor)
    assert seen == [[]]


def test_commit_of_a_transaction_that_wrote_nothing(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    newest = any_lake.last_committed(cursor)
    cursor.begin()
    cursor.run(f"delete from {table(any_lake)} where a = 5")
    assert any_lake.commit(cursor) == newest


def test_a_transaction_reads_its_own_snapshot(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    cursor.begin()
    pinned = any_lake.snapshot(cursor)
    run(any_lake, "insert into t values (1)")
    assert any_lake.snapshot(cursor) == pinned
    assert any_lake.last_committed(cursor) == pinned + 1
    cursor.rollback()
    assert any_lake.snapshot(cursor) == pinned + 1


def test_commit_of_an_aborted_transaction_fails(any_lake: Lake, cursor: Cursor) -> None:
    """duckdb 1.5.5 itself answers OK."""
    create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    with pytest.raises(PgError):
        cursor.rows("select cast('x' as integer)")
    with pytest.raises(InFailedSqlTransaction):
        any_lake.commit(cursor)
    assert rows(any_lake, "select a from t") == []
    cursor.begin()  # it is over
    cursor.rollback()


def test_a_conflict_is_40001_and_the_transaction_is_over(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"alter table {table(any_lake)} add column b integer")
    run(any_lake, "alter table t add column c integer")
    with pytest.raises(SerializationFailure) as caught:
        any_lake.commit(cursor)
    assert caught.value.code == "40001"
    cursor.begin()
    cursor.rollback()
    assert not any_lake.commit_lock.locked()


def test_a_commit_whose_answer_is_lost_has_happened(
    any_lake: Lake, cursor: Cursor, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = create(any_lake, "t", "a integer")

    def lost(lake: Lake, cursor: Cursor, before: int) -> int:
        real(lake, cursor, before)
        raise IoError("connection lost")

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", lost)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    snapshot = any_lake.commit(cursor, [topic.table_id])
    monkeypatch.undo()
    assert rows(any_lake, f"select a from t at (version => {snapshot})") == [(1,)]
    assert any_lake.gates.last_write == {topic.table_id: snapshot}


def test_a_commit_that_nobody_can_tell_about_is_08007(
    any_lake: Lake, cursor: Cursor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads what was before it, and changes the same, is refused: it may have happened."""
    topic = create(any_lake, "t", "a integer")
    metadata = any_lake.metadata

    def gone(lake: Lake, cursor: Cursor, before: int) -> int:
        monkeypatch.setattr(lake, "metadata", '"gone"')
        snapshot = real(lake, cursor, before)
        raise IoError(f"connection lost at {snapshot}")

    real = Lake.commit_and_verify
    with contextlib.closing(any_lake.engine.cursor()) as older:
        older.begin()
        any_lake.snapshot(older)
        monkeypatch.setattr(Lake, "commit_and_verify", gone)
        cursor.begin()
        cursor.run(f"insert into {table(any_lake)} values (1)")
        with pytest.raises(OutcomeUnknownError) as caught:
            any_lake.commit(cursor, [topic.table_id])
        assert caught.value.code == "08007"
        monkeypatch.setattr(any_lake, "metadata", metadata)
        with pytest.raises(SerializationFailure):
            any_lake.begin_change(older, "me", named(topic))
    any_lake.gates.release("me")
    assert any_lake.gates.last_write == {topic.table_id: any_lake.last_committed(cursor)}


def test_a_failed_sync_rolls_back(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise IoError("no disk")

    create(lake, "t", "a integer")
    with contextlib.closing(lake.engine.cursor()) as cursor:
        cursor.begin()
        cursor.run(f"insert into {table(lake)} values (1)")
        monkeypatch.setattr(lake.storage, "sync", refuse)
        with pytest.raises(IoError):
            lake.commit(cursor)
        cursor.begin()
        cursor.rollback()
    assert rows(lake, "select a from t") == []


def test_commit_waits_for_changes_of_the_topics_it_wrote(any_lake: Lake, cursor: Cursor) -> None:
    topic, other = create(any_lake, "t", "a integer"), create(any_lake, "u", "a integer")
    any_lake.gates.hold("somebody", topic.table_id, 1)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    with pytest.raises(LockNotAvailable):
        any_lake.commit(cursor, [topic.table_id, other.table_id], "me", 0.05)
    assert not any_lake.gates.is_holding("me", Kind.APPEND)
    cursor.begin()  # rolled back
    cursor.run(f"insert into {table(any_lake, 'u')} values (1)")
    any_lake.commit(cursor, [other.table_id], "me", 0.05)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    any_lake.commit(cursor, [topic.table_id], "somebody", 0.05)  # its own gate is no obstacle
    assert any_lake.gates.is_holding("somebody")


# ---- begin_change ----


def test_a_change_pins_the_snapshot_after_the_gate(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    run(any_lake, "insert into t values (1), (2)")
    any_lake.gates.note_write([topic.table_id], any_lake.last_committed(cursor))
    cursor.begin()
    for _ in range(2):  # the second statement of the transaction
        assert any_lake.begin_change(cursor, "me", named(topic), [topic.table_id]) == {topic.table_id}
    assert cursor.run(f"delete from {table(any_lake)} where a = 1").changed == 1
    any_lake.begin_change(cursor, "me", named(topic))
    any_lake.commit(cursor, [topic.table_id], "me")
    any_lake.gates.release("me")
    assert rows(any_lake, "select a from t") == [(2,)]


def test_a_transaction_that_read_before_a_write_is_refused(any_lake: Lake, cursor: Cursor) -> None:
    topic, other = create(any_lake, "t", "a integer"), create(any_lake, "u", "a integer")
    cursor.begin()
    cursor.rows(f"from {table(any_lake)}")
    with contextlib.closing(any_lake.engine.cursor()) as second:
        second.begin()
        second.run(f"insert into {table(any_lake)} values (1)")
        any_lake.commit(second, [topic.table_id])
    any_lake.begin_change(cursor, "me", named(other))  # nobody wrote that one
    with pytest.raises(SerializationFailure):
        any_lake.begin_change(cursor, "me", named(topic))
    any_lake.gates.release("me")
    assert any_lake.gates.gates == {}


@pytest.mark.parametrize("pinned", [False, True])
def test_the_snapshot_says_which_topic_is_meant(any_lake: Lake, cursor: Cursor, pinned: bool) -> None:
    """Whoever expects another one may have read its name before it was dropped and made again."""
    before = create(any_lake, "t", "a integer")
    run(any_lake, "drop table t")
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    if pinned:
        cursor.rows(f"from {table(any_lake)}")
    assert any_lake.begin_change(cursor, "me", named(topic), [before.table_id]) == {topic.table_id}
    with pytest.raises(LockNotAvailable):
        any_lake.gates.hold("other", topic.table_id, 0.01)
    with contextlib.closing(any_lake.engine.cursor()) as second:
        second.begin()
        second.rows(f"from {table(any_lake)}")
        any_lake.commit(cursor, [topic.table_id], "me")
        any_lake.gates.note_write([topic.table_id], any_lake.last_committed(cursor) + 1)
        any_lake.gates.release("me")
        with pytest.raises(SerializationFailure):
            any_lake.begin_change(second, "other", named(topic), [before.table_id])
    any_lake.gates.release("other")


def test_a_topic_is_the_one_that_the_snapshot_has(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.rows(f"from {table(any_lake)}")
    run(any_lake, "drop table t", "create table t (a integer)")
    assert any_lake.begin_change(cursor, "me", named(topic)) == {topic.table_id}
    any_lake.gates.release("me")


def test_a_change_of_what_the_transaction_has_made(any_lake: Lake, cursor: Cursor) -> None:
    cursor.begin()
    cursor.run(f"create table {table(any_lake)} (a integer)")
    assert any_lake.begin_change(cursor, "me", Relation(any_lake.alias, "public", "t")) == set()
    cursor.rollback()


def test_a_change_of_a_whole_schema(any_lake: Lake, cursor: Cursor) -> None:
    run(any_lake, f'create schema "{any_lake.alias}".s')
    for name in ("s.t", 's."U"', "public.t"):
        run(any_lake, f'create table "{any_lake.alias}".{name} (a integer)')
    run(
        any_lake,
        f'create table "{any_lake.alias}".s.gone (a integer)',
        f'drop table "{any_lake.alias}".s.gone',
    )
    ids = {found.table_id for found in any_lake.topics(cursor) if found.schema == "s"}
    cursor.begin()
    assert any_lake.begin_change(cursor, "me", Relation(any_lake.alias, "S", "")) == ids
    assert len(ids) == 2
    (one,) = any_lake.table_ids(cursor, Relation(any_lake.alias, "s", "u"))
    assert one in ids
    for topic_id in ids:
        with pytest.raises(LockNotAvailable):
            any_lake.gates.hold("other", topic_id, 0.01)
    any_lake.gates.release("me")


# ---- refuse_redefined ----


@pytest.mark.parametrize(
    ("meanwhile", "refused"),
    [
        ("create table u (a integer)", False),
        ("insert into t values (1)", False),
        ("comment on table t is 'c'", False),
        ("alter table t add column b integer", True),
        ("alter table t rename to u", True),
        ("drop table t", True),
        ("create or replace table t (a integer)", True),
    ],
)
def test_rows_are_made_for_one_topic(any_lake: Lake, cursor: Cursor, meanwhile: str, refused: bool) -> None:
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    any_lake.refuse_redefined(cursor, topic)
    with contextlib.closing(any_lake.engine.cursor()) as later:
        run(any_lake, meanwhile)
        any_lake.refuse_redefined(cursor, topic)  # its snapshot stands
        later.begin()
        if refused:
            with pytest.raises(SerializationFailure):
                any_lake.refuse_redefined(later, topic)
        else:
            any_lake.refuse_redefined(later, topic)
        later.rollback()
    cursor.rollback()
