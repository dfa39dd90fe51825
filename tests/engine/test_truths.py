"""
Conditions that are no booleans.
"""

from __future__ import annotations

import pytest

from pggate.engine.truths import untrue
from tests.engine.mismatches import messages


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select 1 from t where id", "WHERE integer"),
        ("select 1 from t where name", "WHERE text"),
        ("select id or b from t", "OR integer"),
        ("select b and name from t", "AND text"),
        ("select not id from t", "NOT integer"),
        ("select case when id then 1 end from t", "CASE/WHEN integer"),
        ("select count(*) filter (where id) from t", "FILTER integer"),
        ("select id is true from t", "IS TRUE integer"),
        ("select name is not false from t", "IS NOT FALSE text"),
    ],
)
def test_what_postgresql_says(sql: str, said: str) -> None:
    word, of_type = said.rsplit(" ", 1)
    assert messages(sql, untrue) == [f"42804 argument of {word} must be type boolean, not type {of_type}"]


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 from t where b and 't' and not b is true or id = 1",
        "select 1 from t where id::boolean or cast(name as boolean)",
        "select case when b then 1 when 'f' then 2 when null then 3 end, b is not true from t",
        "select b is distinct from true, id is not distinct from 1 from t",
    ],
)
def test_what_is_a_boolean_or_is_cast_to_one(sql: str) -> None:
    assert messages(sql, untrue) == []
