"""
What the columns of views are declared as that the open transaction has made, or called otherwise: their
queries tell, since no catalog has them yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.catalog.bound_views import bound_columns
from pggate.engine.names import qualified
from pggate.errors import PgError

if TYPE_CHECKING:
    from pggate.catalog.made_types import Declared
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors


def own_view_types(cursors: Cursors, view: Relation, declared: Declared) -> dict[str, tuple[int, int]] | None:
    """
    OID and typmod of the columns for which the engine's type does not tell them; None of any other relation.

    Args:
        declared: The same of the columns that these may come from.

    """
    query = cursors.declaring.views.get((view.schema, view.name))
    if not query:
        return None
    known = cursors.view_types.get(view)
    if known is None:
        known = cursors.view_types[view] = _types(cursors, view, query, declared)
    return known


def _types(cursors: Cursors, view: Relation, query: str, declared: Declared) -> dict[str, tuple[int, int]]:
    binder, name = cursors.binder, qualified(view.catalog, view.schema, view.name)
    try:
        called = [column.name for column in binder.columns(f"SELECT * FROM {name}")]
        _, types = bound_columns(binder, query, declared)
    except PgError:  # it does not bind any more
        return {}
    return {column: of_type for column, of_type in zip(called, types, strict=False) if of_type is not None}
