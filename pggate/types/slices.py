"""
A batch in slices whose bytes are bounded: its rows are counted, whatever their width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

SLICE_BYTES: Final = 1 << 20
"""
Arrow bytes that are encoded at once; a batch of 8192 rows of seven usual columns has half as many.
"""

CELL_BYTES: Final = 4
"""What a cell takes at least in a message, its length, however little it is to Arrow: a bit or nothing."""


def slices(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """
    The rows in order, in slices of at most SLICE_BYTES or of one row.

    By halves, so that a few wide rows among many narrow ones cost only their own slices.
    """
    if batch.num_rows <= 1 or _size(batch) <= SLICE_BYTES:
        yield batch
        return
    middle = batch.num_rows // 2
    yield from slices(batch.slice(0, middle))
    yield from slices(batch.slice(middle))


def _size(batch: pa.RecordBatch) -> int:
    """What its rows take; what any slice of them would (a dictionary) does not count."""
    own: int = batch.nbytes
    if own > SLICE_BYTES:
        own -= batch.slice(0, 0).nbytes
    cells: int = batch.num_rows * batch.num_columns
    return own + cells * CELL_BYTES
