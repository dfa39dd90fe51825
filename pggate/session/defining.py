"""
Statements that define: tables, views, schemas, comments, and CREATE TABLE AS.

A definition runs on the engine in a transaction of the lake, and on the session's binder cursor as long as
that transaction is open; when it is committed, the mirror tells everybody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified, quote_identifier
from pggate.engine.types import type_text
from pggate.errors import FeatureNotSupported, InvalidSchemaName, Notice
from pggate.lake.lake import SCHEMA
from pggate.lake.storable import storable
from pggate.session.block import Block
from pggate.session.cursors import NOWHERE, stand_in
from pggate.session.declaring import Declaring
from pggate.session.enum_reads import stored_query
from pggate.session.nul import refuse_nul
from pggate.session.outcome import Done
from pggate.session.places import LAKE_PREFIX, find, lake_of, topic_ids
from pggate.translate import table_definitions
from pggate.translate.column_definitions import UNNUMBERED
from pggate.translate.kinds import Kind
from pggate.translate.views import as_table
from pggate.types.enums import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Altered, Created, Dropped, Relation
    from pggate.lake.lake import Lake
    from pggate.session.analysed import Analysed
    from pggate.session.cursors import Cursors
    from pggate.session.gateway import Gateway
    from pggate.session.notices import Notices
    from pggate.session.transaction import Transaction

CONSTRAINTS: Final = {
    "primary_key": "PRIMARY KEY",
    "unique": "UNIQUE",
    "foreign_key": "FOREIGN KEY",
    "check": "CHECK",
}
"""What DuckLake 1.0 has no place for; NOT NULL it keeps."""

RENAMES: Final = {"rename_table": "new_table_name", "rename_view": "new_view_name"}
"""DuckDB's names of such actions, and where each has the new name."""

DROPPED: Final = {Kind.DROP_TABLE: "table", Kind.DROP_VIEW: "view"}
"""What PostgreSQL calls a relation that is not there to be dropped."""


class Defining:
    """
    Runs one session's DDL.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, transaction: Transaction, notices: Notices
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._declaring = Declaring(gateway, cursors, transaction, notices)

    def define(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """
        Any definition but CREATE DATABASE and DROP DATABASE.
        """
        bound = analysed.bound
        if bound is None:
            raise FeatureNotSupported("cannot tell what this statement defines")
        self._transaction.will_define()
        if self._has_nothing_to_do(analysed.statement.kind, bound):
            return Done(analysed.statement.tag())
        self._notice_schema(bound)
        relation = next(iter(bound.targets)).relation
        if bound.created is not None and bound.created.temporary:
            return self._define_temporary(analysed, parameters)
        lake = lake_of(self._gateway, relation)
        if lake is None:
            return self._define_temporary(analysed, parameters)
        self._transaction.will_write(lake)
        _refuse_nowhere(bound)
        _refuse_unstorable(bound)
        _refuse_losing_home(bound)
        if bound.altered is not None:
            self._refuse_late_rename(bound.altered)
        self._hold(lake, relation, bound.dropped)
        self._transaction.changed_catalog = True
        definition = table_definitions.read(analysed.statement.text)
        if definition.of_keys_alone:
            self._declaring.changes_keys(relation, definition)
            return Done(analysed.statement.tag())
        return Done(analysed.statement.tag(self._run(analysed, bound, relation, parameters)))

    def _run(self, analysed: Analysed, bound: Bound, relation: Relation, parameters: Sequence[object]) -> int:
        """The definition itself, on the engine and on the binder; how many rows CREATE TABLE AS made."""
        text, enums = stored_query(analysed, bound)
        if bound.created is not None and UNNUMBERED in text:
            columns = {column.name: column.duckdb_type for column in bound.created.columns}
            text = self._declaring.numbered(relation, columns, analysed.statement.text, text)
        changed = self._cursors.lake.run(text, parameters).changed
        if analysed.statement.kind is Kind.CREATE_TABLE_AS:
            refuse_nul(self._cursors.lake, relation, text, bound)
        if bound.altered is not None:
            self._transaction.altered |= {relation, _new_name(bound.altered)}
        if bound.created is None and self._is_broken(relation):
            self._cursors.define(stand_in(qualified(relation.catalog, relation.schema, relation.name)))
        self._cursors.define(_on_the_binder(analysed, bound))
        self._declare(analysed, bound, enums)
        if bound.created is not None and bound.created.kind == "schema":
            self._cursors.own_schemas.add(relation.schema)
        return changed or 0

    def _declare(self, analysed: Analysed, bound: Bound, enums: dict[str, str]) -> None:
        """What the lake has no place for."""
        created, altered, dropped = bound.created, bound.altered, bound.dropped
        if created is not None and analysed.statement.kind is Kind.CREATE_TABLE_AS:
            self._declaring.created_as(created.relation, enums)
        elif created is not None and created.kind == "table":
            self._declaring.created(created.relation, analysed.statement.text)
        elif altered is not None and analysed.statement.kind is Kind.ALTER_TABLE:
            self._declaring.altered(altered, analysed.statement.text)
        elif dropped is not None and dropped.kind in ("table", "schema"):
            self._declaring.dropped(dropped.relation)
        if created is not None or altered is not None:
            self._retype(created, altered)

    def _retype(self, created: Created | None, altered: Altered | None) -> None:
        """The binder's table has the columns' enumerated types."""
        for relation in (created.relation if created else None, _new_name(altered) if altered else None):
            for sql in self._declaring.on_the_binder(relation) if relation is not None else ():
                self._cursors.define(sql)

    def _define_temporary(self, analysed: Analysed, parameters: Sequence[object]) -> Done:
        """In no lake: the session's own, on both its cursors."""
        definition = table_definitions.read(analysed.statement.text)
        if definition.alters and (definition.all_keys or definition.dropped or UNNUMBERED in analysed.text):
            raise FeatureNotSupported(
                "the keys and numbers of a temporary table cannot be altered",
                hint="Create it anew with them.",
            )
        self._transaction.enter(changes=True)
        changed = self._cursors.lake.run(analysed.text, parameters).changed
        in_block = self._transaction.block is not Block.NONE
        self._cursors.define_temporary(analysed.text, in_block=in_block)
        return Done(analysed.statement.tag(changed or 0))

    def _refuse_late_rename(self, altered: Altered) -> None:
        """
        ducklake 1.5.5: what was altered or commented on, and is then renamed in the same transaction, leaves
        a catalog that cannot be read any more, or loses the change.

        Raises:
            FeatureNotSupported: This would be such a case.

        """
        if altered.action in RENAMES and altered.relation in self._transaction.altered:
            raise FeatureNotSupported(
                f'"{altered.relation.name}" was altered in this transaction, and cannot be renamed in it',
                hint="Commit first, or rename it before anything else is altered.",
            )

    def _has_nothing_to_do(self, kind: Kind, bound: Bound) -> bool:
        """IF EXISTS and IF NOT EXISTS, with PostgreSQL's notice."""
        created, dropped, altered = bound.created, bound.dropped, bound.altered
        if created is not None and created.conflict == "ignore" and self._exists(created):
            self._notices.add(
                Notice(f'relation "{created.relation.name}" already exists, skipping', sqlstate="42P07")
            )
            return True
        if dropped is not None and not dropped.found:
            what = DROPPED.get(kind, dropped.kind)
            self._notices.add(Notice(f'{what} "{dropped.relation.name}" does not exist, skipping'))
            return True
        if altered is not None and not altered.found:
            self._notices.add(Notice(f'relation "{altered.relation.name}" does not exist, skipping'))
            return True
        return False

    def _notice_schema(self, bound: Bound) -> None:
        """The same for schemas, of which the engine finds out by itself whether they are there."""
        created, dropped = bound.created, bound.dropped
        if created is not None and created.kind == "schema":
            name = created.relation.schema
            if created.conflict == "ignore" and self._knows_schema(created.relation):
                self._notices.add(Notice(f'schema "{name}" already exists, skipping', sqlstate="42P06"))
        elif dropped is not None and dropped.kind == "schema":
            name = dropped.relation.schema
            if dropped.if_exists and not self._knows_schema(dropped.relation):
                self._notices.add(Notice(f'schema "{name}" does not exist, skipping'))

    def _knows_schema(self, relation: Relation) -> bool:
        database = self._gateway.mirror.catalog.database(relation.catalog.removeprefix(LAKE_PREFIX))
        return relation.schema in database.schemas.keys() | self._cursors.own_schemas

    def _exists(self, created: Created) -> bool:
        relation = created.relation
        found = self._gateway.mirror.catalog.find(
            relation.catalog.removeprefix(LAKE_PREFIX), relation.schema, relation.name
        )
        return created.kind in ("table", "view") and found is not None

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


def _new_name(altered: Altered) -> Relation:
    """What is called so from here on; the same where nothing is renamed."""
    named = altered.details.get(RENAMES.get(altered.action, ""), altered.relation.name)
    return replace(altered.relation, name=str(named))


def _on_the_binder(analysed: Analysed, bound: Bound) -> str:
    """The definition as the binder takes it: a view is an empty table there."""
    created = bound.created
    if created is None or created.kind != "view":
        return as_table(analysed.text, analysed.statement.kind)
    relation = created.relation
    name = qualified(relation.catalog, relation.schema, relation.name)
    columns = ", ".join(f"{quote_identifier(c.name)} {c.duckdb_type}" for c in created.columns)
    return f"CREATE OR REPLACE TABLE {name} ({columns})"


def _refuse_nowhere(bound: Bound) -> None:
    """
    Raises:
        InvalidSchemaName: No schema of search_path exists.

    """
    created = bound.created
    if created is not None and created.kind != "schema" and created.relation.schema == NOWHERE:
        raise InvalidSchemaName("no schema has been selected to create in")


def _refuse_losing_home(bound: Bound) -> None:
    """
    Raises:
        FeatureNotSupported: DROP SCHEMA public: the lake's own functions are found through it.

    """
    dropped = bound.dropped
    if dropped is not None and dropped.kind == "schema" and dropped.relation.schema == SCHEMA:
        raise FeatureNotSupported(
            f'schema "{SCHEMA}" cannot be dropped', hint="Drop its tables, or the whole database."
        )


def _refuse_unstorable(bound: Bound) -> None:
    """
    Raises:
        FeatureNotSupported: A column's type, or a constraint, that the lake cannot keep.

    """
    created, altered = bound.created, bound.altered
    if created is not None and created.kind == "table":
        for column in created.columns:
            if MARK not in column.duckdb_type:
                storable(column.name, column.duckdb_type)
        for constraint in created.constraints:
            if constraint.kind in CONSTRAINTS:
                raise FeatureNotSupported(
                    f"{CONSTRAINTS[constraint.kind]} constraints are not supported",
                    hint="Leave the constraint out; NOT NULL and DEFAULT are kept.",
                )
    elif created is not None and created.kind not in ("view", "schema"):
        raise FeatureNotSupported(
            f"CREATE {created.kind.upper()} is not supported", hint="A lake keeps tables, views and schemas."
        )
    if altered is not None and altered.column is not None:
        storable(altered.column.name, altered.column.duckdb_type)
    if altered is not None and altered.action == "alter_column_type":
        storable(str(altered.details.get("column_name")), type_text(altered.details["target_type"]))
