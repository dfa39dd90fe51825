"""
Arrow columns of another layout or a narrower type, converted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pyarrow as pa
import pytest

from pggate.errors import DatetimeFieldOverflow, InvalidTextRepresentation
from pggate.types.arrow_convert import converted
from pggate.types.arrow_fits import arrow_of
from pggate.types.ducktype import parse

ONE = UUID(int=0xA)


@pytest.mark.parametrize(
    ("array", "column", "values"),
    [
        (pa.array([-1, None], pa.int8()), "BIGINT", [-1, None]),
        (pa.array([1, None]), "DECIMAL(21,2)", [Decimal("1.00"), None]),
        (pa.array([Decimal("1.5")], pa.decimal32(4, 1)), "DECIMAL(9,3)", [Decimal("1.500")]),
        (pa.array([Decimal("1.5")], pa.decimal256(38, 1)), "DECIMAL(38,1)", [Decimal("1.5")]),
        (pa.array([1.5, None], pa.float16()), "DOUBLE", [1.5, None]),
        (pa.array(["a", None]).dictionary_encode(), "VARCHAR", ["a", None]),
        (pa.array(["a", None], pa.string_view()), "VARCHAR", ["a", None]),
        (pa.array([b"ab", None], pa.binary(2)), "BLOB", [b"ab", None]),
        (pa.array([86_400_000]).view(pa.date64()), "DATE", [1]),
        (pa.array([5], pa.int32()).view(pa.time32("ms")), "TIME", [5000]),
        (pa.array([[1], None, []], pa.list_(pa.int8())), "BIGINT[]", [[1], None, []]),
        (pa.array([[0], [1], None], pa.large_list(pa.int8()))[1:], "BIGINT[]", [[1], None]),
        (pa.array([[1, 2], None], pa.list_(pa.int8(), 2)), "BIGINT[]", [[1, 2], None]),
        (pa.array([[None], []]), "VARCHAR[]", [[None], []]),
        (pa.array([{"b": 1}, None]), "STRUCT(a INTEGER[], B BIGINT)", [{"a": None, "B": 1}, None]),
        (
            pa.array([[("a", 1)], None, []], pa.map_(pa.string(), pa.int8())),
            "MAP(VARCHAR, INTEGER)",
            [[("a", 1)], None, []],
        ),
        (pa.nulls(2), "STRUCT(a INTEGER)", [None, None]),
        (pa.array([], pa.int64()), "BIGINT", []),
        (pa.chunked_array([[1], [2]]), "BIGINT", [1, 2]),
        (pa.array([["x"]]), "JSON[]", None),
    ],
)
def test_converted(array: Any, column: str, values: list[Any] | None) -> None:
    if values is None:
        with pytest.raises(InvalidTextRepresentation):
            converted(array, parse(column))
        return
    made = converted(array, parse(column))
    made.validate(full=True)
    assert made.type == arrow_of(parse(column))
    assert physical_list(made) == values


def physical_list(array: Any) -> list[Any]:
    if pa.types.is_temporal(array.type):
        return list(array.cast(pa.int32() if array.type.bit_width == 32 else pa.int64()).to_pylist())
    return list(array.to_pylist())


@pytest.mark.parametrize(
    "array",
    [
        pa.array([str(ONE), None]),
        pa.array([str(ONE).upper(), None]),
        pa.array(["{" + ONE.hex + "}", None]),
        pa.array([ONE.bytes, None], pa.binary(16)),
        pa.ExtensionArray.from_storage(pa.uuid(), pa.array([ONE.bytes, None], pa.binary(16))),
        pa.array([str(ONE), None]).dictionary_encode(),
    ],
)
def test_uuids(array: Any) -> None:
    made = converted(array, parse("UUID"))
    assert made.type == pa.uuid()
    assert made.storage.to_pylist() == [ONE.bytes, None]


@pytest.mark.parametrize(
    ("array", "column"), [(["x"], "UUID"), (["0" * 36], "UUID"), (["{"], "JSON"), ([""], "JSON")]
)
def test_text_that_is_no_value(array: list[str], column: str) -> None:
    with pytest.raises(InvalidTextRepresentation):
        converted(pa.array(array), parse(column))


def test_json() -> None:
    made = converted(pa.array(['{"a": 1}', None]), parse("JSON"))
    assert made.type == pa.json_(pa.string())
    assert made.storage.to_pylist() == ['{"a": 1}', None]


@pytest.mark.parametrize(
    ("unit", "column", "value", "stored"),
    [
        ("s", "TIMESTAMP", 5, 5_000_000),
        ("s", "TIMESTAMP_S", 5, 5_000),
        ("ms", "TIMESTAMP_NS", 5, 5_000_000),
        ("s", "TIMESTAMP", 2**63 - 1, 2**63 - 1),
        ("s", "TIMESTAMP_S", -(2**63) + 1, -(2**63) + 1),
    ],
)
def test_units(unit: str, column: str, value: int, stored: int) -> None:
    made = converted(pa.array([value, None]).view(pa.timestamp(unit)), parse(column))
    assert made.type == arrow_of(parse(column))
    assert made.view(pa.int64()).to_pylist() == [stored, None]


def test_a_zone_is_but_a_label() -> None:
    made = converted(pa.array([5]).view(pa.timestamp("ms", "Asia/Tokyo")), parse("TIMESTAMPTZ"))
    assert made.view(pa.int64()).to_pylist() == [5000]


def test_beyond_the_finer_units_range() -> None:
    with pytest.raises(DatetimeFieldOverflow):
        converted(pa.array([2**62]).view(pa.timestamp("us")), parse("TIMESTAMP_NS"))
