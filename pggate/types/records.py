"""
Rows as PostgreSQL's record, a column at a time, both formats (PostgreSQL 15, record_out and record_send).

    (1,"a b",)      numbers bare, what has a meaning in quotes, NULL as nothing

In binary it is the number of fields, then of each its type's OID, its length, -1 for NULL, and its bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.types import table
from pggate.types.padding import VARHDRSZ
from pggate.types.physical import CELL, fixed, joined, prefixed, with_nulls

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.types.columns import ColumnEncoding
    from pggate.types.table import PgField

# record_out of PostgreSQL 15, rowtypes.c: what is quoted; in quotes a quote and a backslash stand twice.
_NEEDS_QUOTES: Final = r'["\\(), \t\n\r\v\f]|^$'


def cells(column: ColumnEncoding, array: Any, write: Callable[[ColumnEncoding, Any], Any]) -> Any:
    """
    A column of STRUCTs as records.

    Args:
        column: How it is written.
        array: A struct array.
        write: Writes the cells of one field.

    """
    parts = zip(column.type.fields, column.source.children, strict=True)
    fields = [
        (field.type.oid, _filled(field, write(column.of(field.type, child, field.typmod), array.field(at))))
        for at, (field, (_, child)) in enumerate(parts)
    ]
    return with_nulls((_binary if column.format == 1 else _text)(len(array), fields), array)


def _filled(field: PgField, written: Any) -> Any:
    """A char(n) with its trailing spaces, which are not kept (8.3)."""
    if field.type is not table.BPCHAR or field.typmod < VARHDRSZ:
        return written
    filled = pc.utf8_rpad(written.cast(pa.large_string()), field.typmod - VARHDRSZ)
    return filled.cast(written.type)


def _text(count: int, fields: list[tuple[int, Any]]) -> Any:
    pieces: list[Any] = [pa.array([b"("] * count, CELL)]
    for number, (_, written) in enumerate(fields):
        pieces += [b","] if number else []
        pieces.append(_quoted(written).fill_null(b""))
    return joined(*pieces, b")")


def _quoted(written: Any) -> Any:
    needs = pc.match_substring_regex(written, _NEEDS_QUOTES)
    if not pc.any(needs).as_py():
        return written
    doubled = pc.replace_substring(pc.replace_substring(written, "\\", "\\\\"), '"', '""')
    return pc.if_else(needs, joined(b'"', doubled, b'"'), written)


def _binary(count: int, fields: list[tuple[int, Any]]) -> Any:
    pieces: list[Any] = [_words(count, len(fields))]
    for oid, written in fields:
        pieces += [_words(count, oid), prefixed(written)]
    return joined(*pieces)


def _words(count: int, number: int) -> Any:
    return fixed(np.full(count, number, ">i4"), pa.array([], CELL))
