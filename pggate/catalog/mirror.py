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
target from whatever it holds to what it should hold.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.catalog import metadata, rows
from pggate.catalog.model import EMPTY, Catalog
from pggate.catalog.shadow import Shadow
from pggate.catalog.statistics import Statistics
from pggate.errors import PgError
from pggate.lake.registry import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.catalog.model import Database
    from pggate.engine.binder import Binder
    from pggate.engine.database import Engine
    from pggate.lake.lake import Lake
    from pggate.lake.registry import Registry


@dataclass(frozen=True, slots=True)
class Versions:
    """
    What a catalog was made from: the registry's version, and of each lake its OID and schema version.
    """

    registry: int
    lakes: Mapping[str, tuple[int, int]]


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

    @property
    def catalog(self) -> Catalog:
        """
        As of the last refresh.
        """
        return self._catalog

    def refresh(self) -> Catalog:
        """
        The catalog as of now: what was committed before this call is in it.
        """
        with self._lock:
            while True:
                lakes = self._ready()
                try:
                    return self._refreshed(lakes)
                except PgError:
                    if lakes == self._ready():
                        raise  # else a database was dropped meanwhile

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

    def close(self) -> None:
        with self._lock:
            self._cursor.close()
            self._shadow.close()

    def _ready(self) -> dict[str, Lake]:
        entries = self._registry.databases
        return {
            name: lake
            for name, lake in self._lakes().items()
            if name in entries and entries[name].state is State.READY
        }

    def _refreshed(self, lakes: Mapping[str, Lake]) -> Catalog:
        versions = self._read_versions(lakes)
        if versions != self._versions:
            self._catalog = self._follow(lakes, versions)
            self._versions = versions
        return self._catalog

    def _read_versions(self, lakes: Mapping[str, Lake]) -> Versions:
        registry = self._registry.version  # before its rows are read: at worst they are read twice
        entries = self._registry.databases
        found = metadata.read_versions(self._cursor, lakes.values())
        return Versions(registry, {name: (entries[name].oid, version) for name, version in found.items()})

    def _follow(self, lakes: Mapping[str, Lake], versions: Versions) -> Catalog:
        known = self._catalog.databases
        databases = known
        if versions.lakes != self._versions.lakes:
            with rows.transaction(self._cursor, read_only=True):
                read = {name: self._read(lake, versions.lakes[name]) for name, lake in lakes.items()}
            databases = self._shadow.follow(read)
        with rows.transaction(self._cursor):
            if versions.registry != self._versions.registry:
                rows.exchange_registry(self._cursor, self._registry)
            for name in known.keys() - databases.keys():
                rows.forget_database(self._cursor, name)
            for name, database in databases.items():
                rows.exchange_database(self._cursor, database, self._known(name, database.oid))
        return Catalog(self._catalog.version + 1, MappingProxyType(databases))

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
