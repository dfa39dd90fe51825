"""
Casts of arrays of texts to arrays of dates, times, intervals, numbers and booleans, and of moments to arrays
of texts: item by item as PostgreSQL casts one (moment_results, read_numbers, boolean_texts).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.translate.arrays.nested_arrays import innermost, mapped
from pggate.translate.dates import moment_results
from pggate.translate.numbers import read_numbers
from pggate.translate.results import boolean_texts
from pggate.translate.trees import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node


def asks_cast(cast: Mapping[str, Any]) -> bool:
    """
    Is a bound cast one of such arrays, and not of literals alone that both read alike?
    """
    child, to = cast["child"], cast["return_type"]
    if child.get("name") == "list_value" and all(map(_is_constant, child["children"])):
        wanted = nodes.element_type(to)
        return wanted is not None and any(
            wanted == boolean_texts.BOOLEAN or read_numbers.asks_cast({"child": item, "return_type": wanted})
            for item in child["children"]
        )
    return _items(child.get("return_type"), to) is not None


def _is_constant(item: Mapping[str, Any]) -> bool:
    return item.get("expression_class") == "BOUND_CONSTANT"


def cast(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    Such a cast, with what casts an item.
    """
    items, to = node["child"], node["cast_type"]
    found = _items(types[0], to)
    if found is None or _is_written_out(items):
        return None
    of_type, wanted, dimensions = found

    def as_wanted(item: Node) -> Node:
        if read_numbers.is_cast(of_type, wanted):
            return read_numbers.of_item(item, wanted)
        plain = nodes.cast(item, wanted["id"])
        made = moment_results.cast(plain, [of_type]) or boolean_texts.cast(plain, [of_type])
        return item if made is None else made[0]

    return mapped(items, dimensions, as_wanted), to


def _items(of_type: Node | None, to: Node) -> tuple[Node, Node, int] | None:
    """What the items are and become, and how many dimensions both arrays have."""
    if of_type is None or to["id"] != "LIST":
        return None
    (item, dimensions), (wanted, as_many) = innermost(of_type), innermost(to)
    if dimensions != as_many:
        return None
    is_other = any(rule.is_cast(item, wanted) for rule in (moment_results, read_numbers, boolean_texts))
    return (item, wanted, dimensions) if is_other else None


def _is_written_out(items: Node) -> bool:
    return items.get("type") == "ARRAY_CONSTRUCTOR" and all(map(nodes.is_constant, items["children"]))
