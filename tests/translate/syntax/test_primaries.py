"""
Where operands begin.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.syntax.primaries import start_of_operand


@pytest.mark.parametrize(
    ("before", "operand"),
    [
        ("select ", "a"),
        ("select 1 + ", "t.a"),
        ("select ", "f(a, b)"),
        ("select ", "s.f(a, (b))"),
        ("where a in ", "(1)"),
        ("select a - ", "(b + 1)"),
        ("select ", "a[1][2]"),
        ("select ", "array[1, 2]"),
        ("select 1 + ", "case when a then case b when 1 then 2 end end"),
        ("select ", "a::int::text"),
        ("select ", "f(a)::x"),
        ("select ", "sum(a) over (partition by b)"),
        ("select ", "sum(a) filter (where b)"),
        ("select ", "'x'"),
        ("select ", "$1"),
    ],
)
def test_operands(before: str, operand: str) -> None:
    tokens = lexer.tokens(before + operand)
    assert tokens[start_of_operand(tokens, len(tokens) - 1)].start == len(before)
