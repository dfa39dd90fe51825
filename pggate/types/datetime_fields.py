"""
The fields of a date and time, cut out of a text as PostgreSQL 15's ParseDateTime does (datetime.c).

What a field means is ``datetime_words``' to say.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


class FieldKind(Enum):
    """
    What a field looks like; PostgreSQL's DTK_NUMBER and its kin.
    """

    NUMBER = "digits, with a point perhaps"
    DATE = "parts with separators, or the name of a zone"
    TIME = "digits with colons"
    WORD = "letters"
    OFFSET = "a sign and digits"


def _words() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for number, names in enumerate(_MONTHS, 1):
        table |= dict.fromkeys(names.split(), ("month", number))
    table |= dict.fromkeys(_WEEKDAYS.split(), ("weekday", 0))
    table |= {"am": ("half", 0), "pm": ("half", 12), "ad": ("era", 1), "bc": ("era", -1)}
    table |= dict.fromkeys(("at", "on"), ("filler", 0))
    table |= dict.fromkeys(("j", "jd", "julian"), ("julian", 0))
    return table | {"t": ("clock", 0), "allballs": ("midnight", 0)}


# fmt: off
_MONTHS: Final = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
    "sep sept september", "oct october", "nov november", "dec december",
)
_WEEKDAYS: Final = (
    "sun sunday mon monday tue tues tuesday wed wednesday weds thu thur thurs thursday fri friday sat"
    " saturday"
)
# fmt: on
WORDS: Final = _words()
"""
What a word is: PostgreSQL's datetktbl less what names a moment (now, today), and less its obsolete labels.
"""

# Other words of the same table: a digit right behind one begins a field of its own.
_LABELS: Final = "d dow doy dst epoch h infinity isodow isoyear m mm now s today tomorrow y yesterday"

# The order is the order in which they are tried at one place.
_FIELDS: Final = tuple(
    (kind, re.compile(pattern, re.ASCII))
    for kind, pattern in (
        (FieldKind.TIME, r"\d+:[\d:.]*"),
        (FieldKind.DATE, r"\d+(?P<dash>[-/.])\d+(?P=dash)(?:\d|(?P=dash))*"),
        (FieldKind.NUMBER, r"\d+\.\d+"),
        (FieldKind.DATE, r"\d+[-/]\d+"),
        (FieldKind.DATE, r"\d+(?P<mark>[-/.])(?:[a-z0-9]|(?P=mark))*"),
        (FieldKind.NUMBER, r"\d+|\.\d*"),
        (FieldKind.DATE, r"[a-z]+[-/.][-+/_.:a-z0-9]*"),
        (FieldKind.DATE, rf"(?!(?:{'|'.join((*WORDS, *_LABELS.split()))})[+\d])[a-z]+[+\d][-+/_.:a-z0-9]*"),
        (FieldKind.WORD, r"[a-z]+"),
        (FieldKind.OFFSET, r"[-+]\s*\d[\d:.-]*"),
    )
)
_BETWEEN: Final = re.compile(r"(?:\s|[!-*,/:-@\[-`{-~])*", re.ASCII)


def fields(text: str) -> Iterator[tuple[FieldKind, str]]:
    """
    The fields of a text in lower case.

    Raises:
        ValueError: Something in it is in no field.

    """
    at = _BETWEEN.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    while at < len(text):
        kind, found = _field(text, at)
        yield kind, re.sub(r"\s", "", found[0])
        at = _BETWEEN.match(text, found.end()).end()  # type: ignore[union-attr]  # as above


def _field(text: str, at: int) -> tuple[FieldKind, re.Match[str]]:
    for kind, pattern in _FIELDS:
        if found := pattern.match(text, at):
            return kind, found
    raise ValueError(text)
