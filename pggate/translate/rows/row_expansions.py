"""
Relations' columns as fields of a row (PostgreSQL 15, 4.2.13): ROW(t.*, 42) is a row of t's columns and 42.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens


def rows(tokens: Tokens) -> Iterator[Edit]:
    """
    ROW(t.*) is row(*COLUMNS(t.*)).
    """
    for i, token in enumerate(tokens):
        if token.word != "row" or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        borders = [i + 1, *commas(tokens, i + 1, close), close]
        for before, after in pairwise(borders):
            is_star = word_at(tokens, after - 1) == "*" and word_at(tokens, after - 2) in {".", "(", ","}
            if is_star and word_at(tokens, before + 1) != "(":
                first, last = tokens[before + 1], tokens[after - 1]
                yield Edit(first.start, first.start, "*COLUMNS(")
                yield Edit(last.stop, last.stop, ")")
