"""
The flags of PostgreSQL's regular expressions (PostgreSQL 15, 9.7.3.4, table 9.24).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pggate.errors import InvalidParameterValue


@dataclass(frozen=True, slots=True)
class Flags:
    """
    Args:
        ignores_case: i.
        stops_at_newline: `.` and [^…] do not match it (n, p).
        anchors_at_newline: ^ and $ match beside it (n, w).
        is_literal: The expression is a plain text (q).
        is_expanded: White space and #comments mean nothing (x).
        is_global: g, which functions read.

    """

    ignores_case: bool = False
    stops_at_newline: bool = False
    anchors_at_newline: bool = False
    is_literal: bool = False
    is_expanded: bool = False
    is_global: bool = False


_NEWLINES: Final = {
    "n": (True, True),
    "m": (True, True),
    "p": (True, False),
    "w": (False, True),
    "s": (False, False),
}


def read_flags(letters: str, flags: Flags = Flags()) -> Flags:
    """
    Raises:
        InvalidParameterValue: 22023, a letter is no flag (PostgreSQL 15, table 9.24).

    """
    for letter in letters:
        match letter:
            case "i" | "c":
                flags = replace(flags, ignores_case=letter == "i")
            case "n" | "m" | "p" | "w" | "s":
                stops, anchors = _NEWLINES[letter]
                flags = replace(flags, stops_at_newline=stops, anchors_at_newline=anchors)
            case "q":
                flags = replace(flags, is_literal=True)
            case "x" | "t":
                flags = replace(flags, is_expanded=letter == "x")
            case "g":
                flags = replace(flags, is_global=True)
            case "e" | "b":  # extended and basic ones are not told apart from advanced ones
                pass
            case _:
                raise InvalidParameterValue(f'invalid regular expression option: "{letter}"')
    return flags
