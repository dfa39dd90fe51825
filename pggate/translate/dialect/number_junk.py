"""
Letters right behind a number: an error to PostgreSQL 15 (4.1.2.6), also in 0x1F, which is no number there; to
DuckDB the alias of an item, 0 AS x1F.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import SyntaxError  # noqa: A004  PostgreSQL's name for 42601
from pggate.translate.syntax.lexer import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.edits import Edit
    from pggate.translate.syntax.looking import Tokens

HINTS: Final = tuple("0123456789")
TRIGGER: Final = r"(?<![\w$.])\d[\d_]*(?:\.\d*)?[a-z]"


def refused(tokens: Tokens) -> Iterator[Edit]:
    """
    Raises:
        SyntaxError: 42601, there is such a number.

    """
    yield from ()
    for i, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER:
            continue
        junk = token.text if token.text[1:2].lower() in _BASES else ""
        follows = tokens[i + 1] if i + 1 < len(tokens) else None
        if follows is not None and follows.kind is Kind.WORD and follows.start == token.stop:
            junk = token.text + follows.text
        if junk:
            raise SyntaxError(
                f'trailing junk after numeric literal at or near "{junk}"', position=token.start + 1
            )


_BASES: Final = frozenset({"x", "b", "o"})
