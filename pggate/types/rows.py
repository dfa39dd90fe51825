"""
A batch of rows as DataRow messages, a column at a time.

Every column becomes cells (its bytes on the wire, row by row) by one kernel of its type and format; the
cells, the lengths before them and the message headers are then joined in one pass.  No Python runs per cell,
except for the values that Arrow cannot write as PostgreSQL does (each kernel says which).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pggate.errors import InternalError
from pggate.types import documents, duck, lists, scalars
from pggate.types.duck import column_type
from pggate.types.ducktype import DuckType, parse
from pggate.types.physical import CELL, Integers, fixed, lengths, plain

if TYPE_CHECKING:
    from pggate.types.table import PgType

_NO_NULLS: Final = pa.array([], CELL)


@dataclass(frozen=True, slots=True)
class ColumnEncoding:
    """
    How one result column is written.

    Args:
        type: Its PostgreSQL type.
        duckdb: Its DuckDB type's text, before any cast that ``duck.travels_as`` asked for.
        format: 0 text, 1 binary.
        zone: The session's TimeZone.

    """

    type: PgType
    duckdb: str
    format: int = 0
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class Block:
    """
    Encoded rows: the bytes of ``rows`` messages, one after another.
    """

    data: bytes
    rows: int


Framing = Callable[[int, Sequence[Any]], bytes]


def column_encoding(duckdb_type: str, format_: int = 0, zone: tzinfo = UTC) -> ColumnEncoding:
    """
    The encoding of a column as its DuckDB type alone decides it.
    """
    return ColumnEncoding(column_type(duckdb_type).type, duckdb_type, format_, zone)


def data_rows(count: int, columns: Sequence[Any]) -> bytes:
    """
    DataRow messages (PostgreSQL 15, 55.7): 'D', int32 length, int16 columns, per column int32 length and
    bytes.

    Args:
        count: The number of rows.
        columns: The cells of each column.

    """
    sizes = [lengths(column) for column in columns]
    header = np.zeros(count, np.dtype([("tag", "S1"), ("length", ">i4"), ("columns", ">i2")]))
    header["tag"] = b"D"
    header["length"] = (
        6 + 4 * len(columns) + sum((np.maximum(size, 0) for size in sizes), np.zeros(count, np.int64))
    )
    header["columns"] = len(columns)
    pieces: list[Any] = [fixed(header, _NO_NULLS)]
    for column, size in zip(columns, sizes, strict=True):
        pieces += [fixed(size.astype(">i4"), _NO_NULLS), column]
    rows = pc.binary_join_element_wise(
        *pieces, pa.scalar(b"", CELL), null_handling="replace", null_replacement=b""
    )
    return _bytes(rows)


DATA_ROW: Final[Framing] = data_rows


def encode(batch: Any, columns: Sequence[ColumnEncoding], framing: Framing = DATA_ROW) -> Block:
    """
    Rows of an Arrow record batch, framed.

    Args:
        batch: A pyarrow RecordBatch as the engine gives it, sliced or not.
        columns: One encoding per column of the batch; () for rows without columns.
        framing: What stands around the cells.

    Raises:
        ArraySubscriptError: 2202E, a nested list that is not rectangular.
        DatetimeFieldOverflow: 22008, a timestamp beyond 64 bits of microseconds.

    """
    if columns and len(columns) != batch.num_columns:
        raise InternalError(f"{len(columns)} encodings for {batch.num_columns} columns")
    if batch.num_rows == 0:
        return Block(b"", 0)
    cells = [_cells(column, batch.column(at)) for at, column in enumerate(columns)]
    return Block(framing(batch.num_rows, cells), batch.num_rows)


def _cells(column: ColumnEncoding, array: Any) -> Any:
    source = parse(column.duckdb)
    if source.innermost.name in duck.COMPOSITES - {"VARIANT"}:
        return documents.cells(source, array, column.zone)
    if column.type.element is not None:
        return _array_cells(column, column.type.element, source.innermost, array)
    return scalars.cells(column.type, source, array, column.format, column.zone)


def _array_cells(column: ColumnEncoding, element: PgType, source: DuckType, array: Any) -> Any:
    shape = lists.shape(plain(array))
    leaves = scalars.cells(element, source, shape.leaves, column.format, column.zone)
    write = lists.binary_cells if column.format == 1 else lists.text_cells
    return write(shape, element, leaves)


def _bytes(rows: Any) -> bytes:
    offsets: Integers = np.frombuffer(rows.buffers()[1], np.int64)
    first, last = int(offsets[rows.offset]), int(offsets[rows.offset + len(rows)])
    return bytes(memoryview(rows.buffers()[2])[first:last])
