"""
The session's temporary tables and views, as the catalog shows relations (PostgreSQL 15, 5.9.3: they are in a
schema of the session's own, which is searched first).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pggate.catalog.metadata import column
from pggate.catalog.model import Relation, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.catalog.model import Column, Database
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.queries.own_names import OwnNames

SCHEMA: Final = "pg_temp_1"
"""As sql/session_relations.sql has it, too; every session sees its own alone."""

COLUMNS: Final = """
    select c.table_name, v.view_name is not null, c.column_name, c.data_type, c.is_nullable, c.column_default
    from duckdb_columns() c
    left join duckdb_views() v on v.temporary and not v.internal and v.view_name = c.table_name
    where c.database_name = 'temp' and not c.internal and not starts_with(c.table_name, '~')
    order by c.table_oid, c.column_index"""
"""What begins with a tilde is not the client's."""


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
        found: dict[str, tuple[bool, list[Column]]] = {}
        for table, is_view, *described in self._cursors.lake.rows(COLUMNS):
            columns = found.setdefault(table, (is_view, []))[1]
            columns.append(self._column(table, len(columns) + 1, *described))
        for name, (is_view, columns) in found.items():
            yield Relation(
                oid=self._names.temporary_oid(name),
                database=committed.name,
                schema=SCHEMA,
                name=name,
                kind="v" if is_view else "r",
                columns=tuple(columns),
            )

    def _column(
        self, table: str, attnum: int, name: str, duckdb_type: str, nullable: bool, default: str | None
    ) -> Column:
        known = column(attnum, name, duckdb_type)
        declared = self._cursors.temporary_types.get(("main", table), {})
        of_type, typmod = declared.get(name, (known.type_oid, known.typmod))
        return replace(known, type_oid=of_type, typmod=typmod, not_null=not nullable, default=default)
