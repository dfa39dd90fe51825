"""
Rows whose texts are cut to their attributes' lengths.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import rewrite
from pggate.translate.types import row_lengths
from pggate.types import table
from pggate.types.table import PgField, PgType, array_of

CODE = PgType(
    "code",
    70,
    71,
    -1,
    "code",
    "STRUCT",
    fields=(PgField("a", table.VARCHAR, 6), PgField("b", table.BPCHAR, 7)),
)
OUTER = PgType("o", 72, 73, -1, "o", "STRUCT", fields=(PgField("x", CODE, -1), PgField("y", table.INT4, -1)))
A = "system.main.\"left\"(CAST('abc' AS VARCHAR), 2)"
B = "system.main.rtrim(system.main.\"left\"(CAST(x AS VARCHAR), 3), ' ')"


@pytest.mark.parametrize(
    ("written", "of_type", "expected"),
    [
        ("select row('abc', x)", CODE, f"select row({A}, {B})"),
        ("select cast(('abc', x)", CODE, f"select cast(({A}, {B})"),
        ("select row(row('abc', x), 1)", OUTER, f"select row(row({A}, {B}), 1)"),
        ("select array[row('abc', x), null]", array_of(CODE), f"select array[row({A}, {B}), null]"),
        ("select row('abc')", CODE, "select row('abc')"),
        ("select row()", CODE, "select row()"),
        ("select f('abc', x)", CODE, "select f('abc', x)"),
        ("select x", CODE, "select x"),
        ("select row(c, 1)", OUTER, "select row(c, 1)"),
    ],
)
def test_cuts(written: str, of_type: PgType, expected: str) -> None:
    tokens = lexer.tokens(written)
    assert rewrite(written, row_lengths.cuts(tokens, len(tokens) - 1, of_type)).text == expected
