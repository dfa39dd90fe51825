"""
Which columns of a query still have the modifier that they were declared or cast with (numeric(10,2)).

PostgreSQL 15 (exprTypmod): a plain column and a cast have one, what is computed has none.  Shapes:
json_serialize_plan of duckdb 1.5.5, where a column is told by its place below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Plan: TypeAlias = Mapping[str, Any]
    Commons: TypeAlias = dict[int, tuple[bool, ...]]

CASTS: Final = -1
"""Where Commons, else by the number of a common table, say whether casts count."""

# A parameter is of the type that it is cast to
_CAST_CLASSES: Final = frozenset({"BOUND_CAST", "BOUND_PARAMETER"})
# The type of a parameter that is written in for the binder is no cast of the client's
_MODIFIER: Final = re.compile(r"\(\$\d+::DECIMAL\(|\b(numeric|decimal|dec)\s*\(", re.IGNORECASE)

# Operators whose columns are those of their only child
_PASSING: Final = frozenset(
    {
        "LOGICAL_FILTER",
        "LOGICAL_ORDER_BY",
        "LOGICAL_TOP_N",
        "LOGICAL_LIMIT",
        "LOGICAL_DISTINCT",
        "LOGICAL_SAMPLE",
    }
)
_JOINING: Final = frozenset(
    {
        "LOGICAL_COMPARISON_JOIN",
        "LOGICAL_ANY_JOIN",
        "LOGICAL_DELIM_JOIN",
        "LOGICAL_DEPENDENT_JOIN",
        "LOGICAL_ASOF_JOIN",
        "LOGICAL_CROSS_PRODUCT",
        "LOGICAL_POSITIONAL_JOIN",
    }
)
_ONE_SIDED: Final = frozenset({"SEMI", "ANTI", "MARK"})


def declared(plan: Plan, sql: str) -> tuple[bool, ...]:
    """
    One for each column of the query, as far as they are known: True where a modifier is left.

    A cast of the plan may come from a macro: it counts where the text has one to a type with a modifier.
    """
    return _columns(plan, {CASTS: (any(found[1] for found in _MODIFIER.finditer(sql)),)})


def _columns(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    operator = plan["type"]
    if operator in _PASSING:
        return _columns(plan["children"][0], commons)
    if operator in _JOINING:
        left, right = (_columns(child, commons) for child in plan["children"])
        return left if plan.get("join_type") in _ONE_SIDED else left + right
    make = _MAKERS.get(operator)
    return () if make is None else make(plan, commons)


def _scan(plan: Plan, _: Commons) -> tuple[bool, ...]:
    return (True,) * (len(plan["projection_ids"]) or len(plan["column_indexes"]))


def _projection(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    below = _columns(plan["children"][0], commons)
    return tuple(_keeps(expression, below, commons) for expression in plan["expressions"])


def _keeps(expression: Plan, below: Sequence[bool], commons: Commons) -> bool:
    if expression["expression_class"] == "BOUND_REF":
        place = expression["index"]
        return place < len(below) and below[place]
    return expression["expression_class"] in _CAST_CLASSES and commons[CASTS][0]


def _aggregate(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    below = _columns(plan["children"][0], commons)
    groups = tuple(_keeps(group, below, commons) for group in plan["groups"])
    return groups + (False,) * (len(plan["expressions"]) + len(plan["grouping_functions"]))


def _window(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    return _columns(plan["children"][0], commons) + (False,) * len(plan["expressions"])


def _union(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    """
    A modifier is left where both sides have the same, and nothing had to be cast.
    """
    sides = [
        tuple(keeps and not _is_cast(child, place) for place, keeps in enumerate(_columns(child, commons)))
        for child in plan["children"]
    ]
    return tuple(all(column) for column in zip(*sides, strict=False))


def _is_cast(plan: Plan, place: int) -> bool:
    expressions = plan.get("expressions") or ()
    return place < len(expressions) and expressions[place]["expression_class"] == "BOUND_CAST"


def _common(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    query, rest = plan["children"]
    commons[plan["table_index"]] = _columns(query, commons)
    return _columns(rest, commons)


def _reference(plan: Plan, commons: Commons) -> tuple[bool, ...]:
    return commons.get(plan["cte_index"], (False,) * len(plan["chunk_types"]))


_MAKERS: Final[Mapping[str, Callable[[Plan, Commons], tuple[bool, ...]]]] = {
    "LOGICAL_GET": _scan,
    "LOGICAL_PROJECTION": _projection,
    "LOGICAL_AGGREGATE_AND_GROUP_BY": _aggregate,
    "LOGICAL_WINDOW": _window,
    "LOGICAL_UNION": _union,
    "LOGICAL_EXCEPT": _union,
    "LOGICAL_INTERSECT": _union,
    "LOGICAL_MATERIALIZED_CTE": _common,
    "LOGICAL_CTE_REF": _reference,
}
