"""
LIKE among the columns of CREATE TABLE, by its tokens (PostgreSQL 15, CREATE TABLE, "LIKE source_table").
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, commas, word_at
from pggate.translate.syntax.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

OPTIONS: Final = words(
    "comments compression constraints defaults generated identity indexes statistics storage"
)


@dataclass(frozen=True, slots=True)
class LikeItem:
    """
    Args:
        span: Where it stands.
        source: The table's name as it is written.
        including: What is taken along, of OPTIONS.

    """

    span: Span
    source: str
    including: frozenset[str]


def like_items(sql: str) -> list[LikeItem]:
    """
    Those of a CREATE TABLE, in order.
    """
    tokens = lexer.tokens(sql)
    return [_item(sql, tokens, first, stop) for first, stop in like_places(tokens)]


def like_places(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """
    The tokens [first, stop) of each.
    """
    opening = next((i for i, token in enumerate(tokens) if token.word == "("), None)
    if opening is None or word_at(tokens, 0) != "create":
        return
    close = closing(tokens, opening)
    borders = [opening, *commas(tokens, opening, close), close]
    for before, after in pairwise(borders):
        if word_at(tokens, before + 1) == "like":
            yield before + 1, after


def _item(sql: str, tokens: Tokens, first: int, stop: int) -> LikeItem:
    at = first + 2
    while word_at(tokens, at) == ".":
        at += 2
    source = sql[tokens[first + 1].start : tokens[at - 1].stop]
    including: set[str] = set()
    while at + 1 < stop:
        what = word_at(tokens, at + 1)
        named = OPTIONS if what == "all" else OPTIONS & {what}
        including = including | named if word_at(tokens, at) == "including" else including - named
        at += 2
    return LikeItem(Span(tokens[first].start, tokens[stop - 1].stop), source, frozenset(including))
