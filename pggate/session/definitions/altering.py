"""
ALTER TABLE where it is about more than the lake keeps: keys, NOT NULL, numbers, defaults, other types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.columns.column_notes import place
from pggate.session.definitions.column_rewriting import ColumnRewriting
from pggate.session.statement.block import Block
from pggate.translate.definitions import table_definitions

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Altered, ColumnDefinition, Relation
    from pggate.lake.declaring import Declaring as Declared
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.declaring import Declaring
    from pggate.session.definitions.dependents import Dependents
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.column_changes import ColumnChange
    from pggate.translate.definitions.table_definitions import TableDefinition


class Altering:
    """
    Of one session.
    """

    def __init__(
        self,
        gateway: Gateway,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        declaring: Declaring,
        dependents: Dependents,
    ) -> None:
        self._transaction = transaction
        self._declaring = declaring
        self._rewriting = ColumnRewriting(gateway, cursors, analyst, declaring.keys, dependents)

    def is_declared_alone(self, analysed: Analysed, bound: Bound, relation: Relation) -> bool:
        """Is nothing left for the engine to do?"""
        definition = table_definitions.read(analysed.statement.text)
        if self._changes_keys(relation, definition):
            return True
        if definition.options is not None:
            self._transaction.altered.add(relation)
            self._declaring.options.change(relation, definition.options)
            self._declaring.keys.touch(relation)
            return True
        return bound.altered is not None and self._changes_numbers(analysed, bound.altered, definition)

    def engine_text(self, analysed: Analysed, made: ColumnDefinition, text: str) -> str:
        """ADD COLUMN with what the rows have that are there."""
        for column in table_definitions.read(analysed.statement.text).columns:
            default = self._declaring.defaults.of_column(analysed.statement.text, column)
            if default is not None:
                return self._declaring.defaults.with_value(text, default, made.duckdb_type)
        return text

    def retype(self, analysed: Analysed, altered: Altered, text: str) -> None:
        """ALTER COLUMN … TYPE."""
        written = analysed.statement.text
        alone = self._transaction.block is Block.NONE
        self._rewriting.retype(written, altered, table_definitions.read(written), text, alone=alone)
        self._transaction.altered.add(altered.relation)

    def _changes_keys(self, relation: Relation, definition: TableDefinition) -> bool:
        """Keys and NOT NULL."""
        change, keys = definition.change, self._declaring.keys
        if definition.of_keys_alone:
            keys.change(relation, definition)
            return True
        if change is not None and change.of_nulls:
            self._declaring.required.change(relation, change, keys.primary(relation))
            keys.touch(relation)
            return True
        return False

    def _changes_numbers(self, analysed: Analysed, altered: Altered, definition: TableDefinition) -> bool:
        """How rows are numbered, or another default that is declared; was that all?"""
        if altered.column is not None and definition.columns and definition.is_numbered:
            (written,) = definition.columns
            self._transaction.altered.add(altered.relation)
            self._declaring.numbers.added(altered.relation, written, altered.column.duckdb_type)
            self._declaring.altered(altered, analysed.statement.text)
            self._declaring.show_on_binder(altered.relation)
            return True
        if definition.change is None:
            return False
        if self._is_declared_default(analysed, altered.relation, definition.change):
            return True
        is_left = self._declaring.number_changes.changed(altered.relation, definition.change)
        if definition.of_numbers_alone:
            self._declaring.keys.touch(altered.relation)
        return definition.of_numbers_alone or not is_left

    def _is_declared_default(self, analysed: Analysed, relation: Relation, change: ColumnChange) -> bool:
        """Is it SET DEFAULT of what the lake has no place for?"""
        if change.action != "default":
            return False
        defaults, default = self._declaring.defaults, None
        if change.expression is not None:
            expression = analysed.statement.text[slice(*change.expression)]
            default = defaults.of_change(relation, change.column, expression)
        defaults.note(relation, change.column, None)
        if default is None:
            return False
        self._declaring.number_changes.changed(relation, change)
        defaults.set(relation, change.column, default)
        self._transaction.altered.add(relation)
        self._declaring.keys.touch(relation)
        return True


def note_comment(said: Declared, altered: Altered) -> None:
    """
    COMMENT ON TABLE and VIEW: the lake keeps it, and tells the transaction itself nothing of it.  Of a
    comment on a column the engine tells.
    """
    said.comments_on_columns |= altered.action == "set_column_comment"
    if altered.action == "set_comment":
        value = altered.details["comment_value"]
        said.comments[place(altered.relation)] = None if value["is_null"] else value["value"]
