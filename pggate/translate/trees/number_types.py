"""
Types of numbers in trees and plans, as PostgreSQL's rules of arithmetic tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.decimals import BARE_SCALE, MOST_DIGITS, PRODUCT_SCALES, QUOTIENT_SCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.translate.trees.nodes import Node

# Digits that the values have at most
_WHOLE: Final[Mapping[str, int]] = {
    "TINYINT": 3,
    "UTINYINT": 3,
    "SMALLINT": 5,
    "USMALLINT": 5,
    "INTEGER": 10,
    "INTEGER_LITERAL": 10,
    "UINTEGER": 10,
    "BIGINT": 19,
    "UBIGINT": 20,
    "HUGEINT": MOST_DIGITS,
    "UHUGEINT": MOST_DIGITS,
}
_NUMERICS: Final = frozenset({"DECIMAL", "HUGEINT", "UHUGEINT", "UBIGINT"})
_UNCONSTRAINED: Final = frozenset({BARE_SCALE, *PRODUCT_SCALES, *QUOTIENT_SCALES})
FLOATS: Final = frozenset({"FLOAT", "DOUBLE"})
SMALL: Final = frozenset({"TINYINT", "UTINYINT", "SMALLINT"})
"""What is smallint to a client."""


class Exact(NamedTuple):
    """
    An integer or DECIMAL: how many digits stand before the point and behind it.
    """

    id: str
    whole: int
    scale: int

    @property
    def is_numeric(self) -> bool:
        """
        Is it numeric to a client, and not one of the integers?
        """
        return self.id in _NUMERICS


def exact(of_type: Node | None) -> Exact | None:
    """
    What is known of an exact number's type; None for a float, and for what is no number.
    """
    if of_type is None:
        return None
    if of_type["id"] == "DECIMAL":
        info = of_type["type_info"]
        return Exact("DECIMAL", info["width"] - info["scale"], info["scale"])
    whole = _WHOLE.get(of_type["id"])
    return None if whole is None else Exact(of_type["id"], whole, 0)


def plain(type_id: str) -> Node:
    return {"id": type_id, "type_info": None}


def decimal(width: int, scale: int) -> Node:
    """
    The type DECIMAL(width, scale), whose width is cut to what there is.
    """
    info = {"type": "DECIMAL_TYPE_INFO", "alias": "", "extension_info": None}
    return {"id": "DECIMAL", "type_info": {**info, "width": min(width, MOST_DIGITS), "scale": scale}}


def is_bare(of_type: Node) -> bool:
    """
    Is it what `numeric` without a precision is written as?
    """
    return unconstrained_scale(of_type) == BARE_SCALE


def unconstrained_scale(of_type: Node | None) -> int | None:
    """
    The scale of a DECIMAL that stands for numeric without a precision; None for any other type.
    """
    info = of_type.get("type_info") if of_type is not None and of_type["id"] == "DECIMAL" else None
    if not info or info["width"] != MOST_DIGITS or info["scale"] not in _UNCONSTRAINED:
        return None
    scale: int = info["scale"]
    return scale


DOUBLE: Final = plain("DOUBLE")
BARE: Final = decimal(MOST_DIGITS, BARE_SCALE)
"""numeric without a precision."""


def type_id(of_type: Node | None) -> str:
    """
    DuckDB's id of a type; "" of one that is not known.
    """
    return "" if of_type is None else str(of_type["id"])


def is_exact(of_type: Node) -> bool:
    return exact(of_type) is not None


def is_number(of_type: Node) -> bool:
    return is_exact(of_type) or of_type["id"] in FLOATS


def is_numeric(of_type: Node) -> bool:
    side = exact(of_type)
    return side is not None and side.is_numeric


def is_narrow(of_type: Node) -> bool:
    return of_type["id"] in SMALL or of_type["id"] == "FLOAT"
