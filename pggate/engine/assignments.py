"""
What an INSERT or UPDATE casts to the columns' types where its text does not say so: read from its plan
(json_serialize_plan of duckdb 1.5.5).

DuckDB writes such casts into the expressions that give a row.  One that the text asked for stands where the
text has it; one that DuckDB added stands where what it casts stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.types import type_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Node = Mapping[str, Any]

# What query_location holds where the binder knows no place
NOWHERE: Final = 2**64 - 1

EXPLICIT: Final = (b"::", b"cast", b"try_cast")
"""What stands where the text asks for a cast."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    A value of one type for a column of another.

    Args:
        column: Its name.
        wanted: DuckDB's text of its type.
        given: The same of the value's type.
        location: Where the value stands, in bytes of the text; NOWHERE if that is not known.

    """

    column: str
    wanted: str
    given: str
    location: int


def read_assignments(plan: Node, sql: str) -> tuple[Assignment, ...]:
    """
    The assignments of a plan for this text, the first of each column and type.

    Literals and parameters are none: they take the column's type.
    """
    rows = _ROWS.get(plan.get("type", ""))
    if rows is None:
        return ()
    text = sql.encode()
    columns = plan["table_info"]["columns"]["columns"]
    found: dict[tuple[int, str], Assignment] = {}
    for written in rows(plan):
        for number, expression in written:
            given = _cast_by_itself(expression, text)
            if given is not None and (number, given) not in found:
                name, wanted = columns[number]["name"], type_text(expression["return_type"])
                found[number, given] = Assignment(name, wanted, given, _location(expression))
    return tuple(found.values())


def _inserted(plan: Node) -> Iterator[Iterator[tuple[int, Node]]]:
    """
    Of every row of VALUES, or of the query, (number of the column, expression).
    """
    places = plan["column_index_map"]["internal_vector"]
    numbers = sorted((place, number) for number, place in enumerate(places) if place < NOWHERE)
    order = [number for _, number in numbers] or list(range(len(plan["expected_types"])))
    (source,) = plan["children"]
    if source["type"] != "LOGICAL_PROJECTION":
        return
    for row in _values(source) or [source["expressions"]]:
        yield zip(order, row, strict=False)


def _values(projection: Node) -> Sequence[Sequence[Node]]:
    (below,) = projection["children"]
    rows: Sequence[Sequence[Node]] = below["expressions"] if below["type"] == "LOGICAL_EXPRESSION_GET" else ()
    return rows


def _updated(plan: Node) -> Iterator[Iterator[tuple[int, Node]]]:
    (source,) = plan["children"]
    if source["type"] == "LOGICAL_PROJECTION":
        yield zip(plan["columns"], source["expressions"], strict=False)


_ROWS: Final = {"LOGICAL_INSERT": _inserted, "LOGICAL_UPDATE": _updated}


def _cast_by_itself(expression: Node, text: bytes) -> str | None:
    """
    The type of what is cast here without the text's asking; None if nothing is.
    """
    if expression["expression_class"] != "BOUND_CAST":
        return None
    value: Node = expression["child"]
    given = _type(value)
    if given is None or value["expression_class"] == "BOUND_PARAMETER":
        return None
    location = expression["query_location"]
    if value["expression_class"] in {"BOUND_REF", "BOUND_COLUMN_REF"}:
        return None if text[location : location + 8].lower().startswith(EXPLICIT) else given
    return given if value["query_location"] == location else None


def _location(expression: Node) -> int:
    """The first place: a cast's own is that of its ::, and true's is that of the literal it is made of."""
    location: int = expression["query_location"]
    return min(location, _location(expression["child"])) if "child" in expression else location


def _type(value: Node) -> str | None:
    """DuckDB's text of a value's type; None for what has no type of its own."""
    if value["expression_class"] == "BOUND_CONSTANT":
        of_type = value["value"]["type"]
        return None if of_type["id"] in _LITERALS else type_text(of_type)
    if "return_type" not in value:
        return "BOOLEAN"  # a comparison
    return None if value["return_type"]["id"] == "NULL" else type_text(value["return_type"])


_LITERALS: Final = frozenset({"VARCHAR", "STRING_LITERAL", "NULL"})
