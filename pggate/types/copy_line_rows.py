"""
The rows of COPY's text and csv formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pggate.errors import BadCopyFileFormat, PgError
from pggate.types import copy_fields
from pggate.types.copy_lines import LineReader
from pggate.types.copy_rows import Row, located, shown
from pggate.types.framings import CopyCsv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.types.copy_lines import Line
    from pggate.types.copy_rows import Header
    from pggate.types.framings import CopyText


class LineSource:
    """
    Rows of text and csv.

    Args:
        how: The format.
        header: Whether the first line is one of names, and whether these must be the columns'.
        names: The columns'.
        forced: Per column, from the kernel's flags: 1 FORCE_NOT_NULL, 2 FORCE_NULL.
        relation: What is copied into.

    """

    def __init__(
        self,
        how: CopyText | CopyCsv,
        header: Header,
        names: Sequence[str],
        forced: bytes,
        relation: str,
    ) -> None:
        self.at = 0
        self.ended = False
        self.is_past_header = True  # there is a line 1 before there is one of names
        self._how = how
        self._header = header
        self._names = names
        self._forced = forced
        self._relation = relation
        self._lines = LineReader(how)

    @property
    def number(self) -> int:
        return self._lines.number

    @number.setter
    def number(self, number: int) -> None:
        self._lines.number = number

    def framing(self) -> tuple[Any, ...] | None:
        if self._header or not self._lines.eol:
            return None
        around = (self._lines.eol, self._how.delimiter, self._how.null)
        if isinstance(self._how, CopyCsv):
            return *around, self._how.quote, self._how.escape, self._forced
        return around

    def row(self, data: bytes | bytearray, *, final: bool) -> Row | None:
        if self._header and not self._past_header(data, final):
            return None
        line = self._line(data, final)
        if line is None:
            return None
        self.ended = line.is_last
        if line.is_last and line.start == line.end:
            return None
        text = bytes(data[line.start : line.end])
        cells = self._split(text)
        return Row(self._with_forced(cells), self._fault(len(cells), text))

    def _past_header(self, data: bytes | bytearray, final: bool) -> bool:
        line = self._line(data, final)
        if line is None:
            return False
        self.ended = line.is_last
        if self._header == "match":
            text = bytes(data[line.start : line.end])
            fault = self._mismatch(self._split(text))
            if fault is not None:
                raise located(fault, self._relation, self.number, f": {shown(text)}")
        self._header = False
        return not self.ended

    def _line(self, data: bytes | bytearray, final: bool) -> Line | None:
        before = self.number
        try:
            line = self._lines.read(data, self.at, final=final)
        except PgError as error:
            raise located(error, self._relation, max(self.number, before + 1)) from None
        if line is not None:
            self.at = line.next
        return line

    def _split(self, text: bytes) -> list[bytes | None]:
        try:
            return copy_fields.split(text, self._how)
        except PgError as error:
            raise located(error, self._relation, self.number, f": {shown(text)}") from None

    def _fault(self, count: int, text: bytes) -> PgError | None:
        place = f": {shown(text)}"
        if count > len(self._names):
            raise located(
                BadCopyFileFormat("extra data after last expected column"), self._relation, self.number, place
            )
        if count == len(self._names):
            return None
        missing = BadCopyFileFormat(f'missing data for column "{self._names[count]}"')
        return located(missing, self._relation, self.number, place)

    def _with_forced(self, cells: list[bytes | None]) -> list[bytes | None]:
        if not any(self._forced):
            return cells
        return [self._forced_cell(flags, cell) for flags, cell in zip(self._forced, cells, strict=False)]

    def _forced_cell(self, flags: int, cell: bytes | None) -> bytes | None:
        if cell is None:
            return self._how.null if flags & 1 else None
        return None if flags & 2 and cell == self._how.null else cell

    def _mismatch(self, cells: list[bytes | None]) -> PgError | None:
        if len(cells) != len(self._names):
            return BadCopyFileFormat(
                f"wrong number of fields in header line: got {len(cells)}, expected {len(self._names)}"
            )
        for number, (name, cell) in enumerate(zip(self._names, cells, strict=True), 1):
            if cell is None or cell.decode() != name:
                got = (
                    f'"{cell.decode()}"' if cell is not None else f'null value ("{self._how.null.decode()}")'
                )
                return BadCopyFileFormat(
                    f'column name mismatch in header line field {number}: got {got}, expected "{name}"'
                )
        return None
