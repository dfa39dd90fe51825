from __future__ import annotations

import pyarrow as pa

from pggate.types.padding import padded


def test_columns_are_filled_with_spaces() -> None:
    batch = pa.record_batch(
        {
            "a": pa.array(["ab", None, "äöü", "four"]),
            "l": pa.array([["x", None], None, [], ["yz"]], pa.list_(pa.string())),
            "b": pa.array(["ab", "", "", ""]),
        }
    )
    got = padded(batch, {0: 3, 1: 2})
    assert got.column(0).to_pylist() == ["ab ", None, "äöü", "four"]
    assert got.column(1).to_pylist() == [["x ", None], None, [], ["yz"]]
    assert got.column(2).to_pylist() == ["ab", "", "", ""]
    assert got.schema.names == ["a", "l", "b"]


def test_arrays_of_several_dimensions_in_a_slice() -> None:
    values = pa.array([[["x"]], [["a"], ["b", None]], None, [[], None]])
    batch = pa.record_batch([values], names=["v"]).slice(1)
    (filled,) = padded(batch, {0: 2}).columns
    assert filled.to_pylist() == [[["a "], ["b ", None]], None, [[], None]]
