"""
What a query's JSON columns are made of: DuckDB has one type for json and jsonb, the plan tells which it is.

A jsonb is what a function of jsonb makes, what is cast to it, what was declared so, and what is taken, chosen
or gathered of one.  Shapes: json_serialize_plan of duckdb 1.5.5, where a column is told by its place below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pggate.engine.definitions import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Plan: TypeAlias = Mapping[str, Any]
    Sources: TypeAlias = frozenset[tuple[Relation, str] | None]
    Columns: TypeAlias = tuple[Sources, ...]

MADE: Final = None
"""Among a column's sources: a function of jsonb."""

_NOTHING: Final[Sources] = frozenset()

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
    return {place: sources for place, sources in enumerate(_Walk().columns(plan)) if sources}


def _types(plan: Plan) -> Iterator[Mapping[str, Any]]:
    """The types of the columns, as far as the outermost projections tell; any, where they do not."""
    while plan["type"] in _PASSING:
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


class _Walk:
    """One plan's: what its common table expressions and correlated columns are is kept on the way down."""

    def __init__(self) -> None:
        self._common: dict[int, Columns] = {}
        self._outer: list[Columns] = []

    def columns(self, plan: Plan) -> Columns:
        operator = plan["type"]
        if operator in _PASSING:
            return self.columns(plan["children"][0])
        if operator in _JOINING:
            return self._join(plan)
        make = self._MAKERS.get(operator)
        return () if make is None else make(self, plan)

    def _join(self, plan: Plan) -> Columns:
        left = self.columns(plan["children"][0])
        self._outer.append(
            tuple(self._of(each, left) for each in plan.get("duplicate_eliminated_columns") or ())
        )
        right = self.columns(plan["children"][1])
        self._outer.pop()
        return left if plan.get("join_type") in _ONE_SIDED else left + right

    def _scan(self, plan: Plan) -> Columns:
        details = plan.get("function_data") or {}
        if "table" not in details:
            return ()
        relation = Relation(details["catalog"], details["schema"], details["table"])
        names = plan["names"]
        read = [each["index"] for each in plan["column_indexes"]]
        places = [read[at] for at in plan["projection_ids"]] or read
        return tuple(
            frozenset({(relation, names[place])}) if place < len(names) else _NOTHING for place in places
        )

    def _projection(self, plan: Plan) -> Columns:
        below = self.columns(plan["children"][0])
        return tuple(self._of(expression, below) for expression in plan["expressions"])

    def _appended(self, plan: Plan) -> Columns:
        below = self.columns(plan["children"][0])
        return below + tuple(self._of(expression, below) for expression in plan["expressions"])

    def _aggregate(self, plan: Plan) -> Columns:
        below = self.columns(plan["children"][0])
        return tuple(self._of(expression, below) for expression in (*plan["groups"], *plan["expressions"]))

    def _values(self, plan: Plan) -> Columns:
        rows = ([self._of(cell, ()) for cell in row] for row in plan["expressions"])
        return tuple(map(_all, zip(*rows, strict=True)))

    def _set_operation(self, plan: Plan) -> Columns:
        sides = [self.columns(child) for child in plan["children"]]
        return tuple(map(_all, zip(*sides, strict=False)))

    def _common_table(self, plan: Plan) -> Columns:
        query, rest = plan["children"]
        self._common[plan["table_index"]] = self.columns(query)
        return self.columns(rest)

    def _recursive(self, plan: Plan) -> Columns:
        start, _ = plan["children"]
        self._common[plan["table_index"]] = self.columns(start)
        return self._common[plan["table_index"]]

    def _reference(self, plan: Plan) -> Columns:
        return self._common.get(plan["cte_index"], ())

    def _nothing(self, _: Plan) -> Columns:
        return (_NOTHING,)

    def _outer_columns(self, _: Plan) -> Columns:
        return self._outer[-1] if self._outer else ()

    def _of(self, expression: Plan, below: Columns) -> Sources:
        """What an expression over these columns is made of."""
        kind = expression["expression_class"]
        if kind == "BOUND_REF":
            place = expression["index"]
            return below[place] if place < len(below) else _NOTHING
        name = expression.get("name") or ""
        if name.startswith(_MAKING):
            return frozenset({MADE})
        if name == _JSON or name.startswith(_MAKING_JSON):
            return _NOTHING
        return _all(self._of(part, below) for part in _parts(expression))

    _MAKERS: Final = {
        "LOGICAL_GET": _scan,
        "LOGICAL_PROJECTION": _projection,
        "LOGICAL_WINDOW": _appended,
        "LOGICAL_UNNEST": _appended,
        "LOGICAL_AGGREGATE_AND_GROUP_BY": _aggregate,
        "LOGICAL_EXPRESSION_GET": _values,
        "LOGICAL_UNION": _set_operation,
        "LOGICAL_EXCEPT": _set_operation,
        "LOGICAL_INTERSECT": _set_operation,
        "LOGICAL_MATERIALIZED_CTE": _common_table,
        "LOGICAL_RECURSIVE_CTE": _recursive,
        "LOGICAL_CTE_REF": _reference,
        "LOGICAL_DELIM_GET": _outer_columns,
        "LOGICAL_DUMMY_SCAN": _nothing,
    }


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
