"""
Which columns of a query still have the modifier that a date, time or interval was declared or cast with:
timestamp(3), interval day.

PostgreSQL 15 (exprTypmod): a plain column and a cast have one, what is one of several if all have the same;
what is computed has none.  A cast is told by how its macro writes the modifier, as no client would
(sql/datetime_functions.sql).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.engine.character_sources import ColumnOf
from pggate.engine.choices import gathered, is_choice, nullif_value, reached
from pggate.engine.plan_walk import PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

Modifiers: TypeAlias = "frozenset[ColumnOf | int]"
"""All that a column's modifier has to be: that of a relation's column, or one that a cast has."""

NONE: Final = -1
UNMODIFIED: Final[Modifiers] = frozenset({NONE})
TYPES: Final = ('"id":"TIME', '"id":"INTERVAL"')
"""How plans name the types, of which others have no such modifiers."""

_MARK: Final = "UINTEGER"
"""What the macro casts a modifier to."""
_OF_THEIRS: Final = frozenset({"first", "list_value", "list_sort"})
"""What has the modifier of its arguments: a subquery that is one value, and an array."""
_PARTS: Final = frozenset({"array_extract", "array_slice"})
"""What has that of the array which it is a part of."""


def moment_columns(plan: Plan) -> tuple[Modifiers, ...]:
    """
    One for each column of the query, as far as they are known.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return _Moments().columns(plan)


class _Moments(PlanReader[Modifiers]):
    nothing = UNMODIFIED

    def scanned(self, relation: Relation | None, name: str) -> Modifiers:
        return UNMODIFIED if relation is None else frozenset({ColumnOf(relation, name)})

    def expressed(self, expression: Plan, below: Sequence[Modifiers]) -> Modifiers:
        if (modifier := _marked(expression)) is not None:
            return frozenset({modifier})
        if (value := nullif_value(expression)) is not None:
            return self.expressed(value, below)
        if gathered(expression) is None and is_choice(expression):
            return self._all(reached(expression), below)
        if expression["expression_class"] == "BOUND_REF":
            return at_place(expression, below, UNMODIFIED)
        name = expression.get("name")
        if name in _OF_THEIRS:
            return self._all(expression["children"], below)
        return self.expressed(expression["children"][0], below) if name in _PARTS else UNMODIFIED

    def merged(self, parts: Sequence[tuple[Plan | None, Modifiers]]) -> Modifiers:
        return frozenset().union(*(known for _, known in parts))

    def _all(self, expressions: Sequence[Plan], below: Sequence[Modifiers]) -> Modifiers:
        return frozenset().union(*(self.expressed(each, below) for each in expressions))


def _marked(case: Plan) -> int | None:
    """
    The modifier of what a cast is: CASE WHEN 3::UINTEGER IS NULL THEN NULL ELSE x END.
    """
    if case["expression_class"] != "BOUND_CASE" or len(case["case_checks"]) != 1:
        return None
    condition = case["case_checks"][0]["when_expr"]
    cast = condition["children"][0] if condition.get("type") == "OPERATOR_IS_NULL" else condition
    is_cast = cast["expression_class"] == "BOUND_CAST" and cast["return_type"]["id"] == _MARK
    if not is_cast or cast["child"]["expression_class"] != "BOUND_CONSTANT":
        return None
    return int(cast["child"]["value"]["value"])
