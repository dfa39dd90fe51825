"""
A string literal beside a number as an operand of arithmetic, or beside a byte string: it is of the other
operand's type (PostgreSQL 15, 10.2, rule 2a), so that `'1' + 2` is 3.  DuckDB takes it for a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import AmbiguousFunction, InvalidTextRepresentation
from pggate.translate.numbers.literal_numbers import number_of
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import FLOATS, exact, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.translate.trees.nodes import Node

NAMES: Final = frozenset({"+", "-", "*", "/", "//", "%"})

BYTES: Final = plain("BLOB")
_DIVISION: Final = "//"
_HINT: Final = "Could not choose a best candidate operator. You might need to add explicit type casts."
_DECIMAL: Final = re.compile(r"DECIMAL\(\d+,\s*\d+\)|U?HUGEINT|UBIGINT")

_NUMERIC: Final = re.compile(
    r"\s*[-+]?(?:[\d.]+(?:e[-+]?\d+)?|inf(?:inity)?|nan)\s*", re.ASCII | re.IGNORECASE
)
_INTEGER: Final = re.compile(r"\s*[-+]?\d+\s*", re.ASCII)
_BYTES: Final = re.compile(r"\\x((?:[0-9a-fA-F]{2})*)|([^\\]*)")

# PostgreSQL's names of DuckDB's integers and floats
_NAMES: Final = {
    "TINYINT": "smallint",
    "UTINYINT": "smallint",
    "SMALLINT": "smallint",
    "USMALLINT": "integer",
    "INTEGER": "integer",
    "UINTEGER": "bigint",
    "BIGINT": "bigint",
    "FLOAT": "real",
    "DOUBLE": "double precision",
}


def typed(node: Node, types: list[str]) -> Node | None:
    """
    The operator with its literal as a number of the other operand's type; None where there is none.

    Args:
        node: An operator of NAMES with two operands.
        types: DuckDB's types of the operands; "" of a constant.

    Raises:
        AmbiguousFunction: Both operands are string literals.
        InvalidTextRepresentation: The literal is no number of the type.

    """
    operands = node["children"]
    untyped = [nodes.is_constant(operand, "VARCHAR") for operand in operands]
    if all(untyped):
        name = "/" if node["function_name"] == _DIVISION else node["function_name"]
        raise AmbiguousFunction(f"operator is not unique: unknown {name} unknown", hint=_HINT)
    if not any(untyped):
        return None
    at = untyped.index(True)
    number = as_number(operands[at], _of_constant(operands[1 - at]) or types[1 - at])
    if number is None:
        return None
    return {**node, "children": [number, operands[1]] if at == 0 else [operands[0], number]}


def joined(node: Node, types: Sequence[Node | None]) -> tuple[Node, Node] | None:
    """
    `||` of a byte string and a literal or NULL; None where there is none.
    """
    if not any(map(is_bytes, types)) or not any(map(nodes.is_constant, node["children"])):
        return None
    made = [bytes_of(operand) for operand in node["children"]]
    return {**node, "children": made}, BYTES


def is_bytes(of_type: Node | None) -> bool:
    """
    Is it the type of byte strings?
    """
    return of_type is not None and of_type["id"] == "BLOB"


def bytes_of(operand: Node) -> Node:
    """
    What is written in hexadecimal, or without a backslash; NULL.
    """
    if nodes.is_constant(operand, "NULL"):
        return nodes.cast(operand, "BLOB")
    found = _BYTES.fullmatch(operand["value"]["value"]) if nodes.is_constant(operand, "VARCHAR") else None
    if found is None:
        return operand
    digits = found[2].encode().hex() if found[1] is None else found[1]
    return nodes.function("unhex", [nodes.constant(digits)], catalog="system", schema="main")


def _of_constant(node: Node) -> str:
    if not nodes.is_constant(node):
        return ""
    of_type = node["value"]["type"]
    is_number = exact(of_type) is not None or of_type["id"] in FLOATS
    return (nodes.type_text(of_type) or "") if is_number else ""


def as_number(literal: Node, of_type: str) -> Node | None:
    """
    A string literal as a number; None if DuckDB's type is no number's, or has not so many digits.

    Raises:
        InvalidTextRepresentation: The literal is no number of the type.

    """
    value = literal["value"]["value"]
    if _DECIMAL.fullmatch(of_type):
        found = number_of(literal)
        if found is None and not _NUMERIC.fullmatch(value):
            raise InvalidTextRepresentation(f'invalid input syntax for type numeric: "{value}"')
        return None if found is None else found[0]
    if of_type not in _NAMES:
        return None
    if of_type not in FLOATS and not _INTEGER.fullmatch(value):
        raise InvalidTextRepresentation(f'invalid input syntax for type {_NAMES[of_type]}: "{value}"')
    return {**nodes.cast(literal, "INTEGER"), "cast_type": plain(of_type)}
