"""
Names of types, read from tokens.
"""

from __future__ import annotations

import pytest

from pggate.translate.syntax import lexer
from pggate.translate.types.type_names import dimensions_at, type_at


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("INT4", "int4"),
        ("int [ ] [3]", "int[]"),
        ("int array", "int[]"),
        ("pg_catalog.varchar(20)", "varchar"),
        ("character varying(20)[]", "character varying[]"),
        ("double precision", "double precision"),
        ("timestamp(3) without time zone", "timestamp without time zone"),
        ("timestamp", "timestamp"),
        ("time with time zone[]", "time with time zone[]"),
        ("numeric(10, 2)", "numeric"),
        ('"char"', "char"),
        ("(1)", ""),
        ("", ""),
    ],
)
def test_type_at(sql: str, name: str) -> None:
    assert type_at(lexer.tokens(sql), 0) == name


@pytest.mark.parametrize(
    ("sql", "dimensions"),
    [
        ("int", None),
        ("int [ ] [3] x", "[ ] [3]"),
        ("timestamp(3) with time zone[]", "[]"),
        ("int array", "array"),
        ("int array[3]", "array[3]"),
        ("(1)[2]", None),
    ],
)
def test_dimensions_at(sql: str, dimensions: str | None) -> None:
    found = dimensions_at(lexer.tokens(sql), 0)
    assert (None if found is None else sql[slice(*found)]) == dimensions
