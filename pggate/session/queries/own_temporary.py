"""
The session's temporary tables and views, as the catalog shows relations (PostgreSQL 15, 5.9.3: they are in a
schema of the session's own, which is searched first).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.declared import declared_column
from pggate.catalog.model import Key, Relation, Schema
from pggate.engine.names import qualified
from pggate.errors import AdminShutdown, PgError, QueryCanceled, UndefinedTable
from pggate.lake.topics import TopicColumn
from pggate.session.live.sequence_functions import TEMPORARY_SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Column, Database
    from pggate.lake.declared import NamedKey
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.queries.own_names import OwnNames

SCHEMA: Final = TEMPORARY_SCHEMAS[0]
"""As sql/session_relations.sql has it, too; every session sees its own alone."""

COLUMNS: Final = """
    select
      c.table_name, v.view_name is not null, coalesce(t.comment, v.comment),
      c.column_name, c.data_type, c.is_nullable, c.column_default, c.comment
    from duckdb_columns() c
    left join duckdb_tables() t on t.database_name = 'temp' and t.table_name = c.table_name
    left join duckdb_views() v on v.temporary and not v.internal and v.view_name = c.table_name
    where c.database_name = 'temp' and not c.internal and not starts_with(c.table_name, '~')
    order by c.table_oid, c.column_index"""
"""What begins with a tilde is not the client's."""

COLUMNS_OF: Final = "DESCRIBE {table}"
"""The same of one of them, but comments."""


class Described(NamedTuple):
    """
    A table or view, as the engine knows it.
    """

    columns: tuple[Column, ...]
    is_view: bool
    comment: str | None = None


class OwnTemporary:
    """
    Of one session.
    """

    def __init__(self, cursors: Cursors, names: OwnNames) -> None:
        self._cursors = cursors
        self._names = names

    def schema(self, committed: Database) -> Schema:
        """Theirs."""
        return Schema(self._names.schema_oid(committed, SCHEMA), SCHEMA)

    def relations(self, committed: Database) -> Iterator[Relation]:
        """Those that there are."""
        for name, one in self._described().items():
            yield Relation(
                oid=self._names.temporary_oid(name),
                database=committed.name,
                schema=SCHEMA,
                name=name,
                kind="v" if one.is_view else "r",
                columns=one.columns,
                comment=one.comment,
                keys=tuple(self._key(name, key) for key in self._cursors.temporary.keys(name)),
            )

    def _described(self) -> dict[str, Described]:
        """By name."""
        names = self._cursors.temporary_names
        if names.has_more:
            return self._asked()
        found: dict[str, Described] = {}
        for name, is_view in tuple(names.views.items()):
            described = self._view(name) if is_view else self._table(name)
            if described is not None:
                found[name] = described
            elif not self._cursors.may_undefine_temporary:
                names.remove(name)
        return found

    def _table(self, name: str) -> Described | None:
        """None if it is not there."""
        try:
            return Described(self._columns(name, is_view=False), is_view=False)
        except UndefinedTable:
            return None

    def _view(self, name: str) -> Described | None:
        """None if it is not there; what it reads may be gone, and then it is as the engine remembers it."""
        try:
            return Described(self._columns(name, is_view=True), is_view=True)
        except (QueryCanceled, AdminShutdown):
            raise
        except PgError:
            return self._asked().get(name)

    def _columns(self, table: str, *, is_view: bool) -> tuple[Column, ...]:
        """Those of a view may be NULL, whatever they come from."""
        rows = self._cursors.lake.rows(COLUMNS_OF.format(table=qualified("temp", "main", table)))
        return tuple(
            self._column(table, attnum, name, duckdb_type, is_view or nullable == "YES", default, None)
            for attnum, (name, duckdb_type, nullable, _, default, _) in enumerate(rows, 1)
        )

    def _asked(self) -> dict[str, Described]:
        """As the engine tells them, with what is said of them."""
        found: dict[str, Described] = {}
        for table, is_view, comment, *described in self._cursors.lake.rows(COLUMNS):
            known = found.get(table, Described((), is_view, comment))
            column = self._column(table, len(known.columns) + 1, *described)
            found[table] = known._replace(columns=(*known.columns, column))
        return found

    def _column(
        self,
        table: str,
        attnum: int,
        name: str,
        duckdb_type: str,
        nullable: bool,
        default: str | None,
        comment: str | None,
    ) -> Column:
        said = self._cursors.temporary.columns(table).get(name)
        sequence = self._cursors.temporary.sequences.get(said.sequence) if said is not None else None
        part = TopicColumn(name, attnum, duckdb_type, nullable, default, declared=said, sequence=sequence)
        return replace(declared_column(attnum, part), not_null=not nullable, comment=comment)

    def _key(self, table: str, key: NamedKey) -> Key:
        oid = self._names.temporary_oid(f"key {key.name} of {table}")
        shown = Key(oid, key.name, key.kind, key.columns, shown=key.shown, terms=key.terms)
        if key.references is None:
            return shown
        other = self._names.temporary_oid(key.references[1])
        return replace(shown, references=other, referenced=key.referenced)
