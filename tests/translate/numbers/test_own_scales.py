"""
Parameters that keep the scale of their values.
"""

from __future__ import annotations

import pytest

from pggate.translate.numbers import own_scales
from tests.translate import duck

BARE = "CAST($1 AS DECIMAL(38,11))"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"select {BARE} as x", "SELECT $1 AS x"),
        (f"select {BARE} + 0.5, sum({BARE} * n) from t", "SELECT ($1 + 0.5), sum(($1 * n)) FROM t"),
        (f"select coalesce({BARE}, 0), case when a = 1 then {BARE} end from t",
         "SELECT COALESCE($1, 0), CASE  WHEN ((a = 1)) THEN ($1) ELSE NULL END FROM t"),
        (f"select {BARE} union all select 2.25", "(SELECT $1) UNION ALL (SELECT 2.25)"),
    ],
)  # fmt: skip
def test_casts_go(sql: str, expected: str) -> None:
    tree = duck.tree(sql)
    own_scales.edit(tree)
    assert duck.text(tree) == expected


@pytest.mark.parametrize(
    "sql",
    [
        f"select ({BARE})::varchar",
        f"select round({BARE}, 1)",
        f"select n from t where n > {BARE}",
        f"select {BARE}, count(*) from t group by {BARE}",
        "select cast($1 as decimal(10,2))",
    ],
)
def test_casts_stay(sql: str) -> None:
    tree = duck.tree(sql)
    before = duck.text(tree)
    own_scales.edit(tree)
    assert duck.text(tree) == before
