"""
The columns that * stands for, written out: a view has those that were there when it was made (PostgreSQL 15,
CREATE VIEW).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node, Tree

_OF_DUCKDB: Final = (
    "exclude_list",
    "replace_list",
    "qualified_exclude_list",
    "rename_list",
    "expr",
    "columns",
)
"""Parts of a * that PostgreSQL does not have."""


def has_star(tree: Tree) -> bool:
    """
    Is there one * among what the query selects, and nothing about it that is DuckDB's?
    """
    return len(_stars(tree)) == 1


def expand(tree: Tree, columns: Sequence[str]) -> None:
    """
    Args:
        tree: Of a query with one *.
        columns: The names of all columns of its result.  Where two that * stands for are alike, it stays.

    """
    items = tree["node"]["select_list"]
    (at,) = _stars(tree)
    names = list(columns[at : len(columns) - (len(items) - at - 1)])
    if len({name.lower() for name in names}) == len(names):
        items[at : at + 1] = [_column(items[at], name) for name in names]


def _stars(tree: Tree) -> list[int]:
    items = tree["node"].get("select_list") or ()
    found = [at for at, item in enumerate(items) if item.get("class") == "STAR"]
    return found if not any(items[at].get(part) for at in found for part in _OF_DUCKDB) else []


def _column(star: Node, name: str) -> Node:
    of = star["relation_name"]
    return {
        "class": "COLUMN_REF",
        "type": "COLUMN_REF",
        "alias": "",
        "query_location": star["query_location"],
        "column_names": [of, name] if of else [name],
    }
