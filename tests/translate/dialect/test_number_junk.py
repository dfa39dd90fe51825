"""
Letters right behind a number.
"""

from __future__ import annotations

import pytest

from pggate.errors import SyntaxError  # noqa: A004  PostgreSQL's name for 42601
from pggate.translate.dialect import number_junk
from pggate.translate.tokens import apply
from tests.translate import rules


@pytest.mark.parametrize(
    ("sql", "junk", "position"),
    [
        ("select 123abc", "123abc", 8),
        ("select 0x1F as a", "0x1F", 8),
        ("select 1, 0b1", "0b1", 11),
        ("select 1.5limit", "1.5limit", 8),
        ("select 1e", "1e", 8),
    ],
)
def test_refused(sql: str, junk: str, position: int) -> None:
    with pytest.raises(SyntaxError) as caught:
        apply(sql, rules.NAMES)
    assert caught.value.message == f'trailing junk after numeric literal at or near "{junk}"'
    assert caught.value.position == position


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 a",
        "select 1e5, 1.5e-3",
        "select '1a', \"1b\" from t",
        "select a1, t1.b2 from t1",
        "select $1",
    ],
)
def test_numbers_and_names(sql: str) -> None:
    assert not rules.alone(number_junk.refused, sql).changed
