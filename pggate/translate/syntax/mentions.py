"""
Where a text mentions what an error is about, for errors that come without a usable position.
"""

from __future__ import annotations

from pggate.translate.syntax import lexer, quoting
from pggate.translate.syntax.lexer import Kind


def name(sql: str, wanted: str) -> int | None:
    """
    Where an identifier stands, in characters from 0; None if it stands nowhere, or in more than one place.
    """
    found = [token.start for token in lexer.tokens(sql) if token.is_name and token.name == wanted]
    return found[0] if len(found) == 1 else None


def parameter(sql: str, wanted: str) -> int | None:
    """
    Where $n stands first, in characters from 0; None if it stands nowhere.
    """
    found = (t.start for t in lexer.tokens(sql) if t.kind is Kind.PARAMETER and t.text == wanted)
    return next(found, None)


def literal(sql: str, value: str) -> int | None:
    """
    Where the first string literal with this value stands, in characters from 0; None without one.
    """
    for token in lexer.tokens(sql):
        if token.kind is Kind.STRING and quoting.string_value(token.text) == value:
            return token.start
    return None
