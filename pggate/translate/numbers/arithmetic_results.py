"""
Arithmetic whose result has another type in PostgreSQL than in DuckDB (PostgreSQL 15, 9.3).  The table of
operators is result_types.RULES.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.decimals import MOST_DIGITS
from pggate.translate.numbers import quotients, untyped_operands
from pggate.translate.numbers.quotients import cast
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import (
    BARE,
    DOUBLE,
    SMALL,
    Exact,
    decimal,
    exact,
    is_exact,
    is_narrow,
    plain,
    type_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

_MOST_DECIMALS: Final = 30
_FACTOR_DECIMALS: Final = 12
_SHIFTS: Final = {"SMALLINT": "~int2shl", "INTEGER": "~int4shl", "BIGINT": "~int8shl"}


def divided(node: Node, types: Types) -> Made:
    if len(types) != 2:
        return None
    if (null := _of_null(node)) is not None:
        return null
    left, right = (exact(of_type) for of_type in types)
    if left is None or right is None:
        return _widened(node, types)
    if not left.is_numeric and not right.is_numeric:
        return with_integer(node, types)
    return quotients.quotient(node["children"][0], left, node["children"][1], right)


def is_divided(of_type: Node) -> bool:
    return of_type["id"] == "FLOAT" or is_exact(of_type)


def calculated(node: Node, types: Types) -> Made:
    return _of_null(node) or _with_text(node, types) or _widened(node, types) or with_integer(node, types)


def is_operand(of_type: Node) -> bool:
    """
    Is it one that makes something else of the other operand? Texts are string literals.
    """
    return is_narrow(of_type) or of_type["id"] in {"VARCHAR", "STRING_LITERAL"}


def _with_text(node: Node, types: Types) -> Made:
    """
    A string literal beside a number is one of its type; DuckDB rounds '1.5' beside an integer, and has a
    double beside a DECIMAL.
    """
    texts = [nodes.is_constant(child, "VARCHAR") for child in node["children"]]
    if len(types) != 2 or sum(texts) != 1:
        return None
    other = types[1 - texts.index(True)]
    typed = None if other is None else untyped_operands.typed(node, [nodes.type_text(other) or ""] * 2)
    if typed is None or other is None:
        return None
    literal = typed["children"][texts.index(True)]
    sides = [exact(other), exact(_of_number(literal))]
    return typed, (_combined(node["function_name"], sides[0], sides[1]) or other)


def _of_number(number: Node) -> Node | None:
    """
    The type of a number as number_of and casts write it.
    """
    while number["class"] == "FUNCTION":
        number = number["children"][0]
    of_type: Node = number["cast_type"] if nodes.is_cast(number) else number["value"]["type"]
    return of_type


def _combined(name: str, left: Exact | None, right: Exact | None) -> Node | None:
    """
    What DuckDB makes of two DECIMALs.
    """
    if left is None or right is None or "DECIMAL" not in {left.id, right.id}:
        return None
    if name == "*":
        return decimal(left.whole + left.scale + right.whole + right.scale, left.scale + right.scale)
    scale = max(left.scale, right.scale)
    return decimal(max(left.whole, right.whole) + scale + 1, scale)


def _of_null(node: Node) -> Made:
    """
    duckdb 1.5.5 takes what is computed from NULL::numeric for an integer.
    """
    if any(
        nodes.is_cast(child)
        and child["cast_type"]["id"] == "DECIMAL"
        and nodes.is_constant(child["child"], "NULL")
        for child in node["children"]
    ):
        return cast(nodes.constant(None), BARE), BARE
    return None


def _widened(node: Node, types: Types) -> Made:
    """
    A real and an exact number make a double precision.
    """
    names = [type_id(of_type) for of_type in types]
    if len(types) != 2 or "FLOAT" not in names or not any(exact(of_type) for of_type in types):
        return None
    children = [
        cast(child, DOUBLE) if name == "FLOAT" else child
        for child, name in zip(node["children"], names, strict=True)
    ]
    return {**node, "children": children}, DOUBLE


def with_integer(node: Node, types: Types) -> Made:
    """
    A smallint and an integer that is written out make an integer; DuckDB takes the number for a smallint.
    """
    names = [type_id(of_type) for of_type in types]
    literals = [nodes.is_constant(child, "INTEGER") for child in node["children"]]
    if len(types) != 2 or SMALL.isdisjoint(names) or not any(literals):
        return None
    children = [
        cast(child, plain("INTEGER")) if literal else child
        for child, literal in zip(node["children"], literals, strict=True)
    ]
    return {**node, "children": children}, plain("INTEGER")


def multiplied(node: Node, types: Types) -> Made:
    return calculated(node, types) or _within_digits(node, types)


def has_many_decimals(of_type: Node) -> bool:
    side = exact(of_type)
    return is_operand(of_type) or (side is not None and side.scale * 2 > _MOST_DECIMALS)


def _within_digits(node: Node, types: Types) -> Made:
    """
    A product has the decimals of both sides, of which 38 digits would leave none before the point.
    """
    sides = [exact(of_type) for of_type in types]
    if len(sides) != 2 or sides[0] is None or sides[1] is None:
        return None
    if sides[0].scale + sides[1].scale <= _MOST_DECIMALS:
        return None
    children = [
        child if side.scale <= _FACTOR_DECIMALS else cast(child, decimal(MOST_DIGITS, _FACTOR_DECIMALS))
        for child, side in zip(node["children"], (sides[0], sides[1]), strict=True)
    ]
    scale = sum(min(side.scale, _FACTOR_DECIMALS) for side in (sides[0], sides[1]))
    return {**node, "children": children}, decimal(MOST_DIGITS, scale)


def shifted_right(node: Node, types: Types) -> Made:
    """
    An integer that is written out stays one, by how many places it is ever shifted.
    """
    return with_integer(node, types) if nodes.is_constant(node["children"][0]) else None


def shifted(node: Node, types: Types) -> Made:
    """
    Bits that leave at the left are gone, which duckdb 1.5.5 refuses (sql/number_functions.sql).
    """
    of_type = type_id(types[0])
    if of_type not in _SHIFTS or exact(types[1]) is None:
        return None
    name, place = _SHIFTS[of_type], node["query_location"]
    call = nodes.function(name, node["children"], catalog="~pg", schema="~catalog", at=place)
    return call, plain(of_type)
