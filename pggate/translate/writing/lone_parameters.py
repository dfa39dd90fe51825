"""
The parameters of an INSERT of one row that are alone in their item of VALUES, and texts that are made of it,
divided where these stand: whatever such a parameter is cast to, the rest of a text is the same.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from pggate.errors import PgError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind
from pggate.translate.writing import insert
from pggate.translate.writing.single_row import values

if TYPE_CHECKING:
    from collections.abc import Mapping

Pieces = tuple[str | int, ...]
"""A text; a number is that of a parameter with its cast."""


@lru_cache(maxsize=256)
def lone_parameters(sql: str) -> frozenset[int]:
    """
    Their numbers: nothing else in their items is open, and nothing else in the statement is the same $n.
    """
    if "$" not in sql:
        return frozenset()
    try:
        parsed = insert.parse(sql)
        items = [] if parsed.common.stop else values(parsed)
    except PgError:  # the engine's parser will say what is wrong
        return frozenset()
    uses = Counter(_numbers(sql))
    of_items = map(_numbers, items)
    return frozenset(numbers[0] for numbers in of_items if len(numbers) == 1 and uses[numbers[0]] == 1)


def divided(sql: str, casts: Mapping[int, str]) -> Pieces | None:
    """
    A text that casts parameters so; None where one of them stands there otherwise.

    Args:
        sql: The text.
        casts: What stands in it for each of them, $n itself or with a cast.

    """
    pieces: list[str | int] = []
    at = 0
    for token in lexer.tokens(sql) if "$" in sql else ():
        number = int(token.text[1:]) if token.kind is Kind.PARAMETER else 0
        if number not in casts:
            continue
        start = token.start - casts[number].index("$")
        stop = start + len(casts[number])
        if start < at or sql[start:stop] != casts[number]:
            return None
        pieces += [sql[at:start], number]
        at = stop
    return (*pieces, sql[at:])


def joined(pieces: Pieces, casts: Mapping[int, str]) -> str:
    """
    The text that casts them so.
    """
    return "".join(piece if isinstance(piece, str) else casts[piece] for piece in pieces)


def _numbers(sql: str) -> list[int]:
    return [int(token.text[1:]) for token in lexer.tokens(sql) if token.kind is Kind.PARAMETER]
