"""
Templates of to_char, to_date and to_timestamp (PostgreSQL 15, 9.8, tables 9.28 and 9.29), taken apart as
parse_format of its formatting.c does.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple


class Kind(Enum):
    """
    What stands at a place of a template.
    """

    PATTERN = "a field"
    SPACE = "white space"
    SEPARATOR = "punctuation"
    TEXT = "a character that stands for itself"


class Part(NamedTuple):
    """
    Args:
        kind: Of it.
        text: The character, or the pattern: in capitals, but where its spelling tells the case of names.
        fill: False after FM: no padding.
        localized: After TM, names are not padded either.
        ordinal: "TH" or "th" behind the pattern; "" for neither.

    """

    kind: Kind
    text: str
    fill: bool = True
    localized: bool = False
    ordinal: str = ""


# Patterns of numbers, and those whose spelling tells how a name is written.
_NUMBERS: Final = (
    "CC DDD DD D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH IDDD ID IW IYYY IYY IY I J MI MM MS OF Q SSSSS "
    "SSSS SS TZH TZM US WW W Y,YYY YYYY YYY YY Y"
)
_NAMES: Final = (
    "A.D. A.M. AD AM B.C. BC DAY DY MONTH MON P.M. PM RM TZ "
    "a.d. a.m. ad am b.c. bc day dy month mon p.m. pm rm tz Day Dy Month Mon"
)
_PATTERNS: Final = {
    **{name: name for name in (*_NAMES.split(), *_NUMBERS.split())},
    **{name.lower(): name for name in _NUMBERS.split()},
}
_BY_LENGTH: Final = sorted(_PATTERNS, key=len, reverse=True)
_PREFIXES: Final = ("FM", "fm", "TM", "tm")
_POSTFIXES: Final = ("TH", "th", "SP")


@lru_cache(maxsize=512)
def parts(template: str) -> tuple[Part, ...]:
    """
    In order.
    """
    found: list[Part] = []
    at = 0
    while at < len(template):
        prefix = next((one for one in _PREFIXES if template.startswith(one, at)), "")
        at += len(prefix)
        pattern = next((one for one in _BY_LENGTH if template.startswith(one, at)), "")
        if pattern:
            at += len(pattern)
            postfix = next((one for one in _POSTFIXES if template.startswith(one, at)), "")
            at += len(postfix)
            ordinal = postfix if postfix.upper() == "TH" else ""
            modifier = prefix.upper()
            found.append(Part(Kind.PATTERN, _PATTERNS[pattern], modifier != "FM", modifier == "TM", ordinal))
        elif template.startswith('"', at):
            at = _quoted(template, at + 1, found)
        elif at < len(template):
            at += template.startswith('\\"', at)
            found.append(_literal(template[at]))
            at += 1
    return tuple(found)


def _quoted(template: str, at: int, found: list[Part]) -> int:
    """Up to the closing quote; a backslash takes the next character for itself."""
    while at < len(template) and template[at] != '"':
        at += template[at] == "\\" and at + 1 < len(template)
        found.append(Part(Kind.TEXT, template[at]))
        at += 1
    return at + 1


def _literal(character: str) -> Part:
    if character.isspace():
        return Part(Kind.SPACE, character)
    if "!" <= character <= "~" and not character.isalnum():
        return Part(Kind.SEPARATOR, character)
    return Part(Kind.TEXT, character)
