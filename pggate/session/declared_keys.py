"""
Keys that a definition declares: recorded, shown, and enforced by nobody (decision 11).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import (
    DuplicateObject,
    FeatureNotSupported,
    InvalidTableDefinition,
    Notice,
    NotNullViolation,
    PgError,
    UndefinedColumn,
    UndefinedObject,
)
from pggate.lake.declared import NamedKey
from pggate.session.column_notes import ColumnNotes, place
from pggate.session.declared_objects import table_of
from pggate.session.known_sequences import object_name
from pggate.session.places import find

if TYPE_CHECKING:
    from pggate.engine.definitions import Relation
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.notices import Notices
    from pggate.translate.definitions.table_definitions import TableDefinition
    from pggate.translate.definitions.written_keys import WrittenKey

KEYS: Final = {"p": "PRIMARY KEY", "u": "UNIQUE", "f": "FOREIGN KEY"}
UNENFORCED: Final = "Rows are not held to it; it tells clients and tools what to expect."


class DeclaredKeys:
    """
    Notes the keys of one session's definitions.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors, notices: Notices) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notices = notices
        self._notes = ColumnNotes(gateway, cursors)

    def change(self, relation: Relation, definition: TableDefinition) -> None:
        """
        ALTER TABLE … ADD or DROP CONSTRAINT, which the lake itself knows nothing of.

        Raises:
            UndefinedObject: There is no such constraint.

        """
        if definition.dropped:
            if definition.dropped not in self.keys(relation):
                self._refuse_undefined(relation, definition)
                return
            self._cursors.declaring.keys.setdefault(place(relation), {})[definition.dropped] = None
        self.add(relation, definition)
        self.touch(relation)

    def _refuse_undefined(self, relation: Relation, definition: TableDefinition) -> None:
        message = f'constraint "{definition.dropped}" of relation "{relation.name}" does not exist'
        if not definition.if_exists:
            raise UndefinedObject(message)
        self._notices.add(Notice(f"{message}, skipping"))

    def touch(self, relation: Relation) -> None:
        """What the lake keeps none of makes no snapshot: a view in DuckLake's hidden schema does."""
        name = qualified(relation.catalog, "main", f"~keys:{relation.schema}.{relation.name}")
        self._cursors.lake.run(f"CREATE OR REPLACE VIEW {name} AS SELECT {self._oid()} AS declared")

    def keys(self, relation: Relation) -> dict[str, str]:
        """The kinds of its keys by name."""
        found = find(self._gateway, relation)
        known: dict[str, str] = {key.name: key.kind for key in found.keys} if found is not None else {}
        own = self._cursors.declaring.keys.get(place(relation), {})
        kept = {name: kind for name, kind in known.items() if own.get(name, kind) is not None}
        return kept | {name: key.kind for name, key in own.items() if key is not None}

    def _oid(self, count: int = 1) -> int:
        return self._gateway.registry.take_oid(count)

    def add(self, relation: Relation, definition: TableDefinition) -> None:
        if not definition.all_keys:
            return
        known = self.keys(relation)
        for key in definition.all_keys:
            named = self._named(relation, key, known)
            if named.name in known:
                raise DuplicateObject(
                    f'constraint "{named.name}" for relation "{relation.name}" already exists'
                )
            if key.kind == "p" and "p" in known.values():
                raise InvalidTableDefinition(
                    f'multiple primary keys for table "{relation.name}" are not allowed'
                )
            if key.kind == "p" and definition.alters:
                self._require(relation, key)
            known[named.name] = key.kind
            self._cursors.declaring.keys.setdefault(place(relation), {})[named.name] = named
            self._notices.add(
                Notice(
                    f'{KEYS[key.kind]} "{named.name}" is recorded and not enforced',
                    sqlstate="01000",
                    detail=UNENFORCED,
                )
            )

    def _require(self, relation: Relation, key: WrittenKey) -> None:
        """
        The columns of a primary key that is added are NOT NULL.

        ducklake 1.5.5 takes SET NOT NULL only where there are rows of earlier transactions.
        """
        committed = find(self._gateway, relation) is not None
        for name in key.columns:
            column, table = quote_identifier(name), table_of(relation)
            ((rows, values),) = self._cursors.lake.rows(f"SELECT count(*), count({column}) FROM {table}")
            if values < rows:
                raise NotNullViolation(f'column "{name}" of relation "{relation.name}" contains null values')
            if rows and committed:
                self._cursors.lake.run(f"ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL")
            else:
                self._notes.note(relation, name, replace(self._notes.known(relation, name), not_null=True))

    def _named(self, relation: Relation, key: WrittenKey, known: dict[str, str]) -> NamedKey:
        columns = {c.name for c in self._cursors.binder.columns(f"SELECT * FROM {table_of(relation)}")}
        for name in key.columns:
            if name not in columns:
                raise UndefinedColumn(
                    f'column "{name}" referenced in foreign key constraint does not exist'
                    if key.kind == "f"
                    else f'column "{name}" named in key does not exist'
                )
        name = key.name or free_name(relation.name, key, known)
        if key.kind != "f":
            return NamedKey(self._oid(), name, key.kind, key.columns)
        other, referenced = self._referenced(key, relation)
        return NamedKey(self._oid(), name, key.kind, key.columns, place(other), referenced)

    def _referenced(self, key: WrittenKey, relation: Relation) -> tuple[Relation, tuple[str, ...]]:
        text = ".".join(map(quote_identifier, key.references))
        bound = self._cursors.binder.bind(f"SELECT * FROM {text}")
        other = next(iter(bound.relations))
        if other.catalog != relation.catalog:
            raise FeatureNotSupported(
                "a foreign key cannot point to another database", hint="Leave REFERENCES out."
            )
        referenced = key.referenced or self._primary(other)
        columns = {column.name for column in self._cursors.binder.columns(f"SELECT * FROM {text}")}
        for name in referenced:
            if name not in columns:
                raise UndefinedColumn(f'column "{name}" referenced in foreign key constraint does not exist')
        if len(referenced) != len(key.columns):
            raise PgError(
                "number of referencing and referenced columns for foreign key disagree", sqlstate="42830"
            )
        if set(referenced) not in self._unique(other):
            raise PgError(
                f'there is no unique constraint matching given keys for referenced table "{other.name}"',
                sqlstate="42830",
            )
        return other, referenced

    def _primary(self, other: Relation) -> tuple[str, ...]:
        for kind, columns in self._key_columns(other):
            if kind == "p":
                return columns
        raise UndefinedObject(f'there is no primary key for referenced table "{other.name}"')

    def _unique(self, other: Relation) -> list[set[str]]:
        return [set(columns) for kind, columns in self._key_columns(other) if kind in ("p", "u")]

    def _key_columns(self, relation: Relation) -> list[tuple[str, tuple[str, ...]]]:
        found = find(self._gateway, relation)
        own = self._cursors.declaring.keys.get(place(relation), {})
        known = [key for key in found.keys if key.name not in own] if found is not None else []
        return [
            *((key.kind, key.columns) for key in known),
            *((key.kind, key.columns) for key in own.values() if key is not None),
        ]


def free_name(table: str, key: WrittenKey, known: dict[str, str]) -> str:
    """
    What PostgreSQL calls a key without a name.
    """
    label = {"p": "pkey", "u": "key", "f": "fkey"}[key.kind]
    parts = [table] if key.kind == "p" else [table, "_".join(key.columns)]
    number = 0
    while (name := object_name(*parts, f"{label}{number or ''}")) in known:
        number += 1
    return name
