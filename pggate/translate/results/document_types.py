"""
What DuckDB binds otherwise than PostgreSQL where a document, an array or a row is in it: `||` of two
documents, which is one (PostgreSQL 15, 9.16), and a cast to text, which gives that of a result (8.15, 8.16).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.translate.arrays.nested_arrays import array_of, innermost, mapped
from pggate.translate.results.operator_types import json_call
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

JSON: Final[Node] = {
    "id": "VARCHAR",
    "type_info": {"type": "GENERIC_TYPE_INFO", "alias": "JSON", "extension_info": None},
}
TEXT: Final[Node] = {"id": "VARCHAR", "type_info": None}

_LISTS: Final = frozenset({"LIST", "ARRAY"})
_COMPOSITE: Final = "is_composite"
"""What no type of DuckDB's has: whoever asked for it knows the composite types."""


def is_json(of_type: Mapping[str, object] | None) -> bool:
    details = of_type.get("type_info") if of_type else None
    return isinstance(details, dict) and details.get("alias") == "JSON"


def is_list(of_type: Mapping[str, object] | None) -> bool:
    return of_type is not None and of_type["id"] in _LISTS


def composite(of_type: Node) -> Node:
    """
    The type of a STRUCT that is known to be a composite type of PostgreSQL's, or of a list of them.
    """
    return {**of_type, _COMPOSITE: True}


def normal_items(call: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    A cast to jsonb[] of an array of several dimensions, which keeps them.
    """
    dimensions = 0 if types[0] is None else innermost(types[0])[1]
    if dimensions < 2:
        return None
    (items,) = call["children"]
    made = mapped(items, dimensions - 1, lambda row: {**call, "children": [row]})
    return made, array_of(JSON, dimensions)


def is_composite(of_type: Mapping[str, object] | None) -> bool:
    return of_type is not None and _COMPOSITE in of_type


def is_row(of_type: Mapping[str, object] | None) -> bool:
    """
    Is it a composite type, or that of ROW(...), whose fields have no names?
    """
    if of_type is None or of_type["id"] != "STRUCT":
        return False
    if is_composite(of_type):
        return True
    details = of_type.get("type_info")
    fields = details.get("child_types") if isinstance(details, dict) else None
    return bool(fields) and not any(field["first"] for field in fields or ())


def is_shown(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one of an array or a row to text?
    """
    child, to = cast["child"], cast["return_type"]
    of_type = child.get("return_type")
    is_struct = isinstance(of_type, dict) and of_type["id"] == "STRUCT"
    return bool(to["id"] == "VARCHAR" and (is_list(of_type) or is_struct))


def concatenated(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Two documents, or one and a literal that is to be one; a text beside one is joined to its text.
    """
    if len(types) != 2:
        return None
    left, right = node["children"]
    for of_type, other_type, other in ((types[0], types[1], right), (types[1], types[0], left)):
        if is_json(of_type) and (is_json(other_type) or nodes.is_constant(other, "VARCHAR")):
            return json_call("||", left, right), JSON
    return None


def shown(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The text of an array or a row, as a client would see it.
    """
    if node["cast_type"] != TEXT or not (is_list(types[0]) or is_row(types[0])):
        return None
    return shown_text(node["child"], types[0]), TEXT


def joined(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    `||` of a row and a text.
    """
    if not any(map(is_row, types)):
        return None
    operands = zip(node["children"], types, strict=True)
    return {**node, "children": [shown_text(one, of) if is_row(of) else one for one, of in operands]}, TEXT


def shown_text(node: Node, of_type: Node | None) -> Node:
    """
    The text of an array or a row, whatever is in it.
    """
    name = "~shown_row" if is_composite(of_type) else "~shown"
    return nodes.function(name, [node], catalog="~pg", schema="~catalog")
