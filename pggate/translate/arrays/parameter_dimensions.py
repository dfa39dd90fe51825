"""
$1::int[] where the value of $1 has several dimensions: PostgreSQL has one type for all of them (15, 8.15.1),
DuckDB one for each number of them, which the text has to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.arrays.nested_arrays import depth
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at
from pggate.translate.syntax.primaries import start_of_operand
from pggate.translate.types.type_names import dimensions_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.translate.syntax.looking import Tokens

_CASTS: Final = frozenset({"cast", "try_cast"})


def casts(sql: str, types: Mapping[int, str]) -> Iterator[Edit]:
    """
    $1::int[] and CAST($1 AS int[]) with as many brackets as the parameter's type has.

    Args:
        types: DuckDB's, of the parameters.  Only those with several dimensions are looked at.

    """
    deep = {number: found for number, of_type in types.items() if (found := depth(of_type)) > 1}
    if not deep:
        return
    tokens = lexer.tokens(sql)
    for i, token in enumerate(tokens):
        number = int(token.text[1:]) if token.kind is Kind.PARAMETER else 0
        behind = _behind(tokens, i) if number in deep else None
        brackets = None if behind is None else dimensions_at(tokens, behind)
        if brackets is not None:
            yield Edit(*brackets, "[]" * deep[number])


def _behind(tokens: Tokens, parameter: int) -> int | None:
    """Where the type begins that it is cast to, perhaps in parentheses of its own; None if it is not."""
    first = last = parameter
    while word_at(tokens, last + 1) == ")" and word_at(tokens, first - 1) == "(":
        first, last = first - 1, last + 1
    if word_at(tokens, last + 1) == "::":
        is_cast = start_of_operand(tokens, last) == first  # else it is the argument of a call
    else:
        is_cast = word_at(tokens, last + 1) == "as" and word_at(tokens, first - 2) in _CASTS
    return last + 2 if is_cast else None
