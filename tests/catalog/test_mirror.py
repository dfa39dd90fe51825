"""
The mirror follows the lakes and the registry, for everybody, whoever asks.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pggate.catalog import mirror
from pggate.errors import PgError
from tests.catalog.conftest import open_client
from tests.waiting import wait_until

if TYPE_CHECKING:
    from tests.catalog.conftest import World


def test_nothing_is_known_before_the_first_refresh(world: World) -> None:
    assert world.mirror.catalog.version == 0
    assert set(world.mirror.refresh().databases) == {"pggate"}


def test_a_catalog_stands_while_nothing_changes(world: World) -> None:
    world.run("create table {lake}.public.t (a int)")
    first = world.mirror.refresh()
    world.run("insert into {lake}.public.t values (1)")
    assert world.mirror.refresh() is first
    world.run("alter table {lake}.public.t add column b int")
    second = world.mirror.refresh()
    assert second.version > first.version
    assert len(second.topic("pggate", "public", "t").columns) == 2
    assert len(first.topic("pggate", "public", "t").columns) == 1  # frozen


def test_everything_follows(world: World) -> None:
    world.run(
        "create table {lake}.public.t (a int)",
        "create view {lake}.public.v as select a as b from {lake}.public.t",
    )
    catalog = world.mirror.refresh()
    client = open_client(world)
    relation = catalog.view("pggate", "main", "v")
    assert client.rows("select oid, relkind, relnatts from pg_class where relname = 'v'") == [
        (relation.oid, "v", 1)
    ]
    assert client.rows(f"select attname from pg_attribute where attrelid = {relation.oid}") == [("b",)]
    cursor = world.binder.cursor()
    assert [c.name for c in cursor.columns('from "lake:pggate".public.v')] == ["b"]
    cursor.close()
    client.close()


@pytest.mark.slow
def test_databases_come_and_go(world: World) -> None:
    world.mirror.refresh()
    world.create("other")
    world.cursor.run('create table "lake:other".public.o (a int)')
    first = world.mirror.refresh()
    assert set(first.databases) == {"pggate", "other"}
    client = open_client(world)
    assert client.rows("select datname, oid from pg_database order by 1") == [
        (name, first.database(name).oid) for name in ("other", "pggate")
    ]
    world.drop("other")
    assert set(world.mirror.refresh().databases) == {"pggate"}
    assert world.rows("""select name from "~pg"."~mirror".relations where database = 'other'""") == []
    # made again: another database of the same name
    world.create("other")
    second = world.mirror.refresh()
    assert second.database("other").oid != first.database("other").oid
    assert second.relations("other") == ()
    client.close()


def test_roles_and_tokens_follow(world: World) -> None:
    world.run("create table {lake}.public.t (a int)")
    catalog = world.mirror.refresh()
    role = world.registry.create_role("bob", None)
    topic = catalog.topic("pggate", "public", "t")
    token, _ = world.registry.create_token(
        "pggate", topic.table_id, datetime(2024, 1, 2, tzinfo=UTC), b"\7" * 32
    )
    assert world.mirror.refresh().version > catalog.version
    client = open_client(world)
    assert client.rows("select oid, rolsuper from pg_roles where rolname = 'bob'") == [(role.oid, False)]
    assert client.rows("select token_id, prefix, catalog, schema, name, revoked_at from pggate.tokens") == [
        (token.id, "070707", "pggate", "public", "t", None)
    ]
    client.close()


@pytest.mark.slow
def test_measures(world: World) -> None:
    world.run("create table {lake}.public.t (a int)", "insert into {lake}.public.t select * from range(7)")
    world.mirror.refresh()
    world.mirror.measure()
    client = open_client(world)
    assert client.rows("select catalog, schema, name, row_count from pggate.topics") == [
        ("pggate", "public", "t", 7)
    ]
    assert client.rows("select catalog, name, row_count from boilstream.topics") == [("pggate", "t", 7)]
    assert client.rows("select reltuples from pg_class where relname = 't'") == [(7.0,)]
    assert client.rows("select relname, n_live_tup from pg_stat_user_tables") == [("t", 7)]
    assert client.one("pg_total_relation_size('t') > 0")
    assert client.rows("select sql_ddl, pg_columns[1].type from pggate.topic_schemas") == [
        ('CREATE TABLE public.t ("a" INTEGER)', "integer")
    ]
    assert client.rows("select * from pggate.derived_views") == []
    client.close()


def test_a_failure_on_the_way_is_made_good(world: World) -> None:
    """Something stands in the way on the binder; the refresh after it does everything again."""
    before = world.mirror.refresh()
    world.binder.apply(['create schema "lake:pggate".s'])
    world.run("create table {lake}.public.t (a int)", "create schema {lake}.s")
    with pytest.raises(PgError):
        world.mirror.refresh()
    assert world.mirror.catalog is before
    world.binder.apply(['drop schema "lake:pggate".s'])
    assert world.mirror.refresh().topic("pggate", "public", "t").columns[0].name == "a"
    assert world.rows(
        """select name from "~pg"."~mirror".columns where database = 'pggate' and duckdb_type <> ''"""
    ) == [("a",)]


@pytest.mark.slow
def test_many_threads(world: World) -> None:
    """Each finds what it created itself, whoever refreshed."""
    failures: list[object] = []

    def work(name: str) -> None:
        cursor = world.engine.cursor()
        try:
            for number in range(3):
                world.lakes["pggate"].commit_lock.acquire()
                try:
                    cursor.run(f'create table "lake:pggate".public.{name}{number} (a int)')
                finally:
                    world.lakes["pggate"].commit_lock.release()
                world.mirror.refresh().topic("pggate", "public", f"{name}{number}")
        except Exception as failure:
            failures.append(failure)
        finally:
            cursor.close()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(world.mirror.catalog.relations("pggate")) == 9


def names(world: World, sql: str) -> list[str]:
    """The columns of a query, as every session's binder cursor tells them."""
    cursor = world.binder.cursor()
    try:
        return [column.name for column in cursor.columns(sql)]
    finally:
        cursor.close()


CONFLICTS = (
    # what a session's open transaction defines on the binder; what is committed meanwhile; what everybody
    # sees of that until the transaction ends, and afterwards
    pytest.param(
        "create table {lake}.public.t (x int)", "create table {lake}.public.t (a int)", "public.t", id="table"
    ),
    pytest.param(
        "create schema {lake}.s",
        "create schema {lake}.s; create table {lake}.s.t (a int)",
        "s.t",
        id="schema",
        marks=pytest.mark.slow,
    ),
    pytest.param(
        "create or replace table {lake}.public.v (x int)",
        "create or replace view {lake}.public.v as select 1 as a",
        "public.v",
        id="view",
        marks=pytest.mark.slow,
    ),
)


@pytest.mark.parametrize(("defined", "committed", "relation"), CONFLICTS)
def test_one_name_that_is_taken_stops_nobody_else(
    world: World, monkeypatch: pytest.MonkeyPatch, defined: str, committed: str, relation: str
) -> None:
    world.run("create view {lake}.public.v as select 1 as old")
    world.mirror.refresh()
    monkeypatch.setattr(mirror, "PATIENCE", 0.0)
    session = world.binder.cursor()
    session.begin()
    session.execute(defined.format(lake='"lake:pggate"'))
    world.run(*committed.split(";"), "create table {lake}.public.other (b int)")
    schema, name = relation.split(".")
    catalog = world.mirror.refresh()
    assert [c.name for c in catalog.relation("pggate", schema, name).columns] == ["a"]
    assert names(world, 'from "lake:pggate".public.other') == ["b"]
    assert world.mirror.refresh() is catalog  # nothing new
    session.rollback()
    session.close()
    assert world.mirror.refresh().version > catalog.version  # what was found out about texts is void
    assert names(world, f'from "lake:pggate".{relation}') == ["a"]
    world.run(f"drop {'view' if name == 'v' else 'table'} {{lake}}.{relation}")
    world.mirror.refresh()
    with pytest.raises(PgError):
        names(world, f'from "lake:pggate".{relation}')


@pytest.mark.slow
def test_a_refresh_waits_for_a_definition_that_is_about_to_end(world: World) -> None:
    """Between the COMMIT of a definition and the end of its transaction on the binder lies a moment."""
    world.mirror.refresh()
    session = world.binder.cursor()
    session.begin()
    session.execute('create table "lake:pggate".public.t (a int)')
    world.run("create table {lake}.public.t (a int)")
    refresh = threading.Thread(target=world.mirror.refresh)
    refresh.start()
    # The refresh has come to the binder, and found the name taken.
    wait_until(lambda: world.mirror.catalog.find("pggate", "public", "t") is not None)
    session.rollback()
    refresh.join()
    assert names(world, 'from "lake:pggate".public.t') == ["a"]
    session.close()
