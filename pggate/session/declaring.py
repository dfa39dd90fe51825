"""
What a definition declares beyond what the lake keeps: types as they are written, keys, numbering.

It is noted for the session's own transaction (`Cursors.declaring`) and goes into the message of its commit
(lake/declarations.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import (
    DuplicateObject,
    FeatureNotSupported,
    InvalidParameterValue,
    InvalidTableDefinition,
    Notice,
    NotNullViolation,
    PgError,
    UndefinedColumn,
    UndefinedObject,
)
from pggate.lake.declared import DeclaredColumn, NamedKey, Sequence
from pggate.lake.numbering import LARGEST
from pggate.session.column_types import declared_type
from pggate.session.declared_checks import check_rows, checked
from pggate.session.places import find, lake_of
from pggate.session.sequence_functions import next_number
from pggate.translate import table_definitions
from pggate.translate.column_definitions import UNNUMBERED
from pggate.translate.sequence_options import read_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.definitions import Altered, Relation
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.notices import Notices
    from pggate.session.transaction import Transaction
    from pggate.translate.column_definitions import WrittenColumn, WrittenKey
    from pggate.translate.table_definitions import TableDefinition

KEYS: Final = {"p": "PRIMARY KEY", "u": "UNIQUE", "f": "FOREIGN KEY"}
UNENFORCED: Final = "Rows are not held to it; it tells clients and tools what to expect."
LONGEST_NAME: Final = 63
"""Bytes, PostgreSQL's NAMEDATALEN - 1."""


class Declaring:
    """
    Notes what one session's definitions declare.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, transaction: Transaction, notices: Notices
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._numbered: dict[str, int] = {}
        """The sequences of the table that is being made, by column."""

    def numbered(self, relation: Relation, columns: dict[str, str], text: str, engine_text: str) -> str:
        """
        The text that makes a topic, with a new sequence for each numbered column.

        Args:
            columns: What is made, by name: DuckDB's types.
            text: As the client wrote it.
            engine_text: As the engine takes it.

        """
        self._numbered = {}
        for column in table_definitions.read(text).columns:
            if column.serial or column.identity:
                oid = self._sequence(relation, column, columns[column.name])
                self._numbered[column.name] = oid
                engine_text = engine_text.replace(UNNUMBERED, next_number(oid), 1)
        return engine_text

    def created(self, relation: Relation, text: str) -> None:
        """
        A topic was created, or replaced, in this transaction.

        Raises:
            PgError: A key names what is not there.

        """
        self._cursors.declaring.forget(place(relation))
        definition = table_definitions.read(text)
        for column in definition.columns:
            self._declare(relation, column)
        self._add_keys(relation, definition)

    def created_as(self, relation: Relation, enums: dict[str, str]) -> None:
        """CREATE TABLE AS: the query's columns that are of an enum, and DuckDB's text of it."""
        self._cursors.declaring.forget(place(relation))
        known = {enum.duckdb: enum for enum in self._cursors.enums().by_name.values()}
        for name, duckdb_type in enums.items():
            enum = known.get(duckdb_type.removesuffix("[]"))
            if enum is not None:
                oid = enum.array_oid if duckdb_type.endswith("[]") else enum.oid
                self._note(relation, name, DeclaredColumn(oid))

    def altered(self, altered: Altered, text: str) -> None:
        """
        A topic was altered in this transaction.

        Raises:
            PgError: Its rows are not of the new type, or a key names what is not there.

        """
        relation, details = altered.relation, altered.details
        declaring = self._cursors.declaring
        if altered.action == "rename_table":
            declaring.rename(place(relation), (relation.schema, str(details["new_table_name"])))
            return
        if altered.action == "rename_column":
            declaring.rename_column(place(relation), str(details["old_name"]), str(details["new_name"]))
            return
        if altered.action == "remove_column":
            declaring.columns.get(place(relation), {}).pop(str(details["removed_column"]), None)
            return
        definition = table_definitions.read(text)
        for column in definition.columns:
            if column.serial or column.identity:
                raise FeatureNotSupported(
                    "a numbered column cannot be added to a table that is there",
                    hint="Create the table anew with it.",
                )
            self._declare(relation, column)
        self._add_keys(relation, definition)
        if altered.action == "alter_column_type":
            self._check_rows(relation, str(details["column_name"]))
        elif altered.column is not None and altered.column.default is not None:
            self._check_rows(relation, altered.column.name)

    def _check_rows(self, relation: Relation, column: str) -> None:
        """Rows that are there have the values of a new column, or of another type."""
        columns = checked(self._gateway, self._cursors, relation, {column})
        check_rows(self._cursors.lake, relation, columns, all_rows=True)

    def changes_keys(self, relation: Relation, definition: TableDefinition) -> None:
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
        self._add_keys(relation, definition)
        self._touch(relation)

    def _refuse_undefined(self, relation: Relation, definition: TableDefinition) -> None:
        message = f'constraint "{definition.dropped}" of relation "{relation.name}" does not exist'
        if not definition.if_exists:
            raise UndefinedObject(message)
        self._notices.add(Notice(f"{message}, skipping"))

    def _touch(self, relation: Relation) -> None:
        """What the lake keeps none of makes no snapshot: a view in DuckLake's hidden schema does."""
        name = qualified(relation.catalog, "main", f"~keys:{relation.schema}.{relation.name}")
        self._cursors.lake.run(f"CREATE OR REPLACE VIEW {name} AS SELECT {self._oid()} AS declared")

    def dropped(self, relation: Relation) -> None:
        """A topic, or with an empty name a schema, is gone."""
        declaring = self._cursors.declaring
        for facts in (declaring.columns, declaring.keys):
            for known in [p for p in facts if p[0] == relation.schema and relation.name in ("", p[1])]:
                declaring.forget(known)
        if not relation.name:
            for enum in tuple(self._cursors.enums().by_name.values()):
                if enum.schema == relation.schema:
                    declaring.enums[enum.oid] = None

    def on_the_binder(self, relation: Relation) -> list[str]:
        """What makes the binder's table of a topic one whose columns are of their enums."""
        enums = {
            column.name: column.enum.duckdb + ("[]" if column.is_list else "")
            for column in checked(self._gateway, self._cursors, relation)
            if column.enum is not None
        }
        return [retyped(self._cursors, relation, enums)] if enums else []

    # -- what is known of a topic, this transaction's own declarations included

    def keys(self, relation: Relation) -> dict[str, str]:
        """The kinds of its keys by name."""
        found = find(self._gateway, relation)
        known: dict[str, str] = {key.name: key.kind for key in found.keys} if found is not None else {}
        own = self._cursors.declaring.keys.get(place(relation), {})
        kept = {name: kind for name, kind in known.items() if own.get(name, kind) is not None}
        return kept | {name: key.kind for name, key in own.items() if key is not None}

    # -- columns

    def _declare(self, relation: Relation, column: WrittenColumn) -> None:
        declared = DeclaredColumn()
        found = declared_type(column.type, self._cursors.enums()) if column.type is not None else None
        if found is not None:
            declared = replace(declared, type=found.oid, typmod=found.typmod)
        if column.serial or column.identity:
            declared = replace(declared, sequence=self._numbered[column.name], identity=column.identity)
        self._note(relation, column.name, declared)

    def _note(self, relation: Relation, name: str, declared: DeclaredColumn) -> None:
        """A column that declares nothing any more is noted, too."""
        known = self._cursors.declaring.columns.setdefault(place(relation), {})
        if declared != DeclaredColumn():
            known[name] = declared
        elif self._had(relation, name):
            known[name] = None
        elif not known:
            del self._cursors.declaring.columns[place(relation)]

    def _had(self, relation: Relation, name: str) -> bool:
        found = find(self._gateway, relation)
        topic = found.topic if found is not None else None
        return topic is not None and any(c.name == name and c.declared is not None for c in topic.columns)

    def _sequence(self, relation: Relation, column: WrittenColumn, duckdb_type: str) -> int:
        if duckdb_type not in LARGEST:
            raise PgError("identity column type must be smallint, integer, or bigint", sqlstate="22023")
        oid, name = self._oid(), object_name(relation.name, column.name, "seq")
        usual = Sequence(oid, relation.schema, name, maximum=LARGEST[duckdb_type])
        sequence = numbered(usual, column.options)
        self._cursors.declaring.sequences[oid] = sequence
        lake = lake_of(self._gateway, relation)
        if lake is not None:
            lake.numbering.announce(sequence)
        return oid

    def _oid(self, count: int = 1) -> int:
        return self._gateway.registry.take_oid(count)

    # -- keys

    def _add_keys(self, relation: Relation, definition: TableDefinition) -> None:
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
            column, table = quote_identifier(name), _qualified(relation)
            ((rows, values),) = self._cursors.lake.rows(f"SELECT count(*), count({column}) FROM {table}")
            if values < rows:
                raise NotNullViolation(f'column "{name}" of relation "{relation.name}" contains null values')
            if rows and committed:
                self._cursors.lake.run(f"ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL")
            else:
                self._note(relation, name, replace(self._known(relation, name), not_null=True))

    def _known(self, relation: Relation, name: str) -> DeclaredColumn:
        """What the column declares until now."""
        own = self._cursors.declaring.columns.get(place(relation), {})
        if name in own:
            return own[name] or DeclaredColumn()
        found = find(self._gateway, relation)
        columns = found.topic.columns if found is not None and found.topic is not None else ()
        said = next((column.declared for column in columns if column.name == name), None)
        return said or DeclaredColumn()

    def _named(self, relation: Relation, key: WrittenKey, known: dict[str, str]) -> NamedKey:
        columns = {c.name for c in self._cursors.binder.columns(f"SELECT * FROM {_qualified(relation)}")}
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


def numbered(usual: Sequence, texts: tuple[str, ...]) -> Sequence:
    """
    A sequence with the options that are written; one that counts down ends where others begin.
    """
    said = read_options(texts)
    increment = usual.increment if said.increment is None else said.increment
    if increment < 0 < usual.increment:
        usual = replace(usual, minimum=-usual.maximum - 1, maximum=-1, start=-1)
    minimum = usual.minimum if said.minimum is None else said.minimum
    maximum = usual.maximum if said.maximum is None else said.maximum
    usual_start = (
        usual.start if minimum <= usual.start <= maximum else (minimum if increment > 0 else maximum)
    )
    start = usual_start if said.start is None else said.start
    if minimum >= maximum:
        raise InvalidParameterValue(f"MINVALUE ({minimum}) must be less than MAXVALUE ({maximum})")
    if start < minimum:
        raise InvalidParameterValue(f"START value ({start}) cannot be less than MINVALUE ({minimum})")
    if start > maximum:
        raise InvalidParameterValue(f"START value ({start}) cannot be greater than MAXVALUE ({maximum})")
    cycles = usual.cycles if said.cycles is None else said.cycles
    return replace(usual, start=start, increment=increment, minimum=minimum, maximum=maximum, cycles=cycles)


def retyped(cursors: Cursors, relation: Relation, enums: Mapping[str, str]) -> str:
    """
    The binder's table again with other types of these columns: duckdb 1.5.5 cannot ALTER to ENUM(…)[].
    """
    name = _qualified(relation)
    columns = ", ".join(
        f"{quote_identifier(column.name)} {enums.get(column.name, column.duckdb_type)}"
        for column in cursors.binder.columns(f"SELECT * FROM {name}")
    )
    return f"CREATE OR REPLACE TABLE {name} ({columns})"


def place(relation: Relation) -> tuple[str, str]:
    return relation.schema, relation.name


def _qualified(relation: Relation) -> str:
    return qualified(relation.catalog, relation.schema, relation.name)


def object_name(*parts: str) -> str:
    """
    t_a_key, cut where it would be too long (PostgreSQL 15, makeObjectName: the longer part first).
    """
    *names, label = parts
    room = LONGEST_NAME - len(label) - len(names)
    while sum(len(name.encode()) for name in names) > room:
        longest = max(range(len(names)), key=lambda i: len(names[i].encode()))
        names[longest] = names[longest][:-1]
    return "_".join((*names, label))


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
