"""
The clauses of a query that are about all of its rows: HAVING, ORDER BY, LIMIT, OFFSET and FETCH, as they were
written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import unnested, word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEGIN: Final = words("having order limit offset fetch")
_END: Final = words("union intersect except window qualify for using with")


def late_clauses(query: str) -> tuple[str, ...]:
    """
    Of the query itself, not of those within it; with their words in capital letters.
    """
    tokens = [token for token in lexer.tokens(query) if token.word != ";"]
    found: list[str] = []
    start: int | None = None
    for number, token in unnested(tokens):
        if token.word in _BEGIN | _END:
            if start is not None:
                found.append(_clause(query, tokens[start:number]))
            start = number if token.word in _BEGIN else None
    if start is not None:
        found.append(_clause(query, tokens[start:]))
    return tuple(found)


def _clause(query: str, tokens: Sequence[lexer.Token]) -> str:
    head = 2 if word_at(tokens, 1) == "by" else 1
    words = [token.word.upper() for token in tokens[:head]]
    rest = query[tokens[head].start : tokens[-1].stop] if len(tokens) > head else ""
    return " ".join([*words, rest]).strip()
