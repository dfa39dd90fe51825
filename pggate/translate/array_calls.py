"""
Calls with arrays that DuckDB reads otherwise (PostgreSQL 15, 9.19, 9.21, 9.24): of as many dimensions as an
argument says, of distinct values in their order, and comparisons with an array that is NULL.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.errors import FeatureNotSupported
from pggate.translate.edits import Edit
from pggate.translate.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.looking import Tokens


def array_fills(tokens: Tokens) -> Iterator[Edit]:
    """
    array_fill(x, ARRAY[2, 3]) is array_fill(array_fill(x, ARRAY[3]), ARRAY[2]).

    Raises:
        FeatureNotSupported: Its subscripts are to begin elsewhere than at 1.

    """
    for i, token in enumerate(tokens):
        if token.word != "array_fill" or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        end = between[1] if len(between) == 2 else close
        if len(between) == 2:
            _require_ones(tokens, end, close)
            yield Edit(tokens[end].start, tokens[close].start, "")
        if between and word_at(tokens, between[0] + 1) == "array":
            lengths = _items(tokens, between[0] + 2, end - 1)
            calls = "), ARRAY[".join(f"{length}]" for length in reversed(lengths))
            yield Edit(token.start, token.start, "array_fill(" * (len(lengths) - 1))
            yield Edit(tokens[between[0]].start, tokens[end - 1].stop, f", ARRAY[{calls}")


def distinct_values(tokens: Tokens) -> Iterator[Edit]:
    """
    array_agg(DISTINCT x) is sorted, as what made the values distinct leaves them (9.21).
    """
    for i, token in enumerate(tokens):
        if token.word != "array_agg" or word_at(tokens, i + 1) != "(" or word_at(tokens, i + 2) != "distinct":
            continue
        close = closing(tokens, i + 1)
        if not commas(tokens, i + 1, close) and "order" not in (each.word for each in tokens[i:close]):
            value = " ".join(each.text for each in tokens[i + 3 : close])
            yield Edit(tokens[close].start, tokens[close].start, f" ORDER BY {value}")


_OF_ARRAYS: Final = {
    "concat": "~concat_of",
    "num_nulls": "~num_nulls_of",
    "num_nonnulls": "~num_nonnulls_of",
}


def variadic(tokens: Tokens) -> Iterator[Edit]:
    """
    concat(VARIADIC a) has the items of an array for its arguments (38.5.6); duckdb 1.5.5 skips the word.
    """
    for i, token in enumerate(tokens):
        name = word_at(tokens, i - 2)
        if token.word == "variadic" and word_at(tokens, i - 1) == "(" and name in _OF_ARRAYS:
            yield Edit(tokens[i - 2].start, token.stop, f'"{_OF_ARRAYS[name]}"(')


def null_arrays(tokens: Tokens) -> Iterator[Edit]:
    """
    a = ANY (NULL) is NULL (9.24.3), as of an array with nothing but NULL in it; duckdb 1.5.5 compares with no
    element at all.
    """
    for i, token in enumerate(tokens):
        if token.word == "null" and word_at(tokens, i - 1) == "(" and word_at(tokens, i - 2) in _QUANTIFIERS:
            yield Edit(token.start, token.stop, "ARRAY[NULL]")


_QUANTIFIERS: Final = frozenset({"any", "all", "some"})


def _require_ones(tokens: Tokens, comma: int, close: int) -> None:
    if any(tokens[at].text.lower() not in {"array", "[", "]", ",", "1"} for at in range(comma, close)):
        raise FeatureNotSupported(
            "arrays that do not begin at 1 are not supported", hint="Leave the lower bounds out."
        )


def _items(tokens: Tokens, opening: int, close: int) -> list[str]:
    bounds = [opening, *commas(tokens, opening, close), close]
    return [
        " ".join(token.text for token in tokens[before + 1 : after]) for before, after in pairwise(bounds)
    ]
