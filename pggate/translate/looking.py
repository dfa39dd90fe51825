"""
Looking at tokens by their place; what lies outside the text is an empty word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from pggate.errors import Notice
from pggate.translate.edits import Edit
from pggate.translate.lexer import Token

Tokens: TypeAlias = Sequence[Token]
Findings: TypeAlias = Iterable[Edit | Notice]


def word_at(tokens: Tokens, at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def words_at(tokens: Tokens, at: int, count: int) -> tuple[str, ...]:
    return tuple(word_at(tokens, at + i) for i in range(count))


def name_at(tokens: Tokens, at: int) -> str:
    return tokens[at].name if 0 <= at < len(tokens) and tokens[at].is_name else ""
