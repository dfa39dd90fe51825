"""
What depends on a relation: views that read it, foreign keys that point to it (PostgreSQL 15, 5.14 "Dependency
Tracking").  The lake knows of no dependencies; the views' own queries and the declared keys tell them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.catalog.view_definitions import bindable_definition
from pggate.engine.definitions import Relation
from pggate.engine.read_columns import read_columns
from pggate.errors import PgError
from pggate.lake.catalogs import alias
from pggate.session.columns.column_notes import place
from pggate.session.cursors.places import LAKE_PREFIX, find
from pggate.views.state_file import PREFIX

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.lake.live_views import LiveView
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway

NEWEST: Final = 1 << 62
"""Where OIDs begin of what the open transaction has made, which has none yet."""


class View(NamedTuple):
    """
    Args:
        query: As the lake keeps it, or as a live view declares it.

    """

    oid: int
    relation: Relation
    query: str
    kind: str = "view"


class Dependent(NamedTuple):
    """
    A view or, where it has a name, a foreign key of a topic.

    Args:
        shown: "view v", "constraint f_o_fkey on table f".
        of: What it depends on: "table t", "column a of table t".

    """

    oid: int
    relation: Relation
    shown: str
    of: str
    key: str = ""


class Dependents:
    """
    As one session's transaction has them.
    """

    def __init__(self, gateway: Gateway, cursors: Cursors) -> None:
        self._gateway = gateway
        self._cursors = cursors

    def of(
        self, relation: Relation, what: str, column: str = "", going: Collection[Relation] = ()
    ) -> list[Dependent]:
        """
        Everything that cannot stay without it, the nearest first.

        Args:
            what: What it is called: "table t", "column a of table t".
            column: Of this column alone, "" for the whole.
            going: Relations that go anyway.

        """
        seen = {relation, *going}
        return list(self._of(relation, what, column, seen))

    def _of(self, relation: Relation, what: str, column: str, seen: set[Relation]) -> Iterator[Dependent]:
        views = [
            Dependent(view.oid, view.relation, self.shown(view.kind, view.relation), what)
            for view in (*self.views(relation, column), *self.live_views(relation, column))
        ]
        for one in sorted((*views, *self._keys(relation, what, column))):
            if one.key and one.relation not in seen:
                yield one
            elif not one.key and one.relation not in seen:
                seen.add(one.relation)
                yield one
                yield from self._of(one.relation, one.shown, "", seen)

    def views(self, relation: Relation, column: str = "") -> list[View]:
        """The views that read it themselves."""
        name = self._written(relation)
        return [
            view
            for view in self._all_views(relation.catalog)
            if name in view.query.lower() and (relation, column) in self._read(view)
        ]

    def _written(self, relation: Relation) -> str:
        """What a view's query calls it."""
        found = find(self._gateway, relation)
        is_live = found is not None and found.live is not None
        return f"view_{found.oid}" if found is not None and is_live else relation.name.lower()

    def live_views(self, relation: Relation, column: str = "") -> list[View]:
        """The live views that follow it."""
        return [view for view in self._all_live(relation.catalog) if (relation, column) in self._read(view)]

    def view(self, relation: Relation) -> View | None:
        """The view of that name."""
        return next((v for v in self._all_views(relation.catalog) if v.relation == relation), None)

    def shown(self, kind: str, relation: Relation) -> str:
        """With its schema where that is not on the search_path."""
        is_visible = relation.schema in self._cursors.schemas()
        return f"{kind} {relation.name}" if is_visible else f"{kind} {relation.schema}.{relation.name}"

    def relations(self, query: str) -> frozenset[Relation]:
        """What a query reads that is kept."""
        (plan,) = self._cursors.binder.plans(bindable_definition(query))
        return frozenset(self._named(relation) for relation, _ in read_columns(plan))

    def _read(self, view: View) -> frozenset[tuple[Relation, str]]:
        try:
            (plan,) = self._cursors.binder.plans(bindable_definition(view.query))
        except (PgError, ValueError):  # it does not bind any more: what it read is gone
            return frozenset()
        return frozenset((self._named(relation), column) for relation, column in read_columns(plan))

    def _named(self, relation: Relation) -> Relation:
        """A live view by its name: the engine's text has its place."""
        if not relation.catalog.startswith(PREFIX):
            return relation
        relations = self._gateway.mirror.catalog.relations(self._cursors.database)
        names = {f"view_{one.oid}": one for one in relations if one.live is not None}
        found = names.get(relation.name)
        return relation if found is None else Relation(alias(found.database), found.schema, found.name)

    def _all_views(self, catalog: str) -> list[View]:
        own = self._cursors.declaring.views
        known = [
            View(one.oid, Relation(catalog, one.schema, one.name), one.definition)
            for one in self._gateway.mirror.catalog.relations(catalog.removeprefix(LAKE_PREFIX))
            if one.definition is not None and (one.schema, one.name) not in own
        ]
        made = [
            View(NEWEST + number, Relation(catalog, *where), query)
            for number, (where, query) in enumerate(own.items())
            if query is not None
        ]
        return sorted(known + made)

    def _all_live(self, catalog: str) -> list[View]:
        known: dict[int, LiveView | None] = {
            one.oid: one.live
            for one in self._gateway.mirror.catalog.relations(catalog.removeprefix(LAKE_PREFIX))
            if one.live is not None
        }
        known |= self._cursors.declaring.live_views
        return sorted(
            View(one.oid, Relation(catalog, one.schema, one.name), one.text, "materialized view")
            for one in known.values()
            if one is not None
        )

    def _keys(self, relation: Relation, what: str, column: str) -> Iterator[Dependent]:
        """The foreign keys of other topics that point to it."""
        declaring = self._cursors.declaring
        found, own, replaced = find(self._gateway, relation), declaring.keys, declaring.replaced
        is_committed = found is not None and place(relation) not in replaced
        database = relation.catalog.removeprefix(LAKE_PREFIX)
        oid = found.oid if found is not None and is_committed else None
        for other in self._gateway.mirror.catalog.relations(database) if oid is not None else ():
            where = (other.schema, other.name)
            if where in replaced:
                continue
            for key in other.keys:
                referenced = declaring.columns_now(place(relation), key.referenced)
                points = key.references == oid and column in ("", *referenced)
                if points and key.name not in own.get(where, {}):
                    yield self._key(key.oid, Relation(relation.catalog, *where), key.name, what)
        for where, keys in own.items():
            for name, named in keys.items():
                points = named is not None and named.references == place(relation)
                if named is not None and points and column in ("", *named.referenced):
                    yield self._key(NEWEST + named.oid, Relation(relation.catalog, *where), name, what)

    def _key(self, oid: int, relation: Relation, name: str, what: str) -> Dependent:
        return Dependent(oid, relation, f"constraint {name} on {self.shown('table', relation)}", what, name)
