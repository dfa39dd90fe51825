"""
String literals where a function takes an array of any type (PostgreSQL 15, 10.3, 38.2.5): what their type is
the other arguments tell; where these are literals, too, it is text[], and of anyarray, where nothing else
tells, none.  DuckDB takes such a literal for a text, whose characters it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.errors import AmbiguousFunction, DatatypeMismatch, InvalidTextRepresentation
from pggate.translate.dialect.calls import called
from pggate.translate.syntax import in_strings
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, commas
from pggate.translate.syntax.quoting import string_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.lexer import Token
    from pggate.translate.syntax.looking import Tokens

_OF_ANY: Final = words(
    "array_to_string array_length cardinality array_ndims array_dims array_upper array_lower array_to_json"
    " trim_array generate_subscripts array_fill"
)
"""Of anyarray or anyelement, which is their first argument."""


class _Call(NamedTuple):
    """
    Which arguments of a function are arrays, and which are elements of such.
    """

    arrays: tuple[int, ...]
    elements: tuple[int, ...] = ()


# Of anycompatiblearray
_COMPATIBLE: Final = {
    "array_append": _Call((0,), (1,)),
    "array_prepend": _Call((1,), (0,)),
    "array_cat": _Call((0, 1)),
    "array_remove": _Call((0,), (1,)),
    "array_replace": _Call((0,), (1, 2)),
    "array_position": _Call((0,), (1,)),
    "array_positions": _Call((0,), (1,)),
}
_FUNCTIONS: Final = _OF_ANY | _COMPATIBLE.keys() | {"unnest"}
HINTS: Final = tuple(sorted(_FUNCTIONS))
TRIGGER: Final = r"[(,]\s*e?'"

_HINT: Final = "Could not choose a best candidate function. You might need to add explicit type casts."
_MOST_DIGITS: Final = 9
"""Of an integer, whatever they are."""


def literals(tokens: Tokens) -> Iterator[Edit]:
    """
    Cast them to arrays of what their elements are.

    Raises:
        DatatypeMismatch: 42804, the function could be one of any array.
        AmbiguousFunction: 42725, it could be another function.
        InvalidTextRepresentation: 22P02, a literal is none of an array.

    """
    for i in called(tokens, _FUNCTIONS):
        name, arguments = tokens[i].word, _arguments(tokens, i + 1)
        if name in _COMPATIBLE:
            yield from _typed(arguments, _COMPATIBLE[name])
        elif arguments and arguments[0] is not None and _is_literal(arguments[0]):
            if name in _OF_ANY:
                raise DatatypeMismatch("could not determine polymorphic type because input has type unknown")
            if len(arguments) == 1:
                raise AmbiguousFunction(
                    f"function {name}(unknown) is not unique", hint=_HINT, position=tokens[i].start + 1
                )


def _arguments(tokens: Tokens, opening: int) -> list[Token | None]:
    """
    The arguments of a call that are one token, None for others.
    """
    close = closing(tokens, opening)
    ends = [*commas(tokens, opening, close), close]
    starts = [opening, *ends[:-1]]
    return [
        tokens[start + 1] if stop == start + 2 else None for start, stop in zip(starts, ends, strict=True)
    ]


def _typed(arguments: list[Token | None], call: _Call) -> Iterator[Edit]:
    if len(arguments) <= max(*call.arrays, *call.elements, 0):
        return
    given = [arguments[at] for at in (*call.arrays, *call.elements)]
    element = _element_type([one for one in given if one is not None])
    if None in given or element is None:
        return
    for at in call.arrays:
        array = arguments[at]
        if array is not None and _is_literal(array):
            text = string_value(array.text)
            items = in_strings.constructor(text)
            if items is None:
                raise InvalidTextRepresentation(
                    f'malformed array literal: "{text}"', position=array.start + 1
                )
            yield Edit(array.start, array.stop, f"CAST({items} AS {element}{'[]' * _dimensions(items)})")


def _element_type(given: list[Token]) -> str | None:
    """
    What literals and numbers are together; None where something else stands among them.
    """
    others = [one for one in given if not _is_literal(one) and one.word != "null"]
    if not others:
        return "VARCHAR"
    is_integer = all(one.text.isdecimal() and len(one.text) <= _MOST_DIGITS for one in others)
    return "INTEGER" if is_integer else None


def _dimensions(constructor: str) -> int:
    written = constructor
    count = 0
    while written.startswith("ARRAY["):
        written, count = written.removeprefix("ARRAY["), count + 1
    return count


def _is_literal(token: Token) -> bool:
    return token.kind is Kind.STRING and token.text[0] in "'$eE"
