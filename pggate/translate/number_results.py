"""
Functions of numbers whose result has another type in PostgreSQL than in DuckDB (PostgreSQL 15, 9.3, 9.21,
9.22): the rules, and where they have something to do.  The table of them is result_types.RULES.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.decimals import BARE_SCALE, MOST_DIGITS, QUOTIENT_SCALES
from pggate.translate import nodes, quotients, untyped_operands
from pggate.translate.literal_numbers import number_of
from pggate.translate.number_types import FLOATS, SMALL, Exact, decimal, exact, plain
from pggate.translate.quotients import cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.translate.nodes import Node

    Types = Sequence[Node | None]
    Made = tuple[Node, Node] | None

DOUBLE: Final = plain("DOUBLE")
INTEGERS: Final[Node] = {
    "id": "LIST",
    "type_info": {
        "type": "LIST_TYPE_INFO",
        "alias": "",
        "extension_info": None,
        "child_type": plain("INTEGER"),
    },
}
BARE: Final = decimal(MOST_DIGITS, BARE_SCALE)
FINE, WIDE, WIDEST = (decimal(MOST_DIGITS, scale) for scale in QUOTIENT_SCALES)


def total(node: Node, types: Types) -> Made:
    of_type = _id(types[0])
    if of_type == "FLOAT":
        return cast(node, plain("FLOAT")), plain("FLOAT")
    if of_type in SMALL or of_type in {"USMALLINT", "INTEGER"}:
        return cast(node, plain("BIGINT")), plain("BIGINT")
    return None


def average(node: Node, types: Types) -> Made:
    of_argument = exact(types[0])
    return None if of_argument is None else quotients.average(node, of_argument)


def deviation(node: Node, types: Types) -> Made:
    """
    Of exact numbers a numeric, whose digits are those of a double.
    """
    of_argument = exact(types[0])
    if of_argument is None:
        return None
    squared = node["function_name"].lower().startswith("var")
    digits = of_argument.whole * 2 - 1 if squared else of_argument.whole
    fitting = [scale for scale in QUOTIENT_SCALES if digits + scale <= MOST_DIGITS]
    to = decimal(MOST_DIGITS, fitting[0] if fitting else QUOTIENT_SCALES[-1])
    return quotients.of_double(node, to), to


def percentile(node: Node, types: Types) -> Made:
    """
    DuckDB's of DECIMALs is one of their decimals.
    """
    if _id(types[0]) not in {"DECIMAL", "FLOAT"} or not nodes.is_constant(node["children"][0]):
        return None
    if node["class"] == "WINDOW":
        return cast(node, DOUBLE), DOUBLE
    orders = node["order_bys"]["orders"]
    first = {**orders[0], "expression": cast(orders[0]["expression"], DOUBLE)}
    return {**node, "order_bys": {**node["order_bys"], "orders": [first, *orders[1:]]}}, DOUBLE


def always(type_id: str) -> Callable[[Node, Types], Made]:
    return lambda node, _: (cast(node, plain(type_id)), plain(type_id))


def divided(node: Node, types: Types) -> Made:
    if len(types) != 2:
        return None
    if (null := _of_null(node)) is not None:
        return null
    left, right = (exact(of_type) for of_type in types)
    if left is None or right is None:
        return _widened(node, types)
    if not left.is_numeric and not right.is_numeric:
        return None
    return quotients.quotient(node["children"][0], left, node["children"][1], right)


def calculated(node: Node, types: Types) -> Made:
    return _of_null(node) or _with_text(node, types) or _widened(node, types) or _with_integer(node, types)


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


def multiplied(node: Node, types: Types) -> Made:
    return calculated(node, types) or _within_digits(node, types)


def _widened(node: Node, types: Types) -> Made:
    """
    A real and an exact number make a double precision.
    """
    names = [_id(of_type) for of_type in types]
    if len(types) != 2 or "FLOAT" not in names or not any(exact(of_type) for of_type in types):
        return None
    children = [
        cast(child, DOUBLE) if name == "FLOAT" else child
        for child, name in zip(node["children"], names, strict=True)
    ]
    return {**node, "children": children}, DOUBLE


def _with_integer(node: Node, types: Types) -> Made:
    """
    A smallint and an integer that is written out make an integer; DuckDB takes the number for a smallint.
    """
    names = [_id(of_type) for of_type in types]
    literals = [nodes.is_constant(child, "INTEGER") for child in node["children"]]
    if len(types) != 2 or SMALL.isdisjoint(names) or not any(literals):
        return None
    children = [
        cast(child, plain("INTEGER")) if literal else child
        for child, literal in zip(node["children"], literals, strict=True)
    ]
    return {**node, "children": children}, plain("INTEGER")


_MOST_DECIMALS: Final = 30
_FACTOR_DECIMALS: Final = 12


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


def to_whole(node: Node, types: Types) -> Made:
    """
    ceil, floor and sign have no form for integers: those become double precision.
    """
    if len(types) != 1:
        return None
    side = exact(types[0])
    if side is None:
        return (cast(node, DOUBLE), DOUBLE) if _id(types[0]) in FLOATS else None
    if not side.is_numeric:
        return cast(node, DOUBLE), DOUBLE
    if node["function_name"].lower() == "sign" or side.id != "DECIMAL":
        return cast(node, plain("HUGEINT")), plain("HUGEINT")
    return _with_room(node, side, 0)


def rounded(node: Node, types: Types) -> Made:
    """
    A double precision is rounded half to even, a numeric away from zero.
    """
    if len(types) == 2:
        return _round_to(node, types)
    if _id(types[0]) in FLOATS:
        even = {**node, "function_name": "round_even", "children": [*node["children"], nodes.constant(0)]}
        return cast(even, DOUBLE), DOUBLE
    return truncated(node, types)


def truncated(node: Node, types: Types) -> Made:
    if len(types) == 2:
        return _round_to(node, types)
    side = exact(types[0])
    if _id(types[0]) == "FLOAT" or (side is not None and not side.is_numeric):
        return cast(node, DOUBLE), DOUBLE
    return _with_room(node, side, 0) if side is not None and side.id == "DECIMAL" else None


def _with_room(node: Node, side: Exact, scale: int) -> Made:
    """
    What is rounded to fewer decimals, as no more digits than it may have: DuckDB's all 38 would leave no
    decimals to what stands beside it in CASE or UNION.
    """
    if scale < 0 or side.whole + side.scale < MOST_DIGITS or scale == side.scale:
        return None
    to = decimal(side.whole + 1 + scale, scale)
    return cast(node, to), to


def _round_to(node: Node, types: Types) -> Made:
    """
    So many decimals as are asked for, although there may be fewer of them.
    """
    side = exact(types[0])
    number, places = node["children"]
    if side is None or not nodes.is_constant(places, "INTEGER"):
        return None
    scale = max(places["value"]["value"], 0)
    if scale <= side.scale and side.id == "DECIMAL":
        return _with_room(node, side, scale)
    if places["value"]["value"] < 0:
        return cast(node, plain("HUGEINT")), plain("HUGEINT")
    to = decimal(side.whole + scale, scale)
    return {**node, "children": [cast(number, to), places]}, to


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
        return (quotients.of_double(child, BARE), BARE) if _id(types[0]) in FLOATS else None
    if side.id == "DECIMAL" and types[0] is not None:
        return {**nodes.function("+", [child]), "is_operator": True}, types[0]
    return cast(child, plain("HUGEINT")), plain("HUGEINT")


_SHIFTS: Final = {"SMALLINT": "~int2shl", "INTEGER": "~int4shl", "BIGINT": "~int8shl"}


def shifted(node: Node, types: Types) -> Made:
    """
    Bits that leave at the left are gone, which duckdb 1.5.5 refuses (sql/number_functions.sql).
    """
    of_type = _id(types[0])
    if of_type not in _SHIFTS or exact(types[1]) is None:
        return None
    name, place = _SHIFTS[of_type], node["query_location"]
    call = nodes.function(name, node["children"], catalog="~pg", schema="~catalog", at=place)
    return call, plain(of_type)


def series(node: Node, types: Types) -> Made:
    """
    As an item of SELECT; what stands in FROM is a macro (sql/series_functions.sql).
    """
    if not all(_id(of_type) == "INTEGER" for of_type in types):
        return None
    return cast(node, INTEGERS), INTEGERS


def _id(of_type: Node | None) -> str:
    return "" if of_type is None else str(of_type["id"])


def is_exact(of_type: Node) -> bool:
    return exact(of_type) is not None


def is_divided(of_type: Node) -> bool:
    return of_type["id"] == "FLOAT" or is_exact(of_type)


def is_number(of_type: Node) -> bool:
    return is_exact(of_type) or of_type["id"] in FLOATS


def is_numeric(of_type: Node) -> bool:
    side = exact(of_type)
    return side is not None and side.is_numeric


def is_narrow(of_type: Node) -> bool:
    return of_type["id"] in SMALL or of_type["id"] == "FLOAT"


def is_operand(of_type: Node) -> bool:
    """
    Is it one that makes something else of the other operand? Texts are string literals.
    """
    return is_narrow(of_type) or of_type["id"] in {"VARCHAR", "STRING_LITERAL"}


def is_small_sum(of_type: Node) -> bool:
    return is_narrow(of_type) or of_type["id"] in {"INTEGER", "USMALLINT"}


def has_many_decimals(of_type: Node) -> bool:
    side = exact(of_type)
    return is_operand(of_type) or (side is not None and side.scale * 2 > _MOST_DECIMALS)
