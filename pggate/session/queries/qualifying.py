"""
A view's body with every relation's schema written out, and the columns that * stands for.

duckdb 1.5.5 binds a stored body with the reader's temporary tables and search_path first: unqualified, it
would show one reader something else than another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, InvalidTableDefinition
from pggate.lake.catalogs import alias
from pggate.session.cursors.places import TEMPORARY
from pggate.translate.columns import stars
from pggate.translate.texts.kinds import Kind
from pggate.translate.trees import table_places
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors


def qualified_view(cursors: Cursors, database: str, text: str, bound: Bound) -> str:
    """
    CREATE VIEW with its query's relations qualified: by schema within the lake, in full beyond it.

    Raises:
        InvalidTableDefinition: The view stands on a temporary table.

    """
    inner = queries.inner(text, Kind.CREATE_VIEW)
    if inner is None:
        raise FeatureNotSupported("cannot find the query of this view")
    return inner.replaced(qualified_query(cursors, database, inner.query, bound))


def qualified_query(cursors: Cursors, database: str, text: str, bound: Bound) -> str:
    """
    A view's query, qualified in the same way.

    Raises:
        InvalidTableDefinition: It reads a temporary table.

    """
    home = alias(database)
    path = (TEMPORARY, *cursors.schemas())

    def resolve(catalog: str, schema: str, table: str) -> tuple[str, str] | None:
        found = [
            relation
            for relation in bound.relations
            if relation.name.lower() == table.lower()
            and schema.lower() in ("", relation.schema.lower())
            and catalog.lower() in ("", relation.catalog.lower())
        ]
        if not found:
            return None
        return _place(min(found, key=_standing), home)

    def _standing(relation: Relation) -> int:
        """Earlier on the path first, as a bare name is found."""
        name = TEMPORARY if relation.catalog == TEMPORARY else relation.schema
        return path.index(name) if name in path else len(path)

    query = cursors.binder.tree(text)
    if stars.has_star(query):
        stars.expand(query, [column.name for column in cursors.binder.columns(text)])
    table_places.qualify(query, resolve)
    return cursors.binder.text(query)


def _place(relation: Relation, home: str) -> tuple[str, str]:
    if relation.catalog == TEMPORARY:
        raise InvalidTableDefinition(
            f'a view cannot stand on the temporary table "{relation.name}"', hint="Use CREATE TEMP VIEW."
        )
    return ("" if relation.catalog == home else relation.catalog), relation.schema
