"""
What a recursive query reads beside its own rows, and computes anew for every round.

duckdb 1.5.5 runs the whole of the recursive term in each round, queries in FROM that no round can change
among them.  One that groups, sorts rows out or asks further queries becomes a query of WITH instead, which is
computed once; the first term reads it, too, where it has the same query:

    WITH RECURSIVE r AS (SELECT … FROM (q) s WHERE … UNION ALL SELECT … FROM (q) s, r WHERE …)
    WITH RECURSIVE "~once 1" AS MATERIALIZED (q), r AS (SELECT … FROM "~once 1" s WHERE … UNION ALL …)

As in PostgreSQL such a query cannot read what stands beside it in FROM, unless LATERAL says so.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes
from pggate.translate.writing.merge_changes import VOLATILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_NAME: Final = "~once"
_NODE: Final = "RECURSIVE_CTE_NODE"
_COMPUTING: Final = frozenset({"SUBQUERY", "WINDOW"})
"""Classes of expressions."""


def stands_free(tokens: Tokens) -> bool:
    """
    Is it WITH RECURSIVE, and no query in FROM sees its neighbours?
    """
    if word_at(tokens, 0) != "with" or word_at(tokens, 1) != "recursive":
        return False
    return all(token.word != "lateral" and token.word not in VOLATILE for token in tokens)


def edit(tree: Tree) -> None:
    """
    Take such queries out of the recursive terms of the query's own WITH clause.
    """
    entries: list[Node] = []
    numbers = count(1)
    for entry in tree["node"]["cte_map"]["map"]:
        node = entry["value"]["query"]["node"]
        if node["type"] == _NODE:
            entries += _taken_out(node, entry["key"], numbers)
        entries.append(entry)
    tree["node"]["cte_map"]["map"] = entries


def _taken_out(recursive: Node, name: str, numbers: Iterator[int]) -> Iterator[Node]:
    """The queries of WITH that the recursive query now reads."""
    taken: dict[str, str] = {}
    for source in list(_sources(recursive["right"])):
        query = source["subquery"]
        if not _computes(query) or _reads(query, name):
            continue
        likeness = nodes.likeness(query)
        if likeness not in taken:
            taken[likeness] = f"{_NAME} {next(numbers)}"
            yield _entry(taken[likeness], {**query})
        _read(source, taken[likeness])
    for source in list(_sources(recursive["left"])) if taken else ():
        known = taken.get(nodes.likeness(source["subquery"]))
        if known is not None:
            _read(source, known)


def _sources(node: Node) -> Iterator[Node]:
    """The queries in FROM of a term, or of both sides of a set operation."""
    for query in nodes.selects(node):
        if query["cte_map"]["map"]:  # whose names its sources may read
            continue
        pending = [query["from_table"]]
        while pending:
            table = pending.pop()
            if table["type"] == "JOIN":
                pending += [table["right"], table["left"]]
            elif table["type"] == "SUBQUERY" and table["sample"] is None:
                yield table


def _computes(query: Tree) -> bool:
    return any(
        node.get("class") in _COMPUTING
        or node.get("type") == "SET_OPERATION_NODE"
        or node.get("type") == "DISTINCT_MODIFIER"
        or bool(node.get("group_expressions"))
        for node in nodes.walk(query)
    )


def _reads(query: Tree, name: str) -> bool:
    return any(str(node.get("table_name", "")).lower() == name.lower() for node in nodes.walk(query))


def _entry(name: str, query: Tree) -> Node:
    return {
        "key": name,
        "value": {"aliases": [], "query": query, "materialized": "CTE_MATERIALIZE_ALWAYS", "key_targets": []},
    }


def _read(source: Node, name: str) -> None:
    """Have it read a query of WITH, under the names that it has."""
    kept = {key: source[key] for key in ("alias", "sample", "query_location", "column_name_alias")}
    source.clear()
    source.update(kept, type="BASE_TABLE", schema_name="", table_name=name, catalog_name="", at_clause=None)
