"""
Casts that are calls of macros where the engine runs them (read_numbers, exact_floats, moment_results), as
casts: in the text of a view, which keeps the calls.

    "~pg"."~mirror".integer_of_column(t)                              CAST(t AS integer)
    CAST("~pg"."~mirror".digits_of_item(t) AS DECIMAL(6, 2))          CAST(t AS DECIMAL(6, 2))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dates import moment_results
from pggate.translate.numbers import exact_floats, read_numbers
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.looking import closing, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

MARK: Final = '"~pg"."~mirror".'
"""What stands before the name of a macro."""

_PLACE: Final = ('"~pg"', ".", '"~mirror"', ".")
_POSTGRESQLS: Final = {"DOUBLE": "double precision", "FLOAT": "real", "DECIMAL": "numeric", "VARCHAR": "text"}
_TYPES: Final = {
    "boolean_of_text": "boolean",
    **{
        macro: _POSTGRESQLS.get(of_type, of_type.lower())
        for macro, of_type in {**moment_results.MACROS, **read_numbers.MACROS, **exact_floats.MACROS}.items()
    },
}


def with_casts(text: str) -> str:
    """
    The text with its casts.
    """
    return rewrite(text, _casts(lexer.tokens(text))).text


def _casts(tokens: Tokens) -> Iterator[Edit]:
    for i, token in enumerate(tokens):
        if token.text != _PLACE[0] or tuple(one.text for one in tokens[i : i + 4]) != _PLACE:
            continue
        name, opening = words_at(tokens, i + 4, 2)
        if opening != "(" or not (name in _TYPES or name in read_numbers.READING):
            continue
        close = tokens[closing(tokens, i + 5)]
        of_type = _TYPES.get(name)
        yield Edit(token.start, tokens[i + 5].stop, "" if of_type is None else "CAST(")
        yield Edit(close.start, close.stop, "" if of_type is None else f" AS {of_type})")
