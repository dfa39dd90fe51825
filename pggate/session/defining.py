"""
Statements that define: tables, views, schemas, comments, and CREATE TABLE AS.

A definition runs on the engine in a transaction of the lake, and on the session's binder cursor as long as
that transaction is open; when it is committed, the mirror tells everybody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.errors import DuplicateTable, FeatureNotSupported, WrongObjectType
from pggate.session.block import Block
from pggate.session.cursors import stand_in
from pggate.session.declaring import Declaring
from pggate.session.enum_reads import stored_query
from pggate.session.if_exists import DROPPED, IfExists
from pggate.session.made_columns import made_columns
from pggate.session.nul import refuse_nul
from pggate.session.outcome import Done
from pggate.session.places import find, lake_of, topic_ids
from pggate.session.renaming import new_name, refuse_late_rename
from pggate.session.unkept_definitions import refuse_unkept
from pggate.translate.definitions import table_definitions
from pggate.translate.definitions.column_definitions import UNNUMBERED
from pggate.translate.definitions.views import as_table
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Altered, Created, Dropped, Relation
    from pggate.lake.lake import Lake
    from pggate.session.analysed import Analysed
    from pggate.session.analysis import Analyst
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.notices import Notices
    from pggate.session.outcome import Column
    from pggate.session.transaction import Transaction
    from pggate.translate.definitions.table_definitions import TableDefinition

KINDS: Final = (
    Kind.CREATE_TABLE,
    Kind.CREATE_TABLE_AS,
    Kind.CREATE_VIEW,
    Kind.CREATE_SCHEMA,
    Kind.ALTER_TABLE,
    Kind.ALTER_VIEW,
    Kind.ALTER_SCHEMA,
    Kind.DROP_TABLE,
    Kind.DROP_VIEW,
    Kind.DROP_SCHEMA,
    Kind.COMMENT,
)
"""What is run here."""

CASCADE: Final = re.compile(r"\s+cascade\s*;?\s*$", re.IGNORECASE)
"""Behind DROP TABLE and DROP VIEW: ducklake 1.5.5 knows it of schemas alone, and views that are left do not
bind any more."""


class Defining:
    """
    Runs one session's DDL.
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
        self._analyst = analyst
        self._cursors = cursors
        self._transaction = transaction
        self._if_exists = IfExists(gateway, cursors, notices)
        self._declaring = Declaring(gateway, cursors, transaction, notices)

    def define(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        Any definition but CREATE DATABASE and DROP DATABASE.
        """
        bound = analysed.bound
        if bound is None:
            raise FeatureNotSupported("cannot tell what this statement defines")
        self._transaction.will_define()
        if self._if_exists.has_nothing_to_do(analysed.statement.kind, bound):
            return Done(analysed.statement.tag())
        relation = next(iter(bound.targets)).relation
        if bound.created is not None and bound.created.temporary:
            return self._define_temporary(analysed, parameters)
        lake = lake_of(self._gateway, relation)
        if lake is None:
            return self._define_temporary(analysed, parameters)
        self._transaction.will_write(lake)
        refuse_unkept(bound)
        self._refuse_sequence(analysed.statement.kind, bound)
        if bound.altered is not None:
            refuse_late_rename(bound.altered, self._transaction.altered)
        self._hold(lake, relation, bound.dropped)
        self._transaction.changed_catalog = True
        definition = table_definitions.read(analysed.statement.text)
        if definition.of_keys_alone:
            self._declaring.keys.change(relation, definition)
            return Done(analysed.statement.tag())
        if bound.altered is not None and self._numbers(analysed, bound, bound.altered, definition):
            return Done(analysed.statement.tag())
        return Done(analysed.statement.tag(self._run(analysed, bound, relation, parameters)))

    def _run(self, analysed: Analysed, bound: Bound, relation: Relation, parameters: Sequence[object]) -> int:
        """The definition itself, on the engine and on the binder; how many rows CREATE TABLE AS made."""
        text, enums = stored_query(analysed, bound)
        shown = made_columns(self._analyst, analysed)
        if bound.created is not None:
            text = self._created_with_numbers(analysed, bound.created, text)
        if bound.dropped is not None and bound.dropped.kind in ("table", "view"):
            text = CASCADE.sub("", text)
        changed = self._cursors.lake.run(text, parameters).changed
        if analysed.statement.kind is Kind.CREATE_TABLE_AS:
            refuse_nul(self._cursors.lake, relation, text, bound)
        if bound.altered is not None:
            self._transaction.altered |= {relation, new_name(bound.altered)}
        if bound.created is None and self._is_broken(relation):
            self._cursors.define(stand_in(qualified(relation.catalog, relation.schema, relation.name)))
        self._cursors.define(_on_the_binder(analysed, bound))
        self._declare(analysed, bound, enums, shown)
        if bound.created is not None and bound.created.kind == "schema":
            self._cursors.own_schemas.add(relation.schema)
        return changed or 0

    def _created_with_numbers(self, analysed: Analysed, created: Created, text: str) -> str:
        """The text with the sequences of a table's columns; those of one that it replaces are gone."""
        if created.conflict == "replace" and created.kind == "table":
            self._declaring.numbers.dropped(created.relation)
        if UNNUMBERED not in text:
            return text
        columns = {column.name: column.duckdb_type for column in created.columns}
        return self._declaring.numbered(created.relation, columns, analysed.statement.text, text)

    def _numbers(
        self, analysed: Analysed, bound: Bound, altered: Altered, definition: TableDefinition
    ) -> bool:
        """How rows are numbered is changed; was that all?"""
        if altered.column is not None and definition.columns and definition.is_numbered:
            (written,) = definition.columns
            self._transaction.altered.add(altered.relation)
            self._declaring.numbers.added(altered.relation, written, altered.column.duckdb_type)
            self._declare(analysed, bound, {})
            return True
        if definition.change is None:
            return False
        is_left = self._declaring.number_changes.changed(altered.relation, definition.change)
        if definition.of_numbers_alone:
            self._declaring.keys.touch(altered.relation)
        return definition.of_numbers_alone or not is_left

    def _declare(
        self, analysed: Analysed, bound: Bound, enums: dict[str, str], shown: tuple[Column, ...] = ()
    ) -> None:
        """What the lake has no place for."""
        created, altered, dropped = bound.created, bound.altered, bound.dropped
        if created is not None and analysed.statement.kind is Kind.CREATE_TABLE_AS:
            made = {column.name: column.duckdb_type for column in created.columns}
            self._declaring.created_as(created.relation, enums, made, shown)
        elif created is not None and created.kind == "table":
            self._declaring.created(created.relation, analysed.statement.text)
        elif altered is not None and analysed.statement.kind is Kind.ALTER_TABLE:
            self._declaring.altered(altered, analysed.statement.text)
        elif dropped is not None and dropped.kind in ("table", "schema"):
            self._declaring.dropped(dropped)
        if created is not None or altered is not None:
            self._retype(created, altered)

    def _retype(self, created: Created | None, altered: Altered | None) -> None:
        """The binder's table has the columns' enumerated types."""
        for relation in (created.relation if created else None, new_name(altered) if altered else None):
            for sql in self._declaring.on_the_binder(relation) if relation is not None else ():
                self._cursors.define(sql)

    def _define_temporary(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """In no lake: the session's own, on both its cursors."""
        definition = table_definitions.read(analysed.statement.text)
        if definition.alters and (definition.all_keys or definition.dropped or definition.is_numbered):
            raise FeatureNotSupported(
                "the keys and numbers of a temporary table cannot be altered",
                hint="Create it anew with them.",
            )
        self._transaction.enter(changes=True)
        changed = self._cursors.lake.run(analysed.text, parameters).changed
        in_block = self._transaction.block is not Block.NONE
        text, bound = analysed.text, analysed.bound
        if analysed.statement.kind is Kind.CREATE_TABLE_AS and bound is not None:
            text = _on_the_binder(analysed, bound)
        self._cursors.define_temporary(text, in_block=in_block)
        return Done(analysed.statement.tag(changed or 0))

    def _refuse_sequence(self, statement_kind: Kind, bound: Bound) -> None:
        """
        Raises:
            WrongObjectType: A sequence is altered or dropped as if it were a table.
            DuplicateTable: Something is created under the name of one.

        """
        parts: tuple[Created | Altered | Dropped | None, ...] = (bound.created, bound.altered, bound.dropped)
        for part in parts:
            relation = part.relation if part is not None else None
            if relation is not None and relation.name and self._declaring.is_sequence(relation):
                if part is bound.created:
                    raise DuplicateTable(f'relation "{relation.name}" already exists')
                kind = DROPPED.get(statement_kind, "table")
                raise WrongObjectType(
                    f'"{relation.name}" is not a {kind}',
                    hint="Use DROP SEQUENCE to remove a sequence." if bound.dropped is not None else None,
                )

    def _is_broken(self, relation: Relation) -> bool:
        """A view that does not bind any more?"""
        found = find(self._gateway, relation)
        return found is not None and found.problem is not None

    def _hold(self, lake: Lake, relation: Relation, dropped: Dropped | None) -> None:
        """Altering, dropping or replacing a topic must wait for those who change its rows."""
        if relation.name or (dropped is not None and dropped.cascade):
            self._transaction.will_change(lake, relation, topic_ids(self._gateway, relation))
        else:
            self._transaction.enter(changes=True)  # of a schema no topic is changed without CASCADE


def _on_the_binder(analysed: Analysed, bound: Bound) -> str:
    """
    The definition as the binder takes it: a view is an empty table there, and so is what CREATE TABLE AS
    makes, whose query would find nothing there to be computed from.
    """
    created = bound.created
    if created is None or not (created.kind == "view" or analysed.statement.kind is Kind.CREATE_TABLE_AS):
        return as_table(analysed.text, analysed.statement.kind)
    relation = created.relation
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = ", ".join(f"{quote_identifier(c.name)} {c.duckdb_type}" for c in created.columns)
    return f"CREATE OR REPLACE {'TEMP ' if created.temporary else ''}TABLE {name} ({columns})"
