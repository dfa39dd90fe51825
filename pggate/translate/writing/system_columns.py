"""
RETURNING (xmax = 0): whether INSERT … ON CONFLICT has inserted a row, 0, or found it there (PostgreSQL 15,
5.5 "System Columns").

No other statement tells anything by the column.  It stands in a relation beside the one that is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.looking import place_of, unnested, word_at
from pggate.translate.syntax.quoting import quote
from pggate.translate.writing import insert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

SYSTEM: Final = '"~system"'
XMAX: Final = "xmax"
ONE_ROW: Final = f"(SELECT CAST(0 AS UINTEGER) AS {XMAX}) AS {SYSTEM}"
"""The relation where every row is inserted."""


def with_system(sql: str) -> Rewritten:
    """
    An INSERT whose RETURNING names the column of that relation; any other as it is.
    """
    at = place_of("returning", sql) if XMAX in sql.lower() else None
    if at is None:
        return Rewritten(sql)
    tokens = lexer.tokens(sql)
    found = list(_columns(tokens, at))
    if not found:
        return Rewritten(sql)
    parsed = insert.parse(sql)
    stars = _stars(tokens, at, quote(parsed.alias or parsed.names[-1]))
    return rewrite(sql, [*found, *stars])


def names_system(sql: str) -> bool:
    """
    Has the list been given it?
    """
    return f"{SYSTEM}.{XMAX}" in sql


def _columns(tokens: Tokens, at: int) -> Iterator[Edit]:
    for i in range(at + 1, len(tokens)):
        if tokens[i].name != XMAX or word_at(tokens, i - 1) == "as" or word_at(tokens, i + 1) in {"(", "."}:
            continue
        first = i
        while word_at(tokens, first - 1) == ".":
            first -= 2
        yield Edit(tokens[first].start, tokens[i].stop, f"{SYSTEM}.{XMAX}")


def _stars(tokens: Tokens, at: int, alias: str) -> Iterator[Edit]:
    """A * is the table's columns alone."""
    for i, token in unnested(tokens, at):
        if token.text == "*" and word_at(tokens, i - 1) in {"returning", ","}:
            yield Edit(token.start, token.stop, f"{alias}.*")
