"""
Columns that become no one type.
"""

from __future__ import annotations

import pytest

from pggate.engine.unmatched import unmatched
from tests.engine.mismatches import messages


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select id from t union select name from t", "UNION types integer and text"),
        ("select name from t except select id from t", "EXCEPT types text and integer"),
        ("select 1, name from t intersect select 2, id from t", "INTERSECT types text and integer"),
        ("select m from t union all select name from t", "UNION types mood and text"),
        ("values (1), (true)", "VALUES types integer and boolean"),
    ],
)
def test_what_postgresql_says(sql: str, said: str) -> None:
    assert messages(sql, unmatched) == [f"42804 {said} cannot be matched"]


@pytest.mark.parametrize(
    "sql",
    [
        "select id from t union select 2.5 union select null",
        "select id::text from t union select name from t",
        "select name from t union select 'x' union select upper(name) from t",
        "select d from t union select now()",
        "values (1, 'a', null), (2.5, null, true)",
        "select id from t",
    ],
)
def test_what_becomes_one_type(sql: str) -> None:
    assert messages(sql, unmatched) == []
