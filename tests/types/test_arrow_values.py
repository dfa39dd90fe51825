"""
Values fitted into columns, and their arrays.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from pggate.errors import PgError
from pggate.types import table
from pggate.types.arrow_fits import copied_of, fits
from pggate.types.arrow_values import array, fit
from pggate.types.datetimes import TIMESTAMP_INFINITY
from pggate.types.duck import column_type
from pggate.types.ducktype import parse


def fitted(duckdb: str, value: Any) -> Any:
    return fit(parse(duckdb), column_type(duckdb).type)(value)


@pytest.mark.parametrize(
    ("duckdb", "value", "stored"),
    [
        ("TINYINT", -128, -128),
        ("UBIGINT", Decimal(18446744073709551615), 2**64 - 1),
        ("UBIGINT", Decimal("0.5"), 1),
        ("DECIMAL(4,2)", Decimal("-0.005"), Decimal("-0.01")),
        ("DECIMAL(4,2)", Decimal("99.994999"), Decimal("99.99")),
        ("DECIMAL(4,2)", Decimal("0e-300"), Decimal("0.00")),
        ("DECIMAL(38,0)", Decimal("9" * 38), Decimal("9" * 38)),
        ("UUID", UUID(int=1), bytes(15) + b"\1"),
        ("TIMESTAMP_S", 500_000, 1),
        ("TIMESTAMP_S", -500_001, -1),
        ("TIMESTAMP_MS", 1_499, 1),
        ("TIMESTAMP_NS", 1, 1000),
        ("TIMESTAMP_NS", TIMESTAMP_INFINITY, TIMESTAMP_INFINITY),
        ("TIMESTAMP", -TIMESTAMP_INFINITY, -TIMESTAMP_INFINITY),
        ("DECIMAL(4,1)[]", [Decimal("0.25"), None], [Decimal("0.3"), None]),
    ],
)
def test_what_fits(duckdb: str, value: Any, stored: Any) -> None:
    assert fitted(duckdb, value) == stored
    made = array(parse(duckdb), [stored, None])
    assert made.type == copied_of(parse(duckdb))
    assert fits(made.type, parse(duckdb))


@pytest.mark.parametrize(
    ("duckdb", "value", "code"),
    [
        ("UTINYINT", -1, "22003"),
        ("UBIGINT", Decimal("18446744073709551615.5"), "22003"),
        ("UBIGINT", Decimal("NaN"), "22003"),
        ("DECIMAL(4,2)", Decimal("99.995"), "22003"),
        ("DECIMAL(4,2)", Decimal("1e100000"), "22003"),
        ("DECIMAL(4,2)", Decimal("-Infinity"), "22003"),
        ("TIMESTAMP", TIMESTAMP_INFINITY + 1, "22008"),
        ("TIMESTAMP_NS", TIMESTAMP_INFINITY // 999, "22008"),
        ("INTEGER[]", [[1]], "2202E"),
        ("INTEGER[][]", [1], "2202E"),
    ],
)
def test_what_does_not(duckdb: str, value: Any, code: str) -> None:
    with pytest.raises(PgError) as caught:
        fitted(duckdb, value)
    assert caught.value.code == code


def test_lengths() -> None:
    char = fit(parse("VARCHAR"), table.BPCHAR, 2 + 4)
    assert char("ab  ") == "ab"
    with pytest.raises(PgError) as caught:
        char("abc")
    assert caught.value.message == "value too long for type character(2)"


@pytest.mark.parametrize(
    ("duckdb", "values"),
    [
        ("BOOLEAN[]", [[True, None], None, []]),
        ("INTEGER[][]", [[[1], []], None, [None]]),
        ("STRUCT(a INTEGER, b VARCHAR[])", [{"a": 1, "b": ["x"]}, None, {"a": None, "b": None}]),
        ("MAP(VARCHAR, INTEGER)", [[("a", 1), ("b", None)], None, []]),
        ("INTEGER", []),
    ],
)
def test_arrays(duckdb: str, values: list[Any]) -> None:
    made = array(parse(duckdb), values)
    made.validate(full=True)
    assert made.type == copied_of(parse(duckdb))
    assert made.to_pylist() == values


def test_rows() -> None:
    of_type = table.PgType(
        "r", 70, 71, -1, "r", "",
        fields=(table.PgField("a", table.VARCHAR, 7), table.PgField("b", table.NUMERIC)),
    )  # fmt: skip
    column = parse("STRUCT(a VARCHAR, b DECIMAL(4,2))")
    assert fit(column, of_type)({"a": "abc  ", "b": Decimal("1.239")}) == {"a": "abc", "b": Decimal("1.24")}
    assert fit(column, of_type)({"a": None, "b": None}) == {"a": None, "b": None}
    with pytest.raises(PgError):
        fit(column, of_type)({"a": "abcd", "b": None})
