"""
Which columns of a query are plainly columns of a relation, and of which: what they declare, the result shows.

Shapes: json_serialize_plan of duckdb 1.5.5, where a column is told by its place below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pggate.engine.definitions import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Plan: TypeAlias = Mapping[str, Any]
    Origin: TypeAlias = tuple[Relation, str]
    Origins: TypeAlias = tuple[Origin | None, ...]
    Commons: TypeAlias = dict[int, Origins]

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
        "LOGICAL_ASOF_JOIN",
        "LOGICAL_CROSS_PRODUCT",
        "LOGICAL_POSITIONAL_JOIN",
    }
)
_ONE_SIDED: Final = frozenset({"SEMI", "ANTI", "MARK"})


def origins(plan: Plan) -> Origins:
    """
    For each column of the query, as far as they are known, the relation's and its name.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return _columns(plan, {})


def _columns(plan: Plan, commons: Commons) -> Origins:
    operator = plan["type"]
    if operator in _PASSING:
        return _columns(plan["children"][0], commons)
    if operator in _JOINING:
        left, right = (_columns(child, commons) for child in plan["children"])
        return left if plan.get("join_type") in _ONE_SIDED else left + right
    make = _MAKERS.get(operator)
    return () if make is None else make(plan, commons)


def _scan(plan: Plan, _: Commons) -> Origins:
    details = plan.get("function_data") or {}
    if "table" not in details:
        return ()
    relation = Relation(details["catalog"], details["schema"], details["table"])
    names = plan["names"]
    read = [each["index"] for each in plan["column_indexes"]]
    places = [read[at] for at in plan["projection_ids"]] or read
    return tuple((relation, names[place]) if place < len(names) else None for place in places)


def _projection(plan: Plan, commons: Commons) -> Origins:
    below = _columns(plan["children"][0], commons)
    return tuple(_of(expression, below) for expression in plan["expressions"])


def _of(expression: Plan, below: Origins) -> Origin | None:
    place = expression.get("index")
    if expression["expression_class"] != "BOUND_REF" or place is None or place >= len(below):
        return None
    return below[place]


def _aggregate(plan: Plan, commons: Commons) -> Origins:
    below = _columns(plan["children"][0], commons)
    return tuple(_of(group, below) for group in plan["groups"]) + (None,) * len(plan["expressions"])


def _window(plan: Plan, commons: Commons) -> Origins:
    return _columns(plan["children"][0], commons) + (None,) * len(plan["expressions"])


def _common(plan: Plan, commons: Commons) -> Origins:
    query, rest = plan["children"]
    commons[plan["table_index"]] = _columns(query, commons)
    return _columns(rest, commons)


def _reference(plan: Plan, commons: Commons) -> Origins:
    return commons.get(plan["cte_index"], ())


_MAKERS: Final[Mapping[str, Callable[[Plan, Commons], Origins]]] = {
    "LOGICAL_GET": _scan,
    "LOGICAL_PROJECTION": _projection,
    "LOGICAL_AGGREGATE_AND_GROUP_BY": _aggregate,
    "LOGICAL_WINDOW": _window,
    "LOGICAL_MATERIALIZED_CTE": _common,
    "LOGICAL_CTE_REF": _reference,
}
