"""
Types of dates, times and intervals as a text spells them, with a precision and the fields of an interval
(PostgreSQL 15, table 8.9 and 8.5.4): timestamp(3) with time zone, interval day to second(2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.looking import word_at, words_at
from pggate.translate.types.type_names import dimensions_behind

if TYPE_CHECKING:
    from pggate.translate.syntax.looking import Tokens

# By the name and whether `with time zone` stands behind it
_ZONED: Final = {"time": "timetz", "timestamp": "timestamptz"}
NAMES: Final = frozenset({"date", "interval", "time", "timestamp", "timestamptz", "timetz"})
_FIELDS: Final = ("year", "month", "day", "hour", "minute", "second")


class MomentType(NamedTuple):
    """
    Args:
        name: PostgreSQL's short one: timestamptz.
        digits: Behind the second's decimal point, as it is written; None where it is not.
        fields: The first and the last of an interval's; none where they are not said.
        words: The type without its precision and fields.
        last: Its last token.
        dimensions: Of an array as many as are written.

    """

    name: str
    digits: int | None
    fields: tuple[str, ...]
    words: str
    last: int
    dimensions: int = 0

    @property
    def is_restricted(self) -> bool:
        return self.digits is not None or bool(self.fields)


def moment_type_at(tokens: Tokens, start: int) -> MomentType | None:
    """
    The type that begins at a token; None if it is another one, or an array.
    """
    found = array_or_type_at(tokens, start)
    return None if found is None or found.dimensions else found


def array_or_type_at(tokens: Tokens, start: int) -> MomentType | None:
    """
    The same, or an array of such a type.
    """
    name = word_at(tokens, start)
    if name not in NAMES:
        return None
    digits, last = _digits_at(tokens, start + 1, start)
    words = name
    zone = words_at(tokens, last + 1, 3)
    if name in _ZONED and zone in {("with", "time", "zone"), ("without", "time", "zone")}:
        name, words, last = _ZONED[name] if zone[0] == "with" else name, f"{name} {' '.join(zone)}", last + 3
    fields: tuple[str, ...] = ()
    if name == "interval" and digits is None:
        fields, digits, last = _fields_at(tokens, last)
    dimensions, last = dimensions_behind(tokens, last)
    return MomentType(name, digits, fields, words, last, dimensions)


def _digits_at(tokens: Tokens, at: int, last: int) -> tuple[int | None, int]:
    if word_at(tokens, at) == "(" and word_at(tokens, at + 2) == ")" and tokens[at + 1].kind is Kind.NUMBER:
        return int(tokens[at + 1].text), at + 2
    return None, last


def _fields_at(tokens: Tokens, last: int) -> tuple[tuple[str, ...], int | None, int]:
    """What stands behind the token `last` of an interval, or of its literal: the fields and the precision."""
    if word_at(tokens, last + 1) not in _FIELDS:
        return (), None, last
    last += 1
    fields = (tokens[last].word,) * 2
    if word_at(tokens, last + 1) == "to" and word_at(tokens, last + 2) in _FIELDS:
        last += 2
        fields = (fields[0], tokens[last].word)
    if fields[-1] != "second":
        return fields, None, last
    return fields, *_digits_at(tokens, last + 1, last)


def fields_behind(tokens: Tokens, literal: int, of: MomentType) -> MomentType:
    """
    The type of INTERVAL '1' DAY, whose fields stand behind the literal.
    """
    if of.name != "interval" or of.is_restricted:
        return of._replace(last=literal)
    fields, digits, last = _fields_at(tokens, literal)
    return MomentType(of.name, digits, fields, of.words, last)
