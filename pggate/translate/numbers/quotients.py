"""
Exact quotients of numerics, in plain SQL (PostgreSQL 15, 9.3: `/` and avg).

duckdb 1.5.5 divides DECIMALs as doubles.  Here both sides become whole numbers, and the dividend gets as many
zeros as the quotient has decimals:

    7.50 / 3.1   is   CAST(750 * 10^(21 - 2 + 1) // 31 AS DECIMAL(38,0)) * 0.000000000000000000001

What is divided for each row goes another way, since the division of HUGEINTs takes 1.5 µs (_refined).

No number of ours stands behind an operator, where a text's shape would count it (shapes.py).

A dividend for whose zeros 38 digits are too few is divided as a double.  The last decimal is cut off, not
rounded; it is never shown (types/unconstrained.py).
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.decimals import MOST_DIGITS, QUOTIENT_SCALES
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import Exact, decimal, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.translate.trees.nodes import Node

    Divide: TypeAlias = Callable[[str, Node, Node], Node]

SUM: Final = "sum"
COUNT: Final = "count"

_MOST_SHIFT: Final = 8
"""Up to this scale a DECIMAL times ten to its scale still has room for large numbers; else digits do it."""
_MOST_DIVISOR: Final = 12
"""Decimals of a divisor, so that a few digits before the point are left to the dividend."""
_FEW_DECIMALS: Final = 4
_MOST_TEXT: Final = 20_000
"""Characters of a dividend's tree that may be written twice: divisions within divisions would explode."""
_AGGREGATES: Final = frozenset({SUM, COUNT, "count_star", "avg", "min", "max"})
_VOLATILE: Final = frozenset({"random", "nextval", "uuid", "gen_random_uuid", "clock_timestamp"})


def cast(child: Node, to: Node) -> Node:
    return {**nodes.cast(child, "INTEGER"), "cast_type": to}


NARROW: Final = 18
"""Digits of a DECIMAL in 64 bits."""


def of_double(node: Node, to: Node) -> Node:
    """
    A double as a numeric of the digits that it is written with; DuckDB's cast makes up more of them.

    duckdb 1.5.5 reads a DECIMAL of 64 bits from a text in a hundredth of the time that one of 128 takes.
    """
    scale = to["type_info"]["scale"]
    written = cast(cast(node, plain("VARCHAR")), to)
    if scale >= NARROW or not is_of_rows(node):
        return written
    narrow = cast(cast(deepcopy(node), plain("VARCHAR")), decimal(NARROW, scale))
    return choice(is_narrow(node, scale), cast(narrow, to), written)


def is_of_rows(node: Node) -> bool:
    """
    Is it computed for each row, so that time matters more than text?
    """
    return not _is_of_groups(node) and may_stand_twice(node)


def is_narrow(node: Node, scale: int) -> Node:
    """
    Whether a number with so many decimals has no more than NARROW digits; one less, since it may be rounded.
    """
    return _between(deepcopy(node), 10 ** (NARROW - 1 - scale))


def quotient(left: Node, of_left: Exact, right: Node, of_right: Exact) -> tuple[Node, Node]:
    """
    left / right, with the type of what it is.
    """
    scale = QUOTIENT_SCALES[0]
    to = decimal(MOST_DIGITS, scale)
    if (moved := _moved_point(left, of_left, right)) is not None:
        return cast(moved, to), to
    rough = of_double(nodes.operator("/", cast(left, plain("DOUBLE")), right), to)
    if of_left.scale > scale or of_right.scale > _MOST_DIVISOR:
        return rough, to
    if not may_stand_twice(left) or not may_stand_twice(right):
        return _divided(left, of_left, right, of_right, scale, nodes.operator), to
    limit = MOST_DIGITS - 1 - scale - of_right.scale
    if _is_of_groups(left) or _is_of_groups(right):
        fine = _divided(left, of_left, right, of_right, scale, nodes.operator)
    else:
        fine = _refined(left, right, to)
    if of_left.whole <= limit:
        return fine, to
    return choice(_between(deepcopy(left), 10**limit), deepcopy(fine), rough), to


def _moved_point(left: Node, of_left: Exact, right: Node) -> Node | None:
    """
    x / 100.0 as 0.01 * x: fifty times faster.  Of literals with a point only, since a text's shape leaves
    whole numbers open.
    """
    places = _power_of_ten(right)
    width = of_left.whole + of_left.scale
    if places is None or of_left.scale + places > QUOTIENT_SCALES[0] or width + places + 1 > MOST_DIGITS:
        return None
    return nodes.operator("*", last_decimal(places), cast(left, decimal(width, of_left.scale)))


def _power_of_ten(node: Node) -> int | None:
    """
    2 for the literals 100.0 and 100.00; None for what is no power of ten above one.
    """
    if not nodes.is_constant(node, "DECIMAL") or not isinstance(node["value"].get("value"), int):
        return None
    digits, scale = str(node["value"]["value"]), node["value"]["type"]["type_info"]["scale"]
    places = len(digits) - 1 - scale
    return places if scale > 0 and places > 0 and digits.rstrip("0") == "1" else None


def _refined(left: Node, right: Node, to: Node) -> Node:
    """
    The quotient of doubles, and that of what it leaves: as exact, and ten times faster (duckdb 1.5.5) than
    the division of HUGEINTs, where it is done for each row.
    """
    first = cast(nodes.operator("/", cast(left, plain("DOUBLE")), right), to)
    rest = nodes.operator("-", left, nodes.operator("*", first, right))
    return nodes.operator("+", first, cast(_null_for_nothing("/", cast(rest, plain("DOUBLE")), right), to))


def _is_of_groups(node: Node) -> bool:
    """
    Is it an aggregate or window, of which there are fewer than rows?
    """
    return any(
        child.get("class") == "WINDOW" or str(child.get("function_name", "")).lower() in _AGGREGATES
        for child in nodes.walk(node)
    )


def average(node: Node, of_argument: Exact) -> tuple[Node, Node]:
    """
    avg(x), with its FILTER, DISTINCT and OVER, as the sum divided by the count once for each group.
    """
    total = {**deepcopy(node), "function_name": SUM, "alias": ""}
    count = {**deepcopy(node), "function_name": COUNT, "alias": ""}
    of_total = Exact("DECIMAL", MOST_DIGITS - of_argument.scale, of_argument.scale)
    scale = (
        QUOTIENT_SCALES[0] if of_argument.whole <= MOST_DIGITS - QUOTIENT_SCALES[0] else QUOTIENT_SCALES[1]
    )
    to = decimal(MOST_DIGITS, scale)
    of_count = Exact("BIGINT", 19, 0)
    if of_argument.id == "BIGINT":
        # their averages may have 19 digits, of which a double has 15
        rest = _divided(
            deepcopy(total), of_total, deepcopy(count), of_count, _FEW_DECIMALS, _null_for_nothing
        )
        rough = cast(rest, to)
    else:
        rough = of_double(_null_for_nothing("/", cast(deepcopy(total), plain("DOUBLE")), deepcopy(count)), to)
    if of_argument.scale > scale:
        return rough, to
    fine = _divided(total, of_total, count, of_count, scale, _null_for_nothing)
    return choice(_between(deepcopy(total), 10 ** (MOST_DIGITS - 1 - scale)), fine, rough), to


def _null_for_nothing(name: str, left: Node, right: Node) -> Node:
    """
    DuckDB's own operator, which has NULL for a division by zero: the average of no rows.
    """
    return nodes.function(name, [left, right], catalog="system", schema="main")


def _divided(left: Node, of_left: Exact, right: Node, of_right: Exact, scale: int, divide: Divide) -> Node:
    zeros = scale - of_left.scale + of_right.scale
    whole = nodes.operator("*", _whole(10**zeros), _unscaled(left, of_left))
    divided = divide("//", whole, _unscaled(right, of_right))
    return nodes.operator("*", last_decimal(scale), cast(divided, decimal(MOST_DIGITS, 0)))


def _unscaled(node: Node, of_type: Exact) -> Node:
    """
    12.50 as 1250, a HUGEINT.
    """
    if of_type.scale == 0:
        return cast(node, plain("HUGEINT"))
    if of_type.scale <= _MOST_SHIFT:
        wide = cast(node, decimal(MOST_DIGITS, of_type.scale))
        return cast(nodes.operator("*", _whole(10**of_type.scale), wide), plain("HUGEINT"))
    digits = nodes.function(
        "replace", [cast(node, plain("VARCHAR")), nodes.constant("."), nodes.constant("")]
    )
    return cast(digits, plain("HUGEINT"))


def _whole(value: int) -> Node:
    """
    A literal of any size.
    """
    if value < 2**31:
        return nodes.constant(value)
    node = nodes.constant(0)
    content: object = value if value < 2**63 else {"upper": value >> 64, "lower": value & (2**64 - 1)}
    of_type = plain("BIGINT" if value < 2**63 else "HUGEINT")
    node["value"] = {"type": of_type, "is_null": False, "value": content}
    return node


def last_decimal(scale: int) -> Node:
    """
    0.…1: one at the last of so many decimals.
    """
    node = nodes.constant(0)
    content: object = 1 if scale < 18 else {"upper": 0, "lower": 1}
    node["value"] = {"type": decimal(scale + 1, scale), "is_null": False, "value": content}
    return node


def _limit(value: int) -> Node:
    """
    With a point, so that it is no whole number of the text's.
    """
    node = nodes.constant(0)
    digits = len(str(value)) + 1
    content: object = (
        value * 10 if digits <= 18 else {"upper": value * 10 >> 64, "lower": value * 10 & (2**64 - 1)}
    )
    node["value"] = {"type": decimal(digits, 1), "is_null": False, "value": content}
    return node


def _between(node: Node, limit: int) -> Node:
    return {
        "class": "BETWEEN",
        "type": "COMPARE_BETWEEN",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "input": node,
        "lower": nodes.function("-", [_limit(limit)]) | {"is_operator": True},
        "upper": _limit(limit),
    }


def choice(condition: Node, first: Node, other: Node) -> Node:
    return {
        "class": "CASE",
        "type": "CASE_EXPR",
        "alias": "",
        "query_location": nodes.NOWHERE,
        "case_checks": [{"when_expr": condition, "then_expr": first}],
        "else_expr": other,
    }


def may_stand_twice(node: Node) -> bool:
    if len(json.dumps(node)) > _MOST_TEXT:
        return False
    return not any(
        child.get("class") == "SUBQUERY" or str(child.get("function_name", "")).lower() in _VOLATILE
        for child in nodes.walk(node)
    )
