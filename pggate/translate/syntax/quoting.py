"""
Names and strings in their quotes: written, and read back (PostgreSQL 15, 4.1.1, 4.1.2).

What is read is one token's text, quotes included, which the lexer has found to be whole.
"""

from __future__ import annotations

import re
import string
import sys
from typing import Final

from pggate.errors import SyntaxError as SqlSyntaxError


def quote(name: str) -> str:
    """
    The identifier in double quotes, whatever it contains.
    """
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """
    The text as a string literal.
    """
    return "'" + value.replace("'", "''") + "'"


def unquote(text: str) -> str:
    """
    What a "quoted" or U&"quoted" identifier names.
    """
    if text[0] in "uU":
        return unescape_unicode(text[3:-1].replace('""', '"'))
    return text[1:-1].replace('""', '"')


def string_value(text: str) -> str:
    """
    The characters a string stands for: '', E'', U&'', $$ $$; of B'' and X'' the digits.
    """
    match text[0]:
        case "'":
            return text[1:-1].replace("''", "'")
        case "$":
            tag = text.index("$", 1) + 1
            return text[tag:-tag]
        case "e" | "E":
            return _ESCAPE.sub(_unescape, text[2:-1])
        case "u" | "U":
            return unescape_unicode(text[3:-1].replace("''", "'"))
        case _:
            return text[2:-1].replace("''", "'")


# PostgreSQL 15, table 4.1 "Backslash Escape Sequences"
_ESCAPE: Final = re.compile(
    r"''|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL
)
_ESCAPED: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _unescape(match: re.Match[str]) -> str:
    body = match.group()[1:]
    if body == "'":
        return "'"
    if body[0] in "01234567":
        return chr(int(body, 8) & 0xFF)
    if body[0] in "xuU" and len(body) > 1:
        return _character(body[1:])
    return _ESCAPED.get(body, body)


def unescape_unicode(text: str, escape: str = "\\") -> str:
    r"""
    The text of a U&'' with its \XXXX and \+XXXXXX resolved (PostgreSQL 15, 4.1.2.3).

    A pair of surrogates becomes the one character it stands for.

    Raises:
        SyntaxError: for an escape that is no character, and for what cannot be the escape character.

    """
    if len(escape) != 1 or escape in _NO_ESCAPES:
        raise SqlSyntaxError("invalid Unicode escape character")
    mark = re.escape(escape)
    resolved = re.sub(
        rf"{mark}(?:(?P<twice>{mark})|(?P<four>[0-9a-fA-F]{{4}})|\+(?P<six>[0-9a-fA-F]{{6}}))",
        lambda m: escape if m["twice"] else _character(m["four"] or m["six"]),
        text,
    )
    return _paired(resolved)


_NO_ESCAPES: Final = string.hexdigits + string.whitespace + "+'\""


def _character(digits: str) -> str:
    """
    The character of a code point in hexadecimal, which may be half of a pair of surrogates.
    """
    code = int(digits, 16)
    if not 0 < code <= sys.maxunicode:
        raise SqlSyntaxError("invalid Unicode escape value")
    return chr(code)


def _paired(text: str) -> str:
    """
    The text with every pair of surrogates as one character.
    """
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise SqlSyntaxError("invalid Unicode surrogate pair") from error
