"""
Operators of json and jsonb as ones that DuckDB parses (PostgreSQL 15, 9.16, tables 9.45 and 9.46).

duckdb 1.5.5: `->` and `->>` bind looser than `=` and AND, for the arrow is that of lambdas, too; `?` is a
parameter, `#` a column by its place.  The emulation has macros of these names, sql/json_functions.sql.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

OPERATORS: Final = {
    "->": "~>",
    "->>": "~>>",
    "#>": "@~>",
    "#>>": "@~>>",
    "?": "@~",
    "?|": "@~|",
    "?&": "@~&",
    "#-": "@~-",
    "@?": "@~@",
}

# DuckDB's functions that take a lambda
_OF_LAMBDAS: Final = words(
    "list_transform array_transform list_apply array_apply apply list_filter array_filter filter list_reduce "
    "array_reduce reduce"
)
# What a path of DuckDB's own begins with
_PATHS: Final = ("$.", "$[", "/")


def operators(tokens: Tokens) -> Iterator[Edit]:
    """
    j -> 'a', j #> '{a,b}', j ? 'a' and their kin; a lambda's arrow and one before a path of DuckDB's stay.
    """
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.word in {"(", "[", "{"}:
            opened.append(i)
        elif token.word in {")", "]", "}"} and opened:
            opened.pop()
        elif token.kind is Kind.OPERATOR and token.word in OPERATORS and i > 0:
            if token.word == "->" and (_is_of_lambda(tokens, i, opened) or _is_before_path(tokens, i)):
                continue
            yield Edit(token.start, token.stop, OPERATORS[token.word])


def _is_of_lambda(tokens: Tokens, i: int, opened: list[int]) -> bool:
    """
    list_transform(x, y -> …), list_reduce(x, (a, b) -> …): names alone stand between the comma and the arrow.
    """
    if not opened or word_at(tokens, opened[-1] - 1) not in _OF_LAMBDAS:
        return False
    first = i - 1
    if word_at(tokens, first) == ")":
        while first > opened[-1] and tokens[first].word != "(":
            first -= 1
    return word_at(tokens, first - 1) == ","


def _is_before_path(tokens: Tokens, i: int) -> bool:
    if i + 1 >= len(tokens) or tokens[i + 1].kind is not Kind.STRING:
        return False
    return string_value(tokens[i + 1].text).startswith(_PATHS)
