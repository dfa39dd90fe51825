"""
float is double precision in PostgreSQL and real in DuckDB (PostgreSQL 15, 8.1.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.types.type_places import type_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

SINGLE_BITS: Final = 24
"""float(1) to float(24) are real."""


def floats(tokens: Tokens) -> Iterator[Edit]:
    """
    float is DOUBLE, and float(n) FLOAT or DOUBLE, where it is a type: in casts and definitions of columns.
    """
    for i in type_places(tokens, {"float"}):
        last = i + 3 if _has_precision(tokens, i) else i
        single = last > i and int(tokens[i + 2].text) <= SINGLE_BITS
        yield Edit(tokens[i].start, tokens[last].stop, "FLOAT" if single else "DOUBLE")


def _has_precision(tokens: Tokens, i: int) -> bool:
    return (
        word_at(tokens, i + 1) == "("
        and i + 3 < len(tokens)
        and tokens[i + 2].kind is Kind.NUMBER
        and tokens[i + 2].text.isdecimal()
        and word_at(tokens, i + 3) == ")"
    )
