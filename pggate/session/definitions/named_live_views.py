"""
The live view that a name in a command stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation
from pggate.errors import PgError, UndefinedTable, WrongObjectType
from pggate.lake.catalogs import alias
from pggate.session.definitions.known_live_views import KnownLiveViews
from pggate.session.queries.declared_objects import table_of

if TYPE_CHECKING:
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.translate.commands.live_view_commands import Name


class NamedLiveViews:
    """
    Of one session.
    """

    def __init__(self, cursors: Cursors) -> None:
        self._cursors = cursors
        self._known = KnownLiveViews(cursors)

    def wanted(self, lake: Lake, names: Name) -> LiveView:
        """
        Raises:
            UndefinedTable: 42P01, there is nothing of that name.
            WrongObjectType: 42809, it is no live view.

        """
        *schema, name = names
        known = self._known.of(lake)
        for each in schema[-1:] or self._cursors.schemas():
            where = "public" if each == "main" else each
            if (where, name) in known:
                return known[where, name]
            if self.is_taken(lake, where, name):
                raise WrongObjectType(f'"{name}" is not a materialized view')
        raise UndefinedTable(f'relation "{".".join(names)}" does not exist')

    def is_taken(self, lake: Lake, schema: str, name: str) -> bool:
        """Is there a relation of that name, whatever it is?"""
        try:
            self._cursors.binder.columns(
                f"SELECT * FROM {table_of(Relation(alias(lake.name), schema, name))}"
            )
        except PgError:
            return False
        return True
