"""
`ctid BETWEEN '(0,0)'::tid AND '(1000,0)'::tid`: how DuckDB's postgres extension splits a scan by pages, when
it has made the table itself (duckdb 1.5.5).  A topic has no pages: all its rows are in the first of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_LENGTH: Final = 9
_FIRST_LINE: Final = re.compile(r"\((\d+),0\)")


def page_ranges(tokens: Tokens) -> Iterator[Edit]:
    """
    A range of whole pages is true if it begins with the first one, else false.
    """
    for at, token in enumerate(tokens):
        if token.word == "ctid" and word_at(tokens, at + 1) == "between":
            low, high = _page(tokens, at + 2), _page(tokens, at + 6)
            if low is not None and high is not None and word_at(tokens, at + 5) == "and":
                holds = low == 0 and high > 0
                yield Edit(token.start, tokens[at + _LENGTH - 1].stop, "true" if holds else "false")


def _page(tokens: Tokens, at: int) -> int | None:
    """N of '(N,0)'::tid, if that is what stands there."""
    if at >= len(tokens) or tokens[at].kind is not Kind.STRING:
        return None
    if words_at(tokens, at + 1, 2) != ("::", "tid"):
        return None
    found = _FIRST_LINE.fullmatch(quoting.string_value(tokens[at].text))
    return int(found[1]) if found else None
