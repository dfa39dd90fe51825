"""
A session's cursor on the engine and that on the binder, opened, and told the same of the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE, SCHEMAS
from pggate.engine.names import qualified, quote_identifier, quote_literal, search_path
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity

EMULATED: Final = (DATABASE, SCHEMAS["pg_catalog"])
NOWHERE: Final = "main"
"""DuckLake's own schema: empty, and where unqualified names go when no schema of the path exists."""

TEMPORARY: Final = """
    SELECT 'VIEW' AS kind, view_name, view_oid AS oid FROM duckdb_views() WHERE temporary AND NOT internal
    UNION ALL
    SELECT 'TABLE', table_name, table_oid FROM duckdb_tables() WHERE temporary
    ORDER BY kind DESC, oid DESC
"""
"""Views first, since they stand on tables, and tables before those that their foreign keys point to."""


class CursorPair:
    """
    Args:
        engine: On the engine; the emulation's views learn from it who the session is.
        binder: On the binder.

    """

    def __init__(self, engine: Cursor, binder: BinderCursor, identity: Identity) -> None:
        self.engine = engine
        self.binder = binder
        self._lake = alias(identity.database)
        self._zone = ""
        self._path: tuple[str, ...] | None = None
        self._shown: int | None = None
        introduce(engine, identity)

    def follow(self, settings: Settings, schemas: tuple[str, ...]) -> None:
        """
        Args:
            schemas: Those of search_path that exist.

        """
        self._follow_path(schemas)
        self._follow_zone(settings.show("TimeZone"))
        if self._shown != settings.version:
            show_settings(self.engine, settings)
            self._shown = settings.version

    def _follow_path(self, schemas: tuple[str, ...]) -> None:
        if schemas == self._path:
            return
        path = [*((self._lake, schema) for schema in schemas or (NOWHERE,)), EMULATED]
        self.engine.run(f"SET search_path = {quote_literal(search_path(path))}")
        self.binder.set_search_path(path)
        set_variable(self.engine, "pggate_schemas", list(schemas))
        self._path = schemas

    def _follow_zone(self, zone: str) -> None:
        if zone != self._zone:
            self.engine.run(f"SET TimeZone = {quote_literal(zone)}")
            self.binder.execute(f"SET TimeZone = {quote_literal(zone)}")
            self._zone = zone

    def discard_temporary(self) -> None:
        """Both forget their temporary tables and views."""
        for kind, name, _ in self.engine.rows(TEMPORARY):
            sql = f"DROP {kind} IF EXISTS {qualified('temp', 'main', name)}"
            self.engine.run(sql)
            self.binder.execute(sql)

    def close(self) -> None:
        """Free both."""
        self.engine.close()
        self.binder.close()


def introduce(cursor: Cursor, identity: Identity) -> None:
    """
    Tell a cursor on the engine whose it is.
    """
    for name, value in {
        "pggate_database": identity.database,
        "pggate_user": identity.user,
        "pggate_session_user": identity.user,
        "pggate_pid": identity.pid,
    }.items():
        set_variable(cursor, name, value)


def show_settings(cursor: Cursor, settings: Settings) -> None:
    """
    Let the emulation on this cursor have them.
    """
    set_variable(cursor, "pggate_settings", _map_value(dict(settings.all())))


def set_variable(cursor: Cursor, name: str, value: object) -> None:
    """
    Set what the emulation's views read about the session.

    As a parameter: the functions that make a list or a map of literals would be looked up in the lake first,
    which opens a transaction there (1 ms).
    """
    cursor.run(f"SET VARIABLE {quote_identifier(name)} = $1", [value])


def _map_value(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """What duckdb takes for a MAP."""
    return {"key": list(texts), "value": list(texts.values())}
