"""
int2vector and oidvector: their subscripts begin at 0 and their text has no braces (PostgreSQL 15, 53.26).

The emulation keeps them as lists, whose subscripts begin at 1.  Which columns are of these types is known by
name: that is how the catalogs are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node, Tree

COLUMNS: Final = frozenset(
    {
        "indkey",
        "indclass",
        "indcollation",
        "indoption",
        "proargtypes",
        "tgattr",
        "partattrs",
        "prattrs",
        "partclass",
        "partcollation",
        "stxkeys",
    }
)


def edit(tree: Tree) -> None:
    """
    Move every subscript of such a column by one, and print one as PostgreSQL does.
    """
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    match node.get("class"):
        case "OPERATOR" if node["type"] in {"ARRAY_EXTRACT", "ARRAY_SLICE"} and _is_vector(
            node["children"][0]
        ):
            vector, *subscripts = node["children"]
            node["children"] = [vector, *map(_next, subscripts)]
        case "FUNCTION" if node["function_name"] == "generate_subscripts" and _is_vector(node["children"][0]):
            alias, node["alias"] = node["alias"], ""
            return {**nodes.operator("-", node, nodes.constant(1)), "alias": alias}
        case "CAST" if node["cast_type"]["id"] == "VARCHAR" and _is_vector(node["child"]):
            node["child"] = nodes.function("array_to_string", [node["child"], nodes.constant(" ")])
    return node


def _is_vector(node: Node) -> bool:
    return node.get("class") == "COLUMN_REF" and node["column_names"][-1].lower() in COLUMNS


def _next(subscript: Node) -> Node:
    if nodes.is_constant(subscript, "INTEGER"):
        return nodes.constant(subscript["value"]["value"] + 1)
    if nodes.is_constant(subscript):
        return subscript  # a bound left out: [:2]
    return nodes.operator("+", subscript, nodes.constant(1))
