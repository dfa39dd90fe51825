"""
Calls of array functions whose result has as many dimensions as an argument says (PostgreSQL 15, 9.19).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

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
