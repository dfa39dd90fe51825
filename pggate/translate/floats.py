"""
float is double precision in PostgreSQL and real in DuckDB (PostgreSQL 15, 8.1.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.edits import Edit
from pggate.translate.lexer import Kind
from pggate.translate.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens

SINGLE_BITS: Final = 24
"""float(1) to float(24) are real."""


def floats(tokens: Tokens) -> Iterator[Edit]:
    """
    float is DOUBLE, and float(n) FLOAT or DOUBLE, where it is a type: in casts and definitions of columns.
    """
    defines = word_at(tokens, 0) in {"create", "alter"}
    calls = [""]  # the words before the parentheses that are open
    for i, token in enumerate(tokens):
        if token.word == "(":
            calls.append(word_at(tokens, i - 1))
        elif token.word == ")" and len(calls) > 1:
            calls.pop()
        elif token.word in {"as", "select"} and len(calls) == 1:
            defines = False  # the query of CREATE TABLE AS: there a name behind another one is a label
        if token.word == "float" and (
            _is_cast_to(tokens, i, calls[-1]) or (defines and _is_type_of_column(tokens, i))
        ):
            last = i + 3 if _has_precision(tokens, i) else i
            single = last > i and int(tokens[i + 2].text) <= SINGLE_BITS
            yield Edit(token.start, tokens[last].stop, "FLOAT" if single else "DOUBLE")


def _has_precision(tokens: Tokens, i: int) -> bool:
    return (
        word_at(tokens, i + 1) == "("
        and i + 3 < len(tokens)
        and tokens[i + 2].kind is Kind.NUMBER
        and tokens[i + 2].text.isdecimal()
        and word_at(tokens, i + 3) == ")"
    )


def _is_cast_to(tokens: Tokens, i: int, call: str) -> bool:
    before = word_at(tokens, i - 1)
    return before == "::" or (before == "as" and call in {"cast", "try_cast"})


def _is_type_of_column(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens[i - 1].is_name and word_at(tokens, i - 1) not in {"add", "column", "table"}
