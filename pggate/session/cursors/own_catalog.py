"""
The session's cursor for statements that read catalogs and nothing else, which is in no transaction.

The emulation's tables are in the engine's memory, and a transaction sees them as they were when it first
read them; what they are to show comes later: what others have committed, and what the session has defined in
its open transaction.  That is written there under a key of the session's, as its temporary tables are; the
cursor's variables name the key, and what else of the database the session does not see.
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
        self._hidden: dict[str, object] = {}

    def show(self, definitions: object, build: Callable[[Database], Database]) -> None:
        """
        Let the catalogs be those of the session.

        Args:
            definitions: Counts what it has defined; with another number it is another catalog.
            build: What makes the database as the session has it of the committed one.

        """
        mirror, shown = self._gateway.mirror, self._shown
        if shown is None or (shown.version, self._definitions) != (mirror.catalog.version, definitions):
            self._shown = mirror.show_own(self._identity.database, self._key, build, shown)
            self._definitions = definitions
            self._hide(self._shown)

    def cursor(self, schemas: tuple[str, ...]) -> Cursor:
        """
        Args:
            schemas: Those of search_path that exist.

        """
        if self._cursor is None:
            self._cursor = self._gateway.engine.cursor(self._is_canceled)
            introduce(self._cursor, self._identity)
            self._cursor.run(f"SET search_path = {quote_literal(search_path([EMULATED]))}")
            self._hide(self._shown)
        now = self._settings.version, schemas
        if self._told != now:
            self._cursor.run(f"SET TimeZone = {quote_literal(self._settings.show('TimeZone'))}")
            show_settings(self._cursor, self._settings)
            set_variable(self._cursor, "pggate_schemas", list(schemas))
            self._told = now
        return self._cursor

    def forget(self) -> None:
        """They are as everybody's again, or others the next time."""
        if self._shown is not None:
            self._gateway.mirror.hide_own(self._key, self._shown)
            self._shown = None
            self._hide(None)

    def interrupt(self) -> None:
        """Stop what runs; from any thread."""
        if (cursor := self._cursor) is not None:
            cursor.interrupt()

    def close(self) -> None:
        if self._cursor is not None:
            self._cursor.close()
        self._cursor = None
        self.forget()

    def _hide(self, shown: Own | None) -> None:
        """What of the committed catalogs the session does not see, and where it has something else."""
        if self._cursor is None:
            return
        hidden: dict[str, object] = {"pggate_catalog": None}
        if shown is not None:
            hidden["pggate_catalog"] = self._key
            hidden["pggate_hidden"] = sorted(shown.hidden.others)
            hidden["pggate_hidden_relations"] = sorted(shown.hidden.relations)
        for name, value in hidden.items():
            if name not in self._hidden or self._hidden[name] != value:
                set_variable(self._cursor, name, value)
                self._hidden[name] = value
