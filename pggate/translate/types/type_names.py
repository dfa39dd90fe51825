"""
Names of types as a text spells them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax.looking import word_at

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

# Type names of two words and more (PostgreSQL 15, table 8.1).
_SECOND_WORDS: Final = {
    "double": ("precision",),
    "character": ("varying",),
    "timestamp": ("with time zone", "without time zone"),
    "time": ("with time zone", "without time zone"),
}


def type_at(tokens: Tokens, start: int) -> str:
    """
    The name of the type that begins here: without pg_catalog, folded, of any number of dimensions one, as in
    "int[]" and "timestamp with time zone"; "" if there is none.
    """
    name, at = _scalar_at(tokens, start)
    return f"{name}[]" if name and word_at(tokens, at) in {"[", "array"} else name


def dimensions_at(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """
    The characters of the dimensions of the array type that begins here: of "[3][]" or ARRAY[3]; None if the
    type is no array.
    """
    name, first = _scalar_at(tokens, start)
    last = first + (word_at(tokens, first) == "array")
    while word_at(tokens, last) == "[":
        last = next((i + 1 for i in range(last, len(tokens)) if tokens[i].word == "]"), len(tokens))
    return (tokens[first].start, tokens[last - 1].stop) if name and last > first else None


def dimensions_behind(tokens: Tokens, last: int) -> tuple[int, int]:
    """
    How many dimensions stand behind the last token of a type, as [], [3] or ARRAY, and the last token of all.
    """
    if word_at(tokens, last + 1) == "array":
        last += 1
        if word_at(tokens, last + 1) != "[":
            return 1, last
    dimensions = 0
    while word_at(tokens, last + 1) == "[":
        end = len(tokens) - 1
        last = next((i for i in range(last + 1, end) if tokens[i].word == "]"), end)
        dimensions += 1
    return dimensions, last


def _scalar_at(tokens: Tokens, start: int) -> tuple[str, int]:
    """
    The name of the type without its dimensions, "" if there is none, and the token behind it.
    """
    at = start + 2 if word_at(tokens, start) == "pg_catalog" and word_at(tokens, start + 1) == "." else start
    if at >= len(tokens) or not tokens[at].is_name:
        return "", at
    name = tokens[at].name
    at = _past_modifier(tokens, at + 1)
    for rest in _SECOND_WORDS.get(name, ()):
        following = rest.split()
        if [token.word for token in tokens[at : at + len(following)]] == following:
            name = f"{name} {rest}"
            at = _past_modifier(tokens, at + len(following))
    return name, at


def _past_modifier(tokens: Tokens, at: int) -> int:
    if word_at(tokens, at) != "(":
        return at
    return next((i + 1 for i in range(at, len(tokens)) if tokens[i].word == ")"), len(tokens))
