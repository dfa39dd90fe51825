r"""
Literals without a type of their own that DuckDB makes dates, times, intervals or byte strings, read from a
plan (json_serialize_plan of duckdb 1.5.5): beside a column, among VALUES, as an argument.

DuckDB reads fewer forms than PostgreSQL, `0044-03-15 BC` as a day of our era, and `\x0102` as three bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.engine.assignments import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

# DuckDB's ids of types and PostgreSQL's short names of them
_TYPES: Final = {
    "DATE": "date",
    "TIME": "time",
    "TIME WITH TIME ZONE": "timetz",
    "TIMESTAMP": "timestamp",
    "TIMESTAMP WITH TIME ZONE": "timestamptz",
    "INTERVAL": "interval",
    "BLOB": "bytea",
}
_DAY: Final = r"\d{4}-(?:0[1-9]|1[0-2])-\d\d"
_CLOCK: Final = r"\d\d:\d\d:\d\d(?:\.\d{1,6})?"
_SPELLED_INTERVAL: Final = r"-?\d+ months -?\d+ days -?\d+ microseconds"
# What both read alike
_ALIKE: Final = {
    name: re.compile(pattern, re.ASCII)
    for name, pattern in {
        "date": _DAY,
        "time": _CLOCK,
        "timetz": rf"{_CLOCK}[-+]\d\d(?::\d\d)?",
        "timestamp": rf"{_DAY}(?: {_CLOCK})?|{_DAY} \(BC\).*",
        "timestamptz": rf"{_DAY}(?: {_CLOCK}(?:[-+]\d\d(?::\d\d)?)?)?|{_DAY} \(BC\).*",
        "interval": r"-?\d{1,6} (?:second|minute|hour|day|week|month|year)s?|" + _SPELLED_INTERVAL,
        "bytea": r"[\x00-\x5b\x5d-\x7f]*|(?:\\x[0-9A-F]{2})+",
    }.items()
}


class MomentLiteral(NamedTuple):
    """
    Args:
        location: Where it stands, in bytes of the text.
        value: The literal's.
        type_name: PostgreSQL's short name of the type that it is made.

    """

    location: int
    value: str
    type_name: str


def moment_literal(cast: Mapping[str, Any]) -> MomentLiteral | None:
    """
    The literal of a bound cast; None where there is none, or DuckDB reads it as PostgreSQL does.
    """
    name = _TYPES.get(cast["return_type"]["id"])
    child = cast["child"]
    if name is None or child.get("expression_class") != "BOUND_CONSTANT":
        return None
    value = child["value"]
    if value["is_null"] or value["type"]["id"] not in {"VARCHAR", "STRING_LITERAL"}:
        return None
    if child["query_location"] >= NOWHERE or _ALIKE[name].fullmatch(value["value"]):
        return None
    return MomentLiteral(child["query_location"], value["value"], name)
