"""
Casts to character types (character_types.py) as calls of the emulation's functions, in a syntax tree.

A char(n) is padded with blanks where it is shown and measured in bytes, which mean nothing where it is
compared, measured in characters or cast (PostgreSQL 15, 8.3).  So it has its blanks as an item of the query
and in octet_length(), and is without them everywhere else: in what a table keeps, too.

What a view is made of are functions of DuckDB's own, since others read it as well.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from pggate.translate.characters import character_arrays
from pggate.translate.characters.character_types import MARK
from pggate.translate.characters.replaced_items import replace_items
from pggate.translate.dialect.literals import bits_of
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from pggate.translate.trees.nodes import Node, Tree

_MEASURES: Final = frozenset({"octet_length"})
_BY_TYPE: Final = frozenset({f"{MARK}name", f"{MARK}oid"})
"""They want to know what type they are made of."""


def edit(tree: Tree, *, is_shown: bool = True) -> None:
    """
    Replace the casts to types that the token rule has named, in place.

    Args:
        is_shown: Does a client see the result?  Else it becomes a table, or a view's.

    """
    for query in nodes.selects(tree["node"]) if is_shown else ():
        if "select_list" in query:
            _print_items(query)
    if not is_shown:
        nodes.rewrite_nodes(tree, _cut)
    nodes.rewrite_nodes(tree, _replaced)


def _print_items(query: Node) -> None:
    """
    The items of a query as they are shown.
    """
    replace_items(query, [_printed(deepcopy(item)) for item in query["select_list"]])


def _printed(item: Node) -> Node:
    """
    An item with the cast that it is, also inside CASE and COALESCE, as a call that gives it its blanks.
    """
    match item["class"]:
        case "CASE":
            item["else_expr"] = _printed(item["else_expr"])
            for check in item["case_checks"]:
                check["then_expr"] = _printed(check["then_expr"])
        case "OPERATOR" if item["type"] == "OPERATOR_COALESCE":
            item["children"] = [_printed(child) for child in item["children"]]
        case "FUNCTION" if item["function_name"] in character_arrays.KEEPING:
            item["children"] = [
                _printed(child) if _is_array_of_ours(child) else child for child in item["children"]
            ]
        case "CAST" if item["cast_type"]["id"] == "VARCHAR":
            character_arrays.pad_elements(item["child"], _printed)
        case _:
            character_arrays.pad_elements(item, _printed)
    return _called(item, padded=True)


def _replaced(node: Node) -> Node:
    if node.get("class") == "FUNCTION" and node["function_name"] in _MEASURES:
        for child in node["children"]:
            if child.get("function_name") == f"{MARK}bpchar":
                child["function_name"] = f"{MARK}padded"
    if nodes.is_cast(node) and node["cast_type"]["id"] == "INTEGER" and _is_char(node["child"]):
        code = nodes.function("ascii", [node["child"]], catalog="system", schema="main")
        return {**node, "child": code}
    return _called(node, padded=False)


def _cut(node: Node) -> Node:
    """
    A cast to a length by the functions that the macros for it are made of (sql/character_functions.sql).
    """
    name = nodes.unbound_name(node["cast_type"]) if nodes.is_cast(node) else ""
    if name not in _CUTTING:
        return node
    lengths = [nodes.constant(one["value"]) for one in node["cast_type"]["type_info"]["user_type_modifiers"]]
    if not lengths:
        return node
    call = _own("left", nodes.cast(node["child"], "VARCHAR"), nodes.cast(lengths[0], "UINTEGER"))
    if name == f"{MARK}bpchar":
        call = _own("rtrim", call, nodes.constant(" "))
    return {**call, "alias": node["alias"]}


_CUTTING: Final = frozenset({f"{MARK}varchar", f"{MARK}bpchar"})


def _own(name: str, *children: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, list(children), catalog="system", schema="main")


def _is_char(node: Node) -> bool:
    return node.get("function_name") == f"{MARK}char"


def _is_array_of_ours(node: Node) -> bool:
    return nodes.is_cast(node) and character_arrays.element_name(node["cast_type"]).startswith(MARK)


def _subject(name: str, child: Node) -> list[Node]:
    """
    What is cast: as a text, but of an integer "char" is the character of that code, a name shortens a boolean
    and an oid reads a text.
    """
    if name == f"{MARK}char":
        return [child]
    if name in {f"{MARK}bit", f"{MARK}varbit"}:
        return [_bits(child)]
    text = nodes.cast(child, "VARCHAR")
    is_plain = name == f"{MARK}name" and nodes.is_constant(child, "VARCHAR")
    if name in _BY_TYPE and not is_plain and not nodes.is_parameter(child):
        return [text, nodes.function("typeof", [deepcopy(child)], catalog="system", schema="main")]
    return [text]


def _bits(child: Node) -> Node:
    """
    What is cast to a bit string: a literal that is one, as DuckDB writes it; a parameter is one, too.
    """
    if nodes.is_constant(child, "VARCHAR"):
        return nodes.constant(bits_of(child["value"]["value"]))
    return nodes.cast(child, "BIT") if nodes.is_parameter(child) else child


def _called(node: Node, *, padded: bool) -> Node:
    """
    A cast as a call; every other node as it is.
    """
    if _is_array_of_ours(node):
        return character_arrays.called(node, lambda item: _called(item, padded=padded))
    if not nodes.is_cast(node) or not nodes.unbound_name(node["cast_type"]).startswith(MARK):
        return node
    name = nodes.unbound_name(node["cast_type"])
    lengths = [nodes.constant(one["value"]) for one in node["cast_type"]["type_info"]["user_type_modifiers"]]
    if padded and name == f"{MARK}bpchar":
        name = f"{MARK}padded"
    call = nodes.function(
        name,
        [*_subject(name, node["child"]), *lengths],
        catalog="~pg",
        schema="~catalog",
        at=node["query_location"],
    )
    call["alias"] = node["alias"]
    return call
