"""
NULLIF(a, b) is of the type that the = of a and b takes a for (PostgreSQL 15, 9.18.3): nullif(1, 2.5) is
numeric.  To DuckDB it is whatever a is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.translate.columns import common_types
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees.number_types import FLOATS, Exact, exact, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.translate.trees.nodes import Node


def asks(expression: Mapping[str, Any]) -> bool:
    """
    Is a bound expression a NULLIF, whose first argument is cast to be compared?
    """
    comparison = compared(expression)
    return comparison is not None and bool(comparison["left"]["expression_class"] == "BOUND_CAST")


def compared(expression: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """
    The comparison of CASE WHEN a = b THEN NULL ELSE a END, as which DuckDB has NULLIF; None of what is none.
    """
    if expression["expression_class"] != "BOUND_CASE" or len(expression["case_checks"]) != 1:
        return None
    comparison, then = expression["case_checks"][0]["when_expr"], expression["case_checks"][0]["then_expr"]
    while then["expression_class"] == "BOUND_CAST":
        then = then["child"]
    is_null = then["expression_class"] == "BOUND_CONSTANT" and then["value"]["is_null"]
    return comparison if is_null and comparison["type"] == "COMPARE_EQUAL" and "left" in comparison else None


def typed(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    The call with PostgreSQL's type; None where it has that.
    """
    if len(types) != 2 or types[1] is None:
        return None
    left, right = node["children"]
    if common_types.is_untyped(left):
        literal = common_types.as_type(left, types[1])
        return None if literal is None else ({**node, "children": [literal, right]}, types[1])
    to = _compared_as(exact(types[0]), types[1])
    return None if to is None else (cast(node, to), to)


def _compared_as(left: Exact | None, right: Node) -> Node | None:
    """
    What an exact number is cast to, to be compared with something of another type.
    """
    if left is None:
        return None
    if right["id"] in FLOATS:
        return plain("DOUBLE")
    other = exact(right)
    return plain("HUGEINT") if other is not None and other.is_numeric and not left.is_numeric else None
