"""
Tables that a query names in its WITH clauses.

DuckDB binds such a clause where it is read, and leaves out one that nothing reads; PostgreSQL asks for the
rights to its tables all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.trees.nodes import Node, Tree

Names: TypeAlias = "frozenset[str]"
Parts: TypeAlias = "tuple[str, ...]"


def tables_in_with(tree: Tree) -> frozenset[Parts]:
    """
    The parts of each table's name, outermost first; without the names that WITH itself defines.
    """
    return frozenset(_tables(tree, frozenset(), inside=False))


def _tables(value: object, defined: Names, *, inside: bool) -> Iterator[Parts]:
    """
    Args:
        defined: Names that stand for queries of WITH here.
        inside: Is this within a query of WITH?

    """
    if isinstance(value, list):
        for child in value:
            yield from _tables(child, defined, inside=inside)
    elif isinstance(value, dict):
        if inside and value.get("type") == "BASE_TABLE" and not _is_defined(value, defined):
            yield _parts(value)
        entries = (value.get("cte_map") or {}).get("map", [])
        for entry in entries:
            recursive = {entry["key"].lower()} if _is_recursive(entry) else set()
            yield from _tables(entry["value"], defined | recursive, inside=True)
            defined |= {entry["key"].lower()}
        for key, child in value.items():
            if key != "cte_map":
                yield from _tables(child, defined, inside=inside)


def _is_recursive(entry: Node) -> bool:
    return bool(entry["value"]["query"]["node"]["type"] == "RECURSIVE_CTE_NODE")


def _is_defined(table: Node, defined: Names) -> bool:
    bare = not table["catalog_name"] and not table["schema_name"]
    return bare and table["table_name"].lower() in defined


def _parts(table: Node) -> Parts:
    return tuple(part for part in (table["catalog_name"], table["schema_name"], table["table_name"]) if part)
