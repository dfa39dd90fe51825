"""
The texts of a row that is cast to a composite type: each is cut to its attribute's varchar(n) or char(n), as
by a cast of its own (PostgreSQL 15, 8.16.2; 8.3).

    row('abcd', 1)::n   →   row("left"(CAST('abcd' AS VARCHAR), 2), 1)::STRUCT(…)
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import commas, word_at
from pggate.translate.syntax.primaries import start_of_operand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_HEADER: Final = 4
"""What PostgreSQL adds to the length in a typmod."""


def cuts(tokens: Tokens, last: int, of_type: Any) -> Iterator[Edit]:
    """
    Args:
        last: The last token of what is cast.
        of_type: A composite type or that of arrays of one (composite_names.PgType).

    What is no row that is written out, or has other fields, is left alone.
    """
    first = _opening(tokens, last)
    if first is None:
        return
    if tokens[last].word == "]":
        if of_type.element is not None:
            for _, end in _items(tokens, first, last):
                yield from cuts(tokens, end, of_type.element)
        return
    items, fields = _items(tokens, first, last), of_type.fields
    if len(items) != len(fields):
        return
    for (start, end), field in zip(items, fields, strict=True):
        length = field.typmod - _HEADER
        if field.type.name == "varchar" and length >= 0:
            yield Edit(tokens[start].start, tokens[start].start, 'system.main."left"(CAST(')
            yield Edit(tokens[end].stop, tokens[end].stop, f" AS VARCHAR), {length})")
        elif field.type.name == "bpchar" and length >= 0:
            yield Edit(tokens[start].start, tokens[start].start, 'system.main.rtrim(system.main."left"(CAST(')
            yield Edit(tokens[end].stop, tokens[end].stop, f" AS VARCHAR), {length}), ' ')")
        else:
            yield from cuts(tokens, end, field.type)


def _opening(tokens: Tokens, last: int) -> int | None:
    """
    Where the items of ROW(…), (…) or ARRAY[…] begin that ends there; None if something else does.
    """
    if last < 1 or tokens[last].word not in {")", "]"}:
        return None
    start = start_of_operand(tokens, last)
    at = start + 1 if tokens[start].word in {"row", "array"} else start
    return at if word_at(tokens, at) == ("(" if tokens[last].word == ")" else "[") else None


def _items(tokens: Tokens, opening: int, closing: int) -> list[tuple[int, int]]:
    """
    The first and the last token of each item; none where there is nothing between.
    """
    edges = [opening, *commas(tokens, opening, closing), closing]
    found = [(start + 1, stop - 1) for start, stop in pairwise(edges)]
    return found if all(start <= stop for start, stop in found) else []
