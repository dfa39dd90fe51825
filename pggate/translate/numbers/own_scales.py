"""
Parameters that are numeric keep the scale that their values bring: `$1::numeric` of 1.50 is 1.50 (PostgreSQL
15, 8.1.2).

Whoever edits a query by types has to know one (retyping.py), so it was cast to a wide one.  Where nothing
depends on it any more, the cast goes again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.trees.choices import branches, is_choice
from pggate.translate.trees.number_types import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.translate.trees.nodes import Node, Tree

_PASSING: Final = frozenset({"+", "-", "*", "abs", "sum", "min", "max", "greatest", "least"})
"""What DuckDB gives a scale that follows from those of its arguments."""


def edit(tree: Tree) -> None:
    """
    Take such casts away, in place, from the items of the query itself.
    """
    for query in nodes.selects(tree["node"]):
        if not query.get("group_expressions"):
            for item in query.get("select_list", ()):
                _strip(item)


def _strip(node: Node) -> None:
    if nodes.is_cast(node):
        if is_bare(node["cast_type"]) and nodes.is_parameter(node["child"]):
            parameter = node["child"]
            alias = node["alias"]
            node.clear()
            node.update(parameter, alias=alias)
        return
    for part in _parts(node):
        _strip(part)


def _parts(node: Node) -> Iterable[Node]:
    if is_choice(node):
        return branches(node)
    is_passing = node["class"] == "FUNCTION" and node["function_name"].lower() in _PASSING
    children: Iterable[Node] = node["children"] if is_passing else ()
    return children
