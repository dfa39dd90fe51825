"""
Which columns of a query still have the modifier that they were declared or cast with (numeric(10,2)).

PostgreSQL 15 (exprTypmod): a plain column and a cast have one, what is one of several if all have the same;
what is computed has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pggate.decimals import BARE_SCALE, MOST_DIGITS
from pggate.engine.choices import is_choice, nullif_value, reached
from pggate.engine.plan_walk import PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

_BARE: Final = (MOST_DIGITS, BARE_SCALE)
"""As what `numeric` without a modifier is written."""
_OF_THEIRS: Final = frozenset({"first", "list_value"})
"""What has the modifier of its arguments: a subquery that is one value, and an array."""
_PARTS: Final = frozenset({"array_extract", "array_slice"})
"""What has that of the array which it is a part of."""
# The type of a parameter that is written in for the binder is no cast of the client's
_MODIFIER: Final = re.compile(
    r"\(\$\d+::DECIMAL\([^)]*\)|\b(?:numeric|decimal|dec)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)", re.IGNORECASE
)
_CAST: Final = re.compile(rb"::|cast\b", re.IGNORECASE)


def declared(plan: Plan, sql: str) -> tuple[bool, ...]:
    """
    One for each column of the query, as far as they are known: True where a modifier is left.

    A cast of the plan may be a macro's or DuckDB's own: it counts where the text has one to such a type, and
    a cast at its place.
    """
    return Modifiers(sql).columns(plan)


class Modifiers(PlanReader[bool]):
    """
    Whether a modifier is left.
    """

    nothing = False

    def __init__(self, sql: str) -> None:
        super().__init__()
        self._text = sql.encode()
        written = (found for found in _MODIFIER.finditer(sql) if found[1] is not None)
        self._written = {(int(found[1]), int(found[2] or 0)) for found in written} - {_BARE}

    def scanned(self, _relation: Relation | None, _name: str) -> bool:
        return True

    def expressed(self, expression: Plan, below: Sequence[bool]) -> bool:
        if (value := nullif_value(expression)) is not None:
            return self.expressed(value, below)
        if is_choice(expression):
            return all(self.expressed(branch, below) for branch in reached(expression))
        kind = expression["expression_class"]
        if kind == "BOUND_REF":
            return at_place(expression, below, self.nothing)
        if expression.get("name") in _OF_THEIRS:
            return all(self.expressed(child, below) for child in expression["children"])
        if expression.get("name") in _PARTS:
            return self.expressed(expression["children"][0], below)
        # a parameter is of the type that it is cast to
        is_typed = kind == "BOUND_PARAMETER" or (kind == "BOUND_CAST" and self._is_cast(expression))
        return is_typed and self._is_written(expression)

    def merged(self, parts: Sequence[tuple[Plan | None, bool]]) -> bool:
        """A modifier is left where all have the same, and nothing had to be cast."""
        return all(keeps for _, keeps in parts)

    def _is_written(self, expression: Plan) -> bool:
        info = _innermost(expression["return_type"]).get("type_info") or {}
        return (info.get("width"), info.get("scale")) in self._written

    def _is_cast(self, cast: Plan) -> bool:
        """Has the text one there? That of numeric(5,2) '1.5' has no place."""
        place = cast["query_location"]
        if place >= len(self._text):
            constant = cast["child"].get("value") or {"is_null": True}
            return not constant["is_null"]
        if cast["child"]["expression_class"] == "BOUND_CAST" and cast["child"]["query_location"] == place:
            return False  # DuckDB's own, around the client's
        return _CAST.match(self._text, place) is not None


def _innermost(of_type: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    What an array is of; any other type itself.
    """
    while of_type["id"] in {"LIST", "ARRAY"}:
        of_type = of_type["type_info"]["child_type"]
    return of_type
