"""
Casts to numeric[], whose elements keep every digit that they have (PostgreSQL 15, 8.1.2), as far as they have
the same scale: a list of DuckDB's has one for all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pggate.translate.arrays.nested_arrays import innermost, mapped
from pggate.translate.numbers.literal_numbers import number_of
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal, exact, is_bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None


def is_wanted(cast_type: Mapping[str, object]) -> bool:
    """
    Is it the type of arrays of numerics without a precision?
    """
    element, dimensions = innermost(dict(cast_type))
    return dimensions > 0 and is_bare(element)


def kept(node: Node, types: Types) -> Made:
    """
    The array with the scale that its elements have; None where they have several, or are no numerics.
    """
    child = node["child"]
    if (texts := _texts(child)) is not None:
        return _numbers(texts)
    of_type = types[0]
    if of_type is None:
        return None
    element, dimensions = innermost(of_type)
    if not dimensions or element["id"] != "DECIMAL" or is_bare(element):
        return None
    return mapped(child, dimensions, lambda item: item), of_type  # what is computed has no modifier


def _texts(array: Node) -> list[str | None] | None:
    """
    The elements of ["1.10", NULL], as DuckDB writes an array literal, or ARRAY['1.10', NULL]; None of others.
    """
    if array.get("type") == "ARRAY_CONSTRUCTOR":
        is_text = all(
            nodes.is_constant(item, "VARCHAR") or nodes.is_constant(item, "NULL")
            for item in array["children"]
        )
        return [item["value"].get("value") for item in array["children"]] if is_text else None
    if not nodes.is_constant(array, "VARCHAR"):
        return None
    try:
        items = json.loads(array["value"]["value"].replace("NULL", "null"))
    except ValueError:
        return None
    is_text = isinstance(items, list) and all(item is None or isinstance(item, str) for item in items)
    return items if is_text else None


def _numbers(texts: Sequence[str | None]) -> Made:
    found = {text: number_of(nodes.constant(text)) for text in texts if text is not None}
    numbers = {text: number for text, number in found.items() if number is not None}
    sides = [side for _, of_type in numbers.values() if (side := exact(of_type)) is not None]
    if len(numbers) < len(found) or len({side.scale for side in sides}) != 1:
        return None
    scale = sides[0].scale
    of_type = decimal(max(side.whole for side in sides) + scale, scale)
    array = {
        "class": "OPERATOR",
        "type": "ARRAY_CONSTRUCTOR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "children": [nodes.constant(None) if text is None else numbers[text][0] for text in texts],
    }
    return array, {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": of_type}}
