"""
Cells joined to rows a column at a time with Arrow and numpy: what the compiled kernel is held against, and
what runs where it could not be built.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import ProgramLimitExceeded
from pggate.types.framings import CopyBinary, CopyCsv, CopyText, DataRow
from pggate.types.physical import CELL, Integers, fixed, joined, length_words, lengths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.types.framings import Framing

LONGEST_ROW: Final = 2**31 - 1
"""Bytes that the int32 before a message or a field can count."""

_NO_NULLS: Final = pa.array([], CELL)

# CopyAttributeOutText's letters; other special characters stand behind the backslash themselves.
_LETTERS: Final = {b"\b": b"b", b"\f": b"f", b"\n": b"n", b"\r": b"r", b"\t": b"t", b"\v": b"v"}


def frame(count: int, columns: Sequence[Any], framing: Framing) -> bytes:
    """
    Rows of a number of cells columns.

    Raises:
        ProgramLimitExceeded: 54000, a row that is longer than its message can say.

    """
    return _FRAMES[type(framing)](count, columns, framing)


def _data_rows(count: int, columns: Sequence[Any], _: DataRow) -> bytes:
    sizes = [np.maximum(lengths(column), 0) for column in columns]
    header = np.zeros(count, np.dtype([("tag", "S1"), ("length", ">i4"), ("columns", ">i2")]))
    total = 6 + 4 * len(columns) + sum(sizes, np.zeros(count, np.int64))
    _check(total)
    header["tag"], header["length"], header["columns"] = b"D", total, len(columns)
    return _bytes(_rows([fixed(header, _NO_NULLS), *_fields(columns)]))


def _binary_rows(count: int, columns: Sequence[Any], _: CopyBinary) -> bytes:
    return _copy_data(_rows([fixed(np.full(count, len(columns), ">i2"), _NO_NULLS), *_fields(columns)]))


def _fields(columns: Sequence[Any]) -> list[Any]:
    return [piece for column in columns for piece in (length_words(column), column)]


def _text_rows(count: int, columns: Sequence[Any], copy: CopyText) -> bytes:
    return _lines(count, [_escaped(column, copy).fill_null(copy.null) for column in columns], copy.delimiter)


def _escaped(column: Any, copy: CopyText) -> Any:
    column = pc.replace_substring(column, b"\\", b"\\\\")
    for special, letter in {**_LETTERS, copy.delimiter: _LETTERS.get(copy.delimiter, copy.delimiter)}.items():
        column = pc.replace_substring(column, special, b"\\" + letter)
    return column


def _csv_rows(count: int, columns: Sequence[Any], copy: CopyCsv) -> bytes:
    return _lines(
        count,
        [
            _quoted(column, copy, is_forced=place in copy.forced, is_alone=len(columns) == 1).fill_null(
                copy.null
            )
            for place, column in enumerate(columns)
        ],
        copy.delimiter,
    )


def _quoted(column: Any, copy: CopyCsv, *, is_forced: bool, is_alone: bool) -> Any:
    """CopyAttributeOutCSV of PostgreSQL 15: what could be read back as something else goes in quotes."""
    special = b"".join(re.escape(byte) for byte in (copy.delimiter, copy.quote, b"\n", b"\r"))
    needs = pc.match_substring_regex(column, b"[" + special + b"]")
    needs = pc.or_(needs, pc.equal(column, pa.scalar(copy.null, CELL)))
    if is_alone:
        needs = pc.or_(needs, pc.equal(column, pa.scalar(b"\\.", CELL)))
    escaped = column
    for byte in dict.fromkeys((copy.escape, copy.quote)):
        escaped = pc.replace_substring(escaped, byte, copy.escape + byte)
    quoted = joined(copy.quote, escaped, copy.quote)
    return quoted if is_forced else pc.if_else(needs, quoted, column)


def _lines(count: int, columns: Sequence[Any], delimiter: bytes) -> bytes:
    pieces: list[Any] = []
    for column in columns:
        pieces += [pa.scalar(delimiter, CELL), column]
    return _copy_data(_rows([*pieces[1:], pa.array([b"\n"] * count, CELL)]))


def _copy_data(rows: Any) -> bytes:
    """Each row in a message of its own."""
    header = np.zeros(len(rows), np.dtype([("tag", "S1"), ("length", ">i4")]))
    total = lengths(rows) + 4
    _check(total)
    header["tag"], header["length"] = b"d", total
    return _bytes(_rows([fixed(header, _NO_NULLS), rows]))


def _check(total: Integers) -> None:
    if np.any(total > LONGEST_ROW):
        raise ProgramLimitExceeded("row is too long to be sent: it has more than 2 GiB")


def _rows(pieces: Sequence[Any]) -> Any:
    return pc.binary_join_element_wise(
        *pieces, pa.scalar(b"", CELL), null_handling="replace", null_replacement=b""
    )


def _bytes(rows: Any) -> bytes:
    offsets = np.frombuffer(rows.buffers()[1], np.int64)
    first, last = int(offsets[rows.offset]), int(offsets[rows.offset + len(rows)])
    return bytes(memoryview(rows.buffers()[2])[first:last])


_FRAMES: Final[dict[type[Framing], Callable[[int, Sequence[Any], Any], bytes]]] = {
    DataRow: _data_rows,
    CopyBinary: _binary_rows,
    CopyText: _text_rows,
    CopyCsv: _csv_rows,
}
