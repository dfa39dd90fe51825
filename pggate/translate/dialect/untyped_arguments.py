"""
A string literal as the only argument of a function of several types (PostgreSQL 15, 10.3): of those of one
category it is the preferred one, sqrt('4') is that of double precision; of several categories none is.
DuckDB does not choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.errors import AmbiguousFunction
from pggate.translate.dialect.calls import called
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pggate.translate.syntax.looking import Tokens

_OF_NUMBERS: Final = words(
    "abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log stddev stddev_samp stddev_pop variance"
    " var_samp var_pop"
)
_OF_BOOLEANS: Final = words("bool_and bool_or every")
_OF_SEVERAL: Final = words("sum avg bit_and bit_or bit_xor")
"""Numbers and intervals, or integers and bit strings."""
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(_OF_NUMBERS, "DOUBLE"),
    **dict.fromkeys(_OF_BOOLEANS, "BOOLEAN"),
}
_FUNCTIONS: Final = _OF_SEVERAL | _TYPES.keys()
HINTS: Final = tuple(sorted(_FUNCTIONS))
TRIGGER: Final = r"\(\s*(?:distinct\s+|all\s+)?e?'"

_HINT: Final = "Could not choose a best candidate function. You might need to add explicit type casts."


def literals(tokens: Tokens) -> Iterator[Edit]:
    """
    Cast it to the preferred type.

    Raises:
        AmbiguousFunction: 42725, there is none.

    """
    for i in called(tokens, _FUNCTIONS):
        at = i + 3 if word_at(tokens, i + 2) in {"distinct", "all"} else i + 2
        if (
            word_at(tokens, at + 1) != ")"
            or tokens[at].kind is not Kind.STRING
            or tokens[at].text[0] not in "'$eE"
        ):
            continue
        name, literal = tokens[i].word, tokens[at]
        if name in _OF_SEVERAL:
            raise AmbiguousFunction(
                f"function {name}(unknown) is not unique", hint=_HINT, position=tokens[i].start + 1
            )
        yield Edit(literal.start, literal.stop, f"CAST({literal.text} AS {_TYPES[name]})")
