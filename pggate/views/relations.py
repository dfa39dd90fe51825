"""
What stands in FROM, as syntax trees: a table, and a query under a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node
    from pggate.views.compiled import Term
    from pggate.views.scope import Scope


@dataclass(frozen=True, slots=True)
class Source:
    """
    Args:
        node: What stands in FROM; it reads "~delta" and its like and has "~seq" as its last column.
        scope: Its name, and its columns but that.
        terms: Of what it is made.

    """

    node: Node
    scope: Scope
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """
    A query in FROM: the same of it.
    """

    node: Node
    columns: tuple[str, ...]
    terms: tuple[Term, ...]


def together(left: tuple[Term, ...], right: tuple[Term, ...]) -> tuple[Term, ...]:
    """
    The terms of a union; deltas alone can all be taken at once.
    """
    if len(left) == len(right) == 1:
        return ({**left[0], **right[0]},)
    return (*left, *right)


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
