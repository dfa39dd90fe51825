"""
Literals of composite types; what they are is PostgreSQL 15's.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.errors import PgError
from pggate.types import table
from pggate.types.record_literals import spelled, spelled_row
from pggate.types.table import PgField, PgType, array_of

ADDR = PgType("addr", 70, 71, -1, "addr", "", fields=(PgField("a", table.INT4), PgField("b", table.TEXT)))
DEEP = PgType("deep", 74, 75, -1, "deep", "", fields=(PgField("x", ADDR), PgField("y", array_of(table.INT4))))


@pytest.mark.parametrize(
    ("literal", "sql"),
    [
        ("(1,x)", "row('1', 'x')"),
        ("(,)", "row(NULL, NULL)"),
        ('(1,"")', "row('1', '')"),
        ("(1,it's)", "row('1', 'it''s')"),
    ],
)
def test_spelled(literal: str, sql: str) -> None:
    assert spelled(ADDR, literal) == sql


def test_arrays_and_what_is_within() -> None:
    assert spelled(array_of(ADDR), '{"(1,x)",NULL}') == "[row('1', 'x'), NULL]"
    sql = spelled(DEEP, '("(1,""x y"")","{1,NULL}")')
    of_type = "STRUCT(x STRUCT(a INTEGER, b VARCHAR), y INTEGER[])"
    (value,) = duckdb.sql(f"SELECT CAST({sql} AS {of_type})").fetchone() or ()
    assert value == {"x": {"a": 1, "b": "x y"}, "y": [1, None]}


def test_what_is_none() -> None:
    with pytest.raises(PgError, match="malformed record literal"):
        spelled(ADDR, "(1)")
    with pytest.raises(PgError, match="invalid input syntax for type integer"):
        spelled(ADDR, "(x,)")


def test_literals_for_structs() -> None:
    struct = "STRUCT(a INTEGER, b VARCHAR)"
    assert spelled_row(struct, " (1,x)") == "row('1', 'x')"
    assert spelled_row(f"{struct}[]", '{"(1,x)"}') == "[row('1', 'x')]"
    assert spelled_row(struct, '{"a": 1}') is None
    assert spelled_row(f"{struct}[]", "[{'a': 1}]") is None
    assert spelled_row("VARCHAR", "(1,x)") is None
    assert spelled_row("INTEGER[]", "{1}") is None
