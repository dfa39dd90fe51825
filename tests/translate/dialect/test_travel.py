"""
Time travel, and the same query about the present.
"""

from __future__ import annotations

import pytest

from pggate.translate.dialect.travel import travels, without_travel
from tests.translate import duck

TEXTS = (
    # text, without its travel
    ("select * from t at (version => 3)", "select * from t "),
    ("select * from t AT (TIMESTAMP => now()) x, u", "select * from t  x, u"),
    (
        "select * from t at (version => (1 + 2)) join u at (version => 1) on true",
        "select * from t  join u  on true",
    ),
    ("select c at time zone 'utc', 'at (version => 1)' from t", None),
    ("select * from t", None),
)


@pytest.mark.parametrize(("sql", "expected"), TEXTS)
def test_travel(sql: str, expected: str | None) -> None:
    assert travels(sql) is (expected is not None)
    assert without_travel(sql) == (sql if expected is None else expected)
    assert duck.parses(without_travel(sql))
