r"""
The lines of COPY's text and csv formats: PostgreSQL 15, CopyReadLineText of commands/copyfromparse.c.

What ends the first line ends all of them.  In text format a backslash takes the meaning from the character
after it, a line's end included; in csv quotes do, and a line can go over several.  ``\.`` ends the data: in
text format wherever it stands, in csv alone on its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import BadCopyFileFormat, CharacterNotInRepertoire
from pggate.types import utf8
from pggate.types.framings import CopyCsv

if TYPE_CHECKING:
    from pggate.types.framings import CopyText

_BACKSLASH: Final = ord("\\")
_CR: Final = ord("\r")
_LF: Final = ord("\n")
_LONGEST: Final = 4  # bytes of a character


class _MoreNeeded(Exception):  # noqa: N818 it is no fault
    """What follows decides."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    Where a line lies in the data.

    Args:
        start: Its first byte.
        end: Behind its last one.
        next: Where the next line begins, behind what ends this one.
        is_last: The data, or the marker, ended it: nothing comes after it.

    """

    start: int
    end: int
    next: int
    is_last: bool = False


class _Quotes:
    """
    Whether a place in a line of csv is within quotes.
    """

    def __init__(self, quote: int, escape: int) -> None:
        self.are_open = False
        self._quote = quote
        self._escape = escape
        self._escape_at = -2  # the last escape that is not itself escaped

    def see(self, byte: int, at: int) -> None:
        """The line's quotes and escapes, one after another."""
        is_escaped = self._escape_at == at - 1
        if self.are_open and byte == self._escape:
            self._escape_at = -2 if is_escaped else at
        elif byte == self._quote and not is_escaped:
            self.are_open = not self.are_open


class LineReader:
    """
    Args:
        how: The format.

    Attributes:
        eol: What ends a line; empty as long as no line has ended.
        number: Of the line read last, or being read: from 1, lines within quotes counted.

    """

    def __init__(self, how: CopyText | CopyCsv) -> None:
        self.eol = b""
        self.number = 0
        self._is_csv = isinstance(how, CopyCsv)
        self._quote = how.quote[0] if isinstance(how, CopyCsv) else -1
        # An escape that is the quote itself needs no care: two of them toggle twice.
        self._escape = how.escape[0] if isinstance(how, CopyCsv) and how.escape != how.quote else -1
        special = bytes({_CR, _LF, _BACKSLASH, *(one for one in (self._quote, self._escape) if one >= 0)})
        self._special = re.compile(b"[" + re.escape(special) + b"]")

    def read(self, data: bytes | bytearray, start: int, *, final: bool) -> Line | None:
        """
        The line that begins at ``start``; None if more data is needed to tell its end.

        Args:
            data: What has arrived.
            start: A line's beginning.
            final: Nothing comes after ``data``.

        Raises:
            BadCopyFileFormat: 22P04.
            CharacterNotInRepertoire: 22021, in what has been read up to the line's end.

        """
        before = self.number
        self.number += 1
        try:
            return self._read(data, start, final)
        except _MoreNeeded:
            self.number = before
            return None

    def _read(self, data: bytes | bytearray, start: int, final: bool) -> Line:
        quotes = _Quotes(self._quote, self._escape)
        at = verified = start
        while match := self._special.search(data, at):
            at = match.start()
            byte = data[at]
            verified = _verify(data, verified, at)
            if byte == _CR and self._is_csv:
                _byte(data, at + 1, final)
            quotes.see(byte, at)
            if quotes.are_open:
                self.number += byte == (_LF if self.eol == b"\n" else _CR)
            elif byte in (_CR, _LF):
                return Line(start, at, at + self._line_end(data, at, final))
            if byte == _BACKSLASH and (not self._is_csv or at == start):
                behind = self._marker(data, at, final)
                if behind is not None:
                    return Line(start, at, behind, is_last=True)
                at += not self._is_csv  # what stands behind the backslash is data
            at += 1
        if not final:
            raise _MoreNeeded
        _verify(data, verified, len(data))
        return Line(start, len(data), len(data), is_last=True)

    def _line_end(self, data: bytes | bytearray, at: int, final: bool) -> int:
        """The length of a line's end, which must be what all lines have."""
        if data[at] == _LF:
            if self.eol not in (b"", b"\n"):
                raise self._stray("newline", "n")
            self.eol = b"\n"
            return 1
        if self.eol == b"\n":
            raise self._stray("carriage return", "r")
        if self.eol == b"\r":
            return 1
        if _byte(data, at + 1, final) == _LF:
            self.eol = b"\r\n"
            return 2
        if self.eol == b"\r\n":
            raise self._stray("carriage return", "r")
        self.eol = b"\r"
        return 1

    def _stray(self, name: str, letter: str) -> BadCopyFileFormat:
        if self._is_csv:
            return BadCopyFileFormat(
                f"unquoted {name} found in data", hint=f"Use quoted CSV field to represent {name}."
            )
        return BadCopyFileFormat(
            f"literal {name} found in data", hint=f'Use "\\{letter}" to represent {name}.'
        )

    def _marker(self, data: bytes | bytearray, at: int, final: bool) -> int | None:
        """What stands behind the end-of-copy marker; None if it is none."""
        if at + 1 == len(data) and final:
            return None
        if _byte(data, at + 1, final) != ord("."):
            return None
        behind = at + 2
        if self.eol == b"\r\n":
            first = _byte(data, behind, final)
            if first != _CR:
                self._refuse_marker(_MISMATCH if first == _LF else _CORRUPT)
                return None
            behind += 1
        last = _byte(data, behind, final)
        if last not in (_CR, _LF):
            self._refuse_marker(_CORRUPT)
            return None
        if self.eol and last != self.eol[-1]:
            raise BadCopyFileFormat(_MISMATCH)
        return behind + 1

    def _refuse_marker(self, message: str) -> None:
        # In csv it is a value that looks like one.
        if not self._is_csv:
            raise BadCopyFileFormat(message)


_CORRUPT: Final = "end-of-copy marker corrupt"
_MISMATCH: Final = "end-of-copy marker does not match previous newline style"


def _byte(data: bytes | bytearray, at: int, final: bool) -> int:
    """
    The byte that decides on the one before it; 0 where the data ends.  It must begin a character.
    """
    ahead = bytes(data[at : at + _LONGEST])
    try:
        ahead.decode()
    except UnicodeDecodeError as fault:
        if fault.start == 0:
            if not final and fault.end == len(ahead) < _LONGEST:
                raise _MoreNeeded from None
            raise utf8.not_utf8(ahead, 0) from None
    if not ahead:
        if not final:
            raise _MoreNeeded
        return 0
    utf8.characters(ahead[:1].replace(ahead[:1], b"" if ahead[0] else b"\0"))
    return ahead[0]


def _verify(data: bytes | bytearray, start: int, end: int) -> int:
    """
    Raise 22021 for the first thing between the two that is no character; answers the end.
    """
    try:
        utf8.characters(bytes(data[start:end]))
    except CharacterNotInRepertoire:
        # Shown with what follows it, though that is beyond the line.
        utf8.characters(bytes(data[start : end + _LONGEST]))
        raise
    return end
