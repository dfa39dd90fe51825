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
        values = batch.column(place)
        if pa.types.is_list(values.type):
            elements = pc.utf8_rpad(values.values, width)
            mask = values.is_null() if values.null_count else None
            filled = pa.ListArray.from_arrays(values.offsets, elements, mask=mask)
        else:
            filled = pc.utf8_rpad(values, width)
        batch = batch.set_column(place, batch.schema.field(place).name, filled)
    return batch
