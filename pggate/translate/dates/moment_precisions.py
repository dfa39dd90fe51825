"""
Casts to dates, times and intervals of a precision: x::timestamp(3), CAST(x AS time(0)).

DuckDB 1.5.5 has no such types but some timestamps, which are others of its own.  So such a cast becomes one
to the plain type, rounded; and a macro that does nothing keeps the modifier, which a plan tells
(engine/moment_columns.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.arrays import item_calls
from pggate.translate.dates.moment_types import array_or_type_at
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, word_at
from pggate.translate.syntax.primaries import start_of_operand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.dates.moment_types import MomentType
    from pggate.translate.syntax.looking import Tokens

MODIFIED: Final = "modified"
HINTS: Final = tuple(sorted(words("time timestamp timetz timestamptz interval")))
_PLACE: Final = '"~pg"."~mirror".'
_ROUNDED: Final = {"time": "rounded_time"}
"""What rounds it: a time up to 24:00:00."""
_MOST_DIGITS: Final = 6
_EVERY_FIELD: Final = 0x7FFF << 16


def wrapped(expression: str, modifier: int) -> str:
    """
    The expression with the modifier of its type.
    """
    return f"{_PLACE}{MODIFIED}({expression}, {modifier})"


def precisions(tokens: Tokens) -> Iterator[Edit]:
    """
    x::timestamp(3) is modified(rounded(x::timestamp, 3), 3); of an array each item is rounded.
    """
    for i, token in enumerate(tokens):
        in_cast = token.word == "as" and (opening := _cast(tokens, i)) is not None
        if not (in_cast or token.word == "::"):
            continue
        of = array_or_type_at(tokens, i + 1)
        if of is None or of.digits is None or of.fields:
            continue
        opened, closed = _around(of, min(of.digits, _MOST_DIGITS))
        start, stop = tokens[i + 1].start, tokens[of.last].stop
        words = of.words + "[]" * of.dimensions
        if token.word == "::":
            first = tokens[start_of_operand(tokens, i - 1)].start
            yield Edit(first, first, opened)
            yield Edit(start, stop, words + closed)
        elif opening is not None:
            yield Edit(tokens[opening].stop, tokens[opening].stop, f"{opened}CAST(")
            yield Edit(start, stop, f"{words}){closed} AS {words}")


def _around(of: MomentType, digits: int) -> tuple[str, str]:
    """What stands before and behind the plain cast, or an array's."""
    call, rounded = f"{_PLACE}{MODIFIED}", f"{_PLACE}{_ROUNDED.get(of.name, 'rounded')}"
    if of.dimensions:
        return item_calls.around(call, f'{rounded}("~1", {digits})', of.dimensions, str(_modifier(of)))
    return f"{call}({rounded}(", f", {digits}), {_modifier(of)})"


def _cast(tokens: Tokens, at: int) -> int | None:
    """The parenthesis of the CAST whose AS this is."""
    for opening in range(at - 1, 0, -1):
        if tokens[opening].word == "(" and closing(tokens, opening) > at:
            return opening if word_at(tokens, opening - 1) in {"cast", "try_cast"} else None
    return None


def _modifier(of: MomentType) -> int:
    digits = min(of.digits or 0, _MOST_DIGITS)
    return _EVERY_FIELD | digits if of.name == "interval" else digits
