"""
Arrays of several dimensions in arriving rows: of one length, or refused before any byte is written.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import ArraySubscriptError, PgError, ProgramLimitExceeded
from pggate.lake.array_shapes import check_shapes
from pggate.lake.conform import Conformed, conform, conform_all
from pggate.lake.declared import DeclaredColumn
from pggate.lake.topics import TopicColumn
from pggate.types import table
from tests.lake.test_conform import INTS, column, no_default, topic

COMPOSITE = 90_000
MATRIX = column("m", "INTEGER[][]", children=(INTS,))
CUBE = column("c", "INTEGER[][][]", children=(MATRIX,))
INNER = TopicColumn("m", 1, "INTEGER[][]", nullable=True, declared=DeclaredColumn(table.INT4.array_oid))
ROW = column("r", 'STRUCT("m" INTEGER[][])', children=(INNER,), declared=DeclaredColumn(COMPOSITE))
ROWS = column("l", 'STRUCT("m" INTEGER[][])[]', children=(ROW,), declared=DeclaredColumn(COMPOSITE + 1))

_INTS = pa.list_(pa.field("element", pa.int32()))
_MATRIX = pa.list_(pa.field("element", _INTS))
_ROW = pa.struct([("m", _MATRIX)])
ARROW = {
    "l": pa.list_(pa.field("element", _ROW)),
    "m": _MATRIX,
    "c": pa.list_(pa.field("element", _MATRIX)),
    "r": _ROW,
}

TAKEN: list[tuple[TopicColumn, list[Any]]] = [
    (MATRIX, [[[1, 2], [3, 4]], None, [], [[], []], [[None, 1]], [[5]]]),
    (CUBE, [[[[1, 2]], [[3, 4]]], [[[1], [2]]]]),
    (ROW, [{"m": [[1], [2]]}, None, {"m": None}]),
    (ROWS, [[{"m": [[1], [2]]}, None], [], None]),
]
REFUSED: list[tuple[TopicColumn, Any]] = [
    (MATRIX, [[1], [2, 3]]),
    (MATRIX, [[1], []]),
    (MATRIX, [None]),
    (MATRIX, [[1], None]),
    (CUBE, [[[1]], [[1, 2]]]),
    (CUBE, [[[1]], [[1], [2]]]),
    (CUBE, [[None]]),
    (ROW, {"m": [[1], [2, 3]]}),
    (ROWS, [{"m": [[1]]}, {"m": [[1], [2, 3]]}]),
]


@pytest.mark.parametrize(("of", "values"), TAKEN)
def test_taken(of: TopicColumn, values: list[Any]) -> None:
    check_shapes(of, pa.array(values, ARROW[of.name]))


@pytest.mark.parametrize(("of", "value"), REFUSED)
def test_refused(of: TopicColumn, value: Any) -> None:
    with pytest.raises(ArraySubscriptError, match="matching dimensions") as caught:
        check_shapes(of, pa.array([None, value], ARROW[of.name]))
    assert caught.value.code == "2202E"
    assert caught.value.hint == "Declare the column as JSON to keep lists of different lengths, or of NULLs."


def test_more_than_six_dimensions() -> None:
    of_type, value = pa.int32(), 1
    for _ in range(7):
        of_type, value = pa.list_(of_type), [value]
    with pytest.raises(ProgramLimitExceeded):
        check_shapes(column("m", "INTEGER" + "[]" * 7), pa.array([value], of_type))


def test_a_struct_without_a_type_of_its_own_is_json() -> None:
    plain = column("r", 'STRUCT("m" INTEGER[][])', children=(MATRIX,))
    check_shapes(plain, pa.array([{"m": [[1], [2, 3]]}], _ROW))


def test_nothing_is_conformed_but_where_lists_may_be_ragged() -> None:
    given = pa.RecordBatch.from_arrays([pa.array([[[1], [2, 3]]], _MATRIX)], names=["m"])
    matrices = topic(MATRIX)
    for attempt in (conform, lambda of, batch, default: conform_all(of, [batch], default)):
        with pytest.raises(PgError) as caught:
            attempt(matrices, given, no_default)
        assert caught.value.code == "2202E"
    kept = Conformed(matrices, conform_all(matrices, [given], no_default, ragged=True), ragged=True)
    assert conform_all(topic(MATRIX, INTS), kept, no_default)[0].column("m").to_pylist() == [[[1], [2, 3]]]


def test_documents() -> None:
    of_type = pa.list_(pa.field("element", pa.list_(pa.field("element", pa.json_(pa.string())))))
    documents = column("j", "JSON[][]", children=(column("element", "JSON[]"),))
    flat = pa.ExtensionArray.from_storage(pa.json_(pa.string()), pa.array(["1", "2", "3"]))
    inner = pa.ListArray.from_arrays([0, 1, 3], flat, type=of_type.value_type)
    check_shapes(documents, pa.ListArray.from_arrays([0, 0, 1, 2], inner, type=of_type))
    check_shapes(documents, pa.ListArray.from_arrays([0, 0], inner[:0], type=of_type, mask=pa.array([True])))
    with pytest.raises(ArraySubscriptError):
        check_shapes(documents, pa.ListArray.from_arrays([0, 2], inner, type=of_type))
