"""
sum() of intervals.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import interval_sums
from tests.translate import duck

PLACE = '"~pg"."~mirror".'


def edited(sql: str) -> str | None:
    tree = duck.tree(sql)
    return duck.text(tree) if interval_sums.edit(tree, duck.type_of) else None


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "select sum(c - c) from t",
            (
                f"SELECT {PLACE}span_of(sum({PLACE}months_of((c - c))), sum({PLACE}days_of((c - c))), "
                f"sum({PLACE}microseconds_of((c - c)))) FROM t"
            ),
        ),
        ("select sum(a), sum(n) over () from t", None),
        ("select 1", None),
    ],
)
def test_sums(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected


def test_in_a_query_inside_and_over_a_window() -> None:
    found = edited("select x from (select sum(c - c) over (order by a) as x, sum(a) over () as y from t)")
    assert found is not None
    assert found.count("OVER (ORDER BY a)") == 3
    assert "sum(a) OVER ()" in found
