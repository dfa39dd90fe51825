"""
What lag and lead give where there is no row.  That PostgreSQL 15 gives the same, the family of aggregates says.
"""

from __future__ import annotations

import pytest

from tests.translate.retyped import edited

# Columns of t: a INTEGER, id BIGINT, n DECIMAL(10,2)
EDITED = (
    ("select lag(a, 1, 0.5) over () as x from t", "CAST(a AS DECIMAL(11,1))"),
    ("select lag(a, 1, id) over () as x from t", "CAST(a AS BIGINT)"),
    ("select lead(a, 1, 1.5::double) over () as x from t", "CAST(a AS DOUBLE)"),
    ("select lag(a::smallint, 1, 0) over () as x from t", "CAST(CAST(a AS SMALLINT) AS INTEGER)"),
    ("select lag(n, 1, 0.125) over () as x from t", "CAST(n AS DECIMAL(11,3))"),
    ("select lag(n, 1, 0) over () as x from t", "CAST(n AS DECIMAL(12,2))"),
    ("select lag(a, 1, 0) over () as x from t", None),
    ("select lag(id, 1, 0) over () as x from t", None),
    ("select lag(a) over () as x from t", None),
)


@pytest.mark.parametrize(("sql", "expected"), EDITED)
def test_edited(sql: str, expected: str | None) -> None:
    found = edited(sql)
    assert (found is None) if expected is None else (expected in (found or ""))
