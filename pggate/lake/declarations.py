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
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from pggate.lake.declared import (
    EMPTY,
    NOTHING,
    Declared,
    DeclaredKey,
    NamedKey,
    column_of,
    enum_of,
    named_key_of,
    with_column,
)
from pggate.lake.declared_composites import composite_of
from pggate.lake.live_views import live_view_of
from pggate.lake.sequences import Sequence
from pggate.lake.snapshots import read_table_ids, seen
from pggate.lake.topic_options import options_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.engine.cursor import Cursor

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
                said = json.loads(message)["pggate"].get(KEY)
                if said is not None:  # what a client calls its keys stands in messages, too
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
        for schema, table, options in said.get("options", ()):
            for table_id, _ in self._ids(cursor, now.applied, schema, table):
                topics[table_id] = replace(topics.get(table_id, NOTHING), options=options_of(options))
        return replace(
            now,
            topics=MappingProxyType(topics),
            enums=changed(now.enums, said["enums"], enum_of),
            sequences=changed(now.sequences, said["sequences"], lambda value: Sequence(**value)),
            composites=changed(now.composites, said.get("composites", {}), composite_of),
            live_views=changed(now.live_views, said.get("live_views", {}), live_view_of),
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
            return replace(found, comment=key.comment, terms=key.terms)
        found = DeclaredKey(key.oid, key.name, key.kind, columns, terms=key.terms)
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
