"""
Which columns of a query are plainly columns of a relation, and of which: what they declare, the result shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pggate.engine.plan_walk import PlanReader, at_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan

    Origin: TypeAlias = tuple[Relation, str]
    Origins: TypeAlias = tuple[Origin | None, ...]

EMULATED: Final = "~"
"""What the names of the catalogs' schemas begin with inside the engine."""


def origins(plan: Plan) -> Origins:
    """
    For each column of the query, as far as they are known, the relation's and its name.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return _Origins().columns(plan)


class _Origins(PlanReader["Origin | None"]):
    nothing = None

    def scanned(self, relation: Relation | None, name: str) -> Origin | None:
        return None if relation is None else (relation, name)

    def expressed(self, expression: Plan, below: Sequence[Origin | None]) -> Origin | None:
        if expression["expression_class"] != "BOUND_REF":
            return None
        return at_place(expression, below, self.nothing)

    def merged(self, parts: Sequence[tuple[Plan | None, Origin | None]]) -> Origin | None:
        """
        The first side's, of the catalogs: a name joined to texts is a name (PostgreSQL 15, 10.5).
        """
        (_, first), *_ = parts
        return first if first is not None and first[0].schema.startswith(EMULATED) else None
