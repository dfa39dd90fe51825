"""
Which types a topic refuses, at any depth, and what it says instead.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.lake.storable import storable


@pytest.mark.parametrize(
    "duckdb_type",
    [
        "BOOLEAN",
        "BIGINT",
        "DECIMAL(38,10)",
        "VARCHAR",
        "TIMESTAMP WITH TIME ZONE",
        "TIMESTAMP_NS",
        "JSON",
        "VARIANT",
        "INTEGER[]",
        "VARCHAR[][]",
        'STRUCT("interval" INTEGER, bit VARCHAR[], "a "", b" DATE)',
        "MAP(VARCHAR, STRUCT(a INTEGER))",
        "STRUCT(hugeint INTEGER, s STRUCT(enum DOUBLE)[])[]",
    ],
)
def test_what_can_be_stored(duckdb_type: str) -> None:
    storable("c", duckdb_type)


@pytest.mark.parametrize(
    ("duckdb_type", "named"),
    [
        ("HUGEINT", "HUGEINT"),
        ("UHUGEINT", "UHUGEINT"),
        ("INTERVAL", "INTERVAL"),
        ("TIME WITH TIME ZONE", "TIME WITH TIME ZONE"),
        ("TIMETZ", "TIME WITH TIME ZONE"),
        ("BIT", "BIT"),
        ("TIME_NS", "TIME_NS"),
        ("BIGNUM", "BIGNUM"),
        ("ENUM('a', 'b)', 'it''s')", "ENUM('a', 'b)', 'it''s')"),
        ("UNION(a INTEGER, b VARCHAR)", 'UNION("a" INTEGER, "b" VARCHAR)'),
        ('"NULL"', '"NULL"'),
        ("INTEGER[3]", "INTEGER[3]"),
        ("FLOAT[768]", "FLOAT[768]"),
        ("hugeint", "HUGEINT"),
        ("HUGEINT[]", "HUGEINT"),
        ("INTEGER[3][]", "INTEGER[3]"),
        ("STRUCT(a INTEGER, b INTERVAL)", "INTERVAL"),
        ("STRUCT(a INTEGER, b STRUCT(c BIT[]))[]", "BIT"),
        ("MAP(VARCHAR, TIME WITH TIME ZONE)", "TIME WITH TIME ZONE"),
        ("MAP(ENUM('x'), INTEGER)", "ENUM('x')"),
        ("STRUCT(a DECIMAL(4,1), b UHUGEINT)", "UHUGEINT"),
    ],
)
def test_what_is_refused(duckdb_type: str, named: str) -> None:
    with pytest.raises(FeatureNotSupported) as caught:
        storable("c", duckdb_type)
    assert caught.value.code == "0A000"
    assert caught.value.message == f'column "c": type {named} cannot be stored in a topic'
    assert caught.value.hint
