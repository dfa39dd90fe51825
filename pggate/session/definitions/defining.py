"""
Statements that define: tables, views, schemas, comments, and CREATE TABLE AS.

A definition runs on the engine in a transaction of the lake, and on the session's binder cursor as long as
that transaction is open; when it is committed, the mirror tells everybody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import DuplicateTable, FeatureNotSupported, WrongObjectType
from pggate.session.columns.column_notes import place
from pggate.session.cursors.cursors import stand_in
from pggate.session.cursors.places import find, lake_of, topic_ids
from pggate.session.definitions.altering import Altering, note_comment
from pggate.session.definitions.binder_definitions import on_the_binder
from pggate.session.definitions.declaring import Declaring
from pggate.session.definitions.dependents import Dependents
from pggate.session.definitions.known_live_views import KnownLiveViews
from pggate.session.definitions.made_columns import made_columns
from pggate.session.definitions.redefining import redefined
from pggate.session.definitions.renaming import (
    new_name,
    refuse_late_rename,
)
from pggate.session.definitions.several_actions import check_actions
from pggate.session.definitions.standing_views import StandingViews
from pggate.session.definitions.temporary_definitions import TemporaryDefinitions
from pggate.session.definitions.unkept_definitions import refuse_unkept
from pggate.session.queries.enum_reads import stored_query
from pggate.session.queries.if_exists import DROPPED, IfExists
from pggate.session.statement.outcome import Done
from pggate.session.writing.array_shapes import refuse_ragged
from pggate.session.writing.nul import refuse_nul
from pggate.translate.definitions.column_definitions import UNNUMBERED
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Altered, Created, Dropped, Relation
    from pggate.lake.lake import Lake
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Column
    from pggate.session.transactions.transaction import Transaction

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
        self._declaring = Declaring(gateway, cursors, transaction, notices, analyst)
        self._live = KnownLiveViews(cursors)
        dependents = Dependents(gateway, cursors)
        self._views = StandingViews(gateway, cursors, notices, dependents)
        self._altering = Altering(gateway, cursors, transaction, analyst, self._declaring, dependents)
        defaults = self._declaring.defaults
        self._temporary = TemporaryDefinitions(gateway, cursors, transaction, analyst, defaults, notices)

    def together(self, analysed: Analysed) -> AbstractContextManager[None]:
        """
        While the parts of one statement run.

        Raises:
            FeatureNotSupported: One reads what another changes.

        """
        bounds = [part.bound for part in analysed.parts]
        tables = {bound.altered.relation.name for bound in bounds if bound and bound.altered}
        for table in tables:
            check_actions(table, [part.statement.text for part in analysed.parts])
        return self._views.together(analysed)

    def is_about_sequence(self, analysed: Analysed) -> bool:
        """Is it an ALTER TABLE that gives a sequence another name?"""
        altered = analysed.bound.altered if analysed.bound is not None else None
        is_table = analysed.statement.kind is Kind.ALTER_TABLE and altered is not None and altered.found
        return (
            is_table
            and altered is not None
            and altered.action == "rename_table"
            and self._declaring.is_sequence(altered.relation)
        )

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
            return self._temporary.define(analysed, parameters)
        lake = lake_of(self._gateway, relation)
        if lake is None:
            return self._temporary.define(analysed, parameters)
        self._transaction.will_write(lake)
        if bound.altered is not None and (live := self._live.find(lake, relation)) is not None:
            self._transaction.enter(changes=True)
            self._transaction.will_redefine()
            self._live.alter(lake, live, bound.altered)
            return Done(analysed.statement.tag())
        refuse_unkept(bound)
        self._refuse_sequence(analysed.statement.kind, bound)
        if bound.altered is not None:
            refuse_late_rename(bound.altered, self._transaction.altered)
            self._declaring.options.refuse(bound.altered)
        self._hold(lake, relation, bound.dropped)
        self._transaction.will_redefine(*redefined(bound))
        if bound.altered is not None:
            self._cursors.declaring.altered |= {place(relation), place(new_name(bound.altered))}
        if self._altering.is_declared_alone(analysed, bound, relation):
            return Done(analysed.statement.tag())
        rows = self._run(analysed, bound, relation, parameters)
        is_empty = analysed.statement.text.lower().split()[-3:] == ["with", "no", "data"]
        return Done(analysed.statement.tag(None if is_empty else rows))

    def _run(self, analysed: Analysed, bound: Bound, relation: Relation, parameters: Sequence[object]) -> int:
        """The definition itself, on the engine and on the binder; how many rows CREATE TABLE AS made."""
        kind = analysed.statement.kind
        text, enums = self._engine_text(analysed, bound)
        shown = made_columns(self._analyst, analysed)
        readers = self._views.let_go(kind, bound)
        changed = 0
        if bound.altered is not None and bound.altered.action == "alter_column_type":
            self._altering.retype(analysed, bound.altered, text)
        else:
            changed = self._execute(analysed, bound, relation, text, parameters)
        self._declare(analysed, bound, enums, shown)
        if kind is Kind.CREATE_TABLE_AS:
            refuse_ragged(self._cursors, relation, analysed)
        self._views.follow(kind, bound, text, readers)
        if bound.created is not None and bound.created.kind == "schema":
            self._cursors.own_schemas.add(relation.schema)
        return changed

    def _engine_text(self, analysed: Analysed, bound: Bound) -> tuple[str, dict[str, str]]:
        """The text as the lake takes it, and which columns of CREATE TABLE AS are of an enum."""
        text, enums = stored_query(analysed, bound)
        if bound.created is not None:
            text = self._created_with_numbers(analysed, bound.created, text)
        elif bound.altered is not None and bound.altered.column is not None:
            text = self._altering.engine_text(analysed, bound.altered.column, text)
        elif bound.dropped is not None and bound.dropped.kind in ("table", "view"):
            text = CASCADE.sub("", text)
        return text, enums

    def _execute(
        self, analysed: Analysed, bound: Bound, relation: Relation, text: str, parameters: Sequence[object]
    ) -> int:
        changed = self._cursors.lake.run(text, parameters).changed
        if analysed.statement.kind is Kind.CREATE_TABLE_AS:
            refuse_nul(self._cursors.lake, relation, text, bound)
        if bound.altered is not None:
            self._transaction.altered |= {relation, new_name(bound.altered)}
            note_comment(self._cursors.declaring, bound.altered)
        if bound.created is None and self._is_broken(relation):
            self._cursors.define(stand_in(qualified(relation.catalog, relation.schema, relation.name)))
        self._cursors.define(on_the_binder(analysed, bound))
        return changed or 0

    def _created_with_numbers(self, analysed: Analysed, created: Created, text: str) -> str:
        """The text with the sequences of a table's columns; those of one that it replaces are gone."""
        if created.conflict == "replace" and created.kind == "table":
            self._declaring.numbers.dropped(created.relation)
        if UNNUMBERED not in text:
            return text
        columns = {column.name: column.duckdb_type for column in created.columns}
        return self._declaring.numbered(created.relation, columns, analysed.statement.text, text)

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
        if created is not None and created.kind == "table":
            self._declaring.options.created(created.relation, analysed.statement.text)
        for relation in (created.relation if created else None, new_name(altered) if altered else None):
            if relation is not None:
                self._declaring.show_on_binder(relation)

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
