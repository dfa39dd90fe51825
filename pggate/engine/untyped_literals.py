r"""
Literals without a type of their own that DuckDB makes dates, times, intervals, byte strings, arrays, numbers
or booleans, read from a plan (json_serialize_plan of duckdb 1.5.5): beside a column, among VALUES, as an
argument.

DuckDB reads fewer forms than PostgreSQL, `0044-03-15 BC` as a day of our era, `\x0102` as three bytes, an
array in brackets alone, and `1.5` as an integer; and it reads them only when it runs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.engine.assignments import NOWHERE
from pggate.engine.types import type_text
from pggate.types.arrays import is_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# DuckDB's ids of types and PostgreSQL's short names of them
_TYPES: Final = {
    "DATE": "date",
    "TIME": "time",
    "TIME WITH TIME ZONE": "timetz",
    "TIMESTAMP": "timestamp",
    "TIMESTAMP WITH TIME ZONE": "timestamptz",
    "INTERVAL": "interval",
    "BLOB": "bytea",
    "TINYINT": "int2",
    "SMALLINT": "int2",
    "INTEGER": "int4",
    "BIGINT": "int8",
    "FLOAT": "float4",
    "DOUBLE": "float8",
    "DECIMAL": "numeric",
    "BOOLEAN": "bool",
}
_DAY: Final = r"\d{4}-(?:0[1-9]|1[0-2])-\d\d"
_CLOCK: Final = r"\d\d:\d\d:\d\d(?:\.\d{1,6})?"
_NUMBER: Final = r"-?\d{1,15}(?:\.\d{1,15})?"
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
        "int2": r"-?\d{1,4}",
        "int4": r"-?\d{1,9}",
        "int8": r"-?\d{1,18}",
        "float4": _NUMBER,
        "float8": _NUMBER,
        "numeric": _NUMBER,
        "bool": r"t|f|true|false|0|1",
        "bytea": r"[\x00-\x5b\x5d-\x7f]*|(?:\\x[0-9A-F]{2})+",
    }.items()
}


class UntypedLiteral(NamedTuple):
    """
    Args:
        location: Where it stands, in bytes of the text.
        value: The literal's.
        type_name: PostgreSQL's short name of the type that it is made; of an array, a STRUCT or a MAP
            DuckDB's: INTEGER[].
        is_tried: By TRY_CAST, which makes NULL of what is no literal of the type.

    """

    location: int
    value: str
    type_name: str
    is_tried: bool = False


def untyped_literals(cast: Mapping[str, Any]) -> Iterator[UntypedLiteral]:
    """
    The literal of a bound cast, or those of an array that is written out; not those that DuckDB reads as
    PostgreSQL does.
    """
    of_type, child = cast["return_type"], cast["child"]
    items = [child]
    if _has_parts(of_type) and cast["query_location"] != child["query_location"]:
        return  # a cast that is written out is DuckDB's own
    if of_type["id"] == "LIST" and child.get("name") == "list_value":
        of_type, items = of_type["type_info"]["child_type"], child["children"]
    for item in items:
        found = _literal(of_type, item)
        if found is not None:
            yield found._replace(is_tried=bool(cast.get("try_cast")))


def _literal(of_type: Mapping[str, Any], child: Mapping[str, Any]) -> UntypedLiteral | None:
    is_array, is_document = of_type["id"] == "LIST", _has_parts(of_type)
    name = type_text(of_type) if is_array or is_document else _TYPES.get(of_type["id"])
    if name is None or child.get("expression_class") != "BOUND_CONSTANT":
        return None
    value = child["value"]
    if value["is_null"] or value["type"]["id"] not in {"VARCHAR", "STRING_LITERAL"}:
        return None
    if child["query_location"] >= NOWHERE:
        return None
    if is_array and not is_document:
        is_alike = not is_written(value["value"])
    else:
        is_alike = not is_document and bool(_ALIKE[name].fullmatch(value["value"]))
    return None if is_alike else UntypedLiteral(child["query_location"], value["value"], name)


def _has_parts(of_type: Mapping[str, Any]) -> bool:
    """Is it a STRUCT, a MAP or a list of them?"""
    while of_type["id"] == "LIST":
        of_type = of_type["type_info"]["child_type"]
    return of_type["id"] in {"STRUCT", "MAP"}
