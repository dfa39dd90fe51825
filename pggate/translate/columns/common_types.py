"""
The one type that several values become, and a string literal among them (PostgreSQL 15, 10.5): the literal is
of the others' type.  DuckDB takes it for a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.numbers import untyped_operands
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import FLOATS, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pggate.translate.trees.nodes import Node

_NUMBERS: Final = (
    *("DOUBLE", "FLOAT", "DECIMAL", "UHUGEINT", "HUGEINT", "UBIGINT", "BIGINT", "UINTEGER", "INTEGER"),
    *("USMALLINT", "INTEGER_LITERAL", "SMALLINT", "UTINYINT", "TINYINT"),
)
_MOMENTS: Final = ("TIMESTAMP WITH TIME ZONE", "TIMESTAMP", "DATE")
_ALONE: Final = ("BOOLEAN", "UUID", "INTERVAL", "TIME", "TIME WITH TIME ZONE")
# DuckDB's ids of types; of two of one row what stands behind becomes that before it
_ORDERS: Final = (_NUMBERS, _MOMENTS, *((alone,) for alone in _ALONE))
_RANKS: Final[Mapping[str, tuple[int, int]]] = {
    type_id: (row, rank) for row, order in enumerate(_ORDERS) for rank, type_id in enumerate(order)
}


def is_untyped(node: Node) -> bool:
    """
    Is it a string literal without a type?
    """
    return nodes.is_constant(node, "VARCHAR")


def written_type(node: Node) -> Node | None:
    """
    The type of a number in the text, or of a cast; None of what the text does not tell, and of NULL.
    """
    if nodes.is_cast(node):
        to: Node = node["cast_type"]
        return to
    if not nodes.is_constant(node):
        return None
    of_type: Node = node["value"]["type"]
    return of_type if exact(of_type) is not None or of_type["id"] in FLOATS else None


def common_type(types: Iterable[Node]) -> Node | None:
    """
    What values of these types become; None where that is none that a literal would be read as.
    """
    found = list(types)
    ranks = [_RANKS.get(of_type["id"]) for of_type in found]
    known = [rank for rank in ranks if rank is not None]
    if not known or len(known) < len(found) or len({row for row, _ in known}) != 1:
        return None
    return found[ranks.index(min(known))]


def as_type(literal: Node, to: Node) -> Node | None:
    """
    The literal as a value of the type; None if it is none of those that a literal is read as here.

    Raises:
        InvalidTextRepresentation: It is no number of the type.

    """
    if to["id"] not in _RANKS:
        return None
    value = {**literal, "alias": ""}
    if exact(to) is None and to["id"] not in FLOATS:
        made: Node | None = {**nodes.cast(value, to["id"]), "cast_type": to}
    else:
        made = untyped_operands.as_number(value, nodes.type_text(to) or "")
    return None if made is None else {**made, "alias": literal["alias"]}
