"""
Numbers that become texts.
"""

from __future__ import annotations

import pytest

from pggate.translate.numbers.number_texts import asks_cast, is_written_otherwise
from pggate.translate.trees.number_types import decimal, plain
from tests.translate.retyped import edited


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select a::double::varchar as x from t", 'SELECT "~pg"."~mirror".float8_text(CAST(a AS DOUBLE)) AS x FROM t'),
        ("select 'x' || a::real as x from t", "SELECT ('x' || \"~pg\".\"~mirror\".float4_text(CAST(a AS FLOAT))) AS x FROM t"),
        ("select a::decimal(38,22)::varchar as x from t",
         'SELECT "~pg"."~mirror".trimmed_text(CAST(a AS DECIMAL(38,22))) AS x FROM t'),
        ("select a::decimal(38,21)::varchar as x from t",
         'SELECT "~pg"."~mirror".quotient_text(CAST(a AS DECIMAL(38,21)), 20) AS x FROM t'),
        ("select a::varchar, n::varchar, 'x' || n from t", None),
    ],
)  # fmt: skip
def test_edited(sql: str, expected: str | None) -> None:
    assert edited(sql) == expected


def test_which_types() -> None:
    assert is_written_otherwise(plain("DOUBLE"))
    assert is_written_otherwise(decimal(38, 11))
    assert not is_written_otherwise(decimal(38, 2))
    assert not is_written_otherwise(None)


def test_which_casts() -> None:
    to_text = {"child": {"return_type": plain("FLOAT")}, "return_type": plain("VARCHAR")}
    assert asks_cast(to_text)
    assert not asks_cast({**to_text, "return_type": plain("DOUBLE")})
    assert not asks_cast({**to_text, "child": {"value": 5}})
