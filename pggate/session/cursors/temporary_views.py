"""
What depends on a temporary table: temporary views, which DuckDB keeps as texts and leaves behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import PgError
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.engine.definitions import Relation

VIEWS: Final = """
    SELECT schema_name, view_name, sql FROM duckdb_views() WHERE database_name = 'temp' AND NOT internal
    ORDER BY view_oid"""


def readers(engine: Cursor, binder: BinderCursor, relation: Relation) -> list[str]:
    """
    The names of the temporary views that cannot stay without a temporary relation, the nearest first.
    """
    reads = {
        (schema, name): _read(binder, sql) for schema, name, sql in engine.rows(VIEWS) if sql is not None
    }
    gone = {(relation.schema, relation.name)}
    found: list[str] = []
    while True:
        more = [place for place, read in reads.items() if place not in gone and read & gone]
        if not more:
            return found
        gone.update(more)
        found += [name for _, name in more]


def drop(name: str) -> str:
    """
    The statement that drops one of them.
    """
    return f"DROP VIEW {qualified('temp', 'main', name)}"


def _read(binder: BinderCursor, sql: str) -> set[tuple[str, str]]:
    """Schema and name of the temporary relations that a view's query reads."""
    inner = queries.inner(sql, Kind.CREATE_VIEW)
    try:
        relations = binder.bind(inner.query.rstrip(";")).relations if inner is not None else ()
    except PgError:  # what it read is gone
        return set()
    return {(one.schema, one.name) for one in relations if one.catalog == "temp"}
