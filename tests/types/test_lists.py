"""
List columns as arrays: shapes, NULLs, quoting; both formats equal the reference.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import ArraySubscriptError, ProgramLimitExceeded
from pggate.types import binary, binary_kernels, lists, table, text, text_kernels
from tests.types.columns import column

TEXTS = st.lists(
    st.none() | st.lists(st.none() | st.text(st.characters(exclude_characters="\0", codec="utf-8")))
)


def written(array: Any, element: table.PgType, format_: int) -> list[bytes | None]:
    shape = lists.shape(array)
    if format_:
        cells = lists.binary_cells(shape, element, binary_kernels.encode(element, shape.leaves))
    else:
        cells = lists.text_cells(shape, element, text_kernels.encode(element, shape.leaves, None))  # type: ignore[arg-type]  # no text of a kernel needs it
    return list(cells.to_pylist())


@given(TEXTS)
def test_text_arrays(rows: list[list[str | None] | None]) -> None:
    array = pa.array([None, *rows, None], pa.list_(pa.string()))[1:-1]
    type_ = table.array_of(table.TEXT)
    assert written(array, table.TEXT, 0) == [None if row is None else text.encode(type_, row) for row in rows]
    assert written(array, table.TEXT, 1) == [
        None if row is None else binary.encode(type_, row) for row in rows
    ]


@pytest.mark.parametrize(
    "layout",
    [pa.list_(pa.int32()), pa.large_list(pa.int32()), pa.list_(pa.int32(), 2), pa.list_view(pa.int32())],
)
def test_layouts(layout: pa.DataType) -> None:
    array = pa.array([[9, 9], [1, None], None, [3, 4]], layout)[1:]
    assert written(array, table.INT4, 0) == [b"{1,NULL}", None, b"{3,4}"]


def test_a_null_list_may_cover_items() -> None:
    hidden = pa.ListArray.from_arrays(pa.array([0, 1, 3]), pa.array([1, 2, 3]), mask=pa.array([False, True]))
    assert written(hidden, table.INT8, 0) == [b"{1}", None]


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ([[1, 2], [3, None]], "{{1,2},{3,NULL}}"),
        ([[], []], "{}"),
        ([], "{}"),
        ([[1], [2], [3]], "{{1},{2},{3}}"),
    ],
)
def test_two_dimensions(value: Any, literal: str) -> None:
    array = pa.array([value, None, [[7]]], pa.list_(pa.list_(pa.int32())))
    type_ = table.array_of(table.INT4)
    assert written(array, table.INT4, 0) == [literal.encode(), None, b"{{7}}"]
    assert written(array, table.INT4, 1) == [
        binary.encode(type_, value),
        None,
        binary.encode(type_, [[7]]),
    ]


def test_three_dimensions() -> None:
    value = [[[1, 2, 3], [4, 5, 6]]]
    array = pa.array([[[[0]]], value, []], pa.list_(pa.list_(pa.list_(pa.int64()))))[1:]
    type_ = table.array_of(table.INT8)
    assert written(array, table.INT8, 0) == [b"{{{1,2,3},{4,5,6}}}", b"{}"]
    assert written(array, table.INT8, 1) == [binary.encode(type_, value), binary.encode(type_, [])]


@pytest.mark.parametrize(
    "value", [[[1], [2, 3]], [[1], []], [[], [1]], [[1], None], [None], [[1, 2], [3], [4, 5, 6]]]
)
def test_ragged_values_are_refused(value: Any) -> None:
    with pytest.raises(ArraySubscriptError) as caught:
        lists.shape(pa.array([[[1]], value], pa.list_(pa.list_(pa.int32()))))
    assert (caught.value.code, "JSON" in (caught.value.hint or "")) == ("2202E", True)


def test_rows_may_differ_in_shape() -> None:
    array = pa.array([[[1, 2]], [[3], [4]], [[]]], pa.list_(pa.list_(pa.int32())))
    assert written(array, table.INT4, 0) == [b"{{1,2}}", b"{{3},{4}}", b"{}"]


def test_seven_dimensions() -> None:
    deep: Any = 1
    layout: Any = pa.int32()
    for _ in range(7):
        deep, layout = [deep], pa.list_(layout)
    with pytest.raises(ProgramLimitExceeded):
        lists.shape(pa.array([deep], layout))


@pytest.mark.parametrize(
    ("element", "values", "literal"),
    [
        (table.BOOL, [True, None], "{t,NULL}"),
        (table.BYTEA, [b"\0", b""], '{"\\\\x00","\\\\x"}'),
        (table.TIMESTAMP, [0], '{"1970-01-01 00:00:00"}'),
        (table.DATE, [0, 2**31 - 1], "{1970-01-01,infinity}"),
        (table.JSON, ['{"a":1}', "null"], '{"{\\"a\\":1}","null"}'),
        (table.FLOAT8, [1.5, float("nan"), 1e20], "{1.5,NaN,1e+20}"),
    ],
)
def test_elements(element: table.PgType, values: list[Any], literal: str) -> None:
    leaves = column(element, values)
    array = pa.ListArray.from_arrays(pa.array([0, len(values)], pa.int32()), leaves)
    assert written(array, element, 0) == [literal.encode()]


MATRICES = pa.list_(pa.list_(pa.int32()))


@pytest.mark.parametrize(
    "value", [[[1], [2, 3]], [None], [[1], None], [[1], []]], ids=["ragged", "null", "partly null", "empty"]
)
def test_a_shape_that_is_only_checked(value: Any) -> None:
    for rows in ([value], [None, [[1]], value]):
        with pytest.raises(ArraySubscriptError):
            lists.check_shape(pa.array(rows, MATRICES))


def test_shapes_that_arrays_have() -> None:
    lists.check_shape(pa.array([[[1, 2], [3, 4]], None, [], [[], []], [[None]]], MATRICES))
    lists.check_shape(pa.array([None, None], MATRICES))
    lists.check_shape(pa.array([[1, None], None], pa.list_(pa.int32())))


def test_elements_of_no_lists() -> None:
    assert lists.elements(pa.array([None, None], pa.list_(pa.int32()))).to_pylist() == []
    assert lists.elements(pa.array([None, [1, None]], pa.list_(pa.int32()))).to_pylist() == [1, None]
