"""
A view as the binder knows it: with the columns of its query, or with why that does not bind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pggate.catalog import view_columns
from pggate.catalog.metadata import column
from pggate.errors import PgError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.made_types import Declared
    from pggate.catalog.model import Column, Relation
    from pggate.engine.binding import BinderCursor
    from pggate.engine.definitions import Relation as Named


def bound_view(
    cursor: BinderCursor, view: Relation, known: Mapping[tuple[str, str, str], Relation]
) -> Relation:
    """
    The view with its columns, or with its problem.

    Args:
        known: What its columns may come from, by catalog, schema and name.

    """

    def declared_of(place: Named, name: str) -> tuple[int, int] | None:
        relation = known.get((place.catalog, place.schema, place.name))
        return None if relation is None else dict(relation.declared_types).get(name)

    try:
        columns, declared = bound_columns(cursor, view.definition or "", declared_of)
    except PgError as problem:
        return replace(view, columns=(), declared_types=(), problem=problem)
    return replace(
        view,
        columns=tuple(map(with_declared, columns, declared)),
        declared_types=tuple((c.name, one) for c, one in zip(columns, declared, strict=True) if one),
        problem=None,
    )


def bound_columns(
    cursor: BinderCursor, definition: str, declared: Declared
) -> tuple[tuple[Column, ...], tuple[tuple[int, int] | None, ...]]:
    """
    The columns of a view's query, and what they are declared as, where DuckDB's type does not tell it.

    Args:
        declared: What is declared of the columns that they may come from.

    Raises:
        PgError: It does not bind.

    """
    # from a subquery, as a view is read: a name that comes twice gets a number there
    query = f"select * from ({definition})"
    found, bound = cursor.columns(query), cursor.bind(query)
    texts = view_columns.texts(cursor, definition)
    columns = tuple(column(attnum, c.name, c.duckdb_type) for attnum, c in enumerate(found, 1))
    return columns, view_columns.declared_types(columns, bound, texts, declared)


def with_declared(column: Column, declared: tuple[int, int] | None) -> Column:
    return column if declared is None else replace(column, type_oid=declared[0], typmod=declared[1])
