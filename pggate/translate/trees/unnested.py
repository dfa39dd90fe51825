"""
Items of a query over unnest() in FROM: its column is the same as an unnest() in the select list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees.starred import items_of_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

_UNNEST: Final = "unnest"
_CHANGES: Final = ("exclude_list", "qualified_exclude_list", "rename_list", "replace_list", "expr")
"""What DuckDB's dialect has behind a *."""


def with_unnested(query: Node, count: int | None) -> Sequence[Node | None]:
    """
    The items that a query's columns come from, with unnest() for what is plainly its column; None for other
    columns of a *, () where that cannot be told.

    Args:
        query: A SELECT node.
        count: How many columns it has, if that is known.

    """
    items = query.get("select_list", ())
    columns = items_of_columns(items, count)
    source = query.get("from_table", {})
    call = source.get("function", {}) if source.get("type") == "TABLE_FUNCTION" else {}
    if call.get("function_name") != _UNNEST or len(call["children"]) != 1:
        return columns
    table = source["alias"] or _UNNEST
    name = next(iter(source["column_name_alias"]), table)
    names = ([name], [table, name])
    found = [call if item is not None and item.get("column_names") in names else item for item in columns]
    star = next((place for place, item in enumerate(found) if item is None), None)
    if star is not None and not any(items[star].get(change) for change in _CHANGES):
        found[star] = call
    return found
