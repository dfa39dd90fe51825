"""
RETURNING's list, understood as that of a query over the statement's relations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pggate.engine.tokens import folded
from pggate.errors import GroupingError
from pggate.session.statement.placing import placed_within
from pggate.session.statement.returned_items import MAY_BE, check_items
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import returning

if TYPE_CHECKING:
    from collections.abc import Collection

    from pggate.session.clauses.clause_parts import Parts
    from pggate.session.statement.analysed import Understood
    from pggate.translate.syntax.edits import Rewritten
    from pggate.translate.syntax.spans import Span

Names: TypeAlias = "Collection[tuple[str, ...]]"
"""What columns may be qualified with, each outermost first."""


def returned(parts: Parts, common: Span, source: str, names: Names) -> Understood:
    """
    Understand the list.

    Args:
        common: Where the statement's common table expressions stand.
        source: What FROM says.

    """
    query = returning.query(parts.found, common, source, names)
    try:
        part = parts.part(query, query.text, Kind.SELECT, describe=True)
    except GroupingError:
        _check_items(parts, query, query.text)
        raise
    if part.bound is not None and not MAY_BE.isdisjoint(part.bound.operators):
        _check_items(parts, query, part.text)
    return part


def _check_items(parts: Parts, query: Rewritten, text: str) -> None:
    with parts.placed(), placed_within(query):
        check_items(parts.binder, text)


def answer(parts: Parts, part: Understood, source: str, written: str) -> str:
    """
    The same over what was written.

    Args:
        part: The query over `source`, as it was understood.
        written: What FROM says instead.

    """
    behind = folded(f" FROM {source}")
    if part.typed.endswith(behind):
        return parts.cast(f"{part.typed.removesuffix(behind)} FROM {written}")
    tree = parts.binder.tree(part.typed)  # as DuckDB writes the tree of a list that was edited
    tree["node"]["from_table"] = parts.binder.tree(f"SELECT NULL FROM {written}")["node"]["from_table"]
    return parts.cast(parts.binder.text(tree))
