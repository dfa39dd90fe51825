"""
A client's text as DuckDB's scanner can be given it.

duckdb 1.5.5 scans some texts in a time that grows with the square of their length and more, holding up every
other session: comments in comments (16 KB: 17 s), and long rows of + and - (4 KB: 21 s).  So it never sees a
comment, and no such row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import StatementTooComplex
from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.translate.syntax.lexer import Token

MOST_SIGNS: Final = 16
"""In a row, without a space between."""

_SIGNS: Final = re.compile(rf"[-+]{{{MOST_SIGNS + 1}}}")

# By how a token without an end begins (PostgreSQL 15, scan.l)
_OPEN: Final = (
    ("/*", "/* comment"),
    ("$", "dollar-quoted string"),
    ('"', "quoted identifier"),
    ('u&"', "quoted identifier"),
    ("b", "bit string literal"),
    ("x", "hexadecimal string literal"),
    ("", "quoted string"),
)


def scannable(sql: str) -> str:
    """
    The text with spaces for its comments, every other character in its place.

    Raises:
        SyntaxError: A comment, or a string in a text with comments, has no end.
        StatementTooComplex: There are too many + and - in a row.

    """
    if "--" in sql or "/*" in sql:
        _require_ends(lexer.tokens(sql))
        sql = "".join(_blanked(sql))
    if ("++" in sql or "+-" in sql) and _SIGNS.search(sql):
        _require_gaps(lexer.tokens(sql))
    return sql


def _require_ends(tokens: Sequence[Token]) -> None:
    if not tokens or tokens[-1].kind is not Kind.BROKEN:
        return
    last = tokens[-1]
    what = next(what for start, what in _OPEN if last.text.lower().startswith(start))
    raise SqlSyntaxError(f'unterminated {what} at or near "{last.text}"', position=last.start + 1)


def _blanked(sql: str) -> Iterator[str]:
    position = 0
    for start, stop in lexer.comments(sql):
        yield sql[position:start]
        yield " " * (stop - start)
        position = stop
    yield sql[position:]


def _require_gaps(tokens: Sequence[Token]) -> None:
    start = stop = -1
    for token in tokens:
        if token.word not in _SIGN:
            continue
        start = start if token.start == stop else token.start
        stop = token.stop
        if stop - start > MOST_SIGNS:
            raise StatementTooComplex(
                f"there are more than {MOST_SIGNS} signs in a row",
                position=start + 1,
                hint="Put spaces between them.",
            )


_SIGN: Final = frozenset({"+", "-"})
