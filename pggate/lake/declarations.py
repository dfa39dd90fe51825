"""
What the topics of one lake declare: read from the messages of its snapshots, kept by the registry.

Theory of operation.  A transaction that declares something says so in the message of its commit (`Declaring`,
marks.py), so both are there or neither is.  `catch_up` reads the messages of the snapshots after the last one
that the registry knows, finds the ids of what they name as of that snapshot, and keeps the result in the
registry; whoever reads topics calls it first, and so does the start of a gateway.  A process that dies
between COMMIT and that loses nothing.  What is kept outlives the expiry of the snapshots it was read from.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from pggate.lake.declared import (
    EMPTY,
    NOTHING,
    Declared,
    DeclaredColumn,
    DeclaredKey,
    NamedKey,
    column_json,
    column_of,
    enum_of,
    named_key_of,
    with_column,
)
from pggate.lake.declared_composites import composite_of
from pggate.lake.sequences import Sequence
from pggate.lake.snapshots import read_table_ids, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.engine.cursor import Cursor
    from pggate.lake.declared_composites import CompositeType
    from pggate.types.enums import EnumType

KEY: Final = "declared"
"""Where a commit's message has them, inside "pggate"."""

MESSAGES: Final = """
    select snapshot_id, commit_extra_info from {metadata}.ducklake_snapshot_changes
    where snapshot_id > {applied} and commit_extra_info like '%"declared"%'
    order by snapshot_id"""
NEWEST: Final = "select max(snapshot_id) from {metadata}.ducklake_snapshot"
COLUMNS: Final = """
    select c.column_name, c.column_id from {metadata}.ducklake_column c
    where c.table_id = {table_id} and c.parent_column is null and {c}"""

Place = tuple[str, str]
"""Schema and table."""


class Declaring:
    """
    What an open transaction declares, by the names that things have in it.
    """

    def __init__(self) -> None:
        self.columns: dict[Place, dict[str, DeclaredColumn | None]] = {}
        self.keys: dict[Place, dict[str, NamedKey | None]] = {}
        self.enums: dict[int, EnumType | None] = {}
        self.sequences: dict[int, Sequence | None] = {}
        self.composites: dict[int, CompositeType | None] = {}
        self.views: dict[Place, str | None] = {}
        """Views that the transaction has made, by their queries, or dropped (None); no message has them."""
        self.successors: dict[Place, int] = {}
        """Topics that the transaction has written anew: the DuckLake ids that they had."""
        self.own: set[Place] = set()
        """Tables that are not what is committed under their names: all that they declare is in `columns`."""
        self.replaced: set[Place] = set()
        """Those of which this is so of keys, too."""

    def __bool__(self) -> bool:
        said = self.columns, self.keys, self.enums, self.sequences, self.composites, self.successors
        return any(said)

    def forget(self, place: Place) -> None:
        """The table is dropped, or replaced by another one."""
        self.columns.pop(place, None)
        self.keys.pop(place, None)
        self.successors.pop(place, None)
        self.own.add(place)
        self.replaced.add(place)

    def rename(self, place: Place, new: Place) -> None:
        self.own |= {place, new}
        self.replaced |= {place, new}
        if place in self.columns:
            self.columns[new] = self.columns.pop(place)
        if place in self.keys:
            self.keys[new] = self.keys.pop(place)
        if place in self.successors:
            self.successors[new] = self.successors.pop(place)

    def rename_column(self, place: Place, name: str, new: str) -> None:
        columns = self.columns.get(place, {})
        if name in columns:
            columns[new] = columns.pop(name)
        for key, value in self.keys.get(place, {}).items():
            if value is not None:
                renamed = tuple(new if column == name else column for column in value.columns)
                self.keys[place][key] = replace(value, columns=renamed)

    def message(self) -> dict[str, Any]:
        """As a commit's message has it."""
        return {
            "columns": [
                [*place, {name: column and column_json(column) for name, column in columns.items()}]
                for place, columns in self.columns.items()
            ],
            "keys": [
                [*place, {name: key and asdict(key) for name, key in keys.items()}]
                for place, keys in self.keys.items()
            ],
            "enums": {str(oid): enum and asdict(enum) for oid, enum in self.enums.items()},
            "sequences": {str(oid): one and asdict(one) for oid, one in self.sequences.items()},
            "composites": {str(oid): one and asdict(one) for oid, one in self.composites.items()},
            "successors": [[*place, old] for place, old in self.successors.items()],
        }


class Store(Protocol):
    """
    Where declarations are kept beyond the snapshots that made them.
    """

    def load(self) -> Declared:
        """What was kept."""

    def keep(self, known: Declared, now: Declared) -> None:
        """From `known` to `now`, in one durable transaction."""


class Declarations:
    """
    Of one lake.  Safe from any thread; `declared` is a value that its reader keeps.
    """

    def __init__(self, metadata: str, store: Store | None) -> None:
        self._metadata = metadata
        self._store = store
        self._lock = threading.Lock()
        self.declared = store.load() if store is not None else EMPTY

    def catch_up(self, cursor: Cursor) -> Declared:
        """
        Know what every snapshot that the cursor sees declares.
        """
        with self._lock:
            known = now = self.declared
            ((newest,),) = cursor.rows(NEWEST.format(metadata=self._metadata))
            if newest is None or newest <= known.applied:
                return known
            for snapshot, message in cursor.rows(
                MESSAGES.format(metadata=self._metadata, applied=known.applied)
            ):
                said = json.loads(message)["pggate"][KEY]
                now = self._with(cursor, replace(now, applied=snapshot), said)
            if now is not known and self._store is not None:
                self._store.keep(known, now)
            self.declared = replace(now, applied=int(newest))
            return self.declared

    def _with(self, cursor: Cursor, now: Declared, said: Mapping[str, Any]) -> Declared:
        """What is declared after one more snapshot, `now.applied`."""
        topics = dict(now.topics)
        for schema, table, columns in said["columns"]:
            for table_id, ids in self._ids(cursor, now.applied, schema, table):
                for name, column in columns.items():
                    value = None if column is None else column_of(column)
                    topics[table_id] = with_column(topics.get(table_id, NOTHING), ids[name], value)
        for schema, table, keys in said["keys"]:
            for table_id, ids in self._ids(cursor, now.applied, schema, table):
                found = [key for key in topics.get(table_id, NOTHING).keys if key.name not in keys]
                given = (named_key_of(key) for key in keys.values() if key is not None)
                found += [self._key(cursor, now.applied, key, ids) for key in given]
                topics[table_id] = replace(topics.get(table_id, NOTHING), keys=tuple(found))
        return replace(
            now,
            topics=MappingProxyType(topics),
            enums=changed(now.enums, said["enums"], enum_of),
            sequences=changed(now.sequences, said["sequences"], lambda value: Sequence(**value)),
            composites=changed(now.composites, said.get("composites", {}), composite_of),
            successors=MappingProxyType(dict(now.successors) | dict(self._successors(cursor, now, said))),
        )

    def _successors(
        self, cursor: Cursor, now: Declared, said: Mapping[str, Any]
    ) -> Iterable[tuple[int, int]]:
        for schema, table, old in said.get("successors", ()):
            for table_id, _ in self._ids(cursor, now.applied, schema, table):
                yield old, table_id

    def _key(self, cursor: Cursor, snapshot: int, key: NamedKey, ids: Mapping[str, int]) -> DeclaredKey:
        columns = tuple(ids[name] for name in key.columns)
        for table_id, theirs in self._ids(cursor, snapshot, *key.references) if key.references else ():
            referenced = tuple(theirs[name] for name in key.referenced)
            found = DeclaredKey(key.oid, key.name, key.kind, columns, table_id, referenced)
            return replace(found, comment=key.comment)
        found = DeclaredKey(key.oid, key.name, key.kind, columns)
        return replace(
            found, condition=key.condition, shown=key.shown, options=key.options, comment=key.comment
        )

    def _ids(
        self, cursor: Cursor, snapshot: int, schema: str, table: str
    ) -> Iterable[tuple[int, dict[str, int]]]:
        """The table of that name as of a snapshot and the ids of its columns, if it is there."""
        for table_id in read_table_ids(cursor, self._metadata, snapshot, schema, table):
            sql = COLUMNS.format(metadata=self._metadata, table_id=table_id, c=seen(snapshot)["c"])
            yield table_id, dict(cursor.rows(sql))


def changed(known: Mapping[int, Any], said: Mapping[str, Any], read: Any) -> Mapping[int, Any]:
    """The types or sequences after those that were made, changed and dropped (None)."""
    if not said:
        return known
    now = {oid: value for oid, value in known.items() if str(oid) not in said}
    now |= {int(oid): read(value) for oid, value in said.items() if value is not None}
    return MappingProxyType(now)
