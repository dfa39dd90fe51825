"""
Binary kernels write what the reference writes, which is what PostgreSQL sends.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import binary, binary_kernels, table, text
from tests.types.columns import SCALARS, TYPES, column, known

if TYPE_CHECKING:
    from uuid import UUID

ZONE = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("name", SCALARS)
def test_postgresqls_values(name: str) -> None:
    type_ = TYPES[name]
    for value in known(name):
        array = column(type_, [None, text.decode(type_, value.given, ZONE), None])
        assert binary_kernels.encode(type_, array).to_pylist() == [None, bytes.fromhex(value.binary), None]
        assert binary_kernels.encode(type_, array[1:2]).to_pylist() == [bytes.fromhex(value.binary)]


@given(st.lists(st.none() | st.integers(-(10**38) + 1, 10**38 - 1)), st.integers(0, 38))
def test_numerics(digits: list[int | None], scale: int) -> None:
    values = [None if n is None else Decimal(f"{n}E-{scale}") for n in digits]
    array = pa.array([None, *values], pa.decimal128(38, scale))[1:]
    expected = [None if value is None else binary.encode(table.NUMERIC, value) for value in values]
    assert binary_kernels.encode(table.NUMERIC, array).to_pylist() == expected


@pytest.mark.parametrize("layout", [pa.int8(), pa.uint64(), pa.int64()])
def test_numerics_from_integers(layout: Any) -> None:
    values = [0, 1, 127, None]
    expected = [None if value is None else binary.encode(table.NUMERIC, Decimal(value)) for value in values]
    assert binary_kernels.encode(table.NUMERIC, pa.array(values, layout)).to_pylist() == expected


@given(st.lists(st.none() | st.uuids()))
def test_uuids(values: list[UUID | None]) -> None:
    expected = [None if value is None else value.bytes for value in values]
    array = column(table.UUID, [None, *values])[1:]
    assert binary_kernels.encode(table.UUID, array).to_pylist() == expected
    stored = pa.array(expected, pa.binary(16))
    assert binary_kernels.encode(table.UUID, stored).to_pylist() == expected


def test_a_column_of_nothing_but_null() -> None:
    for name in SCALARS:
        array = column(TYPES[name], [None, None])
        assert binary_kernels.encode(TYPES[name], array).to_pylist() == [None, None]
