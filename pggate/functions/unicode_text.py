r"""
unistr, normalize and IS NORMALIZED (PostgreSQL 15, 9.4).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, cast

from pggate.errors import InvalidParameterValue
from pggate.errors import SyntaxError as SqlSyntaxError

_ESCAPE: Final = re.compile(
    r"\\(?:(?P<backslash>\\)|(?P<four>[0-9a-fA-F]{4})|\+(?P<six>[0-9a-fA-F]{6})"
    r"|u(?P<u4>[0-9a-fA-F]{4})|U(?P<u8>[0-9a-fA-F]{8})|(?P<wrong>))",
)
_FORMS: Final = frozenset({"NFC", "NFD", "NFKC", "NFKD"})


def unistr(subject: str) -> str:
    r"""
    The text with \XXXX, \+XXXXXX, \uXXXX and \UXXXXXXXX replaced by their characters.

    Raises:
        SyntaxError: 42601, another escape, half of a surrogate pair.
        InvalidParameterValue: 22023, no character has the number.

    """
    units = _ESCAPE.sub(_unescaped, subject)
    try:
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise SqlSyntaxError("invalid Unicode surrogate pair") from error


def _unescaped(found: re.Match[str]) -> str:
    if found["backslash"]:
        return "\\"
    if found["wrong"] is not None:
        raise SqlSyntaxError(
            "invalid Unicode escape",
            hint="Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.",
        )
    number = int(found[found.lastgroup or ""], 16)
    if not 0 < number <= 0x10FFFF:
        raise InvalidParameterValue(f"invalid Unicode code point: {number:04X}")
    return chr(number)


def cut(subject: str, bytes_: int) -> str:
    """
    No more of the text than fits into so many bytes.
    """
    return subject.encode()[:bytes_].decode(errors="ignore")


def normalize(subject: str, form: str = "NFC") -> str:
    """
    Raises:
        InvalidParameterValue: 22023, no such form.

    """
    return unicodedata.normalize(_form(form), subject)


def is_normalized(subject: str, form: str = "NFC") -> bool:
    """
    Raises:
        InvalidParameterValue: 22023, no such form.

    """
    return unicodedata.is_normalized(_form(form), subject)


def _form(form: str) -> Literal["NFC", "NFD", "NFKC", "NFKD"]:
    if form.upper() not in _FORMS:
        raise InvalidParameterValue(f"invalid normalization form: {form}")
    return cast("Literal['NFC', 'NFD', 'NFKC', 'NFKD']", form.upper())
