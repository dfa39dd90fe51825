"""
Arrow layouts brought to one form, and cells.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from pggate.errors import DatetimeFieldOverflow
from pggate.types import physical
from pggate.types.physical import CELL


@pytest.mark.parametrize(
    "array",
    [
        pa.array(["a", None]),
        pa.array(["a", None], pa.large_string()),
        pa.array(["a", None], pa.string_view()),
        pa.array(["a", None]).dictionary_encode(),
        pa.array(["x", "a", None]).dictionary_encode()[1:],
        pa.chunked_array([["a"], [None]]),
        pa.RunEndEncodedArray.from_arrays(pa.array([1, 2], pa.int32()), pa.array(["a", None])),
        pa.ExtensionArray.from_storage(pa.json_(), pa.array(["a", None])),
    ],
)
def test_layouts_of_text(array: Any) -> None:
    plain = physical.plain(array)
    assert physical.is_string(plain.type)
    assert physical.cells(plain).to_pylist() == [b"a", None]


def test_a_null_column_is_text() -> None:
    assert physical.cells(physical.plain(pa.nulls(2))).to_pylist() == [None, None]


@pytest.mark.parametrize(
    ("array", "values"),
    [
        (pa.array([1, None], pa.int8()), [1, 0]),
        (pa.array([2**64 - 1], pa.uint64()), [2**64 - 1]),
        (pa.array([-1, None], pa.int32()).view(pa.date32()), [-1, 0]),
        (pa.array([-1, None]).view(pa.timestamp("us")), [-1, 0]),
    ],
)
def test_integers(array: Any, values: list[int]) -> None:
    assert physical.integers(array).tolist() == values


@pytest.mark.parametrize(
    ("unit", "value", "microseconds"),
    [
        ("s", 1, 1_000_000),
        ("ms", -1, -1000),
        ("ns", -1, -1),
        ("ns", 1999, 1),
        ("s", 2**63 - 1, 2**63 - 1),
        ("ns", -(2**63) + 1, -(2**63) + 1),
    ],
)
def test_microseconds(unit: str, value: int, microseconds: int) -> None:
    assert physical.microseconds(pa.array([value]).view(pa.timestamp(unit))).tolist() == [microseconds]


def test_microseconds_that_are_too_many() -> None:
    with pytest.raises(DatetimeFieldOverflow):
        physical.microseconds(pa.array([2**62]).view(pa.timestamp("s")))


def test_fixed_cells() -> None:
    array = pa.array([1, None])
    assert physical.fixed(np.array([1, 2], ">i2"), array).to_pylist() == [b"\0\1", None]
    assert physical.fixed(np.zeros((0, 4), np.uint8), pa.array([])).to_pylist() == []


def test_joined_is_null_where_a_part_is() -> None:
    made = physical.joined(b"<", pa.array([b"a", None], CELL), b">")
    assert made.to_pylist() == [b"<a>", None]


def test_prefixed() -> None:
    made = physical.prefixed(pa.array([b"ab", b"", None], CELL))
    assert made.to_pylist() == [b"\0\0\0\2ab", b"\0\0\0\0", b"\xff\xff\xff\xff"]


def test_patched() -> None:
    made = pa.array([b"a", None, b"c"], CELL)
    assert physical.patched(made, np.array([False, False, True]), [b"z"]).to_pylist() == [b"a", None, b"z"]


def test_unscaled() -> None:
    array = pa.array(["1.50", None, "-0.05"]).cast(pa.decimal128(9, 2))[1:]
    assert physical.unscaled(array).cast(pa.string()).to_pylist() == [None, "-5"]
