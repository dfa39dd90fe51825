"""
BETWEEN SYMMETRIC, whose bounds may stand in any order (PostgreSQL 15, 9.2); duckdb 1.5.5 does not parse it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.left_operands import left_operand
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_OPENING: Final = frozenset({"(", "[", "case"})
_CLOSING: Final = frozenset({")", "]", "end"})
_ENDS_BOUND: Final = words(
    "and or then when else as is from where group having window order limit offset fetch union intersect "
    "except qualify returning on join left right inner cross full natural , ;"
)


def symmetric(tokens: Tokens) -> Iterator[Edit]:
    """
    x BETWEEN SYMMETRIC a AND b becomes "~between_symmetric"(x, a, b).
    """
    for i, token in enumerate(tokens):
        if token.word != "symmetric" or word_at(tokens, i - 1) != "between":
            continue
        middle = _end(tokens, i + 1)
        end = _end(tokens, middle + 1)
        if word_at(tokens, middle) != "and" or middle == i + 1 or end == middle + 1:
            continue
        negated = word_at(tokens, i - 2) == "not"
        first = i - 1 - negated
        start = tokens[left_operand(tokens, first)].start
        yield Edit(start, start, f'{"NOT " * negated}"~between_symmetric"(')
        yield Edit(tokens[first].start, token.stop, ",")
        yield Edit(tokens[middle].start, tokens[middle].stop, ",")
        yield Edit(tokens[end - 1].stop, tokens[end - 1].stop, ")")


def _end(tokens: Tokens, start: int) -> int:
    """
    Where the expression that begins there has ended.
    """
    depth = 0
    for i in range(start, len(tokens)):
        word = tokens[i].word
        if depth == 0 and (word in _ENDS_BOUND or word in _CLOSING):
            return i
        depth += (word in _OPENING) - (word in _CLOSING)
    return len(tokens)
