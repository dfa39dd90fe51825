"""
generate_series in FROM with the numbers of its rows (PostgreSQL 15, 7.2.1.4, 9.25).

It is a macro of ours (sql/series_functions.sql); duckdb 1.5.5 numbers the rows of its own functions alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.edits import Edit
from pggate.translate.looking import closing, word_at
from pggate.translate.set_functions import NO_ALIAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens

SERIES: Final = "generate_series"


def series(tokens: Tokens) -> Iterator[Edit]:
    """
    f(…) WITH ORDINALITY becomes (SELECT f, row_number() OVER () AS ordinality FROM f(…)).
    """
    for i, token in enumerate(tokens):
        if token.word != SERIES or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        if (word_at(tokens, close + 1), word_at(tokens, close + 2)) != ("with", "ordinality"):
            continue
        numbered = f"(SELECT {SERIES}, row_number() OVER () AS ordinality FROM "
        yield Edit(token.start, token.start, numbered)
        end = ")" if _is_named(tokens, close + 3) else f") AS {SERIES}"
        yield Edit(tokens[close + 1].start, tokens[close + 2].stop, end)


def _is_named(tokens: Tokens, at: int) -> bool:
    """Does an alias stand there?"""
    word = word_at(tokens, at)
    return word == "as" or (at < len(tokens) and tokens[at].is_name and word not in NO_ALIAS)
