"""
Comparisons for which PostgreSQL has no operator, and DuckDB a cast that fails when it runs: a number beside a
date, a date beside an interval (PostgreSQL 15, 10.2).  Shapes: json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.engine.name_rules import CASTS
from pggate.engine.types import type_text
from pggate.engine.vocabulary import call
from pggate.errors import UndefinedFunction

if TYPE_CHECKING:
    from collections.abc import Mapping

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
# DuckDB's ids of types; those of one row are comparable with each other
_KINDS: Final = (
    (
        *("TINYINT", "UTINYINT", "SMALLINT", "USMALLINT", "INTEGER", "UINTEGER", "BIGINT", "UBIGINT"),
        *("HUGEINT", "UHUGEINT", "DECIMAL", "FLOAT", "DOUBLE"),
    ),
    ("DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"),
    ("INTERVAL",),
    ("LIST",),
)
_KIND_OF: Final = {type_id: kind for kind, ids in enumerate(_KINDS) for type_id in ids}
_UNKNOWN: Final = {"id": ""}
_WRITTEN: Final = re.compile(rb"::|cast\b", re.IGNORECASE)


class Incomparable(NamedTuple):
    """
    Args:
        operator: As DuckDB's messages write a call: `=(DATE, INTEGER)`.
        location: Where it stands, in bytes of the text.
        casts: Where the casts stand that are DuckDB's own, if the text has none there.

    """

    operator: str
    location: int
    casts: tuple[int, ...]


def incomparable(expression: Mapping[str, Any]) -> Incomparable | None:
    """
    A comparison whose sides are of different kinds, before they are cast; None of any other bound expression.
    """
    name = _OPERATORS.get(expression["type"])
    if name is None or "left" not in expression:
        return None
    sides = [expression["left"], expression["right"]]
    types = [_own_type(side) for side in sides]
    kinds = {_KIND_OF.get(of_type["id"]) for of_type in types}
    if None in kinds or len(kinds) == 1:
        return None
    stripped = [side for side in sides if _is_stripped(side)]
    casts = tuple(side["query_location"] for side in stripped if not _is_constant(side["child"]))
    return Incomparable(f"{name}({', '.join(map(type_text, types))})", expression["query_location"], casts)


def refused(found: Incomparable, sql: str) -> UndefinedFunction | None:
    """
    What PostgreSQL says of it; None where the client has cast a side itself, or a macro compares.

    Args:
        sql: What was bound.

    """
    text = sql.encode()
    if found.location >= len(text):
        return None
    if any(place >= len(text) or _WRITTEN.match(text, place) for place in found.casts):
        return None
    before = text[: found.location].decode(errors="ignore")
    return UndefinedFunction(call(found.operator), hint=CASTS.format("operator"), position=len(before) + 1)


def _own_type(expression: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    The type without a cast that is DuckDB's own, or may be.
    """
    if _is_stripped(expression):
        expression = expression["child"]
    found: Mapping[str, Any] = expression.get("return_type") or expression.get("value", {}).get(
        "type", _UNKNOWN
    )
    return found


def _is_stripped(expression: Mapping[str, Any]) -> bool:
    """
    The cast of a constant is DuckDB's own where it stands at the same place.
    """
    if expression["expression_class"] != "BOUND_CAST":
        return False
    child = expression["child"]
    return not _is_constant(child) or bool(child["query_location"] == expression["query_location"])


def _is_constant(expression: Mapping[str, Any]) -> bool:
    return bool(expression["expression_class"] == "BOUND_CONSTANT")
