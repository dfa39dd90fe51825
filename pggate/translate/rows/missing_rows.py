"""
Whole rows on the null side of an outer join (PostgreSQL 15, 7.2.1.1 and 8.16.5): where the join finds no row
the row is NULL.  duckdb 1.5.5 makes one of NULLs, so the relation brings its rows along as a column:

    SELECT count(c) FROM o LEFT JOIN c ON c.id = o.cid
    SELECT count(c."~row:c") FROM o LEFT JOIN (SELECT *, "~row:c" AS "~row:c" FROM c AS "~row:c") AS c …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.rows import row_scopes
from pggate.translate.rows.whole_rows import MARK, mentioned
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.rows.row_scopes import ColumnsOf, Place
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree

_OUTER: Final = frozenset({"left", "right", "full"})


def stands_free(tokens: Tokens) -> bool:
    """
    Is there an outer join, and a name that may be a whole row?
    """
    words = {token.word for token in tokens}
    return "join" in words and not words.isdisjoint(_OUTER) and bool(mentioned(tokens).rows)


def edit(tree: Tree, known: ColumnsOf) -> None:
    """
    Bring the rows along that a query uses.

    Args:
        known: The columns of a table by its name; None where they are not known.

    """
    for query, common in row_scopes.queries(tree):
        for place in row_scopes.places(query):
            if place.may_be_missing and row_scopes.is_row(place, query, common, known):
                _bring_along(query, place)


def _bring_along(query: Node, place: Place) -> None:
    alias = place.alias
    fields = {id(node["children"][0]) for node in nodes.walk(query) if node.get("type") == "STRUCT_EXTRACT"}
    used = [reference for reference in row_scopes.uses(query, alias) if id(reference) not in fields]
    if not used:
        return
    for item in query["select_list"]:
        if item["class"] == "COLUMN_REF" and any(item is one for one in used):
            item["alias"] = item["alias"] or item["column_names"][0]
    for reference in used:
        reference["column_names"] = [alias, MARK + alias]
    for star in _stars(query, alias):
        star["exclude_list"] = [*star["exclude_list"], MARK + alias]
    for reference in nodes.walk(query):
        if reference.get("class") == "COLUMN_REF":
            reference["column_names"] = _without_schema(reference["column_names"], place)
    place.holder[place.key] = _with_row(place.node, alias)


def _stars(query: Node, alias: str) -> Iterator[Node]:
    """Each * of the query's own that has the relation's columns in it."""
    pending: list[Any] = [query["select_list"]]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending += value
        elif isinstance(value, dict) and value.get("type") != "SELECT_NODE":
            if value.get("class") == "STAR" and value["relation_name"].lower() in {"", alias}:
                yield value
            pending += [child for child in value.values() if isinstance(child, dict | list)]


def _without_schema(names: list[str], place: Place) -> list[str]:
    """s.t.a of FROM s.t, whose rows come from a query now."""
    is_table = place.node["type"] == "BASE_TABLE" and not place.node["alias"]
    if not is_table or len(names) < 3:
        return names
    lowered = [name.lower() for name in names]
    return names[1:] if lowered[1] == place.alias and lowered[0] != place.alias else names


def _with_row(relation: Node, alias: str) -> Node:
    """(SELECT *, r AS r FROM relation AS r) AS alias."""
    name = MARK + alias
    tree = nodes.select(nodes.star())
    tree["node"]["select_list"].append({**nodes.column(name), "alias": name})
    tree["node"]["from_table"] = {**relation, "alias": name}
    return {
        "type": "SUBQUERY",
        "alias": alias,
        "sample": None,
        "query_location": nodes.NOWHERE,
        "subquery": tree,
        "column_name_alias": [],
    }
