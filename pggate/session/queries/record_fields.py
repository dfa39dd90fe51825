"""
Fields of records by PostgreSQL's names for them (PostgreSQL 15, 8.16.3): (x).f1 of a row without names.

DuckDB takes the number of such a field, and refuses a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.engine.unbindable import NotBindable
from pggate.translate.columns import names
from pggate.translate.trees import nodes
from pggate.translate.writing import queries

if TYPE_CHECKING:
    from pggate.engine.binding import BinderCursor
    from pggate.translate.texts.kinds import Kind
    from pggate.translate.trees.nodes import Node

REFUSED: Final = "could not identify column in record data type"
"""As the engine's refusal is called (engine/name_rules.py)."""

_NAMES: Final = re.compile(r"f([1-9]\d{0,3})")


def by_number(binder: BinderCursor, text: str, kind: Kind) -> str | None:
    """
    The text with the numbers of the fields in place of their names; None where there are none.
    """
    inner = queries.inner(text, kind)
    if inner is None:
        return None
    try:
        tree = binder.tree(inner.query)
    except NotBindable:
        return None
    names.name_columns(tree, inner.query, outermost=True)
    found: list[Node] = []

    def numbered(node: Node) -> Node:
        if node.get("type") != "STRUCT_EXTRACT" or not nodes.is_constant(node["children"][1], "VARCHAR"):
            return node
        number = _NAMES.fullmatch(str(node["children"][1]["value"]["value"]))
        if number is None:
            return node
        found.append(node)
        made = nodes.function("struct_extract", [node["children"][0], nodes.constant(int(number[1]))])
        return {**made, "alias": node["alias"], "query_location": node["query_location"]}

    nodes.rewrite_nodes(tree, numbered)
    return inner.replaced(binder.text(tree)) if found else None
