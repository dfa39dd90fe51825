"""
CREATE DATABASE and DROP DATABASE, and what a process that died between their halves leaves: both or neither.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pggate.errors import (
    DuplicateDatabase,
    InvalidCatalogName,
    IoError,
    NameTooLong,
    ObjectInUse,
    UndefinedTable,
)
from pggate.lake.databases import Databases
from pggate.lake.entries import State
from pggate.lake.lake import Lake
from pggate.lake.local import LocalStorage
from pggate.lake.registry import Registry
from tests.lake.tools import batch, create, integers, rows
from tests.waiting import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pggate.lake.lake import Home

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def place(tmp_path: Path) -> LocalStorage:
    return LocalStorage(tmp_path / "data")


@pytest.fixture
def registry(any_home: Home) -> Registry:
    return Registry(any_home.engine.cursor())


@pytest.fixture
def databases(any_home: Home, registry: Registry, place: LocalStorage) -> Iterator[Databases]:
    databases = Databases.open(any_home, registry, place)
    yield databases
    databases.close()


def attached(home: Home) -> set[str]:
    with home.engine.cursor().run("select database_name from duckdb_databases()") as result:
        names = [name for found in result.batches() for name in found.column(0).to_pylist()]
    return {name for name in names if name.startswith("lake:")}


def test_two_databases_side_by_side(
    any_home: Home, registry: Registry, databases: Databases, place: LocalStorage
) -> None:
    for name in ("my_data__stream", 'It\'s "odd"'):
        database = databases.create(name)
        topic = create(database.lake, "people", "k integer")
        assert database.writer.submit(topic, [batch(k=integers(1))]).result(LONG).rows == 1
        assert databases.find(name) is database
    with pytest.raises(DuplicateDatabase, match='database "my_data__stream" already exists'):
        databases.create("my_data__stream")
    assert len({database.oid for database in databases.by_name.values()}) == 2
    assert sorted(path.name for path in place.directory.iterdir()) == [
        "my_data__stream",
        "~49t~27s~20~22odd~22",
    ]
    databases.close()
    assert attached(any_home) == set()
    again = Databases.open(any_home, registry, place)
    assert set(again.by_name) == {"my_data__stream", 'It\'s "odd"'}
    for database in again.by_name.values():
        assert rows(database.lake, "select k from people") == [(1,)]
    again.close()


def test_drop_takes_everything(
    any_home: Home, registry: Registry, databases: Databases, place: LocalStorage
) -> None:
    databases.create("kept")
    database = databases.create("doomed")
    topic = create(database.lake, "t", "k integer")
    database.writer.submit(topic, [batch(k=integers(1))]).result(LONG)
    _, secret = registry.create_token("doomed", topic.table_id, datetime.now(UTC), bytes(32))
    databases.drop("doomed")
    for call in (databases.find, databases.drop, registry.database):
        with pytest.raises(InvalidCatalogName, match='database "doomed" does not exist'):
            call("doomed")
    assert registry.token(secret) is None
    assert attached(any_home) == {"lake:kept"}
    assert not (place.directory / "doomed").exists()
    assert rows(
        databases.create("doomed").lake,
        "select count(*) from duckdb_tables() where database_name = 'lake:doomed'",
    ) == [(0,)]


def test_a_creation_that_failed_leaves_nothing(
    any_home: Home, databases: Databases, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(lake: Lake, cursor: object) -> None:
        raise IoError("no")

    monkeypatch.setattr(Lake, "refuse_other_versions", refuse)
    with pytest.raises(IoError):
        databases.create("sales")
    monkeypatch.undo()
    assert attached(any_home) == set()
    assert registry.databases == {}
    assert databases.create("sales").name == "sales"


@pytest.mark.parametrize("state", [State.CREATING, State.DROPPING])
@pytest.mark.parametrize("came_as_far_as", ["the registry", "the catalog", "the objects"])
def test_what_was_half_done_is_undone_at_the_next_start(
    any_home: Home, registry: Registry, place: LocalStorage, state: State, came_as_far_as: str
) -> None:
    entry = registry.add_database("half", state)
    if came_as_far_as != "the registry":
        lake = Lake.create("half", entry.oid, any_home, place.under("half/"))
        if came_as_far_as == "the objects":
            place.under("half/").put("public/t/x.parquet", b"x")
        lake.detach()  # as a process that ends does
    databases = Databases.open(any_home, registry, place)
    assert databases.by_name == {}
    assert registry.databases == {}
    assert not any_home.catalogs.exists(any_home.engine.cursor(), "half", entry.oid)
    assert not place.exists("half/public/t/x.parquet")
    databases.create("half")
    databases.close()


@pytest.mark.parametrize("name", ["x" * 64, "é" * 32, "x" * 250])
def test_a_name_that_is_too_long(databases: Databases, registry: Registry, name: str) -> None:
    with pytest.raises(NameTooLong, match="is too long"):
        databases.create(name)
    assert registry.databases == {}


@pytest.mark.parametrize("name", ["x" * 63, "é" * 31, "X" * 63])
def test_the_longest_names(databases: Databases, place: LocalStorage, name: str) -> None:
    database = databases.create(name)
    topic = create(database.lake, "t", "k integer")
    assert database.writer.submit(topic, [batch(k=integers(1))]).result(LONG).rows == 1
    databases.drop(name)
    assert list(place.directory.iterdir()) == []


@pytest.mark.parametrize("state", [State.CREATING, State.DROPPING])
def test_a_name_that_no_file_can_have_is_forgotten_at_the_next_start(
    any_home: Home, registry: Registry, place: LocalStorage, state: State
) -> None:
    registry.add_database("x" * 300, state)
    Databases.open(any_home, registry, place).close()
    assert registry.databases == {}


def test_what_cannot_be_removed_stops_no_start(
    any_home: Home, registry: Registry, place: LocalStorage
) -> None:
    place.put("half", b"a file where the database's directory was")
    registry.add_database("half", State.DROPPING)
    registry.add_database("other", State.CREATING)
    databases = Databases.open(any_home, registry, place)
    assert set(registry.databases) == {"half"}
    with pytest.raises(IoError, match="could not delete"):
        databases.create("half")
    place.delete("half")
    assert databases.create("half").name == "half"
    databases.close()


def test_a_drop_is_done_although_files_remain(
    any_home: Home, registry: Registry, databases: Databases, place: LocalStorage
) -> None:
    databases.create("doomed")
    place.under("doomed/").delete_all()
    place.put("doomed", b"a file where the database's directory was")
    databases.drop("doomed")
    with pytest.raises(InvalidCatalogName):
        databases.find("doomed")
    again = Databases.open(any_home, registry, place)
    assert set(again.by_name) == set()
    place.delete("doomed")
    assert rows(again.create("doomed").lake, "select 1") == [(1,)]
    again.close()


def test_a_topic_of_a_dropped_database_is_not_taken_for_a_new_one(databases: Databases) -> None:
    """Its id and its lake's version are the same numbers."""
    old = create(databases.create("again").lake, "t", "k integer")
    databases.drop("again")
    database = databases.create("again")
    new = create(database.lake, "t", "k integer not null")
    assert (new.table_id, new.schema_version) == (old.table_id, old.schema_version)
    assert not old.is_same_shape(new)
    with pytest.raises(UndefinedTable, match='relation "t" does not exist'):
        database.writer.submit(old, [batch(k=integers(None))])
    assert rows(database.lake, "select count(*) from t") == [(0,)]


def test_a_place_that_has_files_is_nobody_elses(databases: Databases, place: LocalStorage) -> None:
    """A new lake there would take another catalog's segments for orphans."""
    place.put("taken/public/t/a.parquet", b"rows")
    with pytest.raises(ObjectInUse, match="has files that no catalog of this gateway knows"):
        databases.create("taken")
    assert place.exists("taken/public/t/a.parquet")
    place.delete("taken/public/t/a.parquet")
    assert databases.create("taken").name == "taken"
