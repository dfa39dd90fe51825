"""
What the catalog's tests stand on: an engine and a binder with the emulation, lakes, a mirror of them, and a
session that reads the catalog as a client's does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from pggate.catalog import emulation
from pggate.catalog.mirror import Mirror
from pggate.catalog.tables import TABLES
from pggate.engine.binder import Binder
from pggate.engine.bracket import transaction
from pggate.engine.names import quote_literal, search_path
from pggate.lake.catalogs import FileCatalogs, alias
from pggate.lake.entries import State
from pggate.lake.lake import Home, Lake
from pggate.lake.local import LocalStorage
from pggate.lake.registry import Registry
from pggate.lake.registry_tables import ALIAS as REGISTRY
from pggate.metrics import Metrics
from pggate.translate import tokens, tree
from tests.fix_engine import THREADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.engine.database import Engine

# What pggate/doctor/tools/psql.sql was recorded on, as far as a lake can hold it.
SCHEMA = """
    create schema {lake}.sales;
    create table {lake}.public.t (
      id bigint not null, name varchar default 'x', amount numeric(10,2), "at" timestamptz, tags varchar[]
    );
    comment on table {lake}.public.t is 'a table';
    comment on column {lake}.public.t.tags is 'the tags';
    create view {lake}.public.v as select id, name from {lake}.public.t;
    create table {lake}.sales.orders (id int)
"""


@dataclass(slots=True)
class World:
    """
    A gateway without its sessions.
    """

    directory: Path
    engine: Engine
    binder: Binder
    registry: Registry
    home: Home
    cursor: Cursor
    lakes: dict[str, Lake] = field(default_factory=dict)
    mirror: Mirror = field(init=False)

    def __post_init__(self) -> None:
        self.mirror = Mirror(self.engine, self.binder, self.registry, lambda: self.lakes)

    def create(self, name: str) -> Lake:
        """CREATE DATABASE."""
        entry = self.registry.add_database(name, State.READY)
        storage = LocalStorage(self.directory / "data" / f"{name}-{entry.oid}")
        self.lakes[name] = Lake.create(name, entry.oid, self.home, storage)
        return self.lakes[name]

    def drop(self, name: str) -> None:
        """DROP DATABASE."""
        oid = self.registry.database(name).oid
        self.lakes.pop(name).detach()
        self.home.catalogs.remove(self.cursor, name, oid)
        self.registry.remove_database(name)

    def run(self, *statements: str) -> None:
        """
        Run statements on the lake `pggate`, which {lake} stands for, in one transaction: each of DuckLake's
        takes longer than all that is in it.
        """
        with transaction(self.cursor):
            for statement in statements:
                self.cursor.run(statement.format(lake='"lake:pggate"'))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.cursor.rows(sql)

    def clear(self) -> None:
        """As it was when it was opened, with a mirror that knows nothing."""
        for name in list(self.lakes):
            self.drop(name)
        for name in [name for name in self.registry.databases if name not in self.lakes]:
            self.registry.remove_database(name)
        for name in [name for name in self.registry.roles if name != "pggate"]:
            self.registry.drop_role(name)
        self.mirror.refresh()
        self.mirror.close()
        for table in (*TABLES, "statistics"):
            self.cursor.run(f'delete from "~pg"."~mirror".{table}')
        self.mirror = Mirror(self.engine, self.binder, self.registry, lambda: self.lakes)

    def close(self) -> None:
        self.mirror.close()
        self.cursor.close()
        self.registry.tables.cursor.close()
        self.binder.close()
        for attached in (REGISTRY, emulation.DATABASE):
            self.engine.detach(attached)


@dataclass(slots=True)
class Client:
    """
    A session as the emulation sees it, and a client's statements in the engine's words.
    """

    cursor: Cursor
    binder: BinderCursor
    database: str

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.cursor.rows(self.translated(sql))

    def one(self, expression: str) -> Any:
        ((value,),) = self.rows(f"select {expression}")
        return value

    def translated(self, sql: str) -> str:
        names = tokens.Names(databases=frozenset({self.database}), database=self.database)
        text = tokens.apply(sql, names).text
        wanted = tree.needs(text)
        if not wanted:
            return text
        edited = self.binder.tree(text)
        tree.apply(edited, wanted, text)
        return self.binder.text(edited)

    def close(self) -> None:
        self.cursor.close()
        self.binder.close()

    def set(self, name: str, expression: str) -> None:
        self.cursor.run(f"set variable pggate_{name} = {expression}")


def open_world(engine: Engine, directory: Path) -> World:
    cursor = engine.cursor()
    emulation.load(cursor.run)
    binder = Binder.open()
    emulation.define(binder)
    catalogs = FileCatalogs(directory)
    catalogs.attach_registry(cursor)
    registry = Registry(engine.cursor())
    registry.create_role("pggate", None, superuser=True)
    return World(directory, engine, binder, registry, Home(engine, catalogs, Metrics("test").lakes), cursor)


def open_client(world: World, *, user: str = "pggate", schemas: Sequence[str] = ("public",)) -> Client:
    cursor = world.engine.cursor()
    path = [*((alias("pggate"), schema) for schema in schemas), (emulation.DATABASE, "~catalog")]
    cursor.run(f"set search_path = {quote_literal(search_path(path))}")
    client = Client(cursor, world.binder.cursor(), "pggate")
    client.set("database", "'pggate'")
    client.set("user", quote_literal(user))
    client.set("session_user", quote_literal(user))
    client.set("pid", "42")
    client.set("schemas", f"{list(schemas)}::varchar[]")
    client.set(
        "settings", "map {'server_version': '15.0 (pggate 0.1.0)', 'TimeZone': 'UTC', 'is_superuser': 'on'}"
    )
    return client


@pytest.fixture(scope="package")
def shared(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """
    One for all tests: loading the emulation takes longer than a test.  None of them has much to compute, and
    a commit of DuckLake's that is spread over threads takes half as much again.
    """
    world = open_world(engine, tmp_path_factory.mktemp("shared"))
    world.cursor.run("set global threads = 1")
    yield world
    world.cursor.run(f"set global threads = {THREADS}")
    world.close()


@pytest.fixture
def world(shared: World) -> Iterator[World]:
    """
    A gateway with the database `pggate`, empty.

    What is done with a real lake adds up to seconds: of several tests of one thing, the others are slow.
    """
    shared.create("pggate")
    yield shared
    shared.clear()


@pytest.fixture
def tables(shared: World) -> Iterator[World]:
    """A gateway without a database; the mirror's tables are empty."""
    yield shared
    shared.clear()


@pytest.fixture(scope="module")
def recorded(shared: World) -> Iterator[World]:
    """A gateway whose database `pggate` holds SCHEMA; nobody changes it."""
    shared.create("pggate")
    shared.registry.create_role("bob", None)
    shared.run(*SCHEMA.split(";"))
    shared.mirror.refresh()
    yield shared
    shared.clear()


@pytest.fixture(scope="module")
def client(recorded: World) -> Iterator[Client]:
    """The superuser's session in it."""
    client = open_client(recorded)
    yield client
    client.close()
