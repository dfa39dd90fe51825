"""
Definitions of temporary tables, which are in no lake: the session's own, on both its cursors.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import astuple
from typing import TYPE_CHECKING

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.session.columns.checked_columns import checked_temporary
from pggate.session.definitions import temporary_columns
from pggate.session.definitions.binder_definitions import on_the_binder
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.session.writing.declared_checks import check_rows
from pggate.translate.definitions import table_definitions
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.definitions.declared_defaults import DeclaredDefaults
    from pggate.session.statement.analysed import Analysed
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.table_definitions import TableDefinition


class TemporaryDefinitions:
    """
    Of one session.
    """

    def __init__(
        self, cursors: Cursors, transaction: Transaction, analyst: Analyst, defaults: DeclaredDefaults
    ) -> None:
        self._cursors = cursors
        self._transaction = transaction
        self._analyst = analyst
        self._defaults = defaults

    def define(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        CREATE, ALTER or DROP of one.

        Raises:
            FeatureNotSupported: Its keys or numbers are altered.

        """
        definition = table_definitions.read(analysed.statement.text)
        if definition.of_keys_alone or (definition.alters and definition.is_numbered):
            raise FeatureNotSupported(
                "the keys and numbers of a temporary table cannot be altered",
                hint="Create it anew with them.",
            )
        in_block = self._transaction.block is not Block.NONE
        text, bound = self._text(analysed, definition), analysed.bound
        noted = temporary_columns.noted(self._cursors, self._analyst, analysed)
        with noted, self._transaction.alone() if _retypes(analysed) else nullcontext():
            self._transaction.enter(changes=True)
            changed = self._cursors.lake.run(text, parameters).changed
            if _retypes(analysed) and bound is not None and bound.altered is not None:
                self._hold(bound.altered.relation, [column.name for column in definition.columns])
        if analysed.statement.kind is Kind.CREATE_TABLE_AS and bound is not None:
            text = on_the_binder(analysed, bound)
        self._cursors.define_temporary(text, in_block=in_block)
        for column in definition.columns if definition.alters else ():
            if column.is_not_null and bound is not None and bound.altered is not None:
                self._require(bound.altered.relation, column.name, in_block=in_block)
        return Done(analysed.statement.tag(changed or 0))

    def _hold(self, relation: Relation, names: Sequence[str]) -> None:
        """The rows have to be what the columns are now."""
        columns = checked_temporary(self._cursors, relation, names)
        check_rows(self._cursors.lake, relation, columns, all_rows=True)

    def _text(self, analysed: Analysed, definition: TableDefinition) -> str:
        """The text for the engine, which keeps by itself what a lake has no place for."""
        bound, change = analysed.bound, definition.change
        if bound is None or bound.altered is None or not definition.alters:
            return analysed.text
        if change is not None and change.of_nulls:
            name = qualified(*astuple(bound.altered.relation))
            return f"ALTER TABLE {name} ALTER COLUMN {quote_identifier(change.column)} {change.action}"
        for column in definition.columns:
            default = self._defaults.of_column(analysed.statement.text, column)
            if default is not None:
                return f"{analysed.text.rstrip().removesuffix(';')} DEFAULT {default.words}"
        return analysed.text

    def _require(self, relation: Relation, name: str, *, in_block: bool) -> None:
        """ADD COLUMN … NOT NULL, which duckdb 1.5.5 takes in two steps."""
        table = qualified(*astuple(relation))
        sql = f"ALTER TABLE {table} ALTER COLUMN {quote_identifier(name)} SET NOT NULL"
        self._cursors.lake.run(sql)
        self._cursors.define_temporary(sql, in_block=in_block)


def _retypes(analysed: Analysed) -> bool:
    """ALTER COLUMN TYPE, whose rows stay."""
    altered = analysed.bound.altered if analysed.bound is not None else None
    return altered is not None and altered.action == "alter_column_type"
