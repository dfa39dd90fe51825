"""
The binder's side of the mirror: an empty table for every topic and view, under the lake's alias and schema.

Views are bound here, too: that is how their columns become known.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE, SCHEMAS
from pggate.catalog.metadata import column
from pggate.engine.names import qualified, quote_identifier
from pggate.errors import PgError
from pggate.lake.catalogs import alias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.catalog.model import Database, Relation
    from pggate.engine.binder import Binder

Shape = tuple[tuple[str, str], ...]
"""Column names and DuckDB types: all that the binder needs of a relation."""

PG_CATALOG: Final = (DATABASE, SCHEMAS["pg_catalog"])


class Shadow:
    """
    Used by one thread at a time.
    """

    def __init__(self, binder: Binder) -> None:
        self._binder = binder
        self._cursor = binder.cursor()
        self._schemas: dict[str, set[str]] = {}
        self._held: dict[str, dict[tuple[str, str], Shape]] = {}
        """What the binder holds, by database, and by schema and name."""

    def follow(self, databases: Mapping[str, Database]) -> dict[str, Database]:
        """
        Make the binder hold exactly `databases`.

        Returns:
            The databases with the columns of their views, or with why a view does not bind.

        """
        for name in self._held.keys() - databases.keys():
            self._binder.detach(alias(name))
            del self._held[name], self._schemas[name]
        for database in databases.values():
            self._follow_topics(database)
        return self._bound(databases)

    def close(self) -> None:
        self._cursor.close()

    def _follow_topics(self, database: Database) -> None:
        if database.name not in self._held:
            self._binder.attach(alias(database.name))
            self._held[database.name], self._schemas[database.name] = {}, set()
        held, schemas = self._held[database.name], self._schemas[database.name]
        relations = database.relations
        topics = {key: shape(relation) for key, relation in relations.items() if relation.topic is not None}
        gone = [key for key, columns in held.items() if key not in relations and columns]
        new = {key: columns for key, columns in topics.items() if held.get(key) != columns}
        script = [
            *(f"drop table {table(database.name, *key)}" for key in gone),
            *(
                f"drop schema {qualified(alias(database.name), schema)}"
                for schema in schemas - database.schemas.keys()
            ),
            *(
                f"create schema {qualified(alias(database.name), schema)}"
                for schema in database.schemas.keys() - schemas
            ),
            *(create(table(database.name, *key), columns) for key, columns in new.items()),
        ]
        if script:
            self._binder.apply(script)
        views = {key: columns for key, columns in held.items() if key in relations and key not in topics}
        self._held[database.name] = views | topics
        self._schemas[database.name] = set(database.schemas)

    def _bound(self, databases: Mapping[str, Database]) -> dict[str, Database]:
        """
        Bind the views until no view's columns change any more: a view may stand on views, of any lake.

        In the order of their OIDs a view comes after those that it was made from; the last round finds
        nothing.
        """
        views = [r for database in databases.values() for r in database.relations.values() if r.topic is None]
        views.sort(key=lambda view: view.oid)
        changed = bool(views)
        while changed:
            views = [self._bind(view) for view in views]
            changed = sum(self._hold(view) for view in views) > 0  # any() would stop at the first
        return {name: with_views(database, views) for name, database in databases.items()}

    def _bind(self, view: Relation) -> Relation:
        """
        The view with its columns, or with its problem.
        """
        self._cursor.set_search_path([(alias(view.database), view.schema), PG_CATALOG])
        try:
            # from a subquery, as a view is read: a name that comes twice gets a number there
            found = self._cursor.columns(f"select * from ({view.definition})")
        except PgError as problem:
            return replace(view, columns=(), problem=problem)
        columns = tuple(column(attnum, c.name, c.duckdb_type) for attnum, c in enumerate(found, 1))
        return replace(view, columns=columns, problem=None)

    def _hold(self, view: Relation) -> bool:
        """
        Bring the binder's table of a view to its columns; was there something to do?
        """
        held, key, wanted = self._held[view.database], (view.schema, view.name), shape(view)
        if held.get(key, ()) == wanted:
            return False
        name = table(view.database, *key)
        self._binder.apply([create(name, wanted) if wanted else f"drop table {name}"])
        held[key] = wanted
        return True


def with_views(database: Database, views: Iterable[Relation]) -> Database:
    bound = {(view.schema, view.name): view for view in views if view.database == database.name}
    return (
        replace(database, relations=MappingProxyType({**database.relations, **bound})) if bound else database
    )


def shape(relation: Relation) -> Shape:
    return tuple((column.name, column.duckdb_type) for column in relation.columns)


def table(database: str, schema: str, name: str) -> str:
    return qualified(alias(database), schema, name)


def create(name: str, columns: Shape) -> str:
    declared = ", ".join(f"{quote_identifier(column)} {duckdb_type}" for column, duckdb_type in columns)
    return f"create or replace table {name} ({declared})"
