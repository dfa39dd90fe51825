"""
A default as pg_get_expr shows it, of what is written: literals and arrays of them with their types, clocks in
capitals (PostgreSQL 15, ruleutils.c).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, word_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

_CLOCKS: Final = words(
    "current_date current_time current_timestamp localtime localtimestamp current_user session_user"
    " current_role current_catalog current_schema"
)


def shown_default(expression: str, of_type: str) -> str:
    """
    "" for what is computed.

    Args:
        expression: As it is written.
        of_type: The column's, in PostgreSQL's words.

    """
    tokens = lexer.tokens(expression)
    while word_at(tokens, 0) == "(" and closing(tokens, 0) == len(tokens) - 1:
        tokens = tokens[1:-1]
    if not tokens:
        return ""
    plain = _without_cast(tokens)
    if len(plain) == 1:
        return _one(plain[0], of_type)
    if plain[0].word == "array" and word_at(plain, 1) == "[" and len(plain) > 3:
        return _listed(plain[2:-1], "ARRAY[", "]", of_type.removesuffix("[]"))
    if plain[0].word == "row" and closing(plain, 1) == len(plain) - 1:
        return _listed(plain[2:-1], "ROW(", ")", "text")
    return ""


def _without_cast(tokens: Tokens) -> Tokens:
    """Without a cast of the whole, which is to the column's type."""
    at = next((i for i, token in enumerate(tokens) if token.word == "::"), len(tokens))
    is_last = all(token.is_name or token.word in {"[", "]", "."} for token in tokens[at + 1 :])
    return tokens[:at] if is_last else tokens


def _one(token: lexer.Token, of_type: str) -> str:
    if token.kind is Kind.STRING:
        return f"{token.text}::{of_type}"
    return token.word.upper() if token.word in _CLOCKS else token.text


def _listed(items: Tokens, opening: str, last: str, of_type: str) -> str:
    shown = ["" if item.word == "," else _one(item, of_type) for item in items]
    return opening + ", ".join(item for item in shown if item) + last
