"""
Numbers in the text as PostgreSQL reads them (PostgreSQL 15, 4.1.2.6): with a point or an exponent they are
numeric.
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import isinf
from typing import TYPE_CHECKING, Final

from pggate.decimals import MOST_DIGITS
from pggate.errors import NumericValueOutOfRange
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens
    from pggate.translate.trees.nodes import Node

HINTS: Final = (*(f"{digit}e" for digit in range(10)), ".")
"""What every number of these has in it."""

TRIGGER: Final = r"\d\.?e[-+]?\d|\d\.(?![\d\w*\"])|(?<![\w\"\])])\.\d"

_SPECIAL: Final = re.compile(r"(?:\d+\.?\d*|\.\d+)e[-+]?\d{1,3}|\d+\.|\.\d+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)\s*", re.IGNORECASE | re.ASCII)


def numerics(tokens: Tokens) -> Iterator[Edit]:
    """
    1e5, 1.5e-3 and 5. written out, since DuckDB takes what has an exponent for a double, and its syntax tree
    what has no decimals for an integer.  What has too many digits stays a double.  The sign keeps the cast
    from naming a column.

    Raises:
        NumericValueOutOfRange: The number is larger than a double.

    """
    for token in tokens:
        if token.kind is Kind.NUMBER and _SPECIAL.fullmatch(token.text):
            if isinf(float(token.text)):
                raise NumericValueOutOfRange(f'"{token.text}" is out of range for type double precision')
            written = format(Decimal(token.text), "f")
            digits = len(written.replace(".", ""))
            if digits <= MOST_DIGITS:
                whole = f"(+CAST({written} AS DECIMAL({digits},0)))"
                yield Edit(token.start, token.stop, written if "." in written else whole)


def lowest(tokens: Tokens) -> Iterator[Edit]:
    """
    -2147483648 is an integer, though what stands behind the sign is not (gram.y, doNegate).
    """
    for i, token in enumerate(tokens):
        is_negated = word_at(tokens, i - 1) == "-" and word_at(tokens, i - 2) in _BEFORE_SIGN
        if token.text == LOWEST and is_negated and word_at(tokens, i + 1) != "::":
            yield Edit(tokens[i - 1].start, token.stop, f"(+CAST(-{LOWEST} AS INTEGER))")


LOWEST: Final = "2147483648"
_BEFORE_SIGN: Final = words(
    "select distinct all ( , [ = < > <= >= <> and or not in between when then else values"
)


def number_of(node: Node) -> tuple[Node, Node] | None:
    """
    What '1.50'::numeric says: the number as a literal of its own scale, and its type.  One without decimals
    is cast, since in the text of a tree it would be an integer.

    None for anything else, and for more digits than a DECIMAL has.
    """
    if not nodes.is_constant(node, "VARCHAR"):
        return None
    match = _NUMBER.fullmatch(node["value"]["value"])
    if match is None:
        return None
    sign, digits, exponent = Decimal(match[1]).as_tuple()
    scale = max(-int(exponent), 0)
    width = max(len(digits) + max(int(exponent), 0), scale + 1)  # DuckDB writes a DECIMAL(2,2) as .05
    if width > MOST_DIGITS:
        return None
    value = int("".join(map(str, digits))) * 10 ** max(int(exponent), 0) * (-1 if sign else 1)
    of_type = decimal(width, scale)
    if scale == 0:
        whole = {**nodes.cast(nodes.constant(match[1]), "DECIMAL"), "cast_type": of_type}
        return {**nodes.function("+", [whole]), "is_operator": True}, of_type
    content: object = value if width <= 18 else {"upper": value >> 64, "lower": value & (2**64 - 1)}
    literal = nodes.constant(0)
    literal["value"] = {"type": of_type, "is_null": False, "value": content}
    return literal, of_type
