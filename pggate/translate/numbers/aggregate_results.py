"""
Aggregates of numbers whose result has another type in PostgreSQL than in DuckDB (PostgreSQL 15, 9.21).  The
table of them is result_types.RULES.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from pggate.decimals import MOST_DIGITS, QUOTIENT_SCALES
from pggate.translate.numbers import quotients
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import (
    DOUBLE,
    FLOATS,
    SMALL,
    decimal,
    exact,
    is_narrow,
    plain,
    type_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None


def total(node: Node, types: Types) -> Made:
    of_type = type_id(types[0])
    if of_type == "FLOAT":
        return cast(node, plain("FLOAT")), plain("FLOAT")
    if of_type in SMALL or of_type in {"USMALLINT", "INTEGER"}:
        return cast(node, plain("BIGINT")), plain("BIGINT")
    return None


def is_small_sum(of_type: Node) -> bool:
    return is_narrow(of_type) or of_type["id"] in {"INTEGER", "USMALLINT"}


def average(node: Node, types: Types) -> Made:
    of_argument = exact(types[0])
    return None if of_argument is None else quotients.average(node, of_argument)


def deviation(node: Node, types: Types) -> Made:
    """
    Of exact numbers a numeric, whose digits are those of a double.
    """
    of_argument = exact(types[0])
    if of_argument is None:
        return _of_floats(node) if type_id(types[0]) in FLOATS else None
    squared = node["function_name"].lower().startswith("var")
    digits = of_argument.whole * 2 - 1 if squared else of_argument.whole
    fitting = [scale for scale in QUOTIENT_SCALES if digits + scale <= MOST_DIGITS]
    to = decimal(MOST_DIGITS, fitting[0] if fitting else QUOTIENT_SCALES[-1])
    return quotients.of_double(node, to), to


def _of_floats(node: Node) -> Made:
    """
    NaN where one of them is NaN or infinite, which duckdb 1.5.5 refuses: x - x is NaN then, of either sign,
    else 0.
    """
    (number,) = node["children"]
    if not quotients.may_stand_twice(number):
        return None
    infinite = {"class": "OPERATOR", "type": "OPERATOR_NOT", "children": [_own("isfinite", number)]}
    place = {"alias": "", "query_location": nodes.NOWHERE}
    finite = quotients.choice({**infinite, **place}, cast(nodes.constant("0"), DOUBLE), deepcopy(number))
    nothing = nodes.operator("-", deepcopy(number), deepcopy(number))
    total = {**deepcopy(node), "function_name": "sum", "children": [_own("abs", nothing)]}
    return nodes.operator("+", {**node, "children": [finite]}, total), DOUBLE


def _own(name: str, child: Node) -> Node:
    """DuckDB's own function."""
    return nodes.function(name, [child], catalog="system", schema="main")


def defined(node: Node, _: Types) -> Made:
    """
    The correlation or slope of what does not vary is NULL; duckdb 1.5.5 has NaN.
    """
    unknown = nodes.cast(nodes.constant("NaN"), "DOUBLE")
    return nodes.function("nullif", [node, unknown]), DOUBLE


def percentile(node: Node, types: Types) -> Made:
    """
    DuckDB's of DECIMALs is one of their decimals.
    """
    if not types or type_id(types[0]) not in {"DECIMAL", "FLOAT"}:
        return None
    if node["class"] == "WINDOW":
        return cast(node, DOUBLE), DOUBLE
    orders = node["order_bys"]["orders"]
    first = {**orders[0], "expression": cast(orders[0]["expression"], DOUBLE)}
    return {**node, "order_bys": {**node["order_bys"], "orders": [first, *orders[1:]]}}, DOUBLE
