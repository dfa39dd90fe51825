r"""
Texts that are cast to arrays and rows while a statement runs, as DuckDB reads them; what they are is
PostgreSQL 15's.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from pggate.errors import FeatureNotSupported, InvalidTextRepresentation, PgError
from pggate.types.computed_texts import computed_text

ADDR = "STRUCT(a INTEGER, b VARCHAR)"


def read(written: str, of_type: str) -> Any:
    """
    The value that DuckDB reads.
    """
    answer = duckdb.sql(f"SELECT CAST({quoted(computed_text(written, of_type))} AS {of_type})")
    (value,) = answer.fetchone() or (None,)
    return value


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize(
    ("written", "of_type", "value"),
    [
        ("{}", "INTEGER[]", []),
        ("{}", "INTEGER[][]", []),
        ("{1,2}", "INTEGER[]", [1, 2]),
        (" { 3 , NULL } ", "INTEGER[]", [3, None]),
        ("[1:2]={1,2}", "INTEGER[]", [1, 2]),
        ("{{1,2},{3,null}}", "INTEGER[][]", [[1, 2], [3, None]]),
        ("{a,b c, d }", "VARCHAR[]", ["a", "b c", "d"]),
        ('{"a\'b","NULL",null,"",nullable}', "VARCHAR[]", ["a'b", "NULL", None, "", "nullable"]),
        (r'{"a\"b\\c","{,}",\"}', "VARCHAR[]", ['a"b\\c', "{,}", '"']),
        ("{t,no,off}", "BOOLEAN[]", [True, False, False]),
        ("{2020-01-01,01/02/2021}", "DATE[]", [dt.date(2020, 1, 1), dt.date(2021, 1, 2)]),
        ("{1.25,2e1}", "DECIMAL(10,2)[]", [Decimal("1.25"), Decimal("20.00")]),
        (r'{"\\x00ff"}', "BLOB[]", [b"\x00\xff"]),
        ("(1,x)", ADDR, {"a": 1, "b": "x"}),
        ("(,)", ADDR, {"a": None, "b": None}),
        ('(1,"")', ADDR, {"a": 1, "b": ""}),
        (r' (1,"it\'s ""q"" \\ {x}") ', ADDR, {"a": 1, "b": 'it\'s "q" \\ {x}'}),
        ('{"(1,)",NULL}', f"{ADDR}[]", [{"a": 1, "b": None}, None]),
        ('(7,"(2,y)")', f"STRUCT(a INTEGER, b {ADDR})", {"a": 7, "b": {"a": 2, "b": "y"}}),
        ('(7,"{a,NULL}")', "STRUCT(a INTEGER, b VARCHAR[])", {"a": 7, "b": ["a", None]}),
        ('("1,2")', 'STRUCT("a ""b" VARCHAR)', {'a "b': "1,2"}),
        # DuckDB's own forms
        ("[1, 2]", "INTEGER[]", [1, 2]),
        ("{'a': 1, 'b': x}", ADDR, {"a": 1, "b": "x"}),
    ],
)
def test_values(written: str, of_type: str, value: object) -> None:
    assert read(written, of_type) == value


@pytest.mark.parametrize(
    ("written", "of_type"),
    [
        *(
            (written, "INTEGER[]")
            for written in ("", " ", "abc", "{1", "{1}}", "{1,}", "{,1}", "{1.5}", "{0x1}", "{{}}")
        ),
        *((written, "VARCHAR[]") for written in ('{"a}', '{"a"b}', "{a}b")),
        ("{{1},{2,3}}", "INTEGER[][]"),
        *((written, ADDR) for written in ("", "1,x", "(1)", "(1,2,3)", "(x,)", "(1,x)y")),
    ],
)
def test_what_is_none(written: str, of_type: str) -> None:
    with pytest.raises(InvalidTextRepresentation):
        computed_text(written, of_type)


def test_other_dimensions_than_the_type_has() -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        computed_text("{{1},{2}}", "INTEGER[]")
    assert caught.value.hint == "Write the dimensions of the type: ::integer[][]."
    with pytest.raises(FeatureNotSupported):
        computed_text("{1}", "INTEGER[][]")


def test_other_bounds_and_numbers_out_of_range() -> None:
    with pytest.raises(FeatureNotSupported):
        computed_text("[0:1]={1,2}", "INTEGER[]")
    with pytest.raises(PgError, match="out of range for type integer"):
        computed_text("{99999999999}", "INTEGER[]")
