"""
The session's two cursors, on the engine and on the binder, kept in step with its settings.

Both see the same names: the schemas of search_path that exist, then the emulation of pg_catalog.  Both are
opened when the first statement needs them, since an idle connection should cost no engine memory.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from pggate.engine.definitions import Relation
from pggate.engine.names import qualified
from pggate.errors import PgError
from pggate.lake.declaring import Declaring
from pggate.lake.transactions import roll_back
from pggate.session.cursors import enum_parameters, temporary_views
from pggate.session.cursors.composites import Composites
from pggate.session.cursors.cursor_pair import CursorPair
from pggate.session.cursors.own_catalog import OwnCatalog
from pggate.session.cursors.places import DEFAULT_SCHEMA, TEMPORARY
from pggate.session.cursors.temporary_names import TemporaryNames
from pggate.session.cursors.temporary_tables import DELETE, TemporaryTables
from pggate.session.live.cache import Analyses
from pggate.session.live.session_views import SessionViews
from pggate.session.settings.guc_values import schemas_of
from pggate.session.settings.shown_types import shown_types
from pggate.translate.types.enum_names import NO_ENUMS, EnumNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pggate.catalog.model import Catalog
    from pggate.engine.binding import BinderCursor
    from pggate.engine.cursor import Cursor
    from pggate.session.cursors.temporary_tables import Known
    from pggate.session.live.gateway import Gateway
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity
    from pggate.types.duck import Shown
    from pggate.types.enums import EnumType
    from pggate.types.table import PgType

SEQUENCE: Final = "(last_value BIGINT, log_cnt BIGINT, is_called BOOLEAN)"
"""The columns of a sequence on the binder."""

Version = tuple[int, int, frozenset[str]]


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
        self._pair: CursorPair | None = None
        self._synchronised: Version | None = None
        self._schemas: tuple[Version | None, tuple[str, ...]] = (None, ())
        self._binder_begun = False
        self._has_temporary = False
        self.temporary_definitions = 0
        """Counts those of temporary objects."""
        self.temporary_names = TemporaryNames()
        self._temporary_in_block: list[str] = []
        self.own_schemas: set[str] = set()
        """Schemas that this transaction created: they exist for this session alone."""
        self.declaring = Declaring()
        """What this transaction declares beyond what the lake keeps."""
        self.analyses = Analyses.of_one_session()
        """What was found out of texts while there were names that mean something to this session alone."""
        self.definitions = 0
        """Counts what it has defined, and forgotten: with another number a text may be another one."""
        self.view_types: dict[Relation, dict[str, tuple[int, int]]] = {}
        """What columns of views are declared as that the transaction has made: OID and typmod, by name."""
        self.own_catalog = OwnCatalog(gateway, identity, settings, is_canceled)
        self.live_views = SessionViews(gateway.live_views, is_canceled)
        self.numbers = gateway.numbers[identity.pid]
        """What the session knows of sequences."""
        self.temporary = TemporaryTables(self.numbers)
        """What is known of temporary tables beside what DuckDB knows."""
        self._enums: tuple[object, EnumNames[EnumType]] = (None, NO_ENUMS)
        self._composites: tuple[object, Composites] = (None, Composites(None, ()))

    @property
    def lake(self) -> Cursor:
        """The engine's cursor, in step with the settings."""
        return self._synchronise().engine

    @property
    def binder(self) -> BinderCursor:
        """The binder's cursor, in step with the settings."""
        return self._synchronise().binder

    @property
    def catalog(self) -> Catalog:
        """What exists, as of the last refresh."""
        return self._gateway.mirror.catalog

    @property
    def database(self) -> str:
        """That of the session."""
        return self._identity.database

    @property
    def as_of(self) -> int:
        """The snapshot of the database's lake as of which everything is understood."""
        return self.catalog.database(self.database).snapshot

    @property
    def is_open(self) -> bool:
        """Has any statement needed them?"""
        return self._pair is not None

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
        if self._pair is not None:
            with suppress(PgError):
                self._pair.engine.set_aside()

    def rollback(self) -> None:
        """End the engine's transaction without a trace; one that the engine has ended already is fine."""
        if self._pair is not None:  # as it is: an aborted transaction would not take new settings
            roll_back(self._pair.engine)

    @property
    def has_temporary(self) -> bool:
        """May there be temporary objects?"""
        return self._has_temporary

    @property
    def may_undefine_temporary(self) -> bool:
        """Would a rollback undo definitions of temporary objects?"""
        return bool(self._temporary_in_block)

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

    def composites(self) -> Composites:
        """The composite types that this session's texts may name."""
        catalog = self._gateway.mirror.catalog
        own = self.declaring.composites
        version = (catalog.version, self.schemas(), tuple(own.items()))
        if version != self._composites[0]:
            database = catalog.databases.get(self._identity.database)
            self._composites = (version, Composites(database, self.schemas(), dict(own)))
        return self._composites[1]

    def created_type(self, oid: int) -> PgType | None:
        """The type of that OID that somebody made, enumerated or composite, or the type of arrays of one."""
        return (
            enum_parameters.created_type(oid, self.enums())
            or self.composites().by_oid(oid)
            or self._gateway.caches.struct_types.find(self.database, oid)
        )

    def has_type(self, oid: int) -> bool:
        """Is there a type of that OID that PostgreSQL does not have?"""
        return self.created_type(oid) is not None

    def forget_analyses(self) -> None:
        """Something is defined, or not any more."""
        self.definitions += 1
        self.view_types = {}
        self.analyses = Analyses.of_one_session()

    def define(self, sql: str) -> None:
        """
        Let this session alone see a definition that its transaction made, until `leave_transaction`.
        """
        if not self._binder_begun:
            self.binder.begin()
            self._binder_begun = True
        self.forget_analyses()
        self.binder.execute(sql)

    def define_temporary(self, sql: str, *, in_block: bool) -> None:
        """
        The same for temporary objects, which outlive a transaction that commits.
        """
        self._has_temporary = True
        self.temporary_definitions += 1
        if in_block:
            self._temporary_in_block.append(sql)
            self.define(sql)
        else:
            self.forget_analyses()
            self.binder.execute(sql)

    def end_temporary(self) -> None:
        """The transaction is about to commit: ON COMMIT DROP and DELETE ROWS, the newest table first."""
        for name, action in reversed(tuple(self.temporary.on_commit.items())):
            table = qualified(TEMPORARY, DEFAULT_SCHEMA, name)
            if action == DELETE:
                self.lake.run(f"DELETE FROM {table}")
                continue
            self.drop_readers(Relation(TEMPORARY, DEFAULT_SCHEMA, name), in_block=True)
            self.lake.run(f"DROP TABLE {table}")
            self.define_temporary(f"DROP TABLE {table}", in_block=True)
            with self.changing_temporary(in_block=True) as known:
                known.forget(name)

    @contextmanager
    def changing_temporary(self, *, in_block: bool) -> Iterator[Known]:
        """What is known of temporary tables, to be changed; the binder has a table for each sequence."""
        before = {one.name for one in self.temporary.sequences.values()}
        with self.temporary.changing(in_block=in_block) as known:
            yield known
            now = {one.name for one in known.sequences.values()}
            for name in sorted(before ^ now):
                table = qualified(TEMPORARY, DEFAULT_SCHEMA, name)
                makes = f"CREATE TEMP TABLE {table} {SEQUENCE}"
                self.define_temporary(makes if name in now else f"DROP TABLE {table}", in_block=in_block)

    def drop_readers(self, relation: Relation, *, in_block: bool) -> None:
        """The temporary views that cannot stay without a temporary relation."""
        for name in reversed(temporary_views.readers(self.lake, self.binder, relation)):
            sql = temporary_views.drop(name)
            self.lake.run(sql)
            self.define_temporary(sql, in_block=in_block)

    @contextmanager
    def standing_in(self, tables: Iterable[str]) -> Iterator[None]:
        """
        Tables on the binder, for what exists and does not bind: their definitions.  In a transaction of the
        binder's they stay up to its end.
        """
        begins = not self._binder_begun
        if begins:
            self.binder.begin()
        try:
            for table in tables:
                self.binder.execute(table)
            yield
        finally:
            if begins:
                self.binder.rollback()

    def leave_transaction(self, *, committed: bool) -> None:
        """The transaction is over: what exists is again what the mirror says, and what is temporary."""
        if self._binder_begun or self.declaring:
            self.own_catalog.forget()
            self.forget_analyses()
        if self._binder_begun:
            self.binder.rollback()
            self._binder_begun = False
        self.own_schemas.clear()
        self.declaring = Declaring()
        self.numbers.leave_transaction(committed=committed)
        self.live_views.leave_transaction()
        self.temporary.leave_transaction(committed=committed)
        kept, self._temporary_in_block = self._temporary_in_block, []
        for sql in kept if committed else ():
            with suppress(PgError):  # of a view whose tables others have dropped: to name it is an error
                self.binder.execute(sql)

    def discard_temporary(self) -> None:
        """DISCARD TEMP: both cursors forget their temporary tables and views."""
        if self._pair is not None and self._has_temporary:
            self._synchronise().discard_temporary()
            self._has_temporary = False
            self.temporary_names.clear()
            self.temporary.discard()
            self.own_catalog.forget()
            self.forget_analyses()

    def interrupt(self) -> None:
        """Stop what runs; from any thread."""
        if (pair := self._pair) is not None:
            pair.engine.interrupt()
        self.own_catalog.interrupt()
        self.live_views.interrupt()

    def close(self) -> None:
        """Free them."""
        if self._pair is not None:
            self._pair.close()
        self._pair = None
        self.own_catalog.close()

    def _synchronise(self) -> CursorPair:
        now = self._version()
        if self._pair is None:
            engine = self._gateway.engine.cursor(self.is_canceled)
            binder = self._gateway.binder.cursor(self.is_canceled)
            self._pair = CursorPair(engine, binder, self._identity)
        if now != self._synchronised:
            self._pair.follow(self._settings, self.schemas())
            self._synchronised = now
        return self._pair

    def _version(self) -> Version:
        """What both cursors follow: the settings, what exists, and what exists for this session alone."""
        return self._settings.version, self._gateway.mirror.catalog.version, frozenset(self.own_schemas)


def stand_in(name: str) -> str:
    """The definition of a table that is there for its name."""
    return f"CREATE TABLE IF NOT EXISTS {name} (nothing INTEGER)"
