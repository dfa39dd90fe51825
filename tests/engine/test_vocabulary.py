from __future__ import annotations

import pytest

from pggate.engine.vocabulary import call, surplus, type_name


@pytest.mark.parametrize(
    ("duckdb_type", "postgres"),
    [
        ("INT32", "integer"),
        ("BOOL", "boolean"),
        ("DOUBLE", "double precision"),
        ("DECIMAL(4,1)", "numeric(4,1)"),
        ("VARCHAR[]", "text[]"),
        ("TIMESTAMP WITH TIME ZONE", "timestamp with time zone"),
        ("STRING_LITERAL", "unknown"),
        ("GEOMETRY", "geometry"),
    ],
)
def test_type_names(duckdb_type: str, postgres: str) -> None:
    assert type_name(duckdb_type) == postgres


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lower(INTEGER_LITERAL, VARCHAR)", "function lower(integer, text) does not exist"),
        ("f()", "function f() does not exist"),
        ("f(DECIMAL(4,1), INTEGER[])", "function f(numeric(4,1), integer[]) does not exist"),
        ("~date_trunc(VARCHAR)", "function date_trunc(text) does not exist"),
        ("+(BOOLEAN, DATE)", "operator does not exist: boolean + date"),
        ("-(VARCHAR)", "operator does not exist: - text"),
        ("~~(STRING_LITERAL, INTEGER)", "operator does not exist: unknown ~~ integer"),
    ],
)
def test_calls(text: str, message: str) -> None:
    assert call(text) == message


def test_surplus() -> None:
    assert surplus("2 columns but 3") == "expressions than target columns"
    assert surplus("3 columns but 2") == "target columns than expressions"
