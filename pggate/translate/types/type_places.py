"""
Where a word is the name of a type, and not of something else: in casts, before literals, in definitions of
columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.translate.syntax.looking import Tokens


def type_places(tokens: Tokens, words: Collection[str]) -> Iterator[int]:
    """
    The tokens that are one of these words and name a type.
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
        if token.word in words and (
            _is_cast_to(tokens, i, calls[-1])
            or _is_before_literal(tokens, i)
            or (defines and _is_type_of_column(tokens, i))
        ):
            yield i


def _is_cast_to(tokens: Tokens, i: int, call: str) -> bool:
    before = word_at(tokens, i - 1)
    return before == "::" or (before == "as" and call in {"cast", "try_cast"})


def _is_before_literal(tokens: Tokens, i: int) -> bool:
    return (
        i + 1 < len(tokens)
        and tokens[i + 1].kind is Kind.STRING
        and word_at(tokens, i - 1) not in {".", "as"}
    )


def _is_type_of_column(tokens: Tokens, i: int) -> bool:
    before = word_at(tokens, i - 1)
    return i > 0 and (tokens[i - 1].is_name or before == "type") and before not in {"add", "column", "table"}
