"""
char(n) on its way out: filled with spaces up to n characters (PostgreSQL 15, 8.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Mapping

VARHDRSZ: Final = 4
"""What PostgreSQL adds to the length in a typmod."""


def padded(batch: pa.RecordBatch, widths: Mapping[int, int]) -> pa.RecordBatch:
    """
    Columns by their places, filled with spaces up to so many characters.
    """
    for place, width in widths.items():
        filled = _filled(batch.column(place), width)
        batch = batch.set_column(place, batch.schema.field(place).name, filled)
    return batch


def _filled(values: pa.Array, width: int) -> pa.Array:
    if not pa.types.is_list(values.type):
        return pc.utf8_rpad(values, width)
    lengths = pc.fill_null(pc.list_value_length(values), 0)
    ends = pc.cumulative_sum(lengths).cast(pa.int32())
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    mask = values.is_null() if values.null_count else None
    return pa.ListArray.from_arrays(offsets, _filled(values.flatten(), width), mask=mask)
