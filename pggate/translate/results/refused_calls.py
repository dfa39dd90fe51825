"""
Calls that DuckDB refuses for the types of their arguments: LIKE and string_agg of byte strings, gcd, lcm and
generate_series of numerics, percentile_cont of intervals (PostgreSQL 15, 9.3, 9.5, 9.21, 9.25).
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.decimals import MOST_DIGITS
from pggate.translate.numbers import untyped_operands
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal, exact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pggate.translate.trees.nodes import Node

    TypeOf: TypeAlias = Callable[[Node], str]
    Maker: TypeAlias = Callable[[Node, TypeOf], Node | None]

_DECIMAL: Final = re.compile(r"DECIMAL\((\d+),\s*(\d+)\)")
_BYTES: Final = "BLOB"


def called(node: Node, type_of: TypeOf) -> Node | None:
    """
    What stands in the place of such a call; None if it is another one.

    Args:
        node: A call of one of NAMES.
        type_of: DuckDB's type of an argument; "" of a constant.

    """
    return _MAKERS[node["function_name"]](node, type_of)


def gathered(node: Node, _types: object = None) -> tuple[Node, Node]:
    """
    string_agg() of byte strings, by their digits; and its type.
    """
    value, separator = node["children"]
    digits = [_own("hex", value), _own("hex", untyped_operands.bytes_of(separator))]
    orders = [
        {**order, "expression": _own("hex", copy.deepcopy(value))}
        if nodes.likeness(order["expression"]) == nodes.likeness(value)
        else order
        for order in node["order_bys"]["orders"]
    ]
    ordered = {**node["order_bys"], "orders": orders}
    joined = {**node, "alias": "", "children": digits, "order_bys": ordered}
    return _own("unhex", joined), untyped_operands.BYTES


def _gathered(node: Node, type_of: TypeOf) -> Node | None:
    is_pair = len(node["children"]) == 2
    return gathered(node)[0] if is_pair and type_of(node["children"][0]) == _BYTES else None


def _like(node: Node, type_of: TypeOf) -> Node | None:
    if type_of(node["children"][0]) != _BYTES:
        return None
    return nodes.function(_LIKES[node["function_name"]], node["children"])


_LIKES: Final = {
    "~~": "~bytes_like",
    "!~~": "~bytes_not_like",
    "like_escape": "~bytes_like",
    "not_like_escape": "~bytes_not_like",
}


def _common(node: Node, type_of: TypeOf) -> Node | None:
    """
    gcd and lcm: a text, with the decimals of the argument that has more.
    """
    scale = _scale(node["children"], type_of)
    if scale is None:
        return None
    made = _as_decimal(nodes.function(f"~{node['function_name']}", node["children"]), scale)
    return _own("abs", made)  # never negative; what a function returns has no modifier


def _series(node: Node, type_of: TypeOf) -> Node | None:
    scale = _scale(node["children"], type_of)
    if scale is None:
        return None
    step = [] if len(node["children"]) > 2 else [nodes.constant(1)]
    series = nodes.function("~numeric_series", [*node["children"], *step])
    made = _as_decimal(series, scale)
    element, list_info = made["cast_type"], {"type": "LIST_TYPE_INFO", "alias": "", "extension_info": None}
    return {**made, "cast_type": {"id": "LIST", "type_info": {**list_info, "child_type": element}}}


def _percentile(node: Node, type_of: TypeOf) -> Node | None:
    """
    percentile_cont(f) WITHIN GROUP (ORDER BY x), of the list of what is ordered.
    """
    orders = node["order_bys"]["orders"]
    if not orders or type_of(orders[0]["expression"]) != "INTERVAL":
        return None
    values = {**node, "alias": "", "function_name": "array_agg", "children": [orders[0]["expression"]]}
    return nodes.function("~interval_at", [values, *node["children"]], catalog="~pg", schema="~catalog")


def _scale(arguments: list[Node], type_of: TypeOf) -> int | None:
    """
    The decimals of the result; None where an argument is no exact number, or none has decimals.
    """
    typed = (argument for argument in arguments if not nodes.is_constant(argument, "NULL"))
    sides = [exact(_type(argument, type_of)) for argument in typed]
    scales = [side.scale for side in sides if side is not None]
    return (
        max(scales) if len(scales) == len(sides) and any(side and side.is_numeric for side in sides) else None
    )


def _type(argument: Node, type_of: TypeOf) -> Node | None:
    if nodes.is_constant(argument):
        of_constant: Node = argument["value"]["type"]
        return of_constant
    text = type_of(argument)
    found = _DECIMAL.fullmatch(text)
    return decimal(int(found[1]), int(found[2])) if found else {"id": text, "type_info": None}


def _as_decimal(node: Node, scale: int) -> Node:
    return {**nodes.cast(node, "DECIMAL"), "cast_type": decimal(MOST_DIGITS, scale)}


def _own(name: str, child: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, [child], catalog="system", schema="main")


_MAKERS: Final[Mapping[str, Maker]] = {
    **dict.fromkeys(_LIKES, _like),
    "string_agg": _gathered,
    "gcd": _common,
    "lcm": _common,
    "generate_series": _series,
    "quantile_cont": _percentile,
}
NAMES: Final = _MAKERS.keys()
WORDS: Final = frozenset({"like", "percentile_cont", *NAMES})
"""What they are written as."""
