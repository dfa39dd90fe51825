"""
Where the operand of a `::` begins, read backwards from its end: PostgreSQL 15, 4.1.6, the tightest operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

_OPENED_BY: Final = {")": "(", "]": "[", "}": "{", "end": "case"}
# What may stand before a parenthesis and calls nothing.
_NO_FUNCTIONS: Final = words(
    "select distinct all any some in and or not as on from where when then else case by having limit offset "
    "values between like ilike is returning set using union except intersect"
)
# What stands between a call and a parenthesis that belongs to it.
_OF_CALLS: Final = frozenset({"over", "filter", "group"})


def start_of_operand(tokens: Tokens, last: int) -> int:
    """
    The first token of the literal, name, call, subscript, cast or parenthesis that ends with a token.
    """
    at = _start_of_part(tokens, last)
    while word_at(tokens, at - 1) == "::" and at > 1:
        at = _start_of_part(tokens, at - 2)
    return at


def _start_of_part(tokens: Tokens, last: int) -> int:
    at = last
    if tokens[last].word in _OPENED_BY:
        at = _opening(tokens, last)
        if tokens[at].word == "[" and at > 0:
            return at - 1 if word_at(tokens, at - 1) == "array" else start_of_operand(tokens, at - 1)
        if (
            tokens[at].word != "("
            or at == 0
            or not tokens[at - 1].is_name
            or tokens[at - 1].word in _NO_FUNCTIONS
        ):
            return at
        if tokens[at - 1].word in _OF_CALLS and word_at(tokens, at - 2) == ")":
            return start_of_operand(tokens, at - 2)
        at -= 1
    while word_at(tokens, at - 1) == "." and at > 1:
        at -= 2
    return at


def _opening(tokens: Tokens, closing: int) -> int:
    """Where the parenthesis, bracket or CASE opens that is closed there."""
    closer = tokens[closing].word
    depth = 0
    for at in range(closing, -1, -1):
        depth += {closer: 1, _OPENED_BY[closer]: -1}.get(tokens[at].word, 0)
        if depth == 0:
            return at
    return 0
