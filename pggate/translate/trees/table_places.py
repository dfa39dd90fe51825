"""
Where the tables of a query are, written into its tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node, Tree


def qualify(tree: Tree, resolve: Callable[[str, str, str], tuple[str, str] | None]) -> None:
    """
    Write out where every table of a query is, so that no reader's search_path decides what a view shows.

    Args:
        tree: Edited in place.
        resolve: (catalog, schema, table), "" for what the text leaves out, to (catalog, schema) as they
            shall stand; a catalog of "" leaves it out.  None leaves the table as it is.

    """
    _qualify(tree["node"], frozenset(), resolve)


def _qualify(
    node: object, common: frozenset[str], resolve: Callable[[str, str, str], tuple[str, str] | None]
) -> None:
    if isinstance(node, list):
        for child in node:
            _qualify(child, common, resolve)
        return
    if not isinstance(node, dict):
        return
    for entry in node["cte_map"]["map"] if "cte_map" in node else ():
        # A CTE sees those before it, and itself only if it is recursive.
        query = entry["value"]["query"]
        itself = {entry["key"].lower()} if query["node"]["type"] == "RECURSIVE_CTE_NODE" else set()
        _qualify(query, common | itself, resolve)
        common |= {entry["key"].lower()}
    if node.get("type") == "BASE_TABLE":
        _qualify_table(node, common, resolve)
    for key, child in node.items():
        if key != "cte_map":
            _qualify(child, common, resolve)


def _qualify_table(
    table: Node, common: frozenset[str], resolve: Callable[[str, str, str], tuple[str, str] | None]
) -> None:
    if not table["schema_name"] and table["table_name"].lower() in common:
        return
    place = resolve(table["catalog_name"], table["schema_name"], table["table_name"])
    if place is not None:
        table["catalog_name"], table["schema_name"] = place
