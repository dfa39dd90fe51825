"""
Looking at tokens by their place; what lies outside the text is an empty word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from pggate.errors import Notice
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Token

Tokens: TypeAlias = Sequence[Token]
Findings: TypeAlias = Iterable[Edit | Notice]


def word_at(tokens: Tokens, at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def words_at(tokens: Tokens, at: int, count: int) -> tuple[str, ...]:
    return tuple(word_at(tokens, at + i) for i in range(count))


def name_at(tokens: Tokens, at: int) -> str:
    return tokens[at].name if 0 <= at < len(tokens) and tokens[at].is_name else ""


def closing(tokens: Tokens, opening: int) -> int:
    """
    Where the parenthesis that opens there is closed; the last token if it never is.
    """
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i
    return len(tokens) - 1


def names_between(tokens: Tokens, opening: int, last: int) -> tuple[str, ...]:
    """
    The names of `(a, "B")`.
    """
    return tuple(token.name for token in tokens[opening + 1 : last] if token.is_name)


def commas(tokens: Tokens, opening: int, closing: int) -> list[int]:
    """
    The commas between the arguments of a call.
    """
    depth, found = 0, []
    for i in range(opening, closing):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(tokens[i].word, 0)
        if depth == 1 and tokens[i].word == ",":
            found.append(i)
    return found


def unnested(tokens: Tokens, start: int = 0) -> Iterator[tuple[int, Token]]:
    """
    The tokens outside parentheses from `start` on, each with its index; the opening ones included.
    """
    depth = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if depth == 0:
            yield index, token
        if token.word in {"(", "[", "{"}:
            depth += 1
        elif token.word in {")", "]", "}"}:
            depth = max(0, depth - 1)


def place_of(word: str, sql: str) -> int | None:
    """
    Which token of the text is this word, outside parentheses; None if none is.
    """
    if word not in sql.lower():
        return None
    return next((i for i, token in unnested(lexer.tokens(sql)) if token.word == word), None)
