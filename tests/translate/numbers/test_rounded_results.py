"""
Rounded numbers whose results have other types, by a query and what becomes of it.  That PostgreSQL 15 gives
the same types and values, tests/transcripts/numbers.pt shows.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

# Columns of t: a INTEGER, id BIGINT, n DECIMAL(10,2)
EDITED = (
    ("select ceil(a) as x, floor(n) as y, sign(n) as z from t",
     "SELECT CAST(ceil(a) AS DOUBLE) AS x, floor(n) AS y, CAST(sign(n) AS HUGEINT) AS z FROM t"),
    ("select round(a::double) as x, round(n) as y, trunc(a) as z from t",
     "SELECT CAST(round_even(CAST(a AS DOUBLE), 0) AS DOUBLE) AS x, round(n) AS y, CAST(trunc(a) AS DOUBLE) AS z FROM t"),
    ("select round(n, 4) as x, round(n, 1) as y, round(a, 2) as z, round(a, -2) as w from t",
     ("SELECT round(CAST(n AS DECIMAL(12,4)), 4) AS x, round(n, 1) AS y,"
      " round(CAST(a AS DECIMAL(12,2)), 2) AS z, CAST(round(a, -2) AS HUGEINT) AS w FROM t")),
    ("select trunc(max(n::decimal(38,9)), 1) as x from t",
     "SELECT CAST(trunc(max(CAST(n AS DECIMAL(38,9))), 1) AS DECIMAL(31,1)) AS x FROM t"),
    ("select floor(n::decimal(38,9)) as x from t",
     ("SELECT CASE  WHEN ((CAST(n AS DECIMAL(38,9)) BETWEEN -(100000000.0) AND 100000000.0))"
      " THEN (CAST(floor(CAST(CAST(n AS DECIMAL(38,9)) AS DECIMAL(18,9))) AS DECIMAL(30,0)))"
      " ELSE CAST(floor(CAST(n AS DECIMAL(38,9))) AS DECIMAL(30,0)) END AS x FROM t")),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected
