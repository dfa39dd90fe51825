"""
Operators of numbers whose results have other types, by a query and what becomes of it.  That PostgreSQL 15 gives
the same types and values, tests/transcripts/numbers.pt shows.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

# Columns of t: a INTEGER, id BIGINT, n DECIMAL(10,2)
EDITED = (
    ("select a / 2, id / a from t", None),
    ("select a::smallint % 2 as x from t", "SELECT (CAST(a AS SMALLINT) % CAST(2 AS INTEGER)) AS x FROM t"),
    ("select 8 & a::smallint as x from t", "SELECT (CAST(8 AS INTEGER) & CAST(a AS SMALLINT)) AS x FROM t"),
    ("select 8 >> a::smallint as x from t", "SELECT (CAST(8 AS INTEGER) >> CAST(a AS SMALLINT)) AS x FROM t"),
    ("select a::smallint >> 2 as x from t", None),
    ("select a::smallint + 1 as x from t",
     "SELECT (CAST(a AS SMALLINT) + CAST(1 AS INTEGER)) AS x FROM t"),
    ("select a::real * n as x from t", "SELECT (CAST(CAST(a AS FLOAT) AS DOUBLE) * n) AS x FROM t"),
    ("select n * n as x from t", None),
    ("select n::decimal(30,20) * n::decimal(30,15) as x from t",
     ("SELECT (CAST(CAST(n AS DECIMAL(30,20)) AS DECIMAL(38,12))"
      " * CAST(CAST(n AS DECIMAL(30,15)) AS DECIMAL(38,12))) AS x FROM t")),
    ("select 1.5 + null::decimal(38,11) as x", "SELECT CAST(NULL AS DECIMAL(38,11)) AS x"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected
