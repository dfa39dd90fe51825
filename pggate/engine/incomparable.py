"""
Comparisons for which PostgreSQL has no operator, and DuckDB a cast, which may fail when it runs: a number
beside a date, a text column beside a number (PostgreSQL 15, 10.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pggate.engine.assignments import NOWHERE
from pggate.engine.mismatch import TEXT_KIND, Mismatch, casts, computed_text, kind, own_type
from pggate.engine.name_rules import CASTS
from pggate.engine.types import type_text
from pggate.engine.vocabulary import call
from pggate.errors import UndefinedFunction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OPERATORS: Final = {
    "COMPARE_EQUAL": "=",
    "COMPARE_NOTEQUAL": "<>",
    "COMPARE_LESSTHAN": "<",
    "COMPARE_GREATERTHAN": ">",
    "COMPARE_LESSTHANOREQUALTO": "<=",
    "COMPARE_GREATERTHANOREQUALTO": ">=",
    "COMPARE_DISTINCT_FROM": "=",
    "COMPARE_NOT_DISTINCT_FROM": "=",
}
MEMBERSHIPS: Final = {"COMPARE_IN": "=", "COMPARE_NOT_IN": "<>"}


def incomparable(expression: Mapping[str, Any]) -> Mismatch | None:
    """
    A comparison whose sides are of different kinds, before they are cast; None of any other bound expression.
    """
    name = _OPERATORS.get(expression["type"]) or MEMBERSHIPS.get(expression["type"])
    if name is None:
        return None
    if "left" in expression:
        pairs = [(expression["left"], expression["right"])]
    else:
        first, *members = expression["children"]
        pairs = [(first, member) for member in members]
    found = (_apart(name, pair, expression["query_location"]) for pair in pairs)
    return next((one for one in found if one is not None), None)


def incomparable_cases(case: Mapping[str, Any]) -> Mismatch | None:
    """
    The same of CASE x WHEN y, whose comparisons stand nowhere.
    """
    found = (incomparable(one["when_expr"]) for one in case["case_checks"])
    nowhere = (one for one in found if one is not None and (one.location or 0) >= NOWHERE)
    return next((one._replace(location=case["query_location"]) for one in nowhere), None)


def incomparable_joins(operator: Mapping[str, Any]) -> Mismatch | None:
    """
    The same of the conditions of a join, of which the plan tells no places.
    """
    found = (
        _apart(_OPERATORS[one["comparison"]], (one["left"], one["right"]), None)
        for one in operator.get("conditions", ())
        if one.get("comparison") in _OPERATORS
    )
    return next((one for one in found if one is not None), None)


def _apart(name: str, sides: Sequence[Mapping[str, Any]], place: int | None) -> Mismatch | None:
    types = [own_type(side) for side in sides]
    typed = list(zip(sides, types, strict=True))
    texts = [computed_text(side, of_type) for side, of_type in typed]
    kinds = {
        kind(side, of_type) if text is None else TEXT_KIND
        for (side, of_type), text in zip(typed, texts, strict=True)
    }
    if None in kinds or len(kinds) == 1:
        return None
    message = call(f"{name}({', '.join(map(type_text, types))})")
    said = Mismatch(UndefinedFunction, message, CASTS.format("operator"), place, casts(sides))
    return said._replace(texts=tuple(text for text in texts if text is not None))
