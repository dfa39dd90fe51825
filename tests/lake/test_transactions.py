"""
The transactions of SQL sessions: the one way in which they become durable, and when they may change a topic.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from pggate.engine.definitions import Relation
from pggate.errors import (
    InFailedSqlTransaction,
    IoError,
    LockNotAvailable,
    PgError,
    SerializationFailure,
)
from pggate.lake.gate import Kind
from pggate.lake.lake import Lake
from pggate.lake.marks import OutcomeUnknownError
from pggate.lake.transactions import begin_change, commit
from tests.lake.tools import create, named, rows, run, table

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


def test_commit_returns_the_snapshot_that_holds_the_rows(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    snapshot = commit(any_lake, cursor, [topic.table_id])
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
        commit(lake, cursor)
    assert seen == [[]]


def test_commit_of_a_transaction_that_wrote_nothing(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    newest = any_lake.last_committed(cursor)
    cursor.begin()
    cursor.run(f"delete from {table(any_lake)} where a = 5")
    assert commit(any_lake, cursor) == newest


def test_commit_of_an_aborted_transaction_fails(any_lake: Lake, cursor: Cursor) -> None:
    """duckdb 1.5.5 itself answers OK."""
    create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    with pytest.raises(PgError):
        cursor.rows("select cast('x' as integer)")
    with pytest.raises(InFailedSqlTransaction):
        commit(any_lake, cursor)
    assert rows(any_lake, "select a from t") == []
    cursor.begin()  # it is over
    cursor.rollback()


def test_a_conflict_is_40001_and_the_transaction_is_over(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.run(f"alter table {table(any_lake)} add column b integer")
    run(any_lake, "alter table t add column c integer")
    with pytest.raises(SerializationFailure) as caught:
        commit(any_lake, cursor)
    assert caught.value.code == "40001"
    cursor.begin()
    cursor.rollback()
    assert not any_lake.commit_lock.locked()


def test_a_commit_whose_answer_is_lost_has_happened(
    any_lake: Lake, cursor: Cursor, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = create(any_lake, "t", "a integer")

    def lost(lake: Lake, cursor: Cursor, before: int, mark: str) -> int:
        real(lake, cursor, before, mark)
        raise IoError("connection lost")

    real = Lake.commit_and_verify
    monkeypatch.setattr(Lake, "commit_and_verify", lost)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    snapshot = commit(any_lake, cursor, [topic.table_id])
    monkeypatch.undo()
    assert rows(any_lake, f"select a from t at (version => {snapshot})") == [(1,)]
    assert any_lake.gates.last_write == {topic.table_id: snapshot}


def test_a_commit_that_nobody_can_tell_about_is_08007(
    any_lake: Lake, cursor: Cursor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads what was before it, and changes the same, is refused: it may have happened."""
    topic = create(any_lake, "t", "a integer")
    metadata = any_lake.metadata

    def gone(lake: Lake, cursor: Cursor, before: int, mark: str) -> int:
        monkeypatch.setattr(lake, "metadata", '"gone"')
        snapshot = real(lake, cursor, before, mark)
        raise IoError(f"connection lost at {snapshot}")

    real = Lake.commit_and_verify
    with contextlib.closing(any_lake.engine.cursor()) as older:
        older.begin()
        any_lake.snapshot(older)
        monkeypatch.setattr(Lake, "commit_and_verify", gone)
        cursor.begin()
        cursor.run(f"insert into {table(any_lake)} values (1)")
        with pytest.raises(OutcomeUnknownError) as caught:
            commit(any_lake, cursor, [topic.table_id])
        assert caught.value.code == "08007"
        monkeypatch.setattr(any_lake, "metadata", metadata)
        with pytest.raises(SerializationFailure):
            begin_change(any_lake, older, "me", named(topic))
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
            commit(lake, cursor)
        cursor.begin()
        cursor.rollback()
    assert rows(lake, "select a from t") == []


def test_commit_waits_for_changes_of_the_topics_it_wrote(any_lake: Lake, cursor: Cursor) -> None:
    topic, other = create(any_lake, "t", "a integer"), create(any_lake, "u", "a integer")
    any_lake.gates.hold("somebody", topic.table_id, 1)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    with pytest.raises(LockNotAvailable):
        commit(any_lake, cursor, [topic.table_id, other.table_id], "me", 0.05)
    assert not any_lake.gates.is_holding("me", Kind.APPEND)
    cursor.begin()  # rolled back
    cursor.run(f"insert into {table(any_lake, 'u')} values (1)")
    commit(any_lake, cursor, [other.table_id], "me", 0.05)
    cursor.begin()
    cursor.run(f"insert into {table(any_lake)} values (1)")
    commit(any_lake, cursor, [topic.table_id], "somebody", 0.05)  # its own gate is no obstacle
    assert any_lake.gates.is_holding("somebody")


# ---- begin_change ----


def test_a_change_pins_the_snapshot_after_the_gate(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    run(any_lake, "insert into t values (1), (2)")
    any_lake.gates.note_write([topic.table_id], any_lake.last_committed(cursor))
    cursor.begin()
    for _ in range(2):  # the second statement of the transaction
        assert begin_change(any_lake, cursor, "me", named(topic), [topic.table_id]) == {topic.table_id}
    assert cursor.run(f"delete from {table(any_lake)} where a = 1").changed == 1
    begin_change(any_lake, cursor, "me", named(topic))
    commit(any_lake, cursor, [topic.table_id], "me")
    any_lake.gates.release("me")
    assert rows(any_lake, "select a from t") == [(2,)]


def test_a_transaction_that_read_before_a_write_is_refused(any_lake: Lake, cursor: Cursor) -> None:
    topic, other = create(any_lake, "t", "a integer"), create(any_lake, "u", "a integer")
    cursor.begin()
    cursor.rows(f"from {table(any_lake)}")
    with contextlib.closing(any_lake.engine.cursor()) as second:
        second.begin()
        second.run(f"insert into {table(any_lake)} values (1)")
        commit(any_lake, second, [topic.table_id])
    begin_change(any_lake, cursor, "me", named(other))  # nobody wrote that one
    with pytest.raises(SerializationFailure):
        begin_change(any_lake, cursor, "me", named(topic))
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
    assert begin_change(any_lake, cursor, "me", named(topic), [before.table_id]) == {topic.table_id}
    with pytest.raises(LockNotAvailable):
        any_lake.gates.hold("other", topic.table_id, 0.01)
    with contextlib.closing(any_lake.engine.cursor()) as second:
        second.begin()
        second.rows(f"from {table(any_lake)}")
        commit(any_lake, cursor, [topic.table_id], "me")
        any_lake.gates.note_write([topic.table_id], any_lake.last_committed(cursor) + 1)
        any_lake.gates.release("me")
        with pytest.raises(SerializationFailure):
            begin_change(any_lake, second, "other", named(topic), [before.table_id])
    any_lake.gates.release("other")


def test_a_topic_is_the_one_that_the_snapshot_has(any_lake: Lake, cursor: Cursor) -> None:
    topic = create(any_lake, "t", "a integer")
    cursor.begin()
    cursor.rows(f"from {table(any_lake)}")
    run(any_lake, "drop table t", "create table t (a integer)")
    assert begin_change(any_lake, cursor, "me", named(topic)) == {topic.table_id}
    any_lake.gates.release("me")


def test_a_change_of_what_the_transaction_has_made(any_lake: Lake, cursor: Cursor) -> None:
    cursor.begin()
    cursor.run(f"create table {table(any_lake)} (a integer)")
    assert begin_change(any_lake, cursor, "me", Relation(any_lake.alias, "public", "t")) == set()
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
    assert begin_change(any_lake, cursor, "me", Relation(any_lake.alias, "S", "")) == ids
    assert len(ids) == 2
    (one,) = any_lake.table_ids(cursor, Relation(any_lake.alias, "s", "u"))
    assert one in ids
    for topic_id in ids:
        with pytest.raises(LockNotAvailable):
            any_lake.gates.hold("other", topic_id, 0.01)
    any_lake.gates.release("me")
