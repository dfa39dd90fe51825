"""
Where a text has literals of dates, times and intervals: timestamp '…', '…'::date, CAST('…' AS interval).

What they become the caller says, who knows what is in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.dates.moment_types import NAMES, fields_behind, moment_type_at
from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.dates.moment_types import MomentType
    from pggate.translate.syntax.looking import Tokens

HINT: Final = re.compile(rf"\b(?:{'|'.join(sorted(NAMES))})\b", re.IGNORECASE)
"""What a text has that has such literals."""


class MomentLiteral(NamedTuple):
    """
    Args:
        start: Where the literal, or the type before it, begins.
        stop: Where it ends, or the fields behind it do.
        literal: The token.
        type: What it is of.
        type_span: Where the type stands that comes after it; None where it stands before.

    """

    start: int
    stop: int
    literal: lexer.Token
    type: MomentType
    type_span: tuple[int, int] | None


def moment_literals(sql: str) -> Iterator[MomentLiteral]:
    """
    In the order of the text.
    """
    tokens = lexer.tokens(sql)
    taken = -1
    for i, token in enumerate(tokens):
        if i == taken:
            continue
        if _is_string(tokens, i):
            after = _type_behind(tokens, i)
            if after is not None:
                span = (tokens[i + 2].start, tokens[after.last].stop)
                yield MomentLiteral(token.start, token.stop, token, after, span)
        elif token.word in NAMES and word_at(tokens, i - 1) not in {".", "::"}:
            before = moment_type_at(tokens, i)
            at = before.last + 1 if before is not None else len(tokens)
            if before is not None and at < len(tokens) and _is_string(tokens, at):
                taken = at
                whole = fields_behind(tokens, at, before)
                yield MomentLiteral(token.start, tokens[whole.last].stop, tokens[at], whole, None)


def _type_behind(tokens: Tokens, i: int) -> MomentType | None:
    behind = word_at(tokens, i + 1)
    if behind == "::" or (
        behind == "as" and word_at(tokens, i - 1) == "(" and word_at(tokens, i - 2) == "cast"
    ):
        return moment_type_at(tokens, i + 2)
    return None


def _is_string(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind is Kind.STRING and tokens[at].text[0] not in "bBxX"


AT_ZONE: Final = re.compile(r"\btime\s+zone\s*'", re.IGNORECASE)
"""What a text has that names the zone of an AT TIME ZONE."""


def zone_literals(sql: str) -> Iterator[lexer.Token]:
    """
    The literals behind AT TIME ZONE.
    """
    tokens = lexer.tokens(sql)
    for i in range(len(tokens)):
        if (
            words_at(tokens, i, 3) == ("at", "time", "zone")
            and i + 3 < len(tokens)
            and _is_string(tokens, i + 3)
        ):
            yield tokens[i + 3]
