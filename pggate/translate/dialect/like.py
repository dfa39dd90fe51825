"""
LIKE and ILIKE escape by a backslash unless told otherwise (PostgreSQL 15, 9.7.1), DuckDB's with nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

# What a pattern goes on with: all that binds tighter than LIKE (PostgreSQL 15, table 4.2).
_OPERATORS: Final = frozenset({"||", "+", "-", "*", "/", "%", "^", "::", ".", "->", "->>", "#>", "#>>"})
_OPENS: Final = {"(": ")", "[": "]"}
_QUANTIFIERS: Final = frozenset({"any", "all", "some"})


def escapes(tokens: Tokens) -> Iterator[Edit]:
    r"""
    a LIKE 'x\_' and a LIKE b become … ESCAPE '\'; a plain literal without a backslash needs none.
    """
    for i, token in enumerate(tokens):
        first = i + 1
        if token.word not in {"like", "ilike"} or i == 0 or word_at(tokens, i - 1) in {"(", ","}:
            continue
        if first >= len(tokens) or word_at(tokens, first) in _QUANTIFIERS:
            continue
        stop = _end_of_pattern(tokens, first)
        if word_at(tokens, stop) != "escape" and any(_may_escape(tokens, at) for at in range(first, stop)):
            yield Edit(tokens[stop - 1].stop, tokens[stop - 1].stop, r" ESCAPE '\'")


def _may_escape(tokens: Tokens, at: int) -> bool:
    """
    True for a literal with a backslash, and for what is known only when it runs: parameters and columns.
    """
    token = tokens[at]
    if token.kind is Kind.STRING:
        return "\\" in quoting.string_value(token.text)
    is_column = (
        token.is_name and word_at(tokens, at + 1) not in {"(", "."} and word_at(tokens, at - 1) != "::"
    )
    return token.kind is Kind.PARAMETER or is_column


def _end_of_pattern(tokens: Tokens, first: int) -> int:
    """
    Behind the last token of the pattern that begins there.
    """
    at = _end_of_operand(tokens, first)
    while word_at(tokens, at) in _OPERATORS:
        at = _end_of_operand(tokens, at + 1)
    return at


def _end_of_operand(tokens: Tokens, first: int) -> int:
    at = first
    if word_at(tokens, at) not in _OPENS:
        at += 1
    while word_at(tokens, at) in _OPENS:
        at = _behind_partner(tokens, at)
    return min(at, len(tokens))


def _behind_partner(tokens: Tokens, opening: int) -> int:
    mark = tokens[opening].word
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {mark: 1, _OPENS[mark]: -1}.get(tokens[i].word, 0)
        if depth == 0:
            return i + 1
    return len(tokens)
