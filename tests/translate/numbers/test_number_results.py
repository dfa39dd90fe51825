"""
Functions of numbers and casts whose results have other types, by a query and what becomes of it.  That PostgreSQL 15 gives
the same types and values, tests/transcripts/numbers.pt shows.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

# Columns of t: a INTEGER, id BIGINT, n DECIMAL(10,2)
EDITED = (
    ("select ntile(2) over () as n from t", "SELECT CAST(ntile(2) OVER () AS INTEGER) AS n FROM t"),
    ("select sqrt(a), power(2, a) from t", None),
    ("select ln(n) as x from t", "SELECT CAST(CAST(ln(n) AS VARCHAR) AS DECIMAL(38,21)) AS x FROM t"),
    ("select n ^ 2 as x from t", "SELECT CAST(CAST((n ^ 2) AS VARCHAR) AS DECIMAL(38,19)) AS x FROM t"),
    ("select log(2, 8) as x", "SELECT CAST(CAST(log(2, 8) AS VARCHAR) AS DECIMAL(38,21)) AS x"),
    ("select gcd(a, 6) as x from t", "SELECT CAST(gcd(a, 6) AS INTEGER) AS x FROM t"),
    ("select n::decimal(38,11) as x, a::decimal(38,11) as y from t", "SELECT +(n) AS x, CAST(a AS HUGEINT) AS y FROM t"),
    ("select '1.50'::decimal(38,11) as x", "SELECT 1.50 AS x"),
    ("select (a::double)::decimal(38,11) as x from t",
     ("SELECT CASE  WHEN ((CAST(a AS DOUBLE) BETWEEN -(1000000.0) AND 1000000.0))"
      " THEN (CAST(CAST(CAST(CAST(a AS DOUBLE) AS VARCHAR) AS DECIMAL(18,11)) AS DECIMAL(38,11)))"
      " ELSE CAST(CAST(CAST(a AS DOUBLE) AS VARCHAR) AS DECIMAL(38,11)) END AS x FROM t")),
    ("select max(a::double)::decimal(38,11) as x from t",
     "SELECT CAST(CAST(max(CAST(a AS DOUBLE)) AS VARCHAR) AS DECIMAL(38,11)) AS x FROM t"),
    ("select b::decimal(38,11) from t", 'SELECT "~pg"."~mirror".numeric_of_item(b) AS b FROM t'),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected
