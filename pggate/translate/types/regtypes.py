"""
Casts to regclass and its kin as calls of the emulation's functions (PostgreSQL 15, 8.19).

The emulation has three functions for each type: the one called like it gives the OID of what a text names,
another (regclass_name) the name of what has an OID, the third (~regclass) both, as a client is shown them.
So `x::regclass` is the OID wherever PostgreSQL would compare or join it, the name in a cast to text and
beside `||`, and both as a column of the result.  What pg_typeof() gives is a name, which is known while
DuckDB binds.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from pggate.translate.trees import nodes
from pggate.translate.types.cast_types import type_name
from pggate.translate.types.regtype_calls import (
    TYPEOF,
    TYPES,
    as_name,
    as_oid,
    call,
    emulated,
    list_call,
    same_kind,
    type_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node, Tree

OID_TYPE: Final = "UINTEGER"
"""What the emulation has for oid."""

_TEXT_FUNCTIONS: Final = frozenset(
    {
        "||",
        "concat",
        "concat_ws",
        "~format",
        "~~",
        "!~~",
        "~~*",
        "!~~*",
        "regexp_full_match",
        "to_json",
        "to_jsonb",
    }
)
# What character_types.py makes of the types that are more than text
_CHARACTER_TYPES: Final = frozenset({"~char_varchar", "~char_bpchar", "~char_name", "~char_char"})
_GATHERING: Final = frozenset({"array_agg"})
_CHOOSING: Final = frozenset({"OPERATOR_COALESCE", "ARRAY_CONSTRUCTOR"})


def edit(tree: Tree, sql: str = "", *, is_result: bool = True) -> None:
    """
    Replace every such cast of the tree.

    Args:
        sql: What the tree was read from.
        is_result: A client gets the query's rows; else they are kept, and have the names.

    """
    nodes.rewrite_nodes(tree, partial(_oid_as_it_is, sql))
    _print_lists(list(nodes.selects(tree["node"])), _shown if is_result else as_name)
    nodes.rewrite_nodes(tree, _replace)


def _oid_as_it_is(sql: str, node: Node) -> Node:
    """
    x::regclass::oid: the OIDs of the emulation's functions, which DuckDB's bigint would hide from a client.
    """
    is_cast = node.get("class") == "CAST" and node["child"].get("class") == "CAST"
    if is_cast and nodes.unbound_name(node["child"]["cast_type"]) in TYPES and type_name(node, sql) == "oid":
        node["cast_type"]["id"] = OID_TYPE
    return node


def _print_lists(queries: Sequence[Node], show: Callable[[Node], Node]) -> None:
    """
    The select lists of a query, or of all that are united in it: a literal is of the others' type.
    """
    lists = []
    for query in queries:
        if rows := _values(query):
            rows[:] = [[_printed(value, show) for value in row] for row in rows]
            lists += rows
        elif "select_list" in query:
            _print_items(query, show)
            lists.append(query["select_list"])
    for column in zip(*lists, strict=False):
        of_type = _common_type(column)
        for query_list, item in zip(lists, column, strict=True):
            place = next(i for i, one in enumerate(query_list) if one is item)
            query_list[place] = _of_literal(item, of_type, show)


def _values(query: Node) -> list[list[Node]]:
    """
    The rows of a query that is VALUES and nothing else.
    """
    source = query.get("from_table", {})
    is_star = len(query.get("select_list", ())) == 1 and query["select_list"][0]["class"] == "STAR"
    found: list[list[Node]] = source["values"] if is_star and source.get("type") == "EXPRESSION_LIST" else []
    return found


def _print_items(query: Node, show: Callable[[Node], Node]) -> None:
    """
    The items of a query; what is the same in GROUP BY and ORDER BY becomes the item's place.
    """
    places = {nodes.likeness({**item, "alias": ""}): at for at, item in enumerate(query["select_list"], 1)}
    items = [_printed(item, show) for item in query["select_list"]]
    nodes.rewrite_nodes(items, _replace)
    query["select_list"] = items
    changed = {
        like: at for like, at in places.items() if like != nodes.likeness({**items[at - 1], "alias": ""})
    }

    def placed(node: Node) -> Node:
        at = changed.get(nodes.likeness({**node, "alias": ""}))
        return node if at is None else nodes.constant(at)

    if changed:
        query["group_expressions"] = [placed(node) for node in query["group_expressions"]]
        for modifier in query["modifiers"]:
            for order in modifier.get("orders", ()):
                order["expression"] = placed(order["expression"])


def _replace(node: Node) -> Node:
    """
    One node, its children already done; what is to be printed is done before (see _printed).
    """
    match node.get("class"):
        case "CAST":
            return _oid_of_cast(node)
        case "FUNCTION" if node["function_name"] in _TEXT_FUNCTIONS:
            node["children"] = [as_name(child) for child in node["children"]]
        case "FUNCTION" if node["function_name"] == TYPEOF:
            node["children"] = [_shown(child) for child in node["children"]]
        case "COMPARISON" if type_of(node["left"]) and type_of(node["right"]):
            node["left"], node["right"] = same_kind([node["left"], node["right"]])
        case "OPERATOR" if node["type"] in {"COMPARE_IN", "COMPARE_NOT_IN"}:
            node["children"] = same_kind(node["children"])
    return node


def _oid_of_cast(node: Node) -> Node:
    element = nodes.element_type(node["cast_type"])
    name = nodes.unbound_name(element or node["cast_type"])
    if name in TYPES:
        return list_call(f"{name}_names", node) if element else call(name, node["child"], node)
    is_text = node["cast_type"]["id"] == "VARCHAR" or name in _CHARACTER_TYPES
    node["child"] = as_name(node["child"]) if is_text else as_oid(node["child"])
    return node


def _printed(item: Node, show: Callable[[Node], Node]) -> Node:
    """
    A select item with what it is of these types as a client is shown it; also inside CASE, COALESCE and an
    array.
    """
    match item["class"]:
        case "CAST":
            element = nodes.element_type(item["cast_type"])
            if element is not None and show is _shown and nodes.unbound_name(element) in TYPES:
                return list_call(f"~{nodes.unbound_name(element)}_list", item)
            replaced = _oid_of_cast(item)
            return replaced if replaced is item else show(replaced)
        case "FUNCTION" if item["function_name"] in _GATHERING:
            item["children"] = [_printed(child, show) for child in item["children"]]
        case "FUNCTION":
            return show(item)
        case "CASE":
            branches = [item["else_expr"], *(check["then_expr"] for check in item["case_checks"])]
            item["else_expr"], *values = _all_printed(branches, show)
            for check, value in zip(item["case_checks"], values, strict=True):
                check["then_expr"] = value
        case "OPERATOR" if item["type"] in _CHOOSING:
            item["children"] = _all_printed(item["children"], show)
        case "SUBQUERY" if item["subquery_type"] == "SCALAR":
            _print_lists(list(nodes.selects(item["subquery"]["node"])), show)
    return item


def _all_printed(branches: Sequence[Node], show: Callable[[Node], Node]) -> list[Node]:
    printed = [_printed(branch, show) for branch in branches]
    of_type = _common_type(printed)
    return [_of_literal(one, of_type, show) for one in printed]


def _common_type(items: Sequence[Node]) -> str | None:
    """
    The type of the first that is of one and is shown.
    """
    names = (str(item.get("function_name", "")) for item in items if item.get("catalog") == "~pg")
    shown = (name.removeprefix("~").removesuffix("_name") for name in names)
    return next((name for name in shown if name in TYPES), None)


def _of_literal(node: Node, of_type: str | None, show: Callable[[Node], Node]) -> Node:
    if of_type is None or not nodes.is_constant(node, "VARCHAR"):
        return node
    return show(call(of_type, node, node))


def _shown(node: Node) -> Node:
    """
    What a call gives, as a client sees it; any other node as it is.
    """
    of_type = type_of(node)
    if of_type is None:
        return node
    if node["function_name"] == TYPEOF:
        arguments = [_printed(child, _shown) for child in node["children"]]
        return {**nodes.function(f"~{TYPEOF}", arguments, at=node["query_location"]), "alias": node["alias"]}
    return emulated(f"~{of_type}", [node], node)
