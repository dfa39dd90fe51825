"""
Which columns of a query are plainly fields of a relation's columns: (t.c).a, ((t.c).b).a, those of (t.c).*
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pggate.engine.plan_walk import PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan


FIELD: Final = "struct_extract"
"""A plan without it has no such columns."""


_WHOLE_ROW: Final = "struct_pack"
"""What a relation's name is in a plan."""


class FieldOrigin(NamedTuple):
    """
    Args:
        fields: The fields' names, outer before inner; none of the column itself.

    """

    relation: Relation
    column: str
    fields: tuple[str, ...] = ()


class _RowOrigin(NamedTuple):
    """
    A row whose fields are known by their names.
    """

    fields: tuple[tuple[str, _Known], ...]


_Known: TypeAlias = "FieldOrigin | _RowOrigin | None"


def field_origins(plan: Plan) -> tuple[FieldOrigin | None, ...]:
    """
    For each column of the query, as far as they are known.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    found = _FieldOrigins().columns(plan)
    return tuple(origin if isinstance(origin, FieldOrigin) else None for origin in found)


class _FieldOrigins(PlanReader["_Known"]):
    nothing = None

    def scanned(self, relation: Relation | None, name: str) -> _Known:
        return None if relation is None else FieldOrigin(relation, name)

    def expressed(self, expression: Plan, below: Sequence[_Known]) -> _Known:
        if expression["expression_class"] == "BOUND_REF":
            return at_place(expression, below, self.nothing)
        if expression["expression_class"] == "BOUND_UNNEST":
            return self.expressed(expression["child"], below)
        name = expression.get("name")
        if name == _WHOLE_ROW:
            parts = [self.expressed(child, below) for child in expression["children"]]
            return _RowOrigin(tuple(zip(_field_names(expression), parts, strict=True)))
        if name in {FIELD, "array_extract"}:
            row, part = expression["children"]
            return _part(row, part, self.expressed(row, below))
        return None

    def merged(self, parts: Sequence[tuple[Plan | None, _Known]]) -> _Known:
        """The same field on all sides keeps its type and modifier (PostgreSQL 15, 10.5)."""
        origins = {origin for _, origin in parts}
        return origins.pop() if len(origins) == 1 else None


def _part(row: Plan, name: Plan, origin: _Known) -> _Known:
    """A field of a row, or an element of an array, which is of the array's origin."""
    is_array = (row.get("return_type") or {}).get("id") == "LIST"
    field = name.get("value", {}).get("value")
    if isinstance(origin, _RowOrigin):
        return dict(origin.fields).get(field)
    if origin is None or is_array:
        return origin
    return origin._replace(fields=(*origin.fields, field)) if isinstance(field, str) else None


def _field_names(row: Plan) -> list[str]:
    return [field["first"] for field in row["return_type"]["type_info"]["child_types"]]
