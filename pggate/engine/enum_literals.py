"""
Literals that stand beside a value of an enumerated type, read from a plan (json_serialize_plan of duckdb
1.5.5).

DuckDB compares an ENUM with a literal as texts, and makes a text of both in COALESCE and CASE; PostgreSQL
takes the literal for a label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pggate.engine.assignments import EXPLICIT, NOWHERE
from pggate.engine.types import type_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Node = Mapping[str, Any]

MARK: Final = "~enum:"
ALIKE: Final = frozenset({"COMPARE_EQUAL", "COMPARE_NOTEQUAL", "COMPARE_IN", "COMPARE_NOT_IN"})
"""What means the same of texts."""


BESIDE: Final = frozenset({"BOUND_COMPARISON", "BOUND_BETWEEN", "BOUND_OPERATOR", "BOUND_CASE"})
CHOOSING: Final = frozenset({"greatest", "least", "nullif", "list_value"})
"""Functions that take values of one type, and give one, or a list of them."""
OF_LISTS: Final = frozenset(
    {
        "list_append",
        "list_prepend",
        "list_concat",
        "list_contains",
        "list_position",
        "list_has_any",
        "list_has_all",
    }
)
"""Functions of lists and their elements, all of one type."""


@dataclass(frozen=True, slots=True)
class EnumLiteral:
    """
    Args:
        location: Where it stands, in bytes of the text.
        value: The literal's.
        duckdb_type: The ENUM that it is meant as.
        assigned: Is it written to a column of the type? Else it stands beside a value of it.
        orders: Does it matter in which order the labels are?

    """

    location: int
    value: str
    duckdb_type: str
    assigned: bool = False
    orders: bool = False


def read_enum_literals(plan: Node, sql: str) -> tuple[EnumLiteral, ...]:
    """
    The literals of a plan for this text that are meant as labels.
    """
    text = sql.encode()
    return tuple(dict.fromkeys(_literals(plan, text)))


def _literals(node: object, text: bytes) -> Iterator[EnumLiteral]:
    if isinstance(node, list):
        for child in node:
            yield from _literals(child, text)
        return
    if not isinstance(node, dict):
        return
    yield from _of_node(node, text)
    for child in node.values():
        if isinstance(child, (dict, list)):
            yield from _literals(child, text)


def _of_node(node: Node, text: bytes) -> Iterator[EnumLiteral]:
    if node.get("expression_class") == "BOUND_CAST":
        yield from () if node.get("try_cast") else _assigned(node)
    elif node.get("type") == "LOGICAL_EXPRESSION_GET":
        for column in zip(*node["expressions"], strict=True):
            yield from _beside({"type": "VALUES", "children": list(column)}, text)
    elif "setop_all" in node:
        for column in zip(*_rows(node), strict=False):
            yield from _beside({"type": "SET", "children": list(column)}, text)
    elif node.get("name") in OF_LISTS:
        yield from _beside(node, text, is_list=True)
    elif node.get("expression_class") in BESIDE or node.get("name") in CHOOSING:
        yield from _beside(node, text)


def _assigned(cast: Node) -> Iterator[EnumLiteral]:
    wanted, value = _enum(cast["return_type"]), _constant(cast["child"])
    if wanted is not None and value is not None:
        yield EnumLiteral(cast["child"]["query_location"], value, wanted, assigned=True)


def _rows(operator: Node) -> Iterator[list[Node]]:
    """The expressions that a set operation takes, of each query; what casts another operation's is none."""
    for child in operator["children"]:
        if "setop_all" in child or child["type"] == "LOGICAL_DISTINCT":
            yield from _rows(child)
        elif child["type"] == "LOGICAL_PROJECTION":
            yield child["expressions"]


def _beside(node: Node, text: bytes, *, is_list: bool = False) -> Iterator[EnumLiteral]:
    members = list(_members(node))
    enum = next((found for member in members if (found := _made_text(member, text)) is not None), None)
    if enum is None:
        return
    if is_list:
        made = (member["children"] for member in members if member.get("name") == "list_value")
        members += [item for items in made for item in items]
    for member in members:
        literal = member["child"] if member.get("expression_class") == "BOUND_CAST" else member
        if literal is not member and _is_text(member, literal, text):
            continue
        value = _constant(literal)
        if value is not None and literal["query_location"] < NOWHERE:
            yield EnumLiteral(literal["query_location"], value, enum, orders=node["type"] not in ALIKE)


def _is_text(cast: Node, literal: Node, text: bytes) -> bool:
    """Is it 'x'::text, and so no label?"""
    location = cast["query_location"]
    is_written = location < NOWHERE and text[location : location + 8].lower().startswith(EXPLICIT)
    return is_written and location != literal["query_location"] and cast["return_type"]["id"] == "VARCHAR"


def _members(node: Node) -> Iterator[Node]:
    """The expressions that stand beside each other in one."""
    for key in ("left", "right", "children", "else_expr", "case_checks", "input", "lower", "upper"):
        found = node.get(key)
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict):
                yield one.get("then_expr", one)


def _made_text(member: Node, text: bytes) -> str | None:
    """The type of an ENUM of which, or of a list of which, DuckDB makes texts without being told to."""
    if member.get("expression_class") != "BOUND_CAST" or _item(member["return_type"])["id"] != "VARCHAR":
        return None
    location = member["query_location"]
    value = member["child"]
    is_written = location < NOWHERE and text[location : location + 8].lower().startswith(EXPLICIT)
    if is_written and value.get("query_location") != location:  # else the cast inside is the written one
        return None
    return _enum(_item(value.get("return_type") or {"id": ""}))


def _item(of_type: Node) -> Node:
    """A list's items' type."""
    while of_type["id"] == "LIST":
        of_type = of_type["type_info"]["child_type"]
    return of_type


def _constant(node: Node) -> str | None:
    """The value of a literal that is a text."""
    if node.get("expression_class") != "BOUND_CONSTANT":
        return None
    value = node["value"]
    if value["is_null"] or value["type"]["id"] not in {"VARCHAR", "STRING_LITERAL"}:
        return None
    return str(value["value"])


def _enum(of_type: Node) -> str | None:
    """DuckDB's text of a type, if it is one of ours."""
    if of_type.get("id") != "ENUM":
        return None
    labels = of_type["type_info"]["values"]
    return type_text(of_type) if labels and labels[-1].startswith(MARK) else None
