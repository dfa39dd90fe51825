"""
a # b, bitwise exclusive or, is xor(a, b): a repair, for a # begins a column's place to DuckDB's parser
(PostgreSQL 15, 9.3, 4.1.6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.left_operands import left_operand
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

# What ends an operand that is begun: all that binds no tighter, and what begins another item or clause.
_TIGHTER: Final = frozenset({"+", "-", "*", "/", "%", "^"})
_OPENED: Final = {"(": ")", "[": "]", "case": "end"}
_CLOSERS: Final = frozenset({",", ";", ")", "]"})
_COMPARISONS: Final = frozenset({"=", "<", ">", "<=", ">=", "<>", "!="})
# Words that go on with the operand before them, and those of them that do not end it
_GOING_ON: Final = words("at time with without zone precision varying collate over filter within")
_UNENDED: Final = _GOING_ON - words("zone precision varying")


def exclusive_ors(tokens: Tokens) -> Iterator[Edit]:
    """
    The operator is left-associative: a # b # c is xor(xor(a, b), c).
    """
    for i, token in enumerate(tokens):
        if token.word != "#" or not 0 < i < len(tokens) - 1:
            continue
        first, last = left_operand(tokens, i), _last_of_operand(tokens, i + 1)
        if first == i or not _ends_primary(tokens, i - 1):
            continue
        yield Edit(tokens[first].start, tokens[first].start, "xor(")
        yield Edit(token.start, token.stop, ",")
        yield Edit(tokens[last].stop, tokens[last].stop, ")")


def _last_of_operand(tokens: Tokens, start: int) -> int:
    """
    The last token of what stands at the right of an operator.
    """
    at = start
    closers: list[str] = []
    while at < len(tokens):
        word = word_at(tokens, at)
        if not closers and at > start and _ends_before(tokens, at):
            return at - 1
        if word in _OPENED:
            closers.append(_OPENED[word])
        elif closers and word == closers[-1]:
            closers.pop()
        at += 1
    return len(tokens) - 1


def _ends_before(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.word in _CLOSERS or token.word in _COMPARISONS:
        return True
    if not _ends_primary(tokens, at - 1):
        return False
    if token.kind is Kind.OPERATOR:
        return token.word not in _TIGHTER and token.word != "::"
    return token.is_name and token.word not in _GOING_ON and word_at(tokens, at - 1) not in _UNENDED


def _ends_primary(tokens: Tokens, at: int) -> bool:
    """May a value end with this token, and none begin or go on?"""
    token = tokens[at]
    return token.kind is not Kind.OPERATOR and token.word not in {"(", "[", ",", ".", "::"}
