"""
Functions in FROM with the numbers of their rows (PostgreSQL 15, 7.2.1.4, 9.4, 9.25).

They are macros of ours (sql/series_functions.sql and others); duckdb 1.5.5 numbers the rows of its own
functions alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.set_functions import is_named
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

MACROS: Final = words("generate_series generate_subscripts string_to_table regexp_split_to_table")


def numbered(tokens: Tokens) -> Iterator[Edit]:
    """
    f(…) WITH ORDINALITY becomes (SELECT f, row_number() OVER () AS ordinality FROM f(…)).
    """
    for i, token in enumerate(tokens):
        if token.word not in MACROS or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        if (word_at(tokens, close + 1), word_at(tokens, close + 2)) != ("with", "ordinality"):
            continue
        rows = f"(SELECT {token.word}, row_number() OVER () AS ordinality FROM "
        yield Edit(token.start, token.start, rows)
        end = ")" if is_named(tokens, close + 3) else f") AS {token.word}"
        yield Edit(tokens[close + 1].start, tokens[close + 2].stop, end)
