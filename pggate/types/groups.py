"""
Batches in groups of about one size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pyarrow as pa


def grouped(
    batches: Iterable[pa.RecordBatch], size: Callable[[pa.RecordBatch], int], limit: int
) -> Iterator[list[pa.RecordBatch]]:
    """
    Neighbours, as many as are not larger than `limit` together; a batch that is larger is alone.

    Args:
        size: Of one batch, in whatever `limit` counts.

    """
    group: list[pa.RecordBatch] = []
    total = 0
    for batch in batches:
        if group and total + size(batch) > limit:
            yield group
            group, total = [], 0
        group.append(batch)
        total += size(batch)
    if group:
        yield group
