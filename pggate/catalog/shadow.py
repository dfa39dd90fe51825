"""
The binder's side of the mirror: an empty table for every topic and view, under the lake's alias and schema.

Views are bound here, too: that is how their columns become known.

A session that defines something keeps it on its binder cursor, in a transaction there, until it commits or
rolls back.  What others have defined meanwhile under that name the binder cannot take; that one relation or
schema stays as it was, is `behind`, and everything else goes on.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.catalog.bound_views import bound_view
from pggate.catalog.emulation import DATABASE, SCHEMAS
from pggate.catalog.rebinding import is_same, moved_names, names_any, unbound_views
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import SerializationFailure
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pggate.catalog.model import Database, Relation
    from pggate.engine.binder import Binder

Shape = tuple[tuple[str, str], ...]
"""Column names and DuckDB types: all that the binder needs of a relation."""

PG_CATALOG: Final = (DATABASE, SCHEMAS["pg_catalog"])


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where something is on the binder; a schema itself has no `name`.
    """

    database: str
    schema: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """
    One statement for the binder, and what is at the place afterwards: columns, or nothing.
    """

    place: Place
    sql: str
    columns: Shape | None = None
    drops: bool = False


class Shadow:
    """
    Used by one thread at a time.

    `behind` says what other sessions' open transactions keep from following, and since when
    (time.monotonic).
    """

    def __init__(self, binder: Binder) -> None:
        self._binder = binder
        self._cursor = binder.cursor()
        self._schemas: dict[str, set[str]] = {}
        self._held: dict[str, dict[tuple[str, str], Shape]] = {}
        """What the binder holds, by database, and by schema and name."""
        self._followed: Mapping[str, Database] = MappingProxyType({})
        """What it was to hold the last time, if it does."""
        self.behind: Mapping[Place, float] = {}
        self._left: set[Place] = set()

    def follow(self, databases: Mapping[str, Database]) -> dict[str, Database]:
        """
        Make the binder hold exactly `databases`, but for what is `behind` afterwards.

        Returns:
            The databases with the columns of their views, or with why a view does not bind.

        """
        self._left = set()
        followed, self._followed = self._followed if not self.behind else {}, MappingProxyType({})
        for name in self._held.keys() - databases.keys():
            self._binder.detach(alias(name))
            del self._held[name], self._schemas[name]
        for database in databases.values():
            self._follow_topics(database, followed.get(database.name))
        self._followed = bound = self._bound(databases, followed)
        now = time.monotonic()
        self.behind = {place: self.behind.get(place, now) for place in self._left}
        return bound

    def close(self) -> None:
        self._cursor.close()

    def _follow_topics(self, database: Database, followed: Database | None) -> None:
        if database.name not in self._held:
            self._binder.attach(alias(database.name))
            self._held[database.name], self._schemas[database.name] = {}, set()
        changes = self._changes(database, followed)
        try:
            self._apply(changes)
        except SerializationFailure:
            for change in changes:
                self._try(change)

    def _changes(self, database: Database, followed: Database | None) -> list[Change]:
        """What the binder lacks of a database's schemas and topics, in an order that it can take."""
        name, relations = database.name, database.relations
        held, schemas = self._held[name], self._schemas[name]
        before = followed.relations if followed is not None else {}
        topics = {
            key: shape(relation)
            for key, relation in relations.items()
            if relation.definition is None and not is_same(relation, before.get(key))
        }
        gone, new = schemas - database.schemas.keys(), database.schemas.keys() - schemas
        return [
            *(dropping(Place(name, *key)) for key in held if key not in relations),
            *(
                Change(Place(name, schema), f"drop schema {qualified(alias(name), schema)}", drops=True)
                for schema in gone
            ),
            *(
                Change(Place(name, schema), f"create schema {qualified(alias(name), schema)}")
                for schema in new
            ),
            *(
                holding(Place(name, *key), columns)
                for key, columns in topics.items()
                if held.get(key) != columns
            ),
        ]

    def _apply(self, changes: Sequence[Change]) -> None:
        """All of them or none; those of one database."""
        if changes:
            self._binder.apply([change.sql for change in changes])
        for change in changes:
            self._note(change)

    def _try(self, change: Change) -> bool:
        """Apply a change, unless somebody's open transaction stands against it; was it applied?"""
        if self._lacks_ground(change):
            self._left.add(change.place)
            return False
        try:
            self._apply([change])
        except SerializationFailure:
            self._left.add(change.place)
            return False
        return True

    def _lacks_ground(self, change: Change) -> bool:
        """Does a change that was left undone stand before it?  A table needs its schema, and keeps it."""
        place = change.place
        if place.name is not None:
            return place.schema not in self._schemas[place.database]
        return change.drops and any(schema == place.schema for schema, _ in self._held[place.database])

    def _note(self, change: Change) -> None:
        """The binder has taken a change."""
        place = change.place
        held, schemas = self._held[place.database], self._schemas[place.database]
        if place.name is None:
            (schemas.discard if change.drops else schemas.add)(place.schema)
        elif change.columns is None:
            del held[place.schema, place.name]
        else:
            held[place.schema, place.name] = change.columns

    def _bound(
        self, databases: Mapping[str, Database], followed: Mapping[str, Database]
    ) -> dict[str, Database]:
        """
        Bind the views until no view's columns change any more: a view may stand on views, of any lake.

        In the order of their OIDs a view comes after those that it was made from.  One that was bound before
        is bound anew where its query names something that has changed.
        """
        views = [
            relation
            for database in databases.values()
            for relation in database.relations.values()
            if relation.definition is not None
        ]
        views.sort(key=lambda view: view.oid)
        known = {
            (alias(database.name), *key): relation
            for database in databases.values()
            for key, relation in database.relations.items()
        }
        unbound, moved = unbound_views(views, followed), moved_names(databases, followed)
        while unbound or moved:
            found: set[str] = set()
            for at, view in enumerate(views):
                if view.oid in unbound.get(view.database, ()) or names_any(view, moved | found):
                    views[at] = known[alias(view.database), view.schema, view.name] = self._bind(view, known)
                    if self._hold(views[at]) or not is_same(views[at], view):
                        found.add(view.name)
            unbound, moved = {}, found
        return {name: with_views(database, views) for name, database in databases.items()}

    def _bind(self, view: Relation, known: Mapping[tuple[str, str, str], Relation]) -> Relation:
        self._cursor.set_search_path([(alias(view.database), view.schema), PG_CATALOG])
        return bound_view(self._cursor, view, known)

    def _hold(self, view: Relation) -> bool:
        """
        Bring the binder's table of a view to its columns; was something done?
        """
        place, wanted = Place(view.database, view.schema, view.name), shape(view)
        if self._held[view.database].get((view.schema, view.name), ()) == wanted:
            return False
        return self._try(holding(place, wanted) if wanted else dropping(place))


def with_views(database: Database, views: Iterable[Relation]) -> Database:
    bound = {(view.schema, view.name): view for view in views if view.database == database.name}
    return (
        replace(database, relations=MappingProxyType({**database.relations, **bound})) if bound else database
    )


def shape(relation: Relation) -> Shape:
    return tuple((column.name, column.in_queries) for column in relation.columns)


def table(place: Place) -> str:
    return qualified(alias(place.database), place.schema, place.name or "")


def dropping(place: Place) -> Change:
    return Change(place, f"drop table {table(place)}", drops=True)


def holding(place: Place, columns: Shape) -> Change:
    declared = ", ".join(f"{quote_identifier(column)} {duckdb_type}" for column, duckdb_type in columns)
    return Change(place, f"create or replace table {table(place)} ({declared})", columns)
