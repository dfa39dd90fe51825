"""
Functions of numbers whose results have other types, by a query and what becomes of it.  That PostgreSQL 15 gives
the same types and values, tests/transcripts/numbers.pt shows.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

# Columns of t: a INTEGER, id BIGINT, n DECIMAL(10,2)
EDITED = (
    ("select sum(a) from t", "SELECT CAST(sum(a) AS BIGINT) AS sum FROM t"),
    ("select sum(id), sum(n), sum(a::double) from t", None),
    ("select sum(a::real) from t", "SELECT CAST(sum(CAST(a AS FLOAT)) AS FLOAT) AS sum FROM t"),
    ("select sum(a) filter (where a > 1) over (partition by id) as s from t",
     "SELECT CAST(sum(a) FILTER (WHERE (a > 1)) OVER (PARTITION BY id) AS BIGINT) AS s FROM t"),
    ("select ntile(2) over () as n from t", "SELECT CAST(ntile(2) OVER () AS INTEGER) AS n FROM t"),
    ("select avg(a::real) from t", None),
    ("select percentile_cont(0.5) within group (order by n) as p from t",
     "SELECT quantile_cont(0.5 ORDER BY CAST(n AS DOUBLE)) AS p FROM t"),
    # arithmetic
    ("select a / 2, id / a from t", None),
    ("select a::smallint + 1 as x from t",
     "SELECT (CAST(a AS SMALLINT) + CAST(1 AS INTEGER)) AS x FROM t"),
    ("select a::real * n as x from t", "SELECT (CAST(CAST(a AS FLOAT) AS DOUBLE) * n) AS x FROM t"),
    ("select n * n as x from t", None),
    ("select n::decimal(30,20) * n::decimal(30,15) as x from t",
     ("SELECT (CAST(CAST(n AS DECIMAL(30,20)) AS DECIMAL(38,12))"
      " * CAST(CAST(n AS DECIMAL(30,15)) AS DECIMAL(38,12))) AS x FROM t")),
    ("select 1.5 + null::decimal(38,11) as x", "SELECT CAST(NULL AS DECIMAL(38,11)) AS x"),
    # rounding
    ("select ceil(a) as x, floor(n) as y, sign(n) as z from t",
     "SELECT CAST(ceil(a) AS DOUBLE) AS x, floor(n) AS y, CAST(sign(n) AS HUGEINT) AS z FROM t"),
    ("select round(a::double) as x, round(n) as y, trunc(a) as z from t",
     "SELECT CAST(round_even(CAST(a AS DOUBLE), 0) AS DOUBLE) AS x, round(n) AS y, CAST(trunc(a) AS DOUBLE) AS z FROM t"),
    ("select round(n, 4) as x, round(n, 1) as y, round(a, 2) as z, round(a, -2) as w from t",
     ("SELECT round(CAST(n AS DECIMAL(12,4)), 4) AS x, round(n, 1) AS y,"
      " round(CAST(a AS DECIMAL(12,2)), 2) AS z, CAST(round(a, -2) AS HUGEINT) AS w FROM t")),
    ("select trunc(n::decimal(38,9), 1) as x, floor(n::decimal(38,9)) as y from t",
     ("SELECT CAST(trunc(CAST(n AS DECIMAL(38,9)), 1) AS DECIMAL(31,1)) AS x,"
      " CAST(floor(CAST(n AS DECIMAL(38,9))) AS DECIMAL(30,0)) AS y FROM t")),
    # functions of doubles
    ("select sqrt(a), power(2, a) from t", None),
    ("select ln(n) as x from t", "SELECT CAST(CAST(ln(n) AS VARCHAR) AS DECIMAL(38,21)) AS x FROM t"),
    ("select n ^ 2 as x from t", "SELECT CAST(CAST((n ^ 2) AS VARCHAR) AS DECIMAL(38,19)) AS x FROM t"),
    ("select log(2, 8) as x", "SELECT CAST(CAST(log(2, 8) AS VARCHAR) AS DECIMAL(38,21)) AS x"),
    ("select gcd(a, 6) as x from t", "SELECT CAST(gcd(a, 6) AS INTEGER) AS x FROM t"),
    ("select stddev(a) as x, variance(n) as y from t",
     ("SELECT CAST(CAST(stddev(a) AS VARCHAR) AS DECIMAL(38,21)) AS x,"
      " CAST(CAST(variance(n) AS VARCHAR) AS DECIMAL(38,21)) AS y FROM t")),
    # casts to numeric
    ("select n::decimal(38,11) as x, a::decimal(38,11) as y from t", "SELECT +(n) AS x, CAST(a AS HUGEINT) AS y FROM t"),
    ("select '1.50'::decimal(38,11) as x", "SELECT 1.50 AS x"),
    ("select (a::double)::decimal(38,11) as x from t",
     "SELECT CAST(CAST(CAST(a AS DOUBLE) AS VARCHAR) AS DECIMAL(38,11)) AS x FROM t"),
    ("select b::decimal(38,11) from t", None),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected
