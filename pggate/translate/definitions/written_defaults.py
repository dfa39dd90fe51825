"""
A default that takes numbers from a sequence: DEFAULT nextval('s') (PostgreSQL 15, CREATE SEQUENCE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.definitions.written_types import BEHIND_TYPE
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import closing, unnested
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

_CASTS: Final = ((), ("::", "regclass"), ("::", "text"), ("::", "text", "::", "regclass"))


def next_value_at(tokens: Tokens, at: int, stop: int) -> tuple[str, int] | None:
    """
    Args:
        at: Where the expression begins.

    Returns:
        What nextval is called with, and the token behind the expression; None where it calls no nextval.

    Raises:
        FeatureNotSupported: The number is a part of an expression.

    """
    end = next((i for i, token in unnested(tokens, at) if i >= stop or token.word in BEHIND_TYPE), stop)
    end = min(end, stop)
    texts = [token for token in tokens[at:end] if token.word != "pg_catalog"]
    if not any(token.word == "nextval" for token in texts):
        return None
    while texts and texts[0].word == "(" and closing(texts, 0) == len(texts) - 1:
        texts = texts[1:-1]
    words = [token.word for token in texts if token.word != "."]
    found = next((token for token in texts if token.kind is Kind.STRING), None)
    casts = tuple(words[3:-1])
    if found is None or words[:2] != ["nextval", "("] or texts[-1].word != ")" or casts not in _CASTS:
        raise FeatureNotSupported(
            "a default that computes with the number of a sequence is not supported",
            hint="Write DEFAULT nextval('name'), or call nextval() in the INSERT.",
            position=tokens[at].start + 1,
        )
    return string_value(found.text), end
