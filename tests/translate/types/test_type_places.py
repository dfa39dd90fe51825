"""
Where a word names a type.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.types.type_places import type_places


@pytest.mark.parametrize(
    ("sql", "places"),
    [
        ("select a::real", [3]),
        ("select cast(a as real)", [5]),
        ("select real '1'", [1]),
        ("create table t (a real, b struct(c real))", [5, 11]),
        ("alter table t alter a type real", [6]),
        ("alter table t add column real int", []),
        ("select real, a as real, t.real from real", []),
        ("create table t as select 1 real", []),
    ],
)
def test_places(sql: str, places: list[int]) -> None:
    assert list(type_places(lexer.tokens(sql), {"real"})) == places
