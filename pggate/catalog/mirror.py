"""
Keeps the catalog, the mirror's tables and the binder in step with the lakes and the registry.

Theory of operation.  `refresh` asks every lake for its schema version and the registry for its own; where
nothing moved the catalog stands.  Otherwise, under one lock, in this order:

    read       what changed, in one read-only transaction: lakes → Database values, views without columns
    binder     empty tables for the topics; then each view is bound, again and again until no view's columns
               change, since a view may stand on views; what does not bind is dropped there, with its problem
    mirror     the rows that changed, in one transaction of the engine's "~pg"
    catalog    the new value is published; readers hold whatever they took

A failure on the way leaves the old catalog, and the next refresh does everything again: each step brings its
target from whatever it holds to what it should hold.  A name that another session's open transaction defines,
too, is not such a failure: the catalog has what is committed, and on the binder that one relation follows
when the transaction ends, since its session refreshes then.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.catalog import metadata, rows
from pggate.catalog.given import read_given
from pggate.catalog.model import EMPTY, Catalog
from pggate.catalog.shadow import Shadow
from pggate.catalog.statistics import Statistics
from pggate.catalog.struct_rows import ShownStructs
from pggate.engine.bracket import transaction
from pggate.errors import PgError
from pggate.lake.entries import State
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.catalog.given import Given
    from pggate.catalog.model import Database
    from pggate.catalog.rows import Hidden
    from pggate.catalog.shadow import Place
    from pggate.engine.binder import Binder
    from pggate.engine.database import Engine
    from pggate.lake.lake import Lake
    from pggate.lake.registry import Registry
    from pggate.types.table import PgType

log = Log("catalog")

PATIENCE: Final = 1.0
"""Seconds that a refresh waits for a definition of another session's: nearly all are committed at once."""

PAUSE: Final = 0.02
"""Seconds between two looks at whether it has ended."""


@dataclass(frozen=True, slots=True)
class Versions:
    """
    What a catalog was made from: the registry's version, and of each lake its OID and schema version.
    """

    registry: int
    lakes: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Own:
    """
    A database as a session has it, the version of the catalog that it is built on, and what the session does
    not see of the committed one.
    """

    version: int
    database: Database
    hidden: Hidden


NOTHING: Final = Versions(-1, MappingProxyType({}))


class Mirror:
    """
    Args:
        engine: With the emulation loaded.
        binder: With the emulation defined.
        lakes: The lakes that are attached now, by name.

    Safe from any thread.
    """

    def __init__(
        self, engine: Engine, binder: Binder, registry: Registry, lakes: Callable[[], Mapping[str, Lake]]
    ) -> None:
        self._lock = threading.Lock()
        self._cursor = engine.cursor()
        self._registry = registry
        self._lakes = lakes
        self._shadow = Shadow(binder)
        self._statistics = Statistics()
        self._versions = NOTHING
        self._catalog = EMPTY
        self._given: Given | None = None
        self._structs = ShownStructs()

    @property
    def catalog(self) -> Catalog:
        """
        As of the last refresh.
        """
        return self._catalog

    def refresh(self) -> Catalog:
        """
        The catalog as of now: what was committed before this call is in it, and the binder knows it, except
        what the transaction of another session has been defining, too, for PATIENCE seconds.
        """
        catalog, behind = self._refreshed()
        looked = time.monotonic()  # what comes in the way after that is of no concern to this caller
        while any(since <= looked and time.monotonic() - since < PATIENCE for since in behind.values()):
            time.sleep(PAUSE)
            catalog, behind = self._refreshed()
        return catalog

    def follow(self) -> None:
        """
        Let everybody see what was just defined.  It stays defined if the mirror cannot follow yet; then the
        next refresh makes it good.
        """
        try:
            self.refresh()
        except PgError as error:
            log.warning("mirror_behind", error=error.message)

    def measure(self) -> None:
        """
        Bring the row and byte counts up to date that pg_class, pg_stat_user_tables and pggate.topics show.
        """
        with self._lock:
            for name, lake in self._ready().items():
                try:
                    self._statistics.measure(self._cursor, lake)
                except PgError:
                    if self._ready().get(name) is lake:
                        raise  # else it was dropped meanwhile

    def show_own(self, name: str, key: str, build: Callable[[Database], Database], shown: Own | None) -> Own:
        """
        Let the emulation have a database as a session has it, beside what is committed.

        Args:
            name: The database's.
            key: Under which the tables have what differs; the session's variable pggate_catalog names it.
            build: What makes it of the committed one.
            shown: What they have under that key; None where they have nothing.

        """
        with self._lock:
            version, committed = self._catalog.version, self._catalog.database(name)
            own = replace(build(committed), shown_as=key)
            with transaction(self._cursor):
                if shown is not None and shown.version == version:
                    before, known = shown.hidden, shown.database
                else:
                    rows.forget_database(self._cursor, key, shown.hidden.tables if shown is not None else ())
                    before, known = rows.Hidden(), committed
                found = self._exchange(own, known)
            return Own(version, own, before.with_(found))

    def hide_own(self, key: str, shown: Own) -> None:
        """
        The session sees again what everybody does.

        Args:
            shown: What the tables have under its key.

        """
        with self._lock, transaction(self._cursor):
            rows.forget_database(self._cursor, key, shown.hidden.tables)

    def show_structs(self, name: str, version: int, types: Callable[[], Sequence[PgType]]) -> None:
        """
        Let the emulation have the composite types of DuckDB's STRUCTs that clients were told of.

        Args:
            name: The database's.
            version: Of these types; where it is the last one nothing is done.
            types: Those of the database.

        """
        if self._structs.has(self._catalog.database(name), version):
            return
        with self._lock, transaction(self._cursor):
            database = self._catalog.database(name)
            self._structs.show(self._cursor, self._facts(), database, version, types())

    def close(self) -> None:
        with self._lock:
            self._cursor.close()
            self._shadow.close()

    def _exchange(self, database: Database, known: Database | None) -> Hidden:
        counted = self._statistics.counted(database)
        return rows.exchange_database(self._cursor, self._facts(), database, known, counted)

    def _facts(self) -> Given:
        """What every database has."""
        if self._given is None:
            self._given = read_given(self._cursor)
        return self._given

    def _ready(self) -> dict[str, Lake]:
        entries = self._registry.databases
        return {
            name: lake
            for name, lake in self._lakes().items()
            if name in entries and entries[name].state is State.READY
        }

    def _refreshed(self) -> tuple[Catalog, Mapping[Place, float]]:
        """The catalog as of now, and what of it the binder does not know yet."""
        with self._lock:
            while True:
                lakes = self._ready()
                try:
                    self._advance(lakes)
                except PgError:
                    if lakes == self._ready():
                        raise  # else a database was dropped meanwhile
                else:
                    return self._catalog, self._shadow.behind

    def _advance(self, lakes: Mapping[str, Lake]) -> None:
        versions, behind = self._read_versions(lakes), self._shadow.behind
        if versions == self._versions and not behind:
            return
        databases = self._bound(lakes, versions)
        if versions != self._versions or self._shadow.behind != behind:
            self._catalog = self._published(databases, versions)
            self._versions = versions

    def _read_versions(self, lakes: Mapping[str, Lake]) -> Versions:
        registry = self._registry.version  # before its rows are read: at worst they are read twice
        entries = self._registry.databases
        found = metadata.read_versions(self._cursor, lakes.values())
        return Versions(registry, {name: (entries[name].oid, version) for name, version in found.items()})

    def _bound(self, lakes: Mapping[str, Lake], versions: Versions) -> Mapping[str, Database]:
        """The databases as of now, once the binder knows them."""
        databases = self._catalog.databases
        if versions.lakes != self._versions.lakes:
            with transaction(self._cursor, read_only=True):
                databases = {name: self._read(lake, versions.lakes[name]) for name, lake in lakes.items()}
        elif not self._shadow.behind:
            return databases
        return self._shadow.follow(databases)

    def _published(self, databases: Mapping[str, Database], versions: Versions) -> Catalog:
        """A new catalog, which the mirror's tables show."""
        with transaction(self._cursor):
            if versions.registry != self._versions.registry:
                rows.exchange_registry(self._cursor, self._registry)
            for name in self._catalog.databases.keys() - databases.keys():
                rows.forget_database(self._cursor, name)
            for name, database in databases.items():
                known = self._known(name, database.oid)
                self._exchange(database, known)
        return Catalog(self._catalog.version + 1, MappingProxyType(dict(databases)))

    def _read(self, lake: Lake, version: tuple[int, int]) -> Database:
        oid, schema_version = version
        known = self._known(lake.name, oid)
        if known is not None and known.schema_version == schema_version:
            return known
        return metadata.read_database(self._cursor, lake, oid, known)

    def _known(self, name: str, oid: int) -> Database | None:
        """
        The database as of the last refresh; one that was dropped and made again has another OID.
        """
        known = self._catalog.databases.get(name)
        return known if known is not None and known.oid == oid else None
