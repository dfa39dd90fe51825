"""
Passwords as they are hashed: SASLprep (RFC 4013), in the way of PostgreSQL 15's saslprep.c.
"""

from __future__ import annotations

import stringprep
import unicodedata
from typing import Final


def saslprep(password: str) -> str:
    """
    The password normalised by RFC 4013, or as it is where that forbids it: PostgreSQL's pg_saslprep, whose
    callers "just proceed with the original password".  Like it, this looks for forbidden characters before
    normalisation (RFC 3454 says after), and treats pure ASCII as prepared.
    """
    if password.isascii():
        return password
    mapped = "".join(
        " " if stringprep.in_table_c12(char) else char
        for char in password
        if stringprep.in_table_c12(char) or not stringprep.in_table_b1(char)
    )
    if not mapped or any(map(_is_prohibited, mapped)) or _breaks_bidi_rules(mapped):
        return password
    return unicodedata.normalize("NFKC", mapped)


# RFC 4013, 2.3 and 2.5.
PROHIBITED: Final = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
    stringprep.in_table_a1,
)


def _is_prohibited(char: str) -> bool:
    return any(table(char) for table in PROHIBITED)


def _breaks_bidi_rules(text: str) -> bool:
    """
    RFC 3454, 6: with any right-to-left character, first and last are such and none is left-to-right.
    """
    if not any(map(stringprep.in_table_d1, text)):
        return False
    ends_right = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return not ends_right or any(map(stringprep.in_table_d2, text))
