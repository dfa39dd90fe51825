"""
Literals that are compared with a char(n), whose trailing spaces mean nothing (PostgreSQL 15, 8.3).

A lake keeps such values without them, so the literal loses them, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.lexer import Kind, Token
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pggate.translate.syntax.looking import Tokens

COMPARISONS: Final = frozenset({"=", "<>", "!=", "<", ">", "<=", ">="})
LISTING: Final = frozenset({"in", "between"})
CHARACTERS: Final = lexer.words("varchar char character bpchar")
BETWEEN_VALUES: Final = frozenset({",", "(", "and"})


def trimmed(sql: str, columns: Collection[str]) -> Rewritten:
    """
    Args:
        columns: The names of the columns that are of char(n).

    """
    return rewrite(sql, edits(lexer.tokens(sql), columns))


def edits(tokens: Tokens, columns: Collection[str]) -> Iterator[Edit]:
    """
    c = 'a  ', 'a  ' < t.c, c [NOT] IN ('a ', 'b '), c [NOT] BETWEEN 'a ' AND 'b '.
    """
    for at, token in enumerate(tokens):
        if token.kind is Kind.STRING and token.text.endswith(" '") and _is_compared(tokens, at, columns):
            quoted = token.text[:-1].rstrip(" ")
            yield Edit(token.start, token.stop, f"{quoted}'")


def _is_compared(tokens: Tokens, at: int, columns: Collection[str]) -> bool:
    if "||" in (word_at(tokens, at - 1), word_at(tokens, at + 1)) or _is_cast(tokens, at + 1):
        return False
    if word_at(tokens, at + 1) in COMPARISONS and _names(_after(tokens, at + 2), columns):
        return True
    before = at - 1
    if word_at(tokens, before) in COMPARISONS:
        return _names(tokens[before - 1] if before else None, columns)
    while before >= 0 and (tokens[before].kind is Kind.STRING or word_at(tokens, before) in BETWEEN_VALUES):
        before -= 1
    if word_at(tokens, before) not in LISTING:
        return False
    before -= 2 if word_at(tokens, before - 1) == "not" else 1
    return _names(tokens[before] if before >= 0 else None, columns)


def _is_cast(tokens: Tokens, at: int) -> bool:
    """To anything but a type that becomes a char(n) beside one."""
    return word_at(tokens, at) == "::" and word_at(tokens, at + 1) not in CHARACTERS


def _after(tokens: Tokens, at: int) -> Token | None:
    """The last part of the name that begins there."""
    while word_at(tokens, at + 1) == ".":
        at += 2
    return tokens[at] if at < len(tokens) else None


def _names(token: Token | None, columns: Collection[str]) -> bool:
    return token is not None and token.is_name and token.name in columns
