"""
What is read from a lake's metadata, whole and again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from pggate.catalog import metadata
from pggate.catalog.model import FIRST_OID, Column

if TYPE_CHECKING:
    from pggate.catalog.model import Database
    from tests.catalog.conftest import World

CREATE_T = """create table {lake}.public.t (
    id bigint not null, name varchar default 'it''s', n numeric(38,10) default 1.5, at_ timestamptz default now(),
    s struct(a int, "b c" varchar[]), m map(varchar, int), j json, u uuid, f float[][])"""


def read(world: World, known: Database | None = None) -> Database:
    return metadata.read_database(world.cursor, world.lakes["pggate"], 5, known)


def test_an_empty_lake(world: World) -> None:
    database = read(world)
    assert (database.oid, database.name, set(database.schemas), database.relations) == (
        5,
        "pggate",
        {"public"},
        {},
    )


def test_columns(world: World) -> None:
    world.run(CREATE_T)
    topic = read(world).relations["public", "t"]
    assert topic.topic is not None
    assert topic.oid == FIRST_OID + topic.topic.table_id
    assert topic.created_at is not None
    assert topic.columns == (
        Column(1, "id", "BIGINT", 20, -1, not_null=True),
        Column(2, "name", "VARCHAR", 25, -1, default="'it''s'"),
        Column(3, "n", "DECIMAL(38,10)", 1700, (38 << 16 | 10) + 4, default="'1.5'"),
        Column(4, "at_", "TIMESTAMP WITH TIME ZONE", 1184, -1, default="now()"),
        Column(5, "s", 'STRUCT("a" INTEGER, "b c" VARCHAR[])', 114, -1),
        Column(6, "m", "MAP(VARCHAR, INTEGER)", 114, -1),
        Column(7, "j", "JSON", 114, -1),
        Column(8, "u", "UUID", 2950, -1),
        Column(9, "f", "FLOAT[][]", 1021, -1),
    )


def test_comments(world: World) -> None:
    world.run(
        CREATE_T,
        "create view {lake}.public.v as select 1 as a",
        "comment on table {lake}.public.t is 'T'",
        "comment on column {lake}.public.t.name is 'N'",
        "comment on view {lake}.public.v is 'V'",
    )
    world.run("comment on table {lake}.public.t is 'newer'")
    relations = read(world).relations
    assert relations["public", "t"].comment == "newer"
    assert [column.comment for column in relations["public", "t"].columns[:3]] == [None, "N", None]
    assert relations["public", "v"].comment == "V"
    world.run("comment on table {lake}.public.t is null")
    assert read(world).relations["public", "t"].comment is None


def test_views(world: World) -> None:
    world.run(
        "create view {lake}.public.v as select 1 as a", "create view {lake}.public.w (b, c) as select 1, 2"
    )
    relations = read(world).relations
    assert relations["public", "v"].definition == "SELECT 1 AS a"
    assert relations["public", "w"].definition == 'SELECT * FROM (SELECT 1, 2) AS "~view"("b","c")'
    assert relations["public", "v"].columns == ()  # binding tells them


def test_an_oid_survives_everything(world: World) -> None:
    world.run("create table {lake}.public.t (a int)")
    before = read(world).relations["public", "t"]
    for change in ("t add column b varchar", "t rename to u", "u drop column a"):
        world.run(f"alter table {{lake}}.public.{change}")
    after = read(world).relations["public", "u"]
    assert (after.oid, after.created_at) == (before.oid, before.created_at)
    assert [(column.attnum, column.name) for column in after.columns] == [(1, "b")]


def test_since_when_a_topic_has_its_columns(world: World) -> None:
    world.run("create table {lake}.public.t (a int)", "create table {lake}.public.u (a int)")
    before = read(world)
    topic = before.relations["public", "t"]
    assert topic.valid_from == topic.created_at
    world.run("alter table {lake}.public.t add column b int", "insert into {lake}.public.u values (1)")
    after = read(world)
    changed = after.relations["public", "t"]
    assert topic.version is not None
    assert before.schema_version < after.schema_version == changed.version
    assert topic.version <= before.schema_version
    assert changed.created_at == topic.created_at
    assert changed.valid_from is not None
    assert topic.valid_from is not None
    assert changed.valid_from > topic.valid_from
    assert after.relations["public", "u"].version == before.relations["public", "u"].version
    assert read(world, before).relations == after.relations


@pytest.mark.parametrize(
    ("root", "path", "uri"),
    [
        ("/var/lib/a lake/", "public/t/", "file:///var/lib/a%20lake/public/t/"),
        ("s3://bucket/prefix/", "public/t/", "s3://bucket/prefix/public/t/"),
    ],
)
def test_storage_uri(root: str, path: str, uri: str) -> None:
    assert metadata.storage_uri(root, path) == uri


def test_where_segments_lie(world: World) -> None:
    world.run('create table {lake}.public."a b" (a int)')
    uri = read(world).relations["public", "a b"].storage_uri
    assert uri is not None
    world.run('insert into {lake}.public."a b" select * from range(1000)')
    assert list(Path(unquote(urlsplit(uri).path)).glob("*.parquet"))


def test_what_is_dropped_is_gone(world: World) -> None:
    world.run(
        "create schema {lake}.s",
        "create table {lake}.s.t (a int)",
        "create view {lake}.public.v as select 1",
    )
    world.run("drop table {lake}.s.t", "drop view {lake}.public.v")
    assert read(world).relations == {}
    world.run("drop schema {lake}.s")
    assert set(read(world).schemas) == {"public"}


def test_reading_again_takes_over_what_nobody_touched(world: World) -> None:
    world.run(*(f"create table {{lake}}.public.{name} (a int, b int)" for name in "abcde"))
    known = read(world)
    world.run(
        "alter table {lake}.public.a add column c int",
        "comment on column {lake}.public.b.a is 'x'",
        "comment on table {lake}.public.c is 'y'",
        "drop table {lake}.public.d",
        "create table {lake}.public.f (a int)",
    )
    again = read(world, known)
    assert again == read(world)
    assert again.relations["public", "e"].columns is known.relations["public", "e"].columns
    assert {relation.topic.schema_version for relation in again.relations.values() if relation.topic} == {
        again.schema_version
    }


def test_what_went_with_an_expired_snapshot_is_gone(world: World) -> None:
    """DuckLake forgets a table's row when no snapshot has the table any more."""
    world.run("create table {lake}.public.a (x int)", "create table {lake}.public.b (x int)")
    world.run("create view {lake}.public.v as select 1")
    known = read(world)
    world.run("drop table {lake}.public.a")
    world.cursor.run("call ducklake_expire_snapshots('lake:pggate', older_than => now())")
    again = read(world, known)
    assert set(again.relations) == {("public", "b"), ("public", "v")}
    assert again.relations["public", "b"].created_at is None


def test_versions(world: World) -> None:
    other = world.create("other")
    lakes = [world.lakes["pggate"], other]
    before = metadata.read_versions(world.cursor, lakes)
    world.run("create table {lake}.public.t (a int)")
    after = metadata.read_versions(world.cursor, lakes)
    assert after["pggate"] > before["pggate"]
    assert after["other"] == before["other"]
    world.run("insert into {lake}.public.t values (1)")
    assert metadata.read_versions(world.cursor, lakes) == after
    assert metadata.read_versions(world.cursor, []) == {}
