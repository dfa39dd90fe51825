"""
Batches in slices whose bytes are bounded.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.types.slices import SLICE_BYTES, slices

NARROW = pa.record_batch({f"c{place}": range(8192) for place in range(7)})


def sizes(batch: pa.RecordBatch) -> list[int]:
    """The rows of each slice, which are the batch's in order."""
    found = list(slices(batch))
    assert pa.Table.from_batches(found).equals(pa.Table.from_batches([batch]))
    return [part.num_rows for part in found]


def texts(*lengths: int) -> pa.RecordBatch:
    return pa.record_batch({"t": ["x" * length for length in lengths]})


def test_narrow_rows_are_left_together() -> None:
    assert list(slices(NARROW)) == [NARROW]


@pytest.mark.parametrize("rows", [0, 1])
def test_a_row_is_whole(rows: int) -> None:
    batch = texts(*[2 * SLICE_BYTES] * rows)
    assert list(slices(batch)) == [batch]


def test_wide_rows() -> None:
    batch = texts(*[50_000] * 200)
    assert sum(sizes(batch)) == 200
    assert all(SLICE_BYTES // 4 < part.nbytes <= SLICE_BYTES for part in slices(batch))


def test_one_wide_row_among_narrow_ones_costs_only_its_own_slices() -> None:
    found = sizes(texts(*[1] * 5000, 10 * SLICE_BYTES, *[1] * 3000))
    assert 1 in found
    assert len(found) < 30


def test_a_cell_takes_more_than_a_bit() -> None:
    bits = pa.array([True] * 8192)
    batch = pa.RecordBatch.from_arrays([bits] * 250, [str(place) for place in range(250)])
    assert batch.nbytes < SLICE_BYTES
    assert len(sizes(batch)) == 16


def test_what_every_slice_has_does_not_count() -> None:
    words = pa.array(["x" * 200 + str(number) for number in range(8192)])
    batch = pa.record_batch({"e": words.dictionary_encode()})
    assert batch.nbytes > SLICE_BYTES
    assert list(slices(batch)) == [batch]


def test_nested_rows() -> None:
    batch = pa.record_batch({"l": [["x" * 1000] * 50] * 200, "s": [{"a": "y" * 50_000}] * 200})
    assert sum(sizes(batch)) == 200
    assert max(part.nbytes for part in slices(batch)) <= SLICE_BYTES
