"""
The session's two cursors, on the engine and on the binder, kept in step with its settings.

Both see the same names: the schemas of search_path that exist, then the emulation of pg_catalog.  Both are
opened when the first statement needs them, since an idle connection should cost no engine memory.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE, SCHEMAS
from pggate.engine.names import qualified, quote_identifier, quote_literal, search_path
from pggate.errors import PgError
from pggate.lake.catalogs import alias
from pggate.lake.declarations import Declaring
from pggate.lake.transactions import roll_back
from pggate.session.guc_values import schemas_of
from pggate.session.shown_types import shown_types
from pggate.translate.enum_names import NO_ENUMS, EnumNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pggate.catalog.model import Catalog
    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.session.gateway import Gateway
    from pggate.session.settings import Settings
    from pggate.types.duck import Shown
    from pggate.types.enums import EnumType

Version = tuple[int, int, frozenset[str]]

TEMPORARY: Final = """
    SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary AND NOT internal
    UNION ALL
    SELECT 'TABLE', table_name FROM duckdb_tables() WHERE temporary
"""
"""Views first: they stand on tables."""

EMULATED: Final = (DATABASE, SCHEMAS["pg_catalog"])
NOWHERE: Final = "main"
"""DuckLake's own schema: empty, and where unqualified names go when no schema of the path exists."""


@dataclass(frozen=True, slots=True)
class Identity:
    """
    Who the session is.
    """

    user: str
    database: str
    pid: int
    superuser: bool


class Cursors:
    """
    One session's cursors.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, settings: Settings, is_canceled: Callable[[], bool]
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._settings = settings
        self.is_canceled = is_canceled
        """Has the statement been interrupted?"""
        self._engine: Cursor | None = None
        self._binder: BinderCursor | None = None
        self._synchronised: Version | None = None
        self._zone = ""
        self._path: tuple[str, ...] | None = None
        self._schemas: tuple[Version | None, tuple[str, ...]] = (None, ())
        self._binder_begun = False
        self._has_temporary = False
        self._temporary_in_block: list[str] = []
        self.own_schemas: set[str] = set()
        """Schemas that this transaction created: they exist for this session alone."""
        self.declaring = Declaring()
        """What this transaction declares beyond what the lake keeps."""
        self._enums: tuple[object, EnumNames[EnumType]] = (None, NO_ENUMS)

    @property
    def lake(self) -> Cursor:
        """The engine's cursor, in step with the settings."""
        self._synchronise()
        if self._engine is None:
            raise AssertionError("_synchronise opens it")
        return self._engine

    @property
    def binder(self) -> BinderCursor:
        """The binder's cursor, in step with the settings."""
        self._synchronise()
        if self._binder is None:
            raise AssertionError("_synchronise opens it")
        return self._binder

    @property
    def catalog(self) -> Catalog:
        """What exists, as of the last refresh."""
        return self._gateway.mirror.catalog

    @property
    def is_open(self) -> bool:
        """Has any statement needed them?"""
        return self._engine is not None

    def shown_types(self) -> Shown:
        """As what the session wants to see values that PostgreSQL has no type for."""
        return shown_types(self._settings)

    def schemas(self) -> tuple[str, ...]:
        """The schemas of search_path that exist, in its order."""
        now = self._version()
        if now != self._schemas[0]:
            self._schemas = (now, self._existing_schemas())
        return self._schemas[1]

    def _existing_schemas(self) -> tuple[str, ...]:
        database = self._gateway.mirror.catalog.database(self._identity.database)
        wanted = schemas_of(self._settings.show("search_path"), self._identity.user)
        known = database.schemas.keys() | self.own_schemas
        return tuple(name for name in dict.fromkeys(wanted) if name in known)

    def begin(self, *, read_only: bool) -> None:
        """Begin the engine's transaction."""
        self.lake.begin(read_only=read_only)

    def set_aside(self) -> None:
        """An open result goes on without the transaction; where it cannot, its reader will be told."""
        if self._engine is not None:
            with suppress(PgError):
                self._engine.set_aside()

    def rollback(self) -> None:
        """End the engine's transaction without a trace; one that the engine has ended already is fine."""
        if self._engine is not None:  # as it is: an aborted transaction would not take new settings
            roll_back(self._engine)

    @property
    def sees_its_own(self) -> bool:
        """Are there names that mean something to this session alone?"""
        return self._binder_begun or self._has_temporary or bool(self.declaring)

    def enums(self) -> EnumNames[EnumType]:
        """The enumerated types that this session's texts may name."""
        catalog, own = self._gateway.mirror.catalog, self.declaring.enums
        version = (catalog.version, self.schemas(), tuple(own.items()))
        if version != self._enums[0]:
            database = catalog.databases.get(self._identity.database)
            known = {**(database.declared.enums if database is not None else {}), **own}
            names = EnumNames.of((enum for enum in known.values() if enum is not None), self.schemas())
            self._enums = (version, names)
        return self._enums[1]

    def define(self, sql: str) -> None:
        """
        Let this session alone see a definition that its transaction made, until `leave_transaction`.
        """
        if not self._binder_begun:
            self.binder.begin()
            self._binder_begun = True
        self.binder.execute(sql)

    def define_temporary(self, sql: str, *, in_block: bool) -> None:
        """
        The same for temporary objects, which outlive a transaction that commits.
        """
        self._has_temporary = True
        if in_block:
            self._temporary_in_block.append(sql)
            self.define(sql)
        else:
            self.binder.execute(sql)

    @contextmanager
    def standing_in(self, names: Iterable[str]) -> Iterator[None]:
        """
        Tables of these qualified names on the binder, for what exists and does not bind; in a transaction of
        the binder's they stay up to its end.
        """
        begins = not self._binder_begun
        if begins:
            self.binder.begin()
        try:
            for name in names:
                self.binder.execute(stand_in(name))
            yield
        finally:
            if begins:
                self.binder.rollback()

    def leave_transaction(self, *, committed: bool) -> None:
        """The transaction is over: what exists is again what the mirror says, and what is temporary."""
        if self._binder_begun:
            self.binder.rollback()
            self._binder_begun = False
        self.own_schemas.clear()
        self.declaring = Declaring()
        kept, self._temporary_in_block = self._temporary_in_block, []
        for sql in kept if committed else ():
            self.binder.execute(sql)

    def discard_temporary(self) -> None:
        """DISCARD TEMP: both cursors forget their temporary tables and views."""
        if self._engine is None or not self._has_temporary:
            return
        for kind, name in self._engine.rows(TEMPORARY):
            sql = f"DROP {kind} IF EXISTS {qualified('temp', 'main', name)}"
            self._engine.run(sql)
            self.binder.execute(sql)
        self._has_temporary = False

    def interrupt(self) -> None:
        """Stop what runs; from any thread."""
        if (engine := self._engine) is not None:
            engine.interrupt()

    def close(self) -> None:
        """Free both."""
        if self._engine is not None:
            self._engine.close()
        if self._binder is not None:
            self._binder.close()
        self._engine = self._binder = None

    def _synchronise(self) -> None:
        now = self._version()
        if now == self._synchronised:
            return
        if self._engine is None or self._binder is None:
            self._engine = self._gateway.engine.cursor(self.is_canceled)
            self._binder = self._gateway.binder.cursor(self.is_canceled)
            self._introduce(self._engine)
        self._follow_path(self._engine, self._binder)
        self._follow_zone(self._engine, self._binder)
        set_variable(self._engine, "pggate_settings", map_value(dict(self._settings.all())))
        self._synchronised = now

    def _version(self) -> Version:
        """What both cursors follow: the settings, what exists, and what exists for this session alone."""
        return self._settings.version, self._gateway.mirror.catalog.version, frozenset(self.own_schemas)

    def _introduce(self, cursor: Cursor) -> None:
        set_variable(cursor, "pggate_database", self._identity.database)
        set_variable(cursor, "pggate_user", self._identity.user)
        set_variable(cursor, "pggate_session_user", self._identity.user)
        set_variable(cursor, "pggate_pid", self._identity.pid)

    def _follow_path(self, engine: Cursor, binder: BinderCursor) -> None:
        schemas = self.schemas()
        if schemas == self._path:
            return
        lake = alias(self._identity.database)
        path = [*((lake, schema) for schema in schemas or (NOWHERE,)), EMULATED]
        engine.run(f"SET search_path = {quote_literal(search_path(path))}")
        binder.set_search_path(path)
        set_variable(engine, "pggate_schemas", list(schemas))
        self._path = schemas

    def _follow_zone(self, engine: Cursor, binder: BinderCursor) -> None:
        zone = self._settings.show("TimeZone")
        if zone != self._zone:
            engine.run(f"SET TimeZone = {quote_literal(zone)}")
            binder.execute(f"SET TimeZone = {quote_literal(zone)}")
            self._zone = zone


def stand_in(name: str) -> str:
    """The definition of a table that is there for its name."""
    return f"CREATE TABLE IF NOT EXISTS {name} (nothing INTEGER)"


def set_variable(cursor: Cursor, name: str, value: object) -> None:
    """
    Set what the emulation's views read about the session.

    As a parameter: the functions that make a list or a map of literals would be looked up in the lake first,
    which opens a transaction there (1 ms).
    """
    cursor.run(f"SET VARIABLE {quote_identifier(name)} = $1", [value])


def map_value(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """What duckdb takes for a MAP."""
    return {"key": list(texts), "value": list(texts.values())}
