"""
Documents as what the engine makes values of nested columns of.
"""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from pggate.errors import PgError
from pggate.types.document_values import engine_value, expression, is_read_from_json


@pytest.mark.parametrize(
    ("duckdb_type", "document", "value"),
    [
        (
            "STRUCT(a VARCHAR, b INTEGER)",
            r'{"B": 1, "a": "\u00e4 it\u0027s \"q\""}',
            {"a": 'ä it\'s "q"', "b": 1},
        ),
        ("STRUCT(a VARCHAR, b INTEGER)", "{}", {"a": None, "b": None}),
        ("STRUCT(a VARCHAR, b INTEGER)", "null", None),
        ("STRUCT(a VARCHAR)[]", '[{"a": "x,]"}, null, {"a": ""}]', [{"a": "x,]"}, None, {"a": ""}]),
        ("STRUCT(a VARCHAR)[]", "[]", []),
        ("MAP(VARCHAR, INTEGER)", '{"k=1": 2, "": null}', {"k=1": 2, "": None}),
        ("MAP(INTEGER, VARCHAR[])", '{"1": ["x", null, "]"]}', {1: ["x", None, "]"]}),
        ("MAP(VARCHAR, INTEGER)", "{}", {}),
        ("STRUCT(m MAP(INTEGER, STRUCT(b DATE)))", '{"m": {"1": {"b": "Jan 5 2024"}}}', None),
        (
            "STRUCT(a JSON, b BLOB)",
            r'{"a": {"x": [1.50]}, "b": "\\x00ff"}',
            {"a": '{"x":[1.50]}', "b": b"\0\xff"},
        ),
        ("STRUCT(a BOOLEAN, b DOUBLE)", '{"a": "on", "b": "NaN"}', None),
    ],
)
def test_both_ways(duckdb_type: str, document: str, value: Any) -> None:
    with duckdb.connect() as connection:
        made = connection.execute(
            f"SELECT $1::{duckdb_type}", [engine_value(duckdb_type, document)]
        ).fetchone()
        written = connection.execute(f"SELECT {expression(duckdb_type, document)}").fetchone()
    assert made is not None
    assert repr(made) == repr(written)
    if value is not None:
        assert made == (value,)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ('{"a": 1', "22P02"),
        ("[]", "22P02"),
        ('{"b": 1}', "22P02"),
        ('{"a": "x"}', "22P02"),
        ('{"a": 100000}', "22003"),
    ],
)
def test_what_is_none(document: str, code: str) -> None:
    for read in (engine_value, expression):
        with pytest.raises(PgError) as raised:
            read("STRUCT(a SMALLINT)", document)
        assert raised.value.code == code


def test_of_which_types() -> None:
    assert all(
        map(is_read_from_json, ("STRUCT(a INTEGER)", "MAP(INTEGER, INTEGER)", "STRUCT(a INTEGER)[][]"))
    )
    assert not any(map(is_read_from_json, ("JSON", "INTEGER[]", "UNION(a INTEGER)", "VARCHAR")))
