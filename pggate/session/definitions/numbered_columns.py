"""
Columns whose rows take numbers: serial, GENERATED AS IDENTITY, DEFAULT nextval('s') (PostgreSQL 15, CREATE
TABLE, ALTER TABLE).

A new table's columns have a default in the lake, too, an expression with the OID of the sequence, which the
engine's own INSERT takes; what counts is what is declared (lake/topics.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa

from pggate.engine.names import quote_identifier
from pggate.errors import (
    FeatureNotSupported,
    InvalidParameterValue,
)
from pggate.lake.declared import DeclaredColumn
from pggate.lake.sequences import LARGEST, created, next_number
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.cursors.places import lake_of, topic_ids
from pggate.session.definitions.known_sequences import KnownSequences
from pggate.session.live.sequence_functions import relation_name
from pggate.session.queries.declared_objects import cascade_notice, dependents_remain, table_of
from pggate.translate.commands.sequence_options import read_options
from pggate.translate.definitions.column_definitions import UNNUMBERED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.definitions import Relation
    from pggate.lake.lake import Lake
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.column_definitions import WrittenColumn

NUMBERS = "~numbers"
"""What the numbers of rows are called while a column gets them."""


class NumberedColumns:
    """
    Of one session.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, transaction: Transaction, notices: Notices
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._notes = ColumnNotes(gateway, cursors)
        self._sequences = KnownSequences(gateway, cursors)
        self._numbered: dict[str, DeclaredColumn] = {}
        """What the columns that are being made declare of their numbers."""

    def numbered(
        self,
        relation: Relation,
        columns: tuple[WrittenColumn, ...],
        types: Mapping[str, str],
        engine_text: str,
    ) -> str:
        """
        The text that makes a topic, with the sequence of each numbered column.

        Args:
            columns: As they are written.
            types: DuckDB's, by name.
            engine_text: As the engine takes it.

        Raises:
            UndefinedTable, WrongObjectType: A default names what is no sequence.
            InvalidParameterValue: 22023, the column is of a type without integers.

        """
        self._numbered = {}
        for column in columns:
            if column.is_numbered:
                said = self._numbered[column.name] = self._declared(relation, column, types[column.name])
                engine_text = engine_text.replace(UNNUMBERED, next_number(said.sequence), 1)
        return engine_text

    def said(self, name: str) -> DeclaredColumn:
        """What the column that was made declares of its numbers."""
        return self._numbered.get(name, DeclaredColumn())

    def added(self, relation: Relation, column: WrittenColumn, duckdb_type: str) -> None:
        """
        ADD COLUMN of a numbered one: the rows that are there get numbers in their order.

        Those to come take them, since the topic's readers know what it declares (lake/topics.py): ducklake
        1.5.5 cannot give a column that was added or altered a default that is no literal.

        Raises what `numbered` does.
        """
        name, table = quote_identifier(column.name), table_of(relation)
        said = self._declared(relation, column, duckdb_type)
        self._numbered[column.name] = replace(said, not_null=column.is_required)
        sql = f"ALTER TABLE {table} ADD COLUMN {name} {duckdb_type}"
        self._cursors.lake.run(sql)
        self._cursors.define(sql)
        self._give_numbers(relation, name, said.sequence)

    def _give_numbers(self, relation: Relation, column: str, oid: int) -> None:
        """
        The rows that are there are numbered in the order in which they came.
        """
        lake = self.lake(relation)
        cursor, table = self._cursors.lake, table_of(relation)
        ((count,),) = cursor.rows(f"SELECT count(*) FROM {table}")
        numbers = lake.numbering.take(self._sequences.of(lake)[oid], count)
        cursor.register(
            NUMBERS, pa.table({"at": pa.array(range(1, count + 1), pa.int64()), "number": numbers})
        )
        try:
            cursor.run(
                f"UPDATE {table} SET {column} = n.number FROM"
                f" (SELECT rowid AS r, row_number() OVER (ORDER BY rowid) AS at FROM {table}) o,"
                f" {quote_identifier(NUMBERS)} n WHERE {table}.rowid = o.r AND n.at = o.at"
            )
        finally:
            cursor.unregister(NUMBERS)

    def dropped(self, relation: Relation, name: str = "", *, cascade: bool = False) -> None:
        """
        A topic is gone, or a column of it, and the sequences with it that it owned.

        Raises:
            DependentObjectsStillExist: 2BP01, another topic takes numbers from one.

        """
        lake = self.lake(relation)
        owned = {
            oid
            for column, declared in self._notes.of(relation).items()
            if name in ("", column)
            for oid in declared.owns
        }
        for oid in owned & self._sequences.of(lake).keys():
            what = f"column {name} of table {relation.name}" if name else f"table {relation.name}"
            self._refuse_used(lake, oid, what, relation, cascade=cascade)
            self._sequences.note(lake, oid, None)

    def _refuse_used(self, lake: Lake, oid: int, what: str, relation: Relation, *, cascade: bool) -> None:
        users = [(r, n) for r, n, _ in self._sequences.numbering(lake, oid) if r != relation]
        if users and not cascade:
            raise dependents_remain(
                what,
                [f"default value for column {column} of table {r.name}" for r, column in users],
                f"sequence {self._sequences.of(lake)[oid].name}",
            )
        if users:
            self._notices.add(
                cascade_notice([f"default value for column {c} of table {r.name}" for r, c in users])
            )
        for user, column in users:
            self.drop_default(user, column)

    def drop_default(self, relation: Relation, column: str) -> None:
        """The column is numbered no more."""
        self._transaction.will_change(self.lake(relation), relation, topic_ids(self._gateway, relation))
        sql = f"ALTER TABLE {table_of(relation)} ALTER COLUMN {quote_identifier(column)} DROP DEFAULT"
        self._cursors.lake.run(sql)
        self._cursors.define(sql)
        self._notes.note(relation, column, bare(self._notes.known(relation, column)))

    # -- the sequences of columns

    def _declared(self, relation: Relation, column: WrittenColumn, duckdb_type: str) -> DeclaredColumn:
        if column.next_of:
            return DeclaredColumn(sequence=self.found(relation, column.next_of))
        oid = self.made(relation, column.name, duckdb_type, column.options)
        return DeclaredColumn(sequence=oid, identity=column.identity, owns=(oid,))

    def found(self, relation: Relation, text: str) -> int:
        """The sequence that nextval('text') means."""
        return self._sequences.find(self.lake(relation), relation_name(text)).oid

    def made(self, relation: Relation, column: str, duckdb_type: str, options: tuple[str, ...]) -> int:
        """A new sequence for a column.  Raises InvalidParameterValue 22023 where that has no integers."""
        if duckdb_type not in LARGEST:
            raise InvalidParameterValue("identity column type must be smallint, integer, or bigint")
        lake = self.lake(relation)
        oid = self._gateway.registry.take_oid()
        name = self._sequences.free_name(lake, relation.schema, relation.name, column)
        said = read_options(options)
        self._sequences.note(
            lake, oid, created(oid, relation.schema, name, replace(said, type=said.type or duckdb_type))
        )
        return oid

    def lake(self, relation: Relation) -> Lake:
        """Where it is.  Raises FeatureNotSupported for a temporary table."""
        lake = lake_of(self._gateway, relation)
        if lake is None:
            raise FeatureNotSupported("a temporary table cannot be numbered", hint="Create a permanent one.")
        return lake


def bare(known: DeclaredColumn) -> DeclaredColumn:
    """The column without numbers."""
    owns = tuple(oid for oid in known.owns if oid != known.sequence)
    return replace(known, sequence=0, identity="", owns=owns)
