"""
What stands together in a statement and is of types that PostgreSQL has nothing for: read from a plan, told
with the text.

What is cast by the text itself is left alone, and what a macro has in its own text.  Shapes:
json_serialize_plan of duckdb 1.5.5.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pggate.engine.assignments import NOWHERE
from pggate.engine.types import type_text
from pggate.engine.vocabulary import type_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pggate.errors import PgError

# DuckDB's ids of types; those of one row stand beside each other
_KINDS: Final = (
    (
        *("TINYINT", "UTINYINT", "SMALLINT", "USMALLINT", "INTEGER", "UINTEGER", "BIGINT", "UBIGINT"),
        *("HUGEINT", "UHUGEINT", "DECIMAL", "FLOAT", "DOUBLE"),
    ),
    ("DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"),
    ("INTERVAL",),
    ("LIST",),
    ("BOOLEAN",),
    ("UUID",),
    ("BLOB",),
    ("VARCHAR",),
    ("ENUM",),
)
_KIND_OF: Final = {type_id: kind for kind, ids in enumerate(_KINDS) for type_id in ids}
_TEXT: Final = "VARCHAR"
_COLUMNS: Final = frozenset({"BOUND_REF", "BOUND_COLUMN_REF"})
_UNKNOWN: Final[dict[str, Any]] = {"id": "", "type_info": None}
_WRITTEN: Final = re.compile(rb"::|cast\b", re.IGNORECASE)


class Mismatch(NamedTuple):
    """
    Args:
        error: What PostgreSQL says of it.
        message: The same in words.
        hint: None without.
        location: Where it stands, in bytes of the text; None where a plan never tells it.
        casts: Where the casts stand that are DuckDB's own, if the text has none there.

    """

    error: type[PgError]
    message: str
    hint: str | None
    location: int | None
    casts: tuple[int, ...]


def refused(found: Mismatch, sql: str) -> PgError | None:
    """
    What PostgreSQL says of it; None where the client has cast a side itself, or it stands in a macro.

    Args:
        sql: What was bound.

    """
    text = sql.encode()
    if found.location is not None and found.location >= len(text):
        return None
    if any(place >= len(text) or _WRITTEN.match(text, place) for place in found.casts):
        return None
    position = None
    if found.location is not None:
        position = len(text[: found.location].decode(errors="ignore")) + 1
    return found.error(found.message, hint=found.hint, position=position)


def own_type(expression: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    The type without a cast that is DuckDB's own, or may be.
    """
    if _is_stripped(expression):
        expression = expression["child"]
    found: Mapping[str, Any] = expression.get("return_type") or expression.get("value", {}).get(
        "type", _UNKNOWN
    )
    return found


def kind(expression: Mapping[str, Any], of_type: Mapping[str, Any]) -> int | None:
    """
    Of an expression and its own type.  What has no type of its own yet, as a literal, is of none; a text that
    was computed may be of another type in PostgreSQL.
    """
    if of_type["id"] == _TEXT:
        value = expression["child"] if _is_stripped(expression) else expression
        if value["expression_class"] not in _COLUMNS or (of_type["type_info"] or {}).get("alias"):
            return None
    return _KIND_OF.get(of_type["id"])


def shown(of_type: Mapping[str, Any]) -> str:
    """
    PostgreSQL's name of a type, without precision and scale.
    """
    text = type_text(of_type)
    return type_name(text if text.startswith("ENUM(") else text.partition("(")[0])


def casts(expressions: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """
    The places of casts that are DuckDB's own, if the text has none there.
    """
    stripped = [one for one in expressions if _is_stripped(one)]
    return tuple(
        one["query_location"]
        for one in stripped
        if not _is_constant(one["child"]) and not _is_truth(one["child"])
    )


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


def _is_truth(expression: Mapping[str, Any]) -> bool:
    """The constants true and false are casts of texts that stand nowhere."""
    is_cast = expression["expression_class"] == "BOUND_CAST" and expression["query_location"] >= NOWHERE
    return is_cast and expression["return_type"]["id"] == "BOOLEAN" and _is_constant(expression["child"])
