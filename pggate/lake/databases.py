"""
Which databases there are, each a lake with its writer; CREATE DATABASE and DROP DATABASE.

A database is three things that no one transaction covers: a row of the registry, a DuckLake catalog, a place
for objects.  The registry's row is the one that counts, and says how far the others are:

    creating    its catalog may be there or not      → at the next start everything of it is removed
    ready       everything is there
    dropping    some of it may be gone already       → at the next start the rest is removed

So a process that dies between the halves leaves both or neither.  What cannot be removed, since the storage
refuses it, is left for the next start, or the next CREATE DATABASE of that name: it is nobody's database, and
in nobody's way.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidCatalogName, NameTooLong, ObjectInUse, PgError
from pggate.lake.backlog import WAITING_BYTES
from pggate.lake.entries import State
from pggate.lake.lake import Lake
from pggate.lake.objects import path_name
from pggate.lake.writer import Writer
from pggate.logs import Log

if TYPE_CHECKING:
    from datetime import datetime

    from pggate.lake.entries import DatabaseEntry
    from pggate.lake.lake import Home
    from pggate.lake.objects import Storage
    from pggate.lake.registry import Registry

log = Log("lake")

NAME_BYTES: Final = 63
"""As PostgreSQL's NAMEDATALEN - 1; as a file's name it is three times as long at most (`path_name`)."""


@dataclass(frozen=True, slots=True)
class Database:
    oid: int
    name: str
    lake: Lake
    writer: Writer


class Databases:
    """
    Args:
        registry: Already open; its database is where the catalogs are, too.
        storage: The place of all databases' objects; each gets a part of it.
        waiting_bytes: See `Writer`; for each database.

    """

    def __init__(
        self, home: Home, registry: Registry, storage: Storage, *, waiting_bytes: int = WAITING_BYTES
    ) -> None:
        self.home = home
        self.registry = registry
        self.storage = storage
        self.waiting_bytes = waiting_bytes
        self.lock = threading.Lock()  # one CREATE or DROP at a time
        self.by_name: dict[str, Database] = {}  # exchanged as a whole, so readers need no lock

    @classmethod
    def open(
        cls, home: Home, registry: Registry, storage: Storage, *, waiting_bytes: int = WAITING_BYTES
    ) -> Databases:
        """
        Finish what an earlier process left half done and attach every database.
        """
        databases = cls(home, registry, storage, waiting_bytes=waiting_bytes)
        try:
            for entry in tuple(registry.databases.values()):
                databases.resume(entry)
        except BaseException:
            databases.close()
            raise
        return databases

    def resume(self, entry: DatabaseEntry) -> None:
        if entry.state is State.READY:
            self.add(entry, Lake.attach(entry.name, entry.oid, self.home, self.place(entry.name)))
        else:
            self.try_to_remove_rest(entry)

    def lakes(self) -> dict[str, Lake]:
        """The lakes that are attached now, by name."""
        return {name: database.lake for name, database in self.by_name.items()}

    def find(self, name: str) -> Database:
        """Raises InvalidCatalogName 3D000."""
        if (found := self.by_name.get(name)) is None:
            raise InvalidCatalogName(f'database "{name}" does not exist')
        return found

    def copy_receipts(self) -> None:
        """
        Let the registry know every receipt, so that none hangs on its snapshot.
        """
        for name, database in self.by_name.items():
            try:
                database.lake.keys.copy()
            except PgError:
                if self.by_name.get(name) is database:
                    raise  # else it was dropped meanwhile

    def forget_receipts(self, before: datetime) -> None:
        """
        Those of commits before that moment.
        """
        for database in self.by_name.values():
            database.lake.keys.forget(before)

    def create(self, name: str) -> Database:
        """
        CREATE DATABASE.

        Raises:
            DuplicateDatabase: 42P04.
            NameTooLong: 42622.
            PgError: It cannot be made, or what is left of an earlier one of that name cannot be removed.

        """
        refuse_long(name)
        with self.lock:
            earlier = self.registry.databases.get(name)
            if earlier is not None and earlier.state is not State.READY:
                self.remove_rest(earlier)
            if earlier is None or earlier.state is not State.READY:
                self.refuse_other_place(name)  # so that what lies there from now on is this one's
            entry = self.registry.add_database(name, State.CREATING)
            try:
                lake = Lake.create(name, entry.oid, self.home, self.place(name))
                self.registry.set_state(name, State.READY)
            except PgError:
                self.detach(entry)
                self.try_to_remove_rest(entry)
                raise
            return self.add(entry, lake)

    def drop(self, name: str) -> None:
        """
        DROP DATABASE: nobody uses it any more; its topics and their segments go.

        Raises InvalidCatalogName 3D000.
        """
        with self.lock:
            database = self.find(name)
            self.registry.set_state(name, State.DROPPING)
            self.by_name = {key: value for key, value in self.by_name.items() if key != name}
            database.writer.close()
            database.lake.detach()
            self.try_to_remove_rest(self.registry.database(name))

    def close(self) -> None:
        """
        Finish the appends in flight and detach everything.
        """
        with self.lock:
            databases, self.by_name = self.by_name, {}
            for database in databases.values():
                database.writer.close()
                database.lake.detach()

    def place(self, name: str) -> Storage:
        return self.storage.under(f"{path_name(name)}/")

    def add(self, entry: DatabaseEntry, lake: Lake) -> Database:
        writer = Writer(lake, waiting_bytes=self.waiting_bytes)
        database = Database(entry.oid, entry.name, lake, writer)
        self.by_name = {**self.by_name, entry.name: database}
        return database

    def detach(self, entry: DatabaseEntry) -> None:
        """
        Detach a lake whose creation failed, if it came that far.
        """
        with contextlib.suppress(PgError):
            Lake(entry.name, entry.oid, self.home, self.place(entry.name), "").detach()

    def try_to_remove_rest(self, entry: DatabaseEntry) -> None:
        try:
            self.remove_rest(entry)
        except PgError as error:
            log.warning("database_left", database=entry.name, error=error.message)

    def refuse_other_place(self, name: str) -> None:
        """
        A new lake whose place has somebody's files would take them for orphans: another catalog's, perhaps,
        where the one that was meant is elsewhere.  Raises ObjectInUse 55006.
        """
        place = self.place(name)
        if not place.is_empty():
            raise ObjectInUse(
                f'the place of database "{name}" has files that no catalog of this gateway knows',
                detail=f"They lie in {place.root}.",
                hint="Start with the catalog that they belong to, or move them away.",
            )

    def remove_rest(self, entry: DatabaseEntry) -> None:
        with contextlib.closing(self.home.engine.cursor()) as cursor:
            self.home.catalogs.remove(cursor, entry.name, entry.oid)
        self.place(entry.name).delete_all()
        self.registry.remove_database(entry.name)


def refuse_long(name: str) -> None:
    if len(name.encode()) > NAME_BYTES:
        raise NameTooLong(
            f'database name "{name}" is too long', hint=f"A name has at most {NAME_BYTES} bytes in UTF-8."
        )
