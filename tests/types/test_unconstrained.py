"""
The decimals that a numeric without a precision shows, as PostgreSQL 15 prints them.
"""

from __future__ import annotations

from datetime import UTC
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from pggate.decimals import BARE_SCALE, QUOTIENT_SCALES
from pggate.types import scalars, table
from pggate.types.ducktype import DuckType
from pggate.types.unconstrained import is_unconstrained, shown

BARE = DuckType("DECIMAL", (38, BARE_SCALE))
QUOTIENT = DuckType("DECIMAL", (38, QUOTIENT_SCALES[0]))
WIDE = DuckType("DECIMAL", (38, QUOTIENT_SCALES[1]))

SHOWN = (
    (BARE, "1.50000000000", "1.5"),
    (BARE, "-0.00000000001", "-0.00000000001"),
    (BARE, "100", "100"),
    (BARE, "0", "0"),
    # select 10/3.0, 1/3.0, 100000/3.0, 0/3.0, 20/10.0, -1/30000.0
    (QUOTIENT, "3.333333333333333333333", "3.3333333333333333"),
    (QUOTIENT, "0.333333333333333333333", "0.33333333333333333333"),
    (QUOTIENT, "33333.333333333333333333333", "33333.333333333333"),
    (QUOTIENT, "0", "0.00000000000000000000"),
    (QUOTIENT, "2", "2.0000000000000000"),
    (QUOTIENT, "-0.999999999999999999999", "-1.00000000000000000000"),
    # select 2/2.0, 20000/2.0, 20/2.0
    (QUOTIENT, "1", "1.00000000000000000000"),
    (QUOTIENT, "10000", "10000.0000000000000000"),
    (QUOTIENT, "10", "10.0000000000000000"),
    # select avg(x) from (values (9223372036854775807)) v(x)
    (WIDE, "9223372036854775807", "9223372036854775807"),
)


@pytest.mark.parametrize(("source", "value", "expected"), SHOWN)
def test_shown(source: DuckType, value: str, expected: str) -> None:
    assert is_unconstrained(source)
    assert format(shown(source, Decimal(value)), "f") == expected


@pytest.mark.parametrize("format_", [0, 1])
@pytest.mark.parametrize("source", [BARE, QUOTIENT, WIDE])
def test_many_rows_are_written_as_few(source: DuckType, format_: int) -> None:
    """Those by the kernels, these by the reference; sliced, and with NULLs."""
    texts = [value for of_type, value, _ in SHOWN if of_type == source]
    few = column(source, [*texts, None])
    many = column(source, ["7", *texts * 40, None]).slice(1)
    cells = written(source, few, format_)
    assert written(source, many, format_) == cells[:-1] * 40 + [None]


def test_declared_scales_are_left_alone() -> None:
    assert not is_unconstrained(DuckType("DECIMAL", (38, 10)))
    assert not is_unconstrained(DuckType("DECIMAL", (18, BARE_SCALE)))
    assert not is_unconstrained(DuckType("INTEGER"))


def column(source: DuckType, texts: list[str | None]) -> Any:
    scale = int(source.args[1])
    return pa.array([None if text is None else Decimal(text) for text in texts], pa.decimal128(38, scale))


def written(source: DuckType, array: Any, format_: int) -> list[bytes | None]:
    cells: list[bytes | None] = scalars.cells(table.NUMERIC, source, array, format_, UTC).to_pylist()
    return cells


@pytest.mark.parametrize("format_", [0, 1])
def test_one_that_is_declared_with_its_scale_shows_it(format_: int) -> None:
    values = column(BARE, ["1.5"])
    (cell,) = scalars.cells(table.NUMERIC, BARE, values, format_, UTC, typmod=2490383).to_pylist()
    # PostgreSQL 15: select 1.5::numeric(38,11)
    assert cell == (b"1.50000000000" if format_ == 0 else bytes.fromhex("000200000000000b00011388"))
