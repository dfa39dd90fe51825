"""
Which bit strings of a query are bit(n), and not bit varying: DuckDB has one type for both (PostgreSQL 15,
8.10).

Bit varying is what `||` makes, a cast to it, and a column of a relation; bit is what every other function
makes, a literal, and a cast to bit(n), of which n is the modifier.  The last two are calls of DuckDB's
bitstring() here (sql/bit_string_functions.sql).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.engine.plan_walk import PASSING, PlanReader, at_place, of_items

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pggate.engine.definitions import Relation
    from pggate.engine.plan_walk import Plan


class Bits(NamedTuple):
    """
    A bit string.

    Args:
        is_varying: None of a literal without a type, which is what others are.
        length: That it was cast to.

    """

    is_varying: bool | None
    length: int | None = None


VARYING: Final = Bits(is_varying=True)
BIT: Final = Bits(is_varying=False)
UNTYPED: Final = Bits(is_varying=None)

_MADE: Final = "bitstring"
# What gives one of its arguments
_CHOOSING: Final = frozenset({"first", "any_value", "array_agg", "list", "list_value", "greatest", "least"})

_PARTS: Final = frozenset({"array_extract", "array_slice"})
"""What is of the type of the array that it is a part of."""


def bit_columns(plan: Plan) -> tuple[Bits, ...]:
    """
    One for each column of the query, as far as they are known; () where none is a bit string.

    Args:
        plan: An element of json_serialize_plan's plans[].

    """
    return _BitStrings().columns(plan) if _has_bits(plan) else ()


def _has_bits(plan: Plan) -> bool:
    """Is a column one, as far as the outermost projection tells?"""
    while plan["type"] in PASSING:
        (plan,) = plan["children"]
    if plan["type"] != "LOGICAL_PROJECTION":
        return True
    return any("BIT" in str(expression.get("return_type")) for expression in plan["expressions"])


class _BitStrings(PlanReader[Bits]):
    nothing = VARYING

    def scanned(self, relation: Relation | None, name: str) -> Bits:  # noqa: ARG002  they are all alike
        return VARYING

    def expressed(self, expression: Plan, below: Sequence[Bits]) -> Bits:
        kind = expression["expression_class"]
        if kind == "BOUND_REF":
            return at_place(expression, below, VARYING)
        if kind in _OF_ONE:
            return _OF_ONE[kind](expression)
        return self._of_several(expression, below)

    def _of_several(self, expression: Plan, below: Sequence[Bits]) -> Bits:
        match expression["expression_class"]:
            case "BOUND_UNNEST":
                return self.expressed(expression["child"], below)._replace(length=None)
            case "BOUND_CASE":
                branches = [expression["else_expr"], *(one["then_expr"] for one in expression["case_checks"])]
                return _common([self.expressed(branch, below) for branch in branches])
            case "BOUND_OPERATOR":
                return _common([self.expressed(child, below) for child in expression["children"]])
            case "BOUND_FUNCTION" | "BOUND_AGGREGATE" | "BOUND_WINDOW":
                return self._called(expression, below)
            case _:
                return VARYING

    def _called(self, call: Plan, below: Sequence[Bits]) -> Bits:
        name = call.get("name")
        if name == _MADE:
            text, length = call["children"]
            is_cast = (
                text["expression_class"] != "BOUND_CONSTANT"
                and length["expression_class"] == "BOUND_CONSTANT"
            )
            return BIT._replace(length=int(length["value"]["value"])) if is_cast else BIT
        if (body := of_items(call)) is not None:
            return self.expressed(body, [self.expressed(child, below) for child in call["children"]])
        if name in _PARTS:
            return self.expressed(call["children"][0], below)
        if name in _CHOOSING:
            return _common([self.expressed(child, below) for child in call["children"]])._replace(length=None)
        return BIT

    def merged(self, parts: Sequence[tuple[Plan | None, Bits]]) -> Bits:
        return _common([bits for _, bits in parts])


def _cast(cast: Plan) -> Bits:
    """A cast of a literal or a NULL may be the binder's own."""
    return UNTYPED if cast["child"]["expression_class"] == "BOUND_CONSTANT" else VARYING


def _common(parts: Sequence[Bits]) -> Bits:
    """
    Of one of several: the first that has a type decides, and a length that all have is left.
    """
    typed = [part for part in parts if part.is_varying is not None]
    if not typed:
        return UNTYPED
    lengths = {part.length for part in parts}
    return Bits(typed[0].is_varying, lengths.pop() if len(lengths) == 1 else None)


_OF_ONE: Final[Mapping[str, Callable[[Plan], Bits]]] = {
    "BOUND_CONSTANT": lambda _: UNTYPED,
    "BOUND_CAST": _cast,
}
