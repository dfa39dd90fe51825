"""
What a definition declares beyond what the lake keeps: types as they are written, keys, numbering.

It is noted for the session's own transaction (`Cursors.declaring`) and goes into the message of its commit
(lake/declarations.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.lake.declared import DeclaredColumn
from pggate.session.columns.checked_columns import checked
from pggate.session.columns.column_notes import ColumnNotes, place
from pggate.session.columns.column_types import declared_type
from pggate.session.cursors.places import LAKE_PREFIX, lake_of
from pggate.session.definitions.declared_defaults import DeclaredDefaults
from pggate.session.definitions.declared_keys import DeclaredKeys
from pggate.session.definitions.known_sequences import KnownSequences
from pggate.session.definitions.made_columns import is_untold
from pggate.session.definitions.number_changes import NumberChanges
from pggate.session.definitions.numbered_columns import NumberedColumns
from pggate.session.definitions.required_columns import RequiredColumns
from pggate.session.definitions.topic_options import DeclaredOptions
from pggate.session.queries.declared_objects import table_of
from pggate.session.writing.declared_checks import check_rows
from pggate.translate.definitions import table_definitions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.definitions import Altered, ColumnDefinition, Dropped, Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Column
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.column_definitions import WrittenColumn

_RENAMES: Final = frozenset({"rename_table", "rename_column", "remove_column"})
"""What makes a name another thing's, or nobody's."""


class Declaring:
    """
    Notes what one session's definitions declare.
    """

    def __init__(
        self,
        gateway: Gateway,
        cursors: Cursors,
        transaction: Transaction,
        notices: Notices,
        analyst: Analyst,
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._notes = ColumnNotes(gateway, cursors)
        self._sequences = KnownSequences(gateway, cursors)
        self.numbers = NumberedColumns(gateway, cursors, transaction, notices)
        self.number_changes = NumberChanges(gateway, cursors, self.numbers, notices)
        self.keys = DeclaredKeys(gateway, cursors, notices, analyst)
        self.defaults = DeclaredDefaults(gateway, cursors, analyst)
        self.required = RequiredColumns(gateway, cursors)
        self.options = DeclaredOptions(gateway, cursors)

    def numbered(self, relation: Relation, columns: Mapping[str, str], text: str, engine_text: str) -> str:
        """
        The text that makes a topic, with the sequence of each numbered column.

        Args:
            columns: What is made, by name: DuckDB's types.
            text: As the client wrote it.
            engine_text: As the engine takes it.

        """
        written = table_definitions.read(text).columns
        return self.numbers.numbered(relation, written, columns, engine_text)

    def created(self, relation: Relation, text: str) -> None:
        """
        A topic was created, or replaced, in this transaction.

        Raises:
            PgError: A key names what is not there.

        """
        self._make(relation)
        definition = table_definitions.read(text)
        for column in definition.columns:
            self._declare(relation, column, DeclaredColumn())
            self.defaults.note(relation, column.name, self.defaults.of_column(text, column))
        self.keys.add(relation, definition)

    def created_as(
        self, relation: Relation, enums: dict[str, str], made: Mapping[str, str], shown: Sequence[Column]
    ) -> None:
        """
        CREATE TABLE AS: the query's columns whose types the lake cannot tell.

        Args:
            enums: DuckDB's texts of the enums, by the columns' names.
            made: DuckDB's types of all columns.
            shown: The query's columns, as a client is told of them.

        """
        self._make(relation)
        for name, column in zip(made, shown, strict=False):
            if is_untold(column):
                self._notes.note(relation, name, DeclaredColumn(column.type.oid, column.typmod))
        composites = self._cursors.composites()
        for name, duckdb_type in made.items():
            composite = composites.of_struct(duckdb_type)
            if composite is not None:
                self._notes.note(relation, name, DeclaredColumn(composite.oid))
        known = {enum.duckdb: enum for enum in self._cursors.enums().by_name.values()}
        for name, duckdb_type in enums.items():
            enum = known.get(duckdb_type.removesuffix("[]"))
            if enum is not None:
                oid = enum.array_oid if duckdb_type.endswith("[]") else enum.oid
                self._notes.note(relation, name, DeclaredColumn(oid))

    def _make(self, relation: Relation) -> None:
        self._cursors.declaring.forget(place(relation))
        self._cursors.declaring.make(place(relation))

    def altered(self, altered: Altered, text: str) -> None:
        """
        A topic was altered in this transaction.

        Raises:
            PgError: Its rows are not of the new type, or a key names what is not there.

        """
        relation, details = altered.relation, altered.details
        if altered.action in _RENAMES:
            self._notes.take_over(relation)
        declaring = self._cursors.declaring
        if altered.action == "rename_table":
            self.keys.take_over(relation)
            self.options.take_over(relation)
            declaring.rename(place(relation), (relation.schema, str(details["new_table_name"])))
            return
        if altered.action == "rename_column":
            self.keys.rename_column(relation, str(details["old_name"]), str(details["new_name"]))
            self.options.rename_column(relation, str(details["old_name"]), str(details["new_name"]))
            declaring.rename_column(place(relation), str(details["old_name"]), str(details["new_name"]))
            return
        if altered.action == "remove_column":
            self.keys.drop_column(relation, str(details["removed_column"]))
            self.numbers.dropped(
                relation, str(details["removed_column"]), cascade=bool(details.get("cascade"))
            )
            declaring.columns.get(place(relation), {}).pop(str(details["removed_column"]), None)
            return
        definition = table_definitions.read(text)
        for column in definition.columns:
            self._declare(relation, column, self._notes.known(relation, column.name))
        if altered.action == "alter_column_type":
            self._check_rows(relation, str(details["column_name"]))
            self.keys.verify(relation, str(details["column_name"]))
        elif altered.column is not None and definition.columns:
            self._added(relation, definition.columns[0], altered.column, text)
        self.keys.add(relation, definition)

    def _added(self, relation: Relation, column: WrittenColumn, made: ColumnDefinition, text: str) -> None:
        """ADD COLUMN: the rows that are there have its default, and are held to what it declares."""
        default = self.defaults.of_column(text, column)
        if default is not None:
            self.defaults.fill(relation, column.name, default, made.duckdb_type)
            self.defaults.note(relation, column.name, default)
        if default is not None or made.default is not None:
            self._check_rows(relation, column.name)
        if column.is_required and not column.is_numbered:
            self.required.require(relation, column.name)

    def _check_rows(self, relation: Relation, column: str) -> None:
        """Rows that are there have the values of a new column, or of another type."""
        columns = checked(self._gateway, self._cursors, relation, {column})
        check_rows(self._cursors.lake, relation, columns, all_rows=True)

    def dropped(self, dropped: Dropped) -> None:
        """
        A topic, or with an empty name a schema, is gone.

        Raises:
            DependentObjectsStillExist: Another topic takes numbers from a sequence of its.

        """
        relation, declaring = dropped.relation, self._cursors.declaring
        if relation.name:
            self.numbers.dropped(relation, cascade=dropped.cascade)
            declaring.forget(place(relation))
        else:
            self._drop_members(relation)
        for facts in (declaring.columns, declaring.keys, declaring.options):
            for known in [p for p in facts if p[0] == relation.schema and relation.name in ("", p[1])]:
                declaring.forget(known)

    def _drop_members(self, schema: Relation) -> None:
        """What goes with a schema."""
        database = schema.catalog.removeprefix(LAKE_PREFIX)
        for topic in self._gateway.mirror.catalog.relations(database):
            if topic.schema == schema.schema:
                self._cursors.declaring.forget((topic.schema, topic.name))
        for enum in tuple(self._cursors.enums().by_name.values()):
            if enum.schema == schema.schema:
                self._cursors.declaring.enums[enum.oid] = None
        for composite in self._cursors.composites().all_declared:
            if composite.schema == schema.schema:
                self._cursors.declaring.composites[composite.oid] = None
        lake = lake_of(self._gateway, schema)
        for oid, sequence in self._sequences.of(lake).items() if lake is not None else ():
            if sequence.schema == schema.schema:
                self._cursors.declaring.sequences[oid] = None  # the binder has dropped the whole schema

    def is_sequence(self, relation: Relation) -> bool:
        """Is that the name of a sequence?"""
        lake = lake_of(self._gateway, relation)
        known = self._sequences.of(lake).values() if lake is not None else ()
        return any((each.schema, each.name) == place(relation) for each in known)

    def show_on_binder(self, relation: Relation) -> None:
        """The binder's table has the columns' enumerated types."""
        for sql in self.on_the_binder(relation):
            self._cursors.define(sql)

    def on_the_binder(self, relation: Relation) -> list[str]:
        """What makes the binder's table of a topic one whose columns are of their enums."""
        enums = {
            column.name: column.enum.duckdb + "[]" * column.dimensions
            for column in checked(self._gateway, self._cursors, relation)
            if column.enum is not None
        }
        return [retyped(self._cursors, relation, enums)] if enums else []

    def _declare(self, relation: Relation, column: WrittenColumn, known: DeclaredColumn) -> None:
        """
        Args:
            known: What it declares until now: another type does not change how it is numbered.

        """
        declared = self.numbers.said(column.name) if column.is_numbered else known
        found = (
            declared_type(column.type, self._cursors.enums(), self._cursors.composites().names)
            if column.type is not None
            else None
        )
        of_type, typmod = (0, -1) if found is None else found
        self._notes.note(relation, column.name, replace(declared, type=of_type, typmod=typmod))


def retyped(cursors: Cursors, relation: Relation, enums: Mapping[str, str]) -> str:
    """
    The binder's table again with other types of these columns: duckdb 1.5.5 cannot ALTER to ENUM(…)[].
    """
    name = table_of(relation)
    columns = ", ".join(
        f"{quote_identifier(column.name)} {enums.get(column.name, column.duckdb_type)}"
        for column in cursors.binder.columns(f"SELECT * FROM {name}")
    )
    return f"CREATE OR REPLACE TABLE {name} ({columns})"
