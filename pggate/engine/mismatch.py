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
TEXT_KIND: Final = _KINDS.index(("VARCHAR",))
_KIND_OF: Final = {type_id: kind for kind, ids in enumerate(_KINDS) for type_id in ids}
_TEXT: Final = "VARCHAR"
_COLUMNS: Final = frozenset({"BOUND_REF", "BOUND_COLUMN_REF"})
_COMPUTED: Final = frozenset({"BOUND_FUNCTION", "BOUND_CASE"})
_UNKNOWN: Final[dict[str, Any]] = {"id": "", "type_info": None}
_WRITTEN: Final = re.compile(rb"::|cast\b", re.IGNORECASE)
# What gives a text in PostgreSQL, where it gives one in DuckDB: a cast of a literal, an operator, a function
_GIVES_TEXT: Final = re.compile(
    rb"::|cast\b|@?~>>|\|\||(?:upper|lower|initcap|trim|btrim|ltrim|rtrim|substr|left|right|lpad|rpad|concat"
    rb"|concat_ws|md5|replace|reverse|repeat|split_part|to_char|format|to_hex|chr|quote_literal)\s*\(",
    re.IGNORECASE,
)


class Mismatch(NamedTuple):
    """
    Args:
        error: What PostgreSQL says of it.
        message: The same in words.
        hint: None without.
        location: Where it stands, in bytes of the text; None where a plan never tells it.
        casts: Where the casts stand that are DuckDB's own, if the text has none there.
        texts: Where what computes a text stands, if it is one of text to PostgreSQL, too: the text tells.

    """

    error: type[PgError]
    message: str
    hint: str | None
    location: int | None
    casts: tuple[int, ...]
    texts: tuple[int, ...] = ()


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
    if not all(_GIVES_TEXT.match(text, place) for place in found.texts if place < len(text)):
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


def computed_text(expression: Mapping[str, Any], of_type: Mapping[str, Any]) -> int | None:
    """
    Where a text stands that is computed, or is the cast of a literal; None of anything else.
    """
    if of_type["id"] != _TEXT or (of_type["type_info"] or {}).get("alias"):
        return None
    value = expression["child"] if _is_stripped(expression) else expression
    is_cast = value["expression_class"] == "BOUND_CAST" and _is_constant(value["child"])
    if not (is_cast or value["expression_class"] in _COMPUTED) or value["query_location"] >= NOWHERE:
        return None
    place: int = value["query_location"]
    return place


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
    return tuple(one["query_location"] for one in stripped if not _is_own(one))


def _is_own(cast: Mapping[str, Any]) -> bool:
    """Is a cast DuckDB's own for sure: that of a constant, or of what was cast at the same place?"""
    child = cast["child"]
    is_recast = (
        child["expression_class"] == "BOUND_CAST" and child["query_location"] == cast["query_location"]
    )
    return _is_constant(child) or _is_truth(child) or is_recast


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
