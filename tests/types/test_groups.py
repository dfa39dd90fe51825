"""
Neighbours go together, in their order, and none is lost.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.types.groups import grouped


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ([], []),
        ([3], [[3]]),
        ([1, 2, 3, 4], [[1, 2], [3], [4]]),
        ([9, 1, 1, 9], [[9], [1, 1], [9]]),
        ([4, 4], [[4], [4]]),
        ([0, 4, 0], [[0, 4, 0]]),
    ],
)
def test_groups(sizes: list[int], groups: list[list[int]]) -> None:
    batches = [pa.record_batch({"n": [0] * size}) for size in sizes]
    found = list(grouped(batches, lambda batch: batch.num_rows, 4))
    assert [[batch.num_rows for batch in group] for group in found] == groups
