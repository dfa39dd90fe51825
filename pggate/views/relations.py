"""
What stands in FROM, as syntax trees: a table, and a query under a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node


def relation(name: str, alias: str = "") -> Node:
    """
    A table in FROM.
    """
    return {
        "type": "BASE_TABLE",
        "alias": alias,
        "sample": None,
        "query_location": nodes.NOWHERE,
        "schema_name": "",
        "table_name": name,
        "column_name_alias": [],
        "catalog_name": "",
        "at_clause": None,
    }


def subquery(name: str, query: Node) -> Node:
    return {
        "type": "SUBQUERY",
        "alias": name,
        "sample": None,
        "query_location": nodes.NOWHERE,
        "subquery": {"node": query, "named_param_map": []},
        "column_name_alias": [],
    }
