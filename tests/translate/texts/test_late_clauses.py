"""
The clauses of a query that are about all of its rows.
"""

from __future__ import annotations

import pytest

from pggate.translate.texts.late_clauses import late_clauses


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("select a from t", ()),
        ("select a from t having count(*) > 1 order  by a, 2 desc limit 3;", ("HAVING count(*) > 1", "ORDER BY a, 2 desc", "LIMIT 3")),
        ("select string_agg(a order by b) from (select 1 limit 1) x offset 2", ("OFFSET 2",)),
        ("select a from t order by 1 fetch first 3 rows only", ("ORDER BY 1", "FETCH first 3 rows only")),
        ('select "limit" from t', ()),
    ],
)  # fmt: skip
def test_clauses_as_they_were_written(query: str, found: tuple[str, ...]) -> None:
    assert late_clauses(query) == found
