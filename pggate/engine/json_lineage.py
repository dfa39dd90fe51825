"""
What a query's JSON columns are made of: DuckDB has one type for json and jsonb, the plan tells which it is.

A jsonb is what a function of jsonb makes, what is cast to it, what was declared so, and what is taken, chosen
or gathered of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pggate.engine.plan_walk import PASSING, PlanReader, at_place, of_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

    Sources: TypeAlias = frozenset[tuple[Relation, str] | None]

MADE: Final = None
"""Among a column's sources: a function of jsonb."""

_NOTHING: Final[Sources] = frozenset()

# What the functions of jsonb are called, the gateway's own before all (sql/json_functions.sql)
_MAKING: Final = ("~jsonb", "jsonb_")
# What makes a json of anything, a jsonb included
_MAKING_JSON: Final = ("~to_json", "~json_agg", "~json_object", "json_build_", "to_json")
# Only what is called so
_JSON: Final = "~json"


def json_sources(plan: Plan) -> Mapping[int, Sources]:
    """
    By the places of a query's columns what they are made of: columns of relations, and MADE.  Of columns that
    are of neither nothing is said, and nothing at all where no column is a JSON.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    if not any(map(_is_json, _types(plan))):
        return {}
    return {place: sources for place, sources in enumerate(_JsonSources().columns(plan)) if sources}


def _types(plan: Plan) -> Iterator[Mapping[str, Any]]:
    """The types of the columns, as far as the outermost projections tell; any, where they do not."""
    while plan["type"] in PASSING:
        (plan,) = plan["children"]
    if plan["type"] != "LOGICAL_PROJECTION":
        yield {"type_info": {"alias": "JSON"}}
        return
    for expression in plan["expressions"]:
        yield expression.get("return_type") or expression.get("value", {}).get("type") or {}


def _is_json(of_type: Mapping[str, Any]) -> bool:
    details = of_type.get("type_info") or {}
    child = details.get("child_type")
    return details.get("alias") == "JSON" or (child is not None and _is_json(child))


class _JsonSources(PlanReader["Sources"]):
    nothing = _NOTHING

    def scanned(self, relation: Relation | None, name: str) -> Sources:
        return _NOTHING if relation is None else frozenset({(relation, name)})

    def expressed(self, expression: Plan, below: Sequence[Sources]) -> Sources:
        if expression["expression_class"] == "BOUND_REF":
            return at_place(expression, below, self.nothing)
        name = expression.get("name") or ""
        if name.startswith(_MAKING):
            return frozenset({MADE})
        if name == _JSON or name.startswith(_MAKING_JSON):
            return _NOTHING
        if (body := of_items(expression)) is not None:
            return self.expressed(body, [self.expressed(child, below) for child in expression["children"]])
        return _all(self.expressed(part, below) for part in _parts(expression))

    def merged(self, parts: Sequence[tuple[Plan | None, Sources]]) -> Sources:
        return _all(sources for _, sources in parts)


def _all(sources: Iterable[Sources]) -> Sources:
    return _NOTHING.union(*sources)


def _parts(expression: Plan) -> Iterator[Plan]:
    """
    What an expression's value is taken from: the branches of a choice, the first argument of a call.
    """
    match expression["expression_class"]:
        case "BOUND_CAST" | "BOUND_UNNEST":
            yield expression["child"]
        case "BOUND_CASE":
            yield from (check["then_expr"] for check in expression["case_checks"])
            yield expression["else_expr"]
        case "BOUND_OPERATOR":
            yield from expression["children"]
        case "BOUND_FUNCTION" | "BOUND_AGGREGATE" | "BOUND_WINDOW":
            yield from expression["children"][: None if expression.get("name") == "list_value" else 1]
