"""
Texts that differ in nothing but whole numbers: what is known of one of them is known of all.

`select a from t where k = 17` and `select a from t where k = 18` have one shape.  A number may vary where
nothing but values, and the width of a column's type, can hang on it: behind an operator, and behind some
words.  So may a string literal behind `=` that has nothing but digits.  The numbers of ORDER BY 2,
varchar(3), row(…)[1] and AT (VERSION => 4) are part of the shape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK: Final = "\0"
"""Where a number was: no text of a client's has this character."""

# Up to nine digits the engine takes every number for an INTEGER.  An operator does not end => or := or ->.
# A literal of five to nine digits, as psql has oids, is one of any integer type but smallint.
_PIECE: Final = re.compile(
    r"""
      '[^']*+' | "[^"]*+"
    | ( (?<![-+*/<>=~!@#%^&|`?:]) = \s*+ ') ([1-9]\d{4,8}) ' (?! \s*+ (?: :: | ') )
    | ( (?<![=:-]) [-+*=<>] \s*+
      | \b (?i:select|limit|offset|and|or|between|when|then|else) \s++
      ) (?: (\d{1,9}) (?![\w.]) )?+
    """,
    re.VERBOSE,
)
_UNCLEAR: Final = ("\\", "$", "--", "/*")
"""What makes a text more than words, numbers and plain quotes: escapes, parameters, remarks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """
    Args:
        text: The text with a MARK in place of each number.
        numbers: As they were written.

    """

    text: str
    numbers: tuple[str, ...]

    @property
    def has_literals(self) -> bool:
        """Is one of the numbers a string literal's?"""
        return f"'{MARK}'" in self.text

    def filled(self, numbers: Sequence[str]) -> str:
        """
        The text with other numbers.
        """
        pieces = self.text.split(MARK)
        return "".join(piece for pair in zip(pieces, (*numbers, ""), strict=True) for piece in pair)


@lru_cache(maxsize=256)
def shape(text: str) -> Shape:
    """
    A text's shape; one that is not plain enough is a shape of its own.
    """
    if any(sign in text for sign in _UNCLEAR):
        return Shape(text, ())
    numbers: list[str] = []

    def marked(piece: re.Match[str]) -> str:
        quoted, digits, before, number = piece.groups()
        if digits is not None:
            numbers.append(digits)
            return f"{quoted}{MARK}'"
        if number is None:
            return piece[0]
        numbers.append(number)
        return f"{before}{MARK}"

    return Shape(_PIECE.sub(marked, text), tuple(numbers))


def carries(text: Shape, written: Shape) -> bool:
    """
    True if each number of `written` stands in `text`, which was made of it, at a place that is known.
    """
    if text.numbers != written.numbers:
        return False
    return len(set(text.numbers)) == len(text.numbers) or text.text.lower() == written.text.lower()
