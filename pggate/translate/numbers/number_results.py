"""
Functions of numbers, and casts to numeric, whose result has another type in PostgreSQL than in DuckDB
(PostgreSQL 15, 9.3).  The table of them is result_types.RULES.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.decimals import MOST_DIGITS, QUOTIENT_SCALES
from pggate.translate.numbers import quotients
from pggate.translate.numbers.literal_numbers import number_of
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import BARE, FLOATS, SMALL, decimal, exact, plain, type_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

INTEGERS: Final[Node] = {
    "id": "LIST",
    "type_info": {
        "type": "LIST_TYPE_INFO",
        "alias": "",
        "extension_info": None,
        "child_type": plain("INTEGER"),
    },
}
FINE, WIDE, WIDEST = (decimal(MOST_DIGITS, scale) for scale in QUOTIENT_SCALES)


def always(type_id: str) -> Callable[[Node, Types], Made]:
    return lambda node, _: (cast(node, plain(type_id)), plain(type_id))


def as_double(to: Node) -> Callable[[Node, Types], Made]:
    """
    Of numerics a numeric, whose digits are those of a double.
    """

    def rule(node: Node, types: Types) -> Made:
        sides = [exact(of_type) for of_type in types]
        if any(side is None for side in sides) or not any(side and side.is_numeric for side in sides):
            return None
        return quotients.of_double(node, to), to

    return rule


def logarithm(node: Node, types: Types) -> Made:
    """
    With a base there is none but of numerics.
    """
    if len(types) == 2 and all(exact(of_type) for of_type in types):
        return quotients.of_double(node, FINE), FINE
    return as_double(FINE)(node, types)


def common_divisor(node: Node, types: Types) -> Made:
    sides = [exact(of_type) for of_type in types]
    if any(side is None or side.whole > 10 for side in sides):
        return None
    return cast(node, plain("INTEGER")), plain("INTEGER")


def as_numeric(node: Node, types: Types) -> Made:
    """
    A cast to numeric keeps every digit that there is; the sign, that the modifier is gone.
    """
    child = node["child"]
    if (literal := number_of(child)) is not None:
        return literal
    side = exact(types[0])
    if side is None:
        return (quotients.of_double(child, BARE), BARE) if type_id(types[0]) in FLOATS else None
    if side.id == "DECIMAL" and types[0] is not None:
        return {**nodes.function("+", [child]), "is_operator": True}, types[0]
    return cast(child, plain("HUGEINT")), plain("HUGEINT")


def series(node: Node, types: Types) -> Made:
    """
    As an item of SELECT; what stands in FROM is a macro (sql/series_functions.sql).
    """
    ids = {type_id(of_type) for of_type in types}
    if "INTEGER" not in ids or not ids <= SMALL | {"INTEGER"}:
        return None
    return cast(node, INTEGERS), INTEGERS
