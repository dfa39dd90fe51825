"""
Casts to varchar(n) and char(n) in what changes rows, where no edit of a tree makes calls of them
(character_calls.py):

    SET a = x::varchar(3)          SET a = "~char_varchar"(x::varchar, 3)
    WHERE CAST(x AS char(3)) = b   WHERE CAST("~char_bpchar"(CAST(x AS varchar), 3) AS varchar) = b
    SET a = x::varchar(3)[]        SET a = "~char_varchar[]"(list_transform(x::varchar[], ...), 3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.arrays import item_calls
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
from pggate.translate.types.type_names import dimensions_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_BPCHAR: Final = "bpchar"
_FIRST: Final = frozenset({"update", "delete", "merge", "insert", "with"})


class _Cast(NamedTuple):
    """
    Where what is cast begins, and the type's tokens; of an array how many dimensions are written; where the
    call stands inside of CAST, its parenthesis.
    """

    first: int
    at: int
    of: CharacterType
    last: int
    dimensions: int
    opening: int | None = None

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and behind the plain cast."""
        if self.dimensions:
            item = f'{_call(self.of)}"~1"{_rest(self.of)})'
            length = "" if self.of.length is None else str(self.of.length)
            return item_calls.around(_name(self.of, "[]"), item, self.dimensions, length)
        return _call(self.of), f"{_rest(self.of)})"


def casts(tokens: Tokens) -> Iterator[Edit]:
    """
    x::varchar(3), CAST(x AS char(3)) and char(3) 'x' of a change.
    """
    if word_at(tokens, 0) not in _FIRST or not is_change(tokens):
        return
    found: list[_Cast] = []
    for i in range(1, len(tokens)):
        of = type_at(tokens, i)
        if of is None or not _cuts(of):
            continue
        opening = _cast(tokens, i)
        dimensions, last = dimensions_behind(tokens, of.stop - 1)
        if word_at(tokens, i - 1) == "::":
            found.append(_Cast(start_of_operand(tokens, i - 2), i, of, last, dimensions))
        elif opening is not None:
            found.append(_Cast(opening + 1, i, of, last, dimensions, opening))
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
        call = each.around[0] + ("" if each.opening is None else "CAST(")
        begun[each.first] = call + begun.get(each.first, "")
    for first, calls in begun.items():
        yield Edit(tokens[first].start, tokens[first].start, calls)
    for each in found:
        plain = "varchar" + "[]" * each.dimensions
        behind, cast = ("", "") if each.opening is None else (")", f" AS {plain}")
        written = f"{plain}{behind}{each.around[1]}{cast}"
        yield Edit(tokens[each.at].start, tokens[each.last].stop, written)


def _cuts(of: CharacterType) -> bool:
    """Does it change a text?"""
    return of.name == _BPCHAR or (of.name == "varchar" and of.length is not None)


def _cast(tokens: Tokens, at: int) -> int | None:
    """The parenthesis of the CAST in which a type stands behind AS."""
    for opening in range(at - 1, 0, -1):
        if tokens[opening].word == "(" and closing(tokens, opening) > at:
            return opening if follows_cast(tokens, at, word_at(tokens, opening - 1)) else None
    return None


def _call(of: CharacterType) -> str:
    return f"{_name(of)}("


def _name(of: CharacterType, brackets: str = "") -> str:
    return f'"~pg"."~catalog".{quoting.quote(MARK + of.name + brackets)}'


def _rest(of: CharacterType) -> str:
    return "" if of.length is None else f", {of.length}"
