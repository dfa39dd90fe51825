"""
A batch of rows as bytes: DataRow messages or COPY data.

The compiled kernel (kernel/module.cpp) writes the batch row by row from Arrow's own buffers, without the GIL
and without an object per cell.  A column that it has no writer for, or a value that is beyond it, becomes
cells first, written a column at a time by ``columns.cells``.  Where the kernel could not be built all columns
are, and ``reference_rows`` joins them: slower by about ten times, and what tests hold the kernel against.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from pggate.errors import InternalError, ProgramLimitExceeded
from pggate.types import columns as column_cells
from pggate.types import reference_rows, table, zones
from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.framings import DATA_ROW, CopyBinary, CopyCsv, CopyText
from pggate.types.physical import microseconds, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.types.columns import ColumnEncoding
    from pggate.types.framings import Framing

try:
    from pggate.types import _kernel
except ImportError:  # there was no C++ compiler when pggate was installed
    _kernel = None  # type: ignore[assignment]  # a name, to the checker, is a module for good

IS_COMPILED: Final = _kernel is not None
"""Whether the kernel is there."""

# How the kernel is told of a column that is cells already: their bytes as they are.
_CELLS: Final = (table.BYTEA.name, 1, 0, None)


@dataclass(frozen=True, slots=True)
class Block:
    """
    Encoded rows: the bytes of ``rows`` rows, one after another.
    """

    data: bytes | memoryview
    rows: int


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
        ProgramLimitExceeded: 54000, a row that is longer than its message can say.

    """
    if columns and len(columns) != batch.num_columns:
        raise InternalError(f"{len(columns)} encodings for {batch.num_columns} columns")
    if batch.num_rows == 0:
        return Block(b"", 0)
    data = compiled(batch, columns, framing) if IS_COMPILED else reference(batch, columns, framing)
    return Block(data, batch.num_rows)


def reference(batch: Any, columns: Sequence[ColumnEncoding], framing: Framing) -> bytes:
    """
    The rows as Arrow's and numpy's kernels write them.
    """
    cells = [column_cells.cells(column, batch.column(at)) for at, column in enumerate(columns)]
    return reference_rows.frame(batch.num_rows, cells, framing)


def compiled(batch: Any, columns: Sequence[ColumnEncoding], framing: Framing) -> memoryview:
    """
    The rows as the kernel writes them; it asks for the cells of a column that is beyond it.
    """
    arrays = batch.columns
    told = [_told(column, array) for column, array in zip(columns, arrays, strict=bool(columns))]
    around = _around(framing, len(columns))
    beyond = [place for place, column in enumerate(columns) if not _is_kernels(column)]
    while True:
        for place in beyond:
            arrays[place] = column_cells.cells(columns[place], arrays[place])
            told[place] = _CELLS
            batch = None
        if batch is None:
            batch = pa.RecordBatch.from_arrays(arrays, [""] * len(arrays))
        try:
            schema, exported = batch.__arrow_c_array__()
            made = _kernel.encode(schema, exported, tuple(told), around)
        except OverflowError:
            raise ProgramLimitExceeded("row is too long to be sent: it has more than 2 GiB") from None
        if not isinstance(made, int):
            return made
        beyond = [made]


@lru_cache(maxsize=4096)
def _is_kernels(column: ColumnEncoding) -> bool:
    """Whether Arrow's layout of a DuckDB type says what its values are."""
    return column_cells.is_plain(column)


def _told(column: ColumnEncoding, array: Any) -> tuple[str, int, int, Any]:
    element = column.type.element
    offsets = None
    if column.type is table.TIMESTAMPTZ and column.format == 0 and pa.types.is_timestamp(array.type):
        offsets = _offsets(column, array)
    return column.type.name, column.format, element.oid if element else 0, offsets


def _offsets(column: ColumnEncoding, array: Any) -> Any:
    """Seconds east of Greenwich, row by row: the time zones are Python's."""
    micros = microseconds(plain(array))
    finite = np.where(np.abs(micros) == TIMESTAMP_INFINITY, 0, micros)
    return zones.offsets(column.zone, finite).astype(np.int32)


def _around(framing: Framing, columns: int) -> tuple[Any, ...] | None:
    match framing:
        case CopyBinary():
            return ()
        case CopyText():
            return framing.delimiter, framing.null
        case CopyCsv():
            forced = bytes(place in framing.forced for place in range(columns))
            return framing.delimiter, framing.null, framing.quote, framing.escape, forced
        case _:
            return None
