"""
Rows as records, both formats; every answer is PostgreSQL 15's.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.types.columns import ColumnEncoding, cells, column_encoding, is_plain
from pggate.types.duck import Shown, column_type
from pggate.types.table import BPCHAR, JSON, RECORD, PgField, PgType


def written(expression: str, format_: int = 0) -> list[bytes | None]:
    relation = duckdb.sql(f"SELECT {expression} AS x")
    column = relation.to_arrow_table().column(0).combine_chunks()
    found: list[bytes | None] = cells(column_encoding(str(relation.types[0]), format_), column).to_pylist()
    return found


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("row(1, 'a')", "(1,a)"),
        ("row(1, NULL::INT)", "(1,)"),
        ("row(NULL::INT)", "()"),
        ("row('a b', 'c,d', 'e\"f', '', '(g)')", '("a b","c,d","e""f","","(g)")'),
        ("row('a\"b\\c', ' ', 'NULL')", '("a""b\\\\c"," ",NULL)'),
        ("row('a\nb')", '("a\nb")'),
        ("row(row(1, 2), 3)", '("(1,2)",3)'),
        ("row([1, 2])", '("{1,2}")'),
        ("row(1.50, true, DATE '2024-01-01')", "(1.50,t,2024-01-01)"),
        ("row('{\"a\":1}'::JSON)", '("{""a"":1}")'),
        ("row({'x': 2})", '("{""x"":2}")'),
        ("[row(1, 'a'), row(2, 'b c')]", '{"(1,a)","(2,\\"b c\\")"}'),
    ],
)
def test_text(expression: str, text: str) -> None:
    assert written(expression) == [text.encode()]


def test_null() -> None:
    assert written("CASE WHEN false THEN row(1) END") == [None]


def test_binary() -> None:
    assert written("row(1::INT, NULL::INT, 'ab'::VARCHAR)", 1) == [
        bytes.fromhex("0000000300000017 00000004 0000000100000017 ffffffff00000019 00000002 6162")
    ]


def test_which_types_are_records() -> None:
    assert column_type("STRUCT(INTEGER, VARCHAR)").type.oid == RECORD.oid
    assert column_type("STRUCT(INTEGER)[]").type.oid == RECORD.array_oid
    assert column_type("STRUCT(a INTEGER)").type == JSON
    rows = Shown(rows_as_records=True)
    assert column_type("STRUCT(a INTEGER)", rows).type.oid == RECORD.oid
    assert column_type("STRUCT(a INTEGER)[]", rows).type.oid == RECORD.array_oid
    assert column_type("INTEGER", rows).type.oid == 23


def test_nested_lists_as_json() -> None:
    assert column_type("INTEGER[][]", Shown(nested_as_json=True)).type == JSON
    assert column_type("INTEGER[]", Shown(nested_as_json=True)).type != JSON


def test_the_kernel_leaves_them_alone() -> None:
    assert not is_plain(column_encoding("STRUCT(INTEGER)"))
    assert is_plain(column_encoding("INTEGER[][]"))


@pytest.mark.parametrize(("format_", "field"), [(0, b'"x   "'), (1, b"\0\0\0\4x   ")])
def test_a_char_gets_its_spaces_back(format_: int, field: bytes) -> None:
    source = "STRUCT(c VARCHAR)"
    of_type = PgType("r", 70, 71, -1, "r", source, fields=(PgField("c", BPCHAR, 8),))
    column = duckdb.sql(f"SELECT CAST(row('x') AS {source}) AS x").to_arrow_table().column(0).combine_chunks()
    (cell,) = cells(ColumnEncoding(of_type, source, format_), column).to_pylist()
    assert field in cell
