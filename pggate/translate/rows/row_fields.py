"""
Columns of relations as fields of rows (PostgreSQL 15, 4.2.13), one by one, so that a row of them can be
compared field by field: row(*COLUMNS(t.*), 42), which row_expansions.py makes of ROW(t.*, 42), is
row(t.a, t.b, 42).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.rows import row_scopes
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.rows.row_scopes import ColumnsOf
    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node, Tree


def stands_free(tokens: Tokens) -> bool:
    """
    Is there a row of a relation's columns?
    """
    return any(token.word == "columns" and word_at(tokens, i - 1) == "*" for i, token in enumerate(tokens))


def edit(tree: Tree, known: ColumnsOf) -> None:
    """
    Name the columns, as far as they are known.
    """
    for query, common in row_scopes.queries(tree):
        for node in nodes.walk(query):
            if node.get("function_name") == "row" and node["class"] == "FUNCTION":
                node["children"] = [
                    field for child in node["children"] for field in _fields(child, query, common, known)
                ]


def _fields(child: Node, query: Node, common: Mapping[str, Node], known: ColumnsOf) -> list[Node]:
    if child.get("type") != "OPERATOR_UNPACK":
        return [child]
    star = child["children"][0]
    wanted = star["relation_name"].lower() if star["class"] == "STAR" else ""
    for place in row_scopes.places(query):
        if wanted and place.alias == wanted:
            columns = row_scopes.columns(place.node, common, known)
            if columns is not None:
                return [{**nodes.column(name), "column_names": [wanted, name]} for name in columns]
    return [child]
