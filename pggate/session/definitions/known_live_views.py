"""
The live views that a session's statements name: the committed ones, as its open transaction has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.engine.definitions import Relation
from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported, WrongObjectType
from pggate.lake.catalogs import alias
from pggate.session.queries.declared_objects import mark, table_of

if TYPE_CHECKING:
    from pggate.engine.definitions import Altered
    from pggate.lake.lake import Lake
    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors


class KnownLiveViews:
    """
    Of one session.
    """

    def __init__(self, cursors: Cursors) -> None:
        self._cursors = cursors

    def of(self, lake: Lake) -> dict[tuple[str, str], LiveView]:
        """By schema and name."""
        known: dict[int, LiveView | None] = dict(lake.declarations.declared.live_views)
        known |= self._cursors.declaring.live_views
        return {(one.schema, one.name): one for one in known.values() if one is not None}

    def find(self, lake: Lake, relation: Relation) -> LiveView | None:
        """The live view of that name."""
        return self.of(lake).get((relation.schema, relation.name))

    def alter(self, lake: Lake, view: LiveView, altered: Altered) -> None:
        """
        COMMENT ON MATERIALIZED VIEW, and ALTER TABLE, by which PostgreSQL renames it, too.

        Raises:
            FeatureNotSupported: It is about a column.
            WrongObjectType: It is another ALTER TABLE.

        """
        if altered.action == "rename_table":
            self.forget(lake, view)
            self.note(lake, replace(view, name=str(altered.details["new_table_name"])))
            return
        if altered.action == "set_column_comment":
            raise FeatureNotSupported(
                "comments on columns of live views are not kept", hint="COMMENT ON MATERIALIZED VIEW is."
            )
        if altered.action != "set_comment":
            raise WrongObjectType(
                f'"{view.name}" is not a table', hint="Use ALTER MATERIALIZED VIEW to change it."
            )
        value = altered.details["comment_value"]
        text = None if value["is_null"] else str(value["value"])
        self._cursors.declaring.live_views[view.oid] = replace(view, comment=text)
        mark(self._cursors, lake, _mark(view), view.oid)

    def note(self, lake: Lake, view: LiveView) -> None:
        """The transaction has it from here on."""
        mark(self._cursors, lake, _mark(view), view.oid)
        self._cursors.declaring.live_views[view.oid] = view
        columns = ", ".join(f"{quote_identifier(one.name)} {one.duckdb_type}" for one in view.columns)
        self._cursors.define(f"CREATE TABLE {table_of(relation_of(lake, view))} ({columns})")

    def forget(self, lake: Lake, view: LiveView) -> None:
        """The transaction has it no more."""
        mark(self._cursors, lake, _mark(view), 0)
        self._cursors.declaring.live_views[view.oid] = None
        self._cursors.define(f"DROP TABLE {table_of(relation_of(lake, view))}")


def relation_of(lake: Lake, view: LiveView) -> Relation:
    """
    Where it is to the binder.
    """
    return Relation(alias(lake.name), view.schema, view.name)


def _mark(view: LiveView) -> str:
    return f"live view:{view.schema}.{view.name}"
