"""
Definitions of temporary tables, which are in no lake: the session's own, on both its cursors.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import astuple
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.session.clauses.staging import described
from pggate.session.columns.checked_columns import checked_temporary
from pggate.session.cursors.temporary_views import readers
from pggate.session.definitions import temporary_columns
from pggate.session.definitions.binder_definitions import on_the_binder
from pggate.session.definitions.renaming import new_name
from pggate.session.definitions.temporary_keys import TemporaryKeys
from pggate.session.definitions.temporary_sequences import TemporarySequences
from pggate.session.queries.declared_objects import cascade_notice, dependents_remain
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.session.writing.array_shapes import hold_shapes, may_be_ragged, refuse_ragged
from pggate.session.writing.declared_checks import check_rows
from pggate.translate.definitions import table_definitions
from pggate.translate.definitions.ddl import on_commit
from pggate.translate.definitions.written_options import written_options
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Dropped, Relation
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.cursors.temporary_tables import Known
    from pggate.session.definitions.declared_defaults import DeclaredDefaults, Default
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.definitions.table_definitions import TableDefinition
    from pggate.translate.definitions.written_options import WrittenOptions

COMMENTS: Final = frozenset({"set_comment", "set_column_comment"})


class TemporaryDefinitions:
    """
    Of one session.
    """

    def __init__(
        self,
        gateway: Gateway,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        defaults: DeclaredDefaults,
        notices: Notices,
    ) -> None:
        self._cursors = cursors
        self._sequences = TemporarySequences(gateway, cursors, notices)
        self._keys = TemporaryKeys(cursors, analyst)
        self._notices = notices
        self._transaction = transaction
        self._analyst = analyst
        self._defaults = defaults

    def define(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        CREATE, ALTER or DROP of one.

        Raises:
            FeatureNotSupported: Its keys or numbers are altered.
            InvalidParameterValue: It is given an option of topics, or one that there is not.

        """
        definition = table_definitions.read(analysed.statement.text)
        if definition.of_keys_alone or (definition.alters and definition.is_numbered):
            raise FeatureNotSupported(
                "the keys and numbers of a temporary table cannot be altered",
                hint="Create it anew with them.",
            )
        _refuse_options(definition.options or written_options(analysed.statement.text))
        is_held = _retypes(analysed) or may_be_ragged(self._cursors, analysed)
        says_more = bool(on_commit(analysed.statement.text) or definition.columns or definition.all_keys)
        with self._transaction.alone() if is_held or says_more else nullcontext():
            in_block = self._transaction.block is not Block.NONE
            noted = temporary_columns.noted(self._cursors, self._analyst, analysed, in_block=in_block)
            with noted as known:
                changed = self._run(analysed, definition, known, parameters, in_block=in_block)
        return Done(analysed.statement.tag(changed))

    def _run(
        self,
        analysed: Analysed,
        definition: TableDefinition,
        known: Known,
        parameters: Sequence[object],
        *,
        in_block: bool,
    ) -> int:
        """On both cursors; how many rows CREATE TABLE AS made."""
        text, bound = self._text(analysed, definition), analysed.bound
        created = bound.created if bound is not None else None
        self._transaction.enter(changes=True)
        if analysed.statement.kind is Kind.DROP_TABLE and bound is not None and bound.dropped is not None:
            self._let_go(bound.dropped, in_block=in_block)
        if created is not None:
            types = {column.name: column.duckdb_type for column in created.columns}
            text = self._sequences.numbered(known, created.relation, definition, types, text)
        changed = self._cursors.lake.run(text, parameters).changed
        if analysed.statement.kind is Kind.CREATE_TABLE_AS and bound is not None and bound.created:
            refuse_ragged(self._cursors, bound.created.relation, analysed)
        if _retypes(analysed) and bound is not None and bound.altered is not None:
            self._hold(bound.altered.relation, [column.name for column in definition.columns])
        if analysed.statement.kind is Kind.CREATE_TABLE_AS and bound is not None:
            text = on_the_binder(analysed, bound)
        self._cursors.define_temporary(text, in_block=in_block)
        self._name(bound)
        if created is not None:
            self._set_defaults(created.relation, analysed.statement.text, definition, in_block=in_block)
            self._keys.note(known, created.relation, definition)
        for column in definition.columns if definition.alters else ():
            if column.is_not_null and bound is not None and bound.altered is not None:
                self._require(bound.altered.relation, column.name, in_block=in_block)
        return changed or 0

    def _let_go(self, dropped: Dropped, *, in_block: bool) -> None:
        """
        The views that read a table go with it.

        Raises:
            DependentObjectsStillExist: 2BP01, without CASCADE.

        """
        found = readers(self._cursors.lake, self._cursors.binder, dropped.relation)
        if not found:
            return
        shown = [f"view {name}" for name in found]
        if not dropped.cascade:
            raise dependents_remain(f"table {dropped.relation.name}", shown)
        self._notices.add(cascade_notice(shown))
        self._cursors.drop_readers(dropped.relation, in_block=in_block)

    def _name(self, bound: Bound | None) -> None:
        """What the definition has called anything."""
        names = self._cursors.temporary_names
        if bound is not None and bound.created is not None:
            names.add(bound.created.relation.name, is_view=bound.created.kind == "view")
        elif bound is not None and bound.altered is not None:
            name, new = bound.altered.relation.name, new_name(bound.altered).name
            names.add(new, is_view=names.views.get(name, False))
            names.has_more |= bound.altered.action in COMMENTS

    def _hold(self, relation: Relation, names: Sequence[str]) -> None:
        """The rows have to be what the columns are now."""
        columns = checked_temporary(self._cursors, relation, names)
        check_rows(self._cursors.lake, relation, columns, all_rows=True)
        every = described(self._cursors.lake, qualified(*astuple(relation)))
        types = {column.name: column.duckdb_type for column in every if column.name in names}
        hold_shapes(self._cursors, relation, types)

    def _text(self, analysed: Analysed, definition: TableDefinition) -> str:
        """The text for the engine, which keeps by itself what a lake has no place for."""
        bound, change = analysed.bound, definition.change
        if bound is None or bound.altered is None or not definition.alters:
            return analysed.text
        if change is not None and change.of_nulls:
            name = qualified(*astuple(bound.altered.relation))
            return f"ALTER TABLE {name} ALTER COLUMN {quote_identifier(change.column)} {change.action}"
        written = analysed.statement.text
        if change is not None and change.action == "default" and change.expression is not None:
            expression = written[slice(*change.expression)]
            default = self._defaults.of_change(bound.altered.relation, change.column, expression)
            return analysed.text if default is None else _set(bound.altered.relation, change.column, default)
        for column in definition.columns:
            default = self._defaults.of_column(written, column)
            if default is not None:
                return f"{analysed.text.rstrip().removesuffix(';')} DEFAULT {default.words}"
        return analysed.text

    def _set_defaults(
        self, relation: Relation, written: str, definition: TableDefinition, *, in_block: bool
    ) -> None:
        """Those of CREATE TABLE that the engine reads otherwise."""
        for column in definition.columns:
            default = self._defaults.of_column(written, column)
            if default is not None:
                sql = _set(relation, column.name, default)
                self._cursors.lake.run(sql)
                self._cursors.define_temporary(sql, in_block=in_block)

    def _require(self, relation: Relation, name: str, *, in_block: bool) -> None:
        """ADD COLUMN … NOT NULL, which duckdb 1.5.5 takes in two steps."""
        table = qualified(*astuple(relation))
        sql = f"ALTER TABLE {table} ALTER COLUMN {quote_identifier(name)} SET NOT NULL"
        self._cursors.lake.run(sql)
        self._cursors.define_temporary(sql, in_block=in_block)


def _set(relation: Relation, column: str, default: Default) -> str:
    table = qualified(*astuple(relation))
    return f"ALTER TABLE {table} ALTER COLUMN {quote_identifier(column)} SET DEFAULT {default.words}"


def _retypes(analysed: Analysed) -> bool:
    """ALTER COLUMN TYPE, whose rows stay."""
    altered = analysed.bound.altered if analysed.bound is not None else None
    return altered is not None and altered.action == "alter_column_type"


def _refuse_options(written: WrittenOptions | None) -> None:
    """Only topics have any."""
    for name, _ in written.given if written is not None else ():
        raise InvalidParameterValue(f'unrecognized parameter "{name}"', hint="Temporary tables have none.")
