"""
numeric without a precision keeps every digit (PostgreSQL 15, 8.1.2); DuckDB's is DECIMAL(18,3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.decimals import BARE_SCALE, MOST_DIGITS
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import word_at
from pggate.translate.types.type_places import type_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

WORDS: Final = ("numeric", "decimal", "dec")
SPELLING: Final = f"DECIMAL({MOST_DIGITS},{BARE_SCALE})"


def is_spelled(sql: str) -> bool:
    """
    Is there such a type in the text?
    """
    return SPELLING.lower() in sql.lower()


def types(tokens: Tokens) -> Iterator[Edit]:
    """
    numeric and its other names as the DECIMAL that stands for it, in casts and definitions of columns.
    """
    for i in type_places(tokens, WORDS):
        if word_at(tokens, i + 1) != "(":
            yield Edit(tokens[i].start, tokens[i].stop, SPELLING)
