"""
Casts to regclass and its kin as calls of the emulation's functions (PostgreSQL 15, 8.19).

The emulation has two functions for each type: the one called like it gives the OID of what a text names, the
other (regclass_name) the name of what has an OID.  So `x::regclass` is the OID wherever PostgreSQL would
compare or join it, and the name where it would be printed: as a column of the result, in a cast to text,
beside `||`.  regproc and regprocedure are names throughout: the columns of that type hold names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate import nodes

if TYPE_CHECKING:
    from pggate.translate.nodes import Node, Tree

BY_OID: Final = frozenset({"regclass", "regtype", "regnamespace", "regrole"})
BY_NAME: Final = frozenset({"regproc", "regprocedure"})
TYPES: Final = BY_OID | BY_NAME

_TEXT_FUNCTIONS: Final = frozenset(
    {"||", "concat", "concat_ws", "format", "~~", "!~~", "~~*", "!~~*", "regexp_full_match"}
)
_ELEMENT: Final = "~e"


def edit(tree: Tree) -> None:
    """
    Replace every such cast of the tree.
    """
    for query in nodes.selects(tree["node"]):
        query["select_list"] = [_printed(item) for item in query["select_list"]]
    nodes.rewrite_nodes(tree, _replace)


def _replace(node: Node) -> Node:
    """
    One node, its children already done; what is to be printed is done before (see _printed).
    """
    match node.get("class"):
        case "CAST":
            return _oid_of_cast(node)
        case "FUNCTION" if node["function_name"] in _TEXT_FUNCTIONS:
            node["children"] = [_as_name(child) for child in node["children"]]
        case "COMPARISON":
            node["left"], node["right"] = _same_kind([node["left"], node["right"]])
        case "OPERATOR" if node["type"] in {"COMPARE_IN", "COMPARE_NOT_IN"}:
            node["children"] = _same_kind(node["children"])
    return node


def _oid_of_cast(node: Node) -> Node:
    element = nodes.element_type(node["cast_type"])
    name = nodes.unbound_name(element or node["cast_type"])
    if name in TYPES:
        return _each(node, name) if element else _call(name, node["child"], node)
    if node["cast_type"]["id"] == "VARCHAR":
        node["child"] = _as_name(node["child"])
    return node


def _printed(item: Node) -> Node:
    """
    A select item with its outermost cast replaced by the name; also inside CASE and COALESCE.
    """
    match item["class"]:
        case "CAST":
            replaced = _oid_of_cast(item)
            return replaced if replaced is item else _as_name(replaced)
        case "CASE":
            item["else_expr"] = _printed(item["else_expr"])
            for check in item["case_checks"]:
                check["then_expr"] = _printed(check["then_expr"])
        case "OPERATOR" if item["type"] == "OPERATOR_COALESCE":
            item["children"] = [_printed(child) for child in item["children"]]
    return item


def _call(name: str, child: Node, was: Node) -> Node:
    """
    The OID (of regproc: the name) of what the child names, which may be an OID already.
    """
    argument = child if name in BY_NAME else nodes.cast(child, "VARCHAR")
    call = nodes.function(name, [argument], catalog="~pg", schema="~catalog", at=was["query_location"])
    call["alias"] = was["alias"]
    return call


def _each(node: Node, name: str) -> Node:
    """
    A cast of a list: every element's name.
    """
    element = nodes.column(_ELEMENT)
    call = _as_name(_call(name, element, element))
    lambda_ = {
        "class": "LAMBDA",
        "type": "LAMBDA",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "lhs": nodes.column(_ELEMENT),
        "expr": call,
    }
    mapped = nodes.function("list_transform", [node["child"], lambda_], at=node["query_location"])
    mapped["alias"] = node["alias"]
    return mapped


def _as_name(node: Node) -> Node:
    """
    The name of what a call gives the OID of; any other node as it is.
    """
    if not _is_call(node) or node["function_name"] in BY_NAME:
        return node
    outer = nodes.function(
        f"{node['function_name']}_name", [node], catalog="~pg", schema="~catalog", at=node["query_location"]
    )
    outer["alias"], node["alias"] = node["alias"], ""
    return outer


def _is_call(node: Node) -> bool:
    return node.get("class") == "FUNCTION" and node["catalog"] == "~pg" and node["function_name"] in TYPES


def _same_kind(operands: list[Node]) -> list[Node]:
    """
    `typ::regtype = 'integer'`: beside such a cast an untyped literal is of its type too.
    """
    name = next((node["function_name"] for node in operands if _is_call(node)), None)
    if name is None:
        return operands
    return [_call(name, node, node) if nodes.is_constant(node, "VARCHAR") else node for node in operands]
