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

    from pggate.catalog.model import Column, Relation
    from pggate.engine.binding import BinderCursor


def bound_view(
    cursor: BinderCursor, view: Relation, known: Mapping[tuple[str, str, str], Relation]
) -> Relation:
    """
    The view with its columns, or with its problem.

    Args:
        known: What its columns may come from, by catalog, schema and name.

    """
    # from a subquery, as a view is read: a name that comes twice gets a number there
    query = f"select * from ({view.definition})"
    try:
        found, bound = cursor.columns(query), cursor.bind(query)
        texts = view_columns.texts(cursor, view.definition or "")
    except PgError as problem:
        return replace(view, columns=(), declared_types=(), problem=problem)
    columns = tuple(column(attnum, c.name, c.duckdb_type) for attnum, c in enumerate(found, 1))
    declared = view_columns.declared_types(columns, bound, texts, known)
    return replace(
        view,
        columns=tuple(map(with_declared, columns, declared)),
        declared_types=tuple((c.name, one) for c, one in zip(columns, declared, strict=True) if one),
        problem=None,
    )


def with_declared(column: Column, declared: tuple[int, int] | None) -> Column:
    return column if declared is None else replace(column, type_oid=declared[0], typmod=declared[1])
