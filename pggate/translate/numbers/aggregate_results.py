"""
Aggregates of numbers whose result has another type in PostgreSQL than in DuckDB (PostgreSQL 15, 9.21).  The
table of them is result_types.RULES.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.decimals import MOST_DIGITS, QUOTIENT_SCALES
from pggate.translate.numbers import quotients
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import DOUBLE, SMALL, decimal, exact, is_narrow, plain, type_id

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
        return None
    squared = node["function_name"].lower().startswith("var")
    digits = of_argument.whole * 2 - 1 if squared else of_argument.whole
    fitting = [scale for scale in QUOTIENT_SCALES if digits + scale <= MOST_DIGITS]
    to = decimal(MOST_DIGITS, fitting[0] if fitting else QUOTIENT_SCALES[-1])
    return quotients.of_double(node, to), to


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
