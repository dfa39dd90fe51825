"""
Casts to varchar(n) and char(n) in what changes rows, where no edit of a tree makes calls of them
(character_calls.py):

    SET a = x::varchar(3)          SET a = "~char_varchar"(x::varchar, 3)
    WHERE CAST(x AS char(3)) = b   WHERE CAST("~char_bpchar"(CAST(x AS varchar), 3) AS varchar) = b
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.characters.character_types import (
    MARK,
    CharacterType,
    follows_cast,
    is_before_literal,
    is_change,
    type_at,
)
from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.looking import closing, word_at
from pggate.translate.syntax.primaries import start_of_operand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_BPCHAR: Final = "bpchar"
_FIRST: Final = frozenset({"update", "delete", "merge", "insert", "with"})


class _Cast(NamedTuple):
    """
    Where what is cast begins, and the type's tokens; where the call stands inside of CAST, its parenthesis.
    """

    first: int
    at: int
    of: CharacterType
    opening: int | None = None


def casts(tokens: Tokens) -> Iterator[Edit]:
    """
    x::varchar(3), CAST(x AS char(3)) and char(3) 'x' of a change.
    """
    if word_at(tokens, 0) not in _FIRST or not is_change(tokens):
        return
    found: list[_Cast] = []
    for i in range(1, len(tokens)):
        of = type_at(tokens, i)
        if of is None or not _cuts(tokens, of):
            continue
        opening = _cast(tokens, i)
        if word_at(tokens, i - 1) == "::":
            found.append(_Cast(start_of_operand(tokens, i - 2), i, of))
        elif opening is not None:
            found.append(_Cast(opening + 1, i, of, opening))
        elif is_before_literal(tokens, i, of):
            length = of if word_at(tokens, of.stop - 1) == ")" else of._replace(length=None)
            literal = tokens[of.stop]
            yield Edit(tokens[i].start, literal.stop, f"{_call(length)}{literal.text}{_rest(length)})")
    yield from _calls(tokens, found)


def _calls(tokens: Tokens, found: list[_Cast]) -> Iterator[Edit]:
    """
    Of x::char(5)::varchar(3) the last is the outermost.
    """
    begun: dict[int, str] = {}
    for each in found:
        call = _call(each.of) + ("" if each.opening is None else "CAST(")
        begun[each.first] = call + begun.get(each.first, "")
    for first, calls in begun.items():
        yield Edit(tokens[first].start, tokens[first].start, calls)
    for each in found:
        behind = "" if each.opening is None else ")"
        written = f"varchar{behind}{_rest(each.of)})" + ("" if each.opening is None else " AS varchar")
        yield Edit(tokens[each.at].start, tokens[each.of.stop - 1].stop, written)


def _cuts(tokens: Tokens, of: CharacterType) -> bool:
    """Does it change a text?  Of arrays each element is another matter."""
    is_text = of.name == _BPCHAR or (of.name == "varchar" and of.length is not None)
    return is_text and word_at(tokens, of.stop) != "["


def _cast(tokens: Tokens, at: int) -> int | None:
    """The parenthesis of the CAST in which a type stands behind AS."""
    for opening in range(at - 1, 0, -1):
        if tokens[opening].word == "(" and closing(tokens, opening) > at:
            return opening if follows_cast(tokens, at, word_at(tokens, opening - 1)) else None
    return None


def _call(of: CharacterType) -> str:
    return f'"~pg"."~catalog".{quoting.quote(MARK + of.name)}('


def _rest(of: CharacterType) -> str:
    return "" if of.length is None else f", {of.length}"
