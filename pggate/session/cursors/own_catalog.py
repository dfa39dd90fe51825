"""
The catalogs as a session has them that has temporary tables, or whose open transaction has defined something.

The emulation's tables are in the engine's memory, and a transaction sees them as they were when it first read
them; what they are to show beside what is committed comes later.  So it is written there under a key of the
session's, and read by a cursor that is in no transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.names import quote_literal, search_path
from pggate.session.cursors.cursor_pair import EMULATED, introduce, set_variable, show_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.catalog.mirror import Own
    from pggate.catalog.model import Database
    from pggate.engine.cursor import Cursor
    from pggate.session.live.gateway import Gateway
    from pggate.session.settings.settings import Settings
    from pggate.session.statement.identity import Identity


class OwnCatalog:
    """
    Of one session.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, settings: Settings, is_canceled: Callable[[], bool]
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._settings = settings
        self._is_canceled = is_canceled
        self._key = f"~transaction:{identity.pid}"
        self._cursor: Cursor | None = None
        self._told: object = None
        self._shown: Own | None = None
        self._definitions: object = None

    def shown(self, definitions: object, build: Callable[[Database], Database]) -> Cursor:
        """
        The cursor whose catalogs are those of the session.

        Args:
            definitions: Counts what it has defined; with another number it is another catalog.
            build: What makes the database as the session has it of the committed one.

        """
        mirror, shown = self._gateway.mirror, self._shown
        if shown is None or (shown.version, self._definitions) != (mirror.catalog.version, definitions):
            self._shown = mirror.show_own(self._identity.database, self._key, build, shown)
            self._definitions = definitions
        return self._told_cursor()

    def follow(self, schemas: tuple[str, ...]) -> None:
        """
        Args:
            schemas: Those of search_path that exist.

        """
        now = self._settings.version, schemas
        if self._cursor is not None and self._told != now:
            self._cursor.run(f"SET TimeZone = {quote_literal(self._settings.show('TimeZone'))}")
            show_settings(self._cursor, self._settings)
            set_variable(self._cursor, "pggate_schemas", list(schemas))
            self._told = now

    def hide(self) -> None:
        """It is as everybody's again, or another one the next time."""
        if self._shown is not None:
            self._gateway.mirror.hide_own(self._key)
            self._shown = None

    def interrupt(self) -> None:
        """Stop what runs; from any thread."""
        if (cursor := self._cursor) is not None:
            cursor.interrupt()

    def close(self) -> None:
        self.hide()
        if self._cursor is not None:
            self._cursor.close()
        self._cursor = None

    def _told_cursor(self) -> Cursor:
        if self._cursor is None:
            self._cursor = self._gateway.engine.cursor(self._is_canceled)
            introduce(self._cursor, self._identity)
            set_variable(self._cursor, "pggate_catalog", self._key)
            self._cursor.run(f"SET search_path = {quote_literal(search_path([EMULATED]))}")
        return self._cursor
