"""
VALUES that stand for a query (PostgreSQL 15, 7.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

WRITTEN: Final = "valueslist"
"""What DuckDB calls them where it writes a tree: SELECT * FROM (VALUES ...) AS valueslist."""


def rows(query: Node) -> list[list[Node]] | None:
    """
    The rows, if the query is VALUES and nothing else.
    """
    if query["type"] != "SELECT_NODE" or query["from_table"]["type"] != "EXPRESSION_LIST":
        return None
    found: list[list[Node]] = query["from_table"]["values"]
    return found if found and is_star(query["select_list"]) else None


def written_rows(query: Node) -> list[list[Node]] | None:
    """
    The same, also of a query that DuckDB has written, whatever its columns are called by now.
    """
    source = query.get("from_table", {})
    is_written = source.get("type") == "SUBQUERY" and source["alias"] == WRITTEN
    if is_written and is_star(query["select_list"]):
        return rows(source["subquery"]["node"])
    return rows(query)


def is_star(items: Sequence[Node]) -> bool:
    """
    Is a select list * alone?
    """
    return len(items) == 1 and items[0]["class"] == "STAR"
