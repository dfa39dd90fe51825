r"""
The fields of one line of COPY's text and csv formats: PostgreSQL 15, CopyReadAttributesText and
CopyReadAttributesCSV of commands/copyfromparse.c.

A field is NULL where it is written exactly as the NULL string, before ``\`` is undone and without quotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.errors import BadCopyFileFormat
from pggate.types import utf8
from pggate.types.framings import CopyCsv

if TYPE_CHECKING:
    from pggate.types.framings import CopyText

_ESCAPED: Final = re.compile(rb"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))", re.DOTALL)
_LETTERS: Final = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def split(line: bytes, how: CopyText | CopyCsv) -> list[bytes | None]:
    """
    The values of a line, None for NULL.

    Raises:
        BadCopyFileFormat: 22P04, a quote that is not closed.
        CharacterNotInRepertoire: 22021, what the escapes make is no text.

    """
    return _split_csv(line, how) if isinstance(how, CopyCsv) else _split_text(line, how)


def _split_text(line: bytes, how: CopyText) -> list[bytes | None]:
    if b"\\" not in line:
        return [None if field == how.null else field for field in line.split(how.delimiter)]
    # A lone backslash at the end is part of nothing, not even of the NULL string.
    field = re.compile(rb"(?:[^\\" + re.escape(how.delimiter) + rb"]|\\.)*", re.DOTALL)
    fields: list[bytes | None] = []
    at = 0
    while True:
        match = field.match(line, at)
        raw = match[0] if match else b""
        fields.append(None if raw == how.null else _unescaped(raw))
        at += len(raw)
        if line[at : at + 1] != how.delimiter:
            return fields
        at += 1


def _unescaped(raw: bytes) -> bytes:
    if b"\\" not in raw:
        return raw
    value = _ESCAPED.sub(_character, raw)
    utf8.characters(value)
    return value


def _character(escape: re.Match[bytes]) -> bytes:
    octal, hexadecimal, other = escape.groups(b"")
    if octal:
        return bytes((int(octal, 8) & 0xFF,))
    if hexadecimal:
        return bytes((int(hexadecimal, 16),))
    return _LETTERS.get(other, other)


def _split_csv(line: bytes, how: CopyCsv) -> list[bytes | None]:
    if how.quote not in line:
        return [None if field == how.null else field for field in line.split(how.delimiter)]
    outside = re.compile(b"[^" + re.escape(how.delimiter + how.quote) + b"]*", re.DOTALL)
    fields: list[bytes | None] = []
    at = 0
    while True:
        start, parts, is_quoted = at, [], False
        while True:
            match = outside.match(line, at)
            parts.append(match[0] if match else b"")
            at += len(parts[-1])
            if line[at : at + 1] != how.quote:
                break
            is_quoted = True
            part, at = _quoted(line, at + 1, how)
            parts.append(part)
        raw = line[start:at]
        fields.append(None if not is_quoted and raw == how.null else b"".join(parts))
        if at == len(line):
            return fields
        at += 1


def _quoted(line: bytes, at: int, how: CopyCsv) -> tuple[bytes, int]:
    """What stands within quotes, and where they have been closed."""
    value = bytearray()
    special = re.compile(b"[" + re.escape(how.quote + how.escape) + b"]")
    while match := special.search(line, at):
        value += line[at : match.start()]
        at = match.end()
        if match[0] == how.escape and line[at : at + 1] in (how.escape, how.quote):
            value += line[at : at + 1]
            at += 1
        elif match[0] == how.quote:
            return bytes(value), at
        else:
            value += match[0]
    raise BadCopyFileFormat("unterminated CSV quoted field")
