"""
One lake: attaching, what exists in it, and its snapshots.
"""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import pytest

from pggate.errors import (
    ObjectNotInPrerequisiteState,
    SerializationFailure,
)
from pggate.lake.damage import find_damage
from pggate.lake.lake import Lake
from pggate.lake.local import LocalStorage
from pggate.lake.registry_tables import FIRST_OID
from pggate.lake.transactions import commit
from tests.lake.conftest import NAME, open_lake
from tests.lake.tools import create, rows, run, table

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.engine.cursor import Cursor
    from pggate.lake.lake import Home
    from pggate.lake.objects import Storage

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


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
        assert commit(again, cursor, [topic.table_id]) == newest + 1
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


def test_a_transaction_reads_its_own_snapshot(any_lake: Lake, cursor: Cursor) -> None:
    create(any_lake, "t", "a integer")
    cursor.begin()
    pinned = any_lake.snapshot(cursor)
    run(any_lake, "insert into t values (1)")
    assert any_lake.snapshot(cursor) == pinned
    assert any_lake.last_committed(cursor) == pinned + 1
    cursor.rollback()
    assert any_lake.snapshot(cursor) == pinned + 1


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
