"""
String literals among values of an enumerated type: they are labels (PostgreSQL 15, 10.5).

Where a plan shows such a literal it is cast before (session/queries/enum_reads.py); it shows none that stands
in what is evaluated while it binds, as the argument of pg_typeof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.trees import choices, nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

MARK: Final = "~enum:"


def chosen(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    CASE, COALESCE, greatest and least.
    """
    enum = _enum(types)
    if enum is None or not any(map(_is_literal, branches := choices.branches(node))):
        return None
    return choices.with_branches(node, [_label(one, enum) for one in branches]), enum


def constructed(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    ARRAY[...].
    """
    enum = _enum(types)
    if enum is None or not any(map(_is_literal, node["children"])):
        return None
    info = {"type": "LIST_TYPE_INFO", "alias": "", "extension_info": None, "child_type": enum}
    made = {**node, "children": [_label(one, enum) for one in node["children"]]}
    return made, {"id": "LIST", "type_info": info}


def _enum(types: Sequence[Node | None]) -> Node | None:
    for of_type in types:
        if of_type is not None and of_type["id"] == "ENUM":
            labels = of_type["type_info"]["values"]
            return of_type if labels and labels[-1].startswith(MARK) else None
    return None


def _is_literal(node: Node) -> bool:
    return nodes.is_constant(node, "VARCHAR")


def _label(node: Node, enum: Node) -> Node:
    return nodes.cast_to_enum(node, enum["type_info"]["values"]) if _is_literal(node) else node
