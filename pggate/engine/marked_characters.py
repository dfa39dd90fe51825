"""
What the expressions that a probe has marked (translate/trees/probes.py) are made of, if they are texts: a
column of a query is told by its place alone, any other expression by its mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.engine.character_columns import of_expression
from pggate.engine.character_sources import NOTHING, ColumnOf, Made, of_all, of_one
from pggate.engine.plan_walk import PlanReader, at_place
from pggate.translate.trees import nodes, probes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan


class Marked(NamedTuple):
    """
    Args:
        made: What a text is made of, or each text of an array.
        dimensions: Of the array; 0 is a text.
        fields: Of a row by its columns' names.

    """

    made: Made = NOTHING
    dimensions: int = 0
    fields: tuple[tuple[str, Marked], ...] = ()


def marked_characters(plans: Sequence[Plan]) -> Mapping[int, Marked]:
    """
    By the numbers of the marks; nothing of one that stands for several expressions.
    """
    found: dict[int, set[Marked]] = {}
    for plan in plans:
        reader = _Marks()
        reader.columns(plan)
        for number, marked in reader.found:
            found.setdefault(number, set()).add(marked)
    return {number: marked.pop() for number, marked in found.items() if len(marked) == 1}


class _Marks(PlanReader[Marked]):
    nothing = Marked()

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, Marked]] = []
        self._known: dict[int, tuple[Marked, ...]] = {}

    def scanned(self, relation: Relation | None, name: str) -> Marked:
        return Marked() if relation is None else Marked(of_one(ColumnOf(relation, name)))

    def merged(self, parts: Sequence[tuple[Plan | None, Marked]]) -> Marked:
        return Marked(of_all([marked.made for _, marked in parts]))

    def expressed(self, expression: Plan, below: Sequence[Marked]) -> Marked:
        self._look(expression, below)
        return _marked(expression, below)

    def columns(self, plan: Plan) -> tuple[Marked, ...]:
        found = self._known[id(plan)] = super().columns(plan)
        for condition in _conditions(plan):
            self._look(condition, found)
        for condition in _joining(plan):
            for side, below in zip(("left", "right"), plan["children"], strict=True):
                self._look(condition[side], self._known.get(id(below), ()))
        return found

    def _look(self, expression: Plan, below: Sequence[Marked]) -> None:
        for node in nodes.walk(expression):
            number = probes.number_of(node)
            if number is not None:
                self.found.append((number, _marked(node["case_checks"][0]["then_expr"], below)))


_CONDITIONS: Final = ("expressions", "condition", "orders")


def _joining(plan: Plan) -> Sequence[Plan]:
    """What a join asks of the columns of its one side and of the other's."""
    return plan.get("conditions") or () if plan["type"].endswith("JOIN") else ()


def _conditions(plan: Plan) -> Iterator[Plan]:
    """What an operator asks of its own columns."""
    if plan["type"] in {"LOGICAL_FILTER", "LOGICAL_ORDER_BY", "LOGICAL_TOP_N"} or plan["type"].endswith(
        "JOIN"
    ):
        for key in _CONDITIONS:
            yield {"parts": plan.get(key)}


def _marked(expression: Plan, below: Sequence[Marked]) -> Marked:
    if expression.get("name") == "struct_pack":
        fields = (expression["return_type"].get("type_info") or {}).get("child_types", ())
        parts: Iterator[tuple[Any, Plan]] = zip(fields, expression["children"], strict=False)
        return Marked(fields=tuple((one["first"], _marked(part, below)) for one, part in parts))
    dimensions = _dimensions(expression.get("return_type") or {})
    if expression["expression_class"] == "BOUND_REF":
        return at_place(expression, below, Marked())._replace(dimensions=dimensions)
    return Marked(of_expression(expression, [one.made for one in below]), dimensions)


def _dimensions(of_type: Mapping[str, Any]) -> int:
    dimensions = 0
    while of_type.get("id") == "LIST":
        of_type, dimensions = of_type["type_info"]["child_type"], dimensions + 1
    return dimensions
