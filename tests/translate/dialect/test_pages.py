"""
Ranges of pages, as DuckDB's postgres extension asks for them.
"""

from __future__ import annotations

import pytest

from pggate.translate.tokens import Names, apply

RANGES = (
    ("select a from t where ctid between '(0,0)'::tid and '(1000,0)'::tid", "select a from t where true"),
    (
        "select a from t where ctid between '(0,0)'::tid and '(4294967295,0)'::tid",
        "select a from t where true",
    ),
    ("select a from t where ctid between '(1000,0)'::tid and '(2000,0)'::tid", "select a from t where false"),
    (
        "select a from t where ctid between '(0,0)'::tid and '(1000,0)'::tid and (a > 1)",
        "select a from t where true and (a > 1)",
    ),
    ("select a from t where ctid between '(0,1)'::tid and '(0,2)'::tid", None),
    ("select ctid between 1 and 2 from t", None),
    ("select ctid from t", None),
    ("select ctid between", None),
)


@pytest.mark.parametrize(("sql", "expected"), RANGES)
def test_page_ranges(sql: str, expected: str | None) -> None:
    assert apply(sql, Names(frozenset(), "d")).text == (expected or sql)
