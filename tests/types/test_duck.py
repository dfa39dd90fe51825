"""
The PostgreSQL type of every DuckDB type.
"""

from __future__ import annotations

import pytest

from pggate.types.duck import column_type, is_nested, is_partial, travels_as


@pytest.mark.parametrize(
    ("duckdb", "postgres"),
    [
        ("BOOLEAN", "bool"),
        ("TINYINT", "int2"),
        ("UTINYINT", "int2"),
        ("SMALLINT", "int2"),
        ("USMALLINT", "int4"),
        ("INTEGER", "int4"),
        ("UINTEGER", "int8"),
        ("BIGINT", "int8"),
        ("UBIGINT", "numeric"),
        ("HUGEINT", "numeric"),
        ("UHUGEINT", "numeric"),
        ("BIGNUM", "numeric"),
        ("FLOAT", "float4"),
        ("DOUBLE", "float8"),
        ("VARCHAR", "text"),
        ("ENUM('a', 'b')", "text"),
        ("BIT", "varbit"),
        ('"NULL"', "text"),
        ("BLOB", "bytea"),
        ("GEOMETRY", "bytea"),
        ("UUID", "uuid"),
        ("JSON", "json"),
        ("DATE", "date"),
        ("TIME", "time"),
        ("TIME_NS", "time"),
        ("TIME WITH TIME ZONE", "timetz"),
        ("TIMESTAMP", "timestamp"),
        ("TIMESTAMP_S", "timestamp"),
        ("TIMESTAMP_MS", "timestamp"),
        ("TIMESTAMP_NS", "timestamp"),
        ("TIMESTAMP WITH TIME ZONE", "timestamptz"),
        ("INTERVAL", "interval"),
        ("INTEGER[]", "_int4"),
        ("INTEGER[][]", "_int4"),
        ("INTEGER[3]", "_int4"),
        ("JSON[]", "_json"),
        ("ENUM('a')[]", "_text"),
        ("STRUCT(a INTEGER)", "json"),
        ("STRUCT(a INTEGER)[][]", "json"),
        ("MAP(VARCHAR, INTEGER)", "json"),
        ("UNION(a INTEGER)", "json"),
        ("VARIANT", "json"),
        ("VARIANT[]", "json"),
        ("somebodys_type", "text"),
    ],
)
def test_column_type(duckdb: str, postgres: str) -> None:
    assert column_type(duckdb).type.name == postgres


@pytest.mark.parametrize(
    ("duckdb", "typmod"),
    [
        ("DECIMAL(10,2)", 655_366),  # PostgreSQL 15: select atttypmod of a numeric(10,2) column
        ("DECIMAL(38,10)", 2_490_382),
        ("DECIMAL(10,2)[]", 655_366),
        ("HUGEINT", -1),
        ("VARCHAR", -1),
    ],
)
def test_typmod(duckdb: str, typmod: int) -> None:
    assert column_type(duckdb).typmod == typmod


@pytest.mark.parametrize(
    ("duckdb", "carrier"),
    [
        ("INTEGER", None),
        ("STRUCT(a INTEGER)", None),
        ("INTERVAL", "VARCHAR"),
        ("TIME WITH TIME ZONE", "VARCHAR"),
        ("VARIANT", "JSON"),
        ("INTERVAL[][]", "VARCHAR[][]"),
        ("STRUCT(a INTERVAL, b INTEGER)", 'STRUCT("a" VARCHAR, "b" INTEGER)'),
        ("STRUCT(INTERVAL, INTEGER)", 'STRUCT("f1" VARCHAR, "f2" INTEGER)'),
        ("MAP(VARCHAR, TIME WITH TIME ZONE)", "MAP(VARCHAR, VARCHAR)"),
    ],
)
def test_travels_as(duckdb: str, carrier: str | None) -> None:
    assert travels_as(duckdb) == carrier


@pytest.mark.parametrize(
    ("duckdb", "nested", "partial"),
    [
        ("INTEGER", False, False),
        ("INTEGER[]", False, False),
        ("INTEGER[][]", True, True),
        ("STRUCT(a INTEGER[][])", False, True),
        ("STRUCT(a INTEGER[])[]", False, False),
        ("TIMESTAMP", False, False),
        ("TIMESTAMP_S[]", False, True),
        ("MAP(VARCHAR, TIMESTAMP_MS)", False, True),
    ],
)
def test_types_some_of_whose_values_have_no_form(duckdb: str, nested: bool, partial: bool) -> None:
    assert (is_nested(duckdb), is_partial(duckdb)) == (nested, partial)
