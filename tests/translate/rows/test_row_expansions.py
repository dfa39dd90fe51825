"""
Rows of a relation's columns.
"""

from __future__ import annotations

import pytest

from pggate.translate.tokens import Names, apply


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        ("select row(t.*) from t", "select row(*COLUMNS(t.*)) from t"),
        ("select row(t.*, 42, u.*) from t, u", "select row(*COLUMNS(t.*), 42, *COLUMNS(u.*)) from t, u"),
        ("select row(*) from t", "select row(*COLUMNS(*)) from t"),
        ("select row(a * b, 2) from t", "select row(a * b, 2) from t"),
        ("select row(count(*)) from t", "select row(count(*)) from t"),
    ],
)
def test_rows(pg: str, duck: str) -> None:
    assert apply(pg, Names()).text == duck
