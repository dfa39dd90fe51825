"""
Rounded numbers whose type is another one in PostgreSQL than in DuckDB (PostgreSQL 15, 9.3).  The table of
functions is result_types.RULES.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from pggate.decimals import MOST_DIGITS
from pggate.translate.numbers.quotients import NARROW, cast, choice, is_narrow, is_of_rows
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import DOUBLE, FLOATS, Exact, decimal, exact, plain, type_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None


def to_whole(node: Node, types: Types) -> Made:
    """
    ceil, floor and sign have no form for integers: those become double precision.
    """
    if len(types) != 1:
        return None
    side = exact(types[0])
    if side is None:
        return (cast(node, DOUBLE), DOUBLE) if type_id(types[0]) in FLOATS else None
    if not side.is_numeric:
        return cast(node, DOUBLE), DOUBLE
    if node["function_name"].lower() == "sign" or side.id != "DECIMAL":
        return cast(node, plain("HUGEINT")), plain("HUGEINT")
    return _with_room(node, side, 0)


def rounded(node: Node, types: Types) -> Made:
    """
    A double precision is rounded half to even, a numeric away from zero.
    """
    if len(types) == 2:
        return _round_to(node, types)
    if type_id(types[0]) in FLOATS:
        even = {**node, "function_name": "round_even", "children": [*node["children"], nodes.constant(0)]}
        return cast(even, DOUBLE), DOUBLE
    return truncated(node, types)


def truncated(node: Node, types: Types) -> Made:
    if len(types) == 2:
        return _round_to(node, types)
    side = exact(types[0])
    if type_id(types[0]) == "FLOAT" or (side is not None and not side.is_numeric):
        return cast(node, DOUBLE), DOUBLE
    return _with_room(node, side, 0) if side is not None and side.id == "DECIMAL" else None


def _with_room(node: Node, side: Exact, scale: int) -> Made:
    """
    What is rounded to fewer decimals, as no more digits than it may have: DuckDB's all 38 would leave no
    decimals to what stands beside it in CASE or UNION.  To cast so many digits takes duckdb 1.5.5 twenty
    times as long as to cast 18.
    """
    if scale < 0 or side.whole + side.scale < MOST_DIGITS or scale == side.scale:
        return None
    to = decimal(side.whole + 1 + scale, scale)
    number, *rest = node["children"]
    if side.scale >= NARROW or not is_of_rows(number):
        return cast(node, to), to
    narrow = {
        **node,
        "children": [cast(deepcopy(number), decimal(NARROW, side.scale)), *deepcopy(rest)],
    }
    return choice(is_narrow(number, side.scale), cast(narrow, to), cast(node, to)), to


def _round_to(node: Node, types: Types) -> Made:
    """
    So many decimals as are asked for, although there may be fewer of them.
    """
    side = exact(types[0])
    number, places = node["children"]
    if side is None or not nodes.is_constant(places, "INTEGER"):
        return None
    scale = max(places["value"]["value"], 0)
    if scale <= side.scale and side.id == "DECIMAL":
        return _with_room(node, side, scale)
    if places["value"]["value"] < 0:
        return cast(node, plain("HUGEINT")), plain("HUGEINT")
    to = decimal(side.whole + scale, scale)
    return {**node, "children": [cast(number, to), places]}, to
