"""
The relations of a FROM clause, read from DuckDB's syntax tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.trees.nodes import Node, Tree


@dataclass(frozen=True, slots=True)
class Item:
    """
    One relation: what its columns are qualified with, and its names if it is a table, outermost first.
    """

    alias: str
    names: tuple[str, ...]


def items(tree: Tree) -> tuple[Item, ...] | None:
    """
    The relations in the order of the text; None where one of them has no name.
    """
    found = tuple(_items(tree["node"]["from_table"]))
    return found if all(item.alias for item in found) else None


def _items(node: Node) -> Iterator[Item]:
    if node["type"] == "JOIN":
        yield from _items(node["left"])
        yield from _items(node["right"])
    elif node["type"] == "BASE_TABLE":
        names = tuple(filter(None, (node["catalog_name"], node["schema_name"], node["table_name"])))
        yield Item(node["alias"] or node["table_name"], names)
    elif node["type"] == "TABLE_FUNCTION":
        yield Item(node["alias"] or node["function"]["function_name"], ())
    elif node["type"] != "EMPTY":
        yield Item(node["alias"], ())
