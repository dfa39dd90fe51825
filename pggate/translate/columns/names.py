"""
The names that PostgreSQL gives to the columns of a query.

DuckDB names an expression by its text: count_star(), CAST('x' AS VARCHAR).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.columns.expressions import UNNAMED, label
from pggate.translate.trees import nodes, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.trees.nodes import Node, Tree

_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_$]*")
_OF_VALUES: Final = re.compile(r"col\d+")


def settled(names: Sequence[str]) -> bool:
    """
    True if DuckDB's names are PostgreSQL's: plain identifiers, and not those that it gives to VALUES.
    """
    return all(is_plain(name) and not _OF_VALUES.fullmatch(name) for name in names)


def is_plain(name: str) -> bool:
    """
    True for an identifier that needs no quotes, which is not what DuckDB calls an expression.
    """
    return _PLAIN.fullmatch(name) is not None


def column_names(tree: Tree, names: Sequence[str], sql: str = "") -> list[str]:
    """
    PostgreSQL's names for the columns of a query.

    Args:
        tree: The query's tree.
        names: DuckDB's names of its columns, which tell how many columns each * stands for.
        sql: The text of which `tree` is the tree: only it tells 'x'::varchar from 'x'::text.

    """
    query = next(nodes.selects(tree["node"]), None)
    if query is None:
        return list(names)
    items: list[Node] = query["select_list"]
    if values.is_star(items) and _is_value_list(query["from_table"]):
        return [f"column{i}" for i in range(1, len(names) + 1)]
    named = list(names)
    for index, item in _placed(items, named):
        if not item["alias"]:
            named[index] = label(item, sql)
    return named


def _is_value_list(source: Node) -> bool:
    """
    True for VALUES, also where DuckDB has written the tree of such a query: (VALUES ...) AS valueslist.
    """
    if source["type"] == "SUBQUERY" and source["alias"] == values.WRITTEN:
        return not source["column_name_alias"] and values.rows(source["subquery"]["node"]) is not None
    return bool(source["type"] == "EXPRESSION_LIST")


def _placed(items: Sequence[Node], names: Sequence[str]) -> Iterator[tuple[int, Node]]:
    """
    Every item that stands for one column, with that column's place.

    Before the first * and behind the last one places are counted from the ends.  In between an item is
    looked for by the name that DuckDB gives it: only one that it made up of the expression's text can be
    an unaliased expression's.
    """
    stars = [i for i, item in enumerate(items) if _spreads(item)]
    first, last = (stars[0], stars[-1]) if stars else (len(items), len(items) - 1)
    yield from zip(range(first), items[:first], strict=False)
    behind = len(items) - last - 1
    yield from zip(range(len(names) - behind, len(names)), items[last + 1 :], strict=False)
    between = [item for item in items[first : last + 1] if not _spreads(item) and not item["alias"]]
    expressions = [item for item in between if item["class"] != "COLUMN_REF"]
    places = [i for i in range(first, len(names) - behind) if not is_plain(names[i])]
    if len(places) == len(expressions):
        yield from zip(places, expressions, strict=True)


def _spreads(item: Node) -> bool:
    """
    True for *, t.*, COLUMNS(...) and unnest of a struct, which may stand for several columns.
    """
    if item["class"] == "FUNCTION" and item["function_name"] == "unnest":
        goes_deeper = len(item["children"]) > 1  # max_depth: the elements' fields
        return not item["alias"] and (goes_deeper or _is_struct(item["children"]))
    if item["class"] == "STAR":
        return True
    unpacked = {id(one) for node in nodes.walk(item) if _is_unpacked(node) for one in nodes.walk(node)}
    return any(node.get("columns") is True and id(node) not in unpacked for node in nodes.walk(item))


def _is_unpacked(node: Node) -> bool:
    """*COLUMNS(...) spreads among a function's arguments."""
    return node.get("type") == "OPERATOR_UNPACK"


def _is_struct(arguments: Sequence[Node]) -> bool:
    return bool(arguments) and arguments[0].get("function_name") in {"struct_pack", "row"}


def name_columns(tree: Tree, sql: str, *, outermost: bool) -> None:
    """
    Give the unnamed columns of nested queries PostgreSQL's names, so that they can be asked for by them.

    Args:
        tree: Edited in place.
        sql: The text of which it is the tree.
        outermost: True to name the columns of the query itself too: a view's, a CREATE TABLE AS's.

    """
    queries = list(_nested(tree["node"]))
    if outermost:
        queries.append(tree["node"])
        written = values.rows(tree["node"])
        if written is not None:
            tree["node"]["from_table"]["expected_names"] = _completed((), len(written[0]))
    for query in queries:
        for node in nodes.selects(query):
            _name_items(node, sql)


def name_parameters(tree: Tree) -> None:
    """
    Give the items that are a parameter, cast to its type (untyped/parameters.py), the name of what has none.
    """
    for node in nodes.walk(tree["node"]):
        for item in node.get("select_list", ()):
            if nodes.is_cast(item) and nodes.is_parameter(item["child"]) and not item["alias"]:
                item["alias"] = UNNAMED


def _nested(tree: Node) -> Iterator[Node]:
    """
    The queries in FROM and WITH whose columns no list of aliases names.
    """
    for node in nodes.walk(tree):
        if node.get("type") == "SUBQUERY" and "column_name_alias" in node:
            written = values.rows(node["subquery"]["node"])
            if written is not None:
                node["column_name_alias"] = _completed(node["column_name_alias"], len(written[0]))
            yield node["subquery"]["node"]
        for entry in node.get("map", ()) if isinstance(node.get("map"), list) else ():
            common = entry["value"]
            written = values.rows(common["query"]["node"])
            if written is not None:
                common["aliases"] = _completed(common["aliases"], len(written[0]))
            yield common["query"]["node"]


def _completed(names: Sequence[str], count: int) -> list[str]:
    """
    The names of VALUES' columns, those that are left open among them.
    """
    return [*names, *(f"column{i}" for i in range(len(names) + 1, count + 1))]


def _name_items(query: Node, sql: str) -> None:
    for item in query["select_list"]:
        if not item["alias"] and item["class"] != "COLUMN_REF" and not _spreads(item):
            item["alias"] = label(item, sql)
