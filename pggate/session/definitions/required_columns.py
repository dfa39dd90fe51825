"""
NOT NULL of columns that are there, or are added (PostgreSQL 15, ALTER TABLE).

ducklake 1.5.5 takes SET NOT NULL only where there are rows of earlier transactions and none of this one, and
ADD COLUMN without it; so it is declared, and all that writes rows holds them to it (declared_checks.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.names import quote_identifier
from pggate.errors import InvalidTableDefinition, NotNullViolation, UndefinedColumn
from pggate.session.clauses.staging import described
from pggate.session.columns.column_notes import ColumnNotes
from pggate.session.queries.declared_objects import table_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.definitions.column_changes import ColumnChange


class RequiredColumns:
    """
    Of one session.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._cursors = cursors
        self._notes = ColumnNotes(gateway, cursors)

    def change(self, relation: Relation, change: ColumnChange, primary: Collection[str]) -> None:
        """
        SET NOT NULL or DROP NOT NULL; that of a column which is so already changes nothing.

        Args:
            primary: The columns of the primary key.

        Raises:
            UndefinedColumn: There is no such column.
            NotNullViolation: There are rows without a value.
            InvalidTableDefinition: It is in the primary key.

        """
        if change.action == "set not null":
            self.require(relation, change.column)
        else:
            self._release(relation, change.column, primary)

    def require(self, relation: Relation, name: str) -> None:
        """The column must have values from here on, as it has them in every row."""
        if not self._lake_takes_nulls(relation, name) or self._notes.known(relation, name).not_null:
            return
        column, table = quote_identifier(name), table_of(relation)
        ((rows, values),) = self._cursors.lake.rows(f"SELECT count(*), count({column}) FROM {table}")
        if values < rows:
            raise NotNullViolation(f'column "{name}" of relation "{relation.name}" contains null values')
        self._notes.note(relation, name, replace(self._notes.known(relation, name), not_null=True))

    def _release(self, relation: Relation, name: str, primary: Collection[str]) -> None:
        takes_nulls = self._lake_takes_nulls(relation, name)
        if name in primary:
            raise InvalidTableDefinition(f'column "{name}" is in a primary key')
        known = self._notes.known(relation, name)
        if known.identity:
            raise InvalidTableDefinition(
                f'column "{name}" of relation "{relation.name}" is an identity column', sqlstate="42601"
            )
        if not takes_nulls:
            self._cursors.lake.run(
                f"ALTER TABLE {table_of(relation)} ALTER COLUMN {quote_identifier(name)} DROP NOT NULL"
            )
        self._notes.note(relation, name, replace(known, not_null=False))

    def _lake_takes_nulls(self, relation: Relation, name: str) -> bool:
        for column in described(self._cursors.lake, table_of(relation)):
            if column.name == name:
                return column.nullable
        raise UndefinedColumn(f'column "{name}" of relation "{relation.name}" does not exist')
