"""
Aggregates of numbers whose results have other types, by a query and what becomes of it.  That PostgreSQL 15 gives
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
    ("select avg(a::real) from t", None),
    ("select stddev(x) filter (where x > 0) as s from (select id::double x from t) v",
     ("SELECT (stddev(CASE  WHEN ((NOT \"system\".main.isfinite(x))) THEN (CAST('0' AS DOUBLE)) ELSE x END)"
      ' FILTER (WHERE (x > 0)) + sum("system".main.abs((x - x))) FILTER (WHERE (x > 0))) AS s FROM (SELECT CAST(id AS DOUBLE) AS x FROM t) AS v')),
    ("select stddev(random()) as s from t", None),
    ("select percentile_cont(0.5) within group (order by n) as p from t",
     "SELECT quantile_cont(0.5 ORDER BY CAST(n AS DOUBLE)) AS p FROM t"),
    ("select percentile_cont(array[0.5, 0.9]) within group (order by n) as p from t",
     "SELECT quantile_cont((ARRAY[0.5, 0.9]) ORDER BY CAST(n AS DOUBLE)) AS p FROM t"),
    ("select corr(a, id) from t", 'SELECT "nullif"(corr(a, id), CAST(\'NaN\' AS DOUBLE)) AS corr FROM t'),
    ("select regr_slope(a, id) over () as s from t",
     "SELECT \"nullif\"(regr_slope(a, id) OVER (), CAST('NaN' AS DOUBLE)) AS s FROM t"),
    ("select stddev(a) as x, variance(n) as y from t",
     ("SELECT CAST(CAST(stddev(a) AS VARCHAR) AS DECIMAL(38,21)) AS x,"
      " CAST(CAST(variance(n) AS VARCHAR) AS DECIMAL(38,21)) AS y FROM t")),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected
