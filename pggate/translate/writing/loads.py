"""
Loads: an INSERT of many rows of plain literals, and a short one that means the same to whoever analyses it.

Such a text is as long as its data.  What it is about follows from its head and from what kinds of literals
stand in each column: a few of its rows have all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LONG: Final = 2048
"""Characters: a shorter INSERT is analysed as it stands."""

_NAME: Final = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^\W\d][\w$]*+)\s*+'
_HEAD: Final = re.compile(
    rf"insert\s++into\s++{_NAME}(?:\.\s*+{_NAME})*(?:\bas\s++{_NAME})?"
    rf"(?:\(\s*+{_NAME}(?:,\s*+{_NAME})*\)\s*+)?\bvalues\b\s*+(?=\()",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(
    r"""\s*+(?:
      (?P<open>   \( )
    | (?P<close>  \) )
    | (?P<comma>  , )
    | (?P<string> '[^']*+(?:''[^']*+)*+' )
    | (?P<short>  -?\d{1,9} (?![\w.]) )
    | (?P<long>   -?\d{10,18} (?![\w.]) )
    | (?P<exact>  -?\d{1,18}\.\d{1,18} (?![\w.]) )
    | (?P<true>   (?:true|false) (?![\w.(]) )
    | (?P<null>   null (?![\w.(]) )
    | (?P<default> default (?![\w.(]) )
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_OPEN, _CLOSE, _COMMA, _STRING = (_PIECE.groupindex[name] for name in ("open", "close", "comma", "string"))
_MOST_QUOTED: Final = 4096
"""Characters of a string with quotes in it: a longer one may be spelled otherwise (literals.py)."""


@dataclass(frozen=True, slots=True)
class Load:
    """
    An INSERT of rows of plain literals.

    Args:
        head: Its text up to the rows.
        rows: The text of the rows, to the end.
        some: Of the rows as many as have every kind of literal in every column.
        strings: For each column the literals in quotes, as they are written, with spaces between.

    """

    head: str
    rows: str
    some: str
    strings: tuple[str, ...]

    @property
    def sample(self) -> str:
        """
        The short INSERT.
        """
        return self.head + self.some


def load(sql: str) -> Load | None:
    """
    The parts of a load; None for a text that is short, or in which anything else stands.
    """
    head = _HEAD.match(sql) if len(sql) >= LONG else None
    if head is None:
        return None
    rows = _Rows(sql)
    try:
        stop = rows.read(head.end())
    except _OtherwiseError:
        return None
    return Load(head[0], sql[head.end() : stop], ", ".join(rows.some), tuple(map(" ".join, rows.strings)))


class _OtherwiseError(Exception):
    """
    Something else than rows of plain literals.
    """


class _Rows:
    """
    Reads rows, and keeps those that have a kind of literal where none before has it.
    """

    def __init__(self, sql: str) -> None:
        self._sql = sql
        self._known: set[tuple[int, int]] = set()
        self.some: list[str] = []
        self.strings: list[list[str]] = []

    def read(self, at: int) -> int:
        """
        Read the rows from there to the end of the text; where the last one ends.
        """
        while True:
            end = self._row(at)
            piece = _PIECE.match(self._sql, end)
            if piece is None and not self._sql[end:].strip(" \t\r\n;"):
                return end
            at = self._expect(end, _COMMA)

    def _row(self, at: int) -> int:
        start, column, known = at, 0, len(self._known)
        at = self._expect(at, _OPEN)
        while True:
            at = self._value(at, column)
            piece = _PIECE.match(self._sql, at)
            if piece is None or piece.lastindex not in (_COMMA, _CLOSE):
                raise _OtherwiseError
            at = piece.end()
            column += 1
            if piece.lastindex == _CLOSE:
                break
        if column != len(self.strings):
            raise _OtherwiseError
        if len(self._known) > known:
            self.some.append(self._sql[start:at].strip())
        return at

    def _value(self, at: int, column: int) -> int:
        piece = _PIECE.match(self._sql, at)
        if piece is None or (kind := piece.lastindex or 0) < _STRING:
            raise _OtherwiseError
        if column == len(self.strings):
            if self.some:
                raise _OtherwiseError
            self.strings.append([])
        if kind == _STRING:
            literal = piece["string"]
            if len(literal) > _MOST_QUOTED and "''" in literal:
                raise _OtherwiseError
            self.strings[column].append(literal)
        self._known.add((column, kind))
        return piece.end()

    def _expect(self, at: int, kind: int) -> int:
        piece = _PIECE.match(self._sql, at)
        if piece is None or piece.lastindex != kind:
            raise _OtherwiseError
        return piece.end()
