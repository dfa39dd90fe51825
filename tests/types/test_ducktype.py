"""
DuckDB's type texts, read and spelled.
"""

from __future__ import annotations

import duckdb
import pytest

from pggate.errors import InternalError
from pggate.types.ducktype import DuckType, parse, spell

INTEGER = DuckType("INTEGER")
VARCHAR = DuckType("VARCHAR")

CASES = [
    ("INTEGER", INTEGER),
    ("int4", INTEGER),
    ("DECIMAL(10,2)", DuckType("DECIMAL", (10, 2))),
    ("INTEGER[]", DuckType("LIST", (), (("", INTEGER),))),
    ("INTEGER[3][]", DuckType("LIST", (), (("", DuckType("ARRAY", (3,), (("", INTEGER),))),))),
    ("TIMESTAMP WITH TIME ZONE", DuckType("TIMESTAMP WITH TIME ZONE")),
    ("TIMESTAMPTZ", DuckType("TIMESTAMP WITH TIME ZONE")),
    ("ENUM('a', 'it''s')", DuckType("ENUM", ("a", "it's"))),
    ('"NULL"', DuckType("NULL")),
    ("MAP(VARCHAR, INTEGER)", DuckType("MAP", (), (("key", VARCHAR), ("value", INTEGER)))),
    (
        'STRUCT("a b" INTEGER, "c""d" VARCHAR)[]',
        DuckType("LIST", (), (("", DuckType("STRUCT", (), (("a b", INTEGER), ('c"d', VARCHAR)))),)),
    ),
    (
        "STRUCT(INTEGER, TIMESTAMP WITH TIME ZONE)",
        DuckType("STRUCT", (), (("", INTEGER), ("", DuckType("TIMESTAMP WITH TIME ZONE")))),
    ),
    (
        'STRUCT("timestamp" TIMESTAMP WITH TIME ZONE)',
        DuckType("STRUCT", (), (("timestamp", DuckType("TIMESTAMP WITH TIME ZONE")),)),
    ),
    ("UNION(a INTEGER, b VARCHAR)", DuckType("UNION", (), (("a", INTEGER), ("b", VARCHAR)))),
    ('"~pg"."~catalog".regclass', DuckType("REGCLASS")),
]


@pytest.mark.parametrize(("text", "parsed"), CASES)
def test_parse(text: str, parsed: DuckType) -> None:
    assert parse(text) == parsed
    assert parse(spell(parsed)) == parsed


@pytest.mark.parametrize(
    "text", ["", "(", "INTEGER[", "STRUCT(a", "INTEGER extra", "DECIMAL(", "'a'", "INTEGER]"]
)
def test_what_is_no_type_is_an_error(text: str) -> None:
    with pytest.raises(InternalError):
        parse(text)


@pytest.mark.parametrize(
    "expression",
    [
        "{'a b': 1, 'A': 2, 'select': {'x': [1]}, 'a\"b': time '00:00', 'timestamp': 1}",
        "map {'a': [1::hugeint]}",
        "'x'::enum('a''b', 'x')",
        "union_value(a := 1)",
        "array_value(1, 2)",
        "[null]",
        "1::variant",
        "1.5::decimal(38, 37)",
        "'12:00:00+01'::timetz",
        "'12:00:00'::time_ns",
    ],
)
def test_the_engines_own_texts(expression: str) -> None:
    text = str(duckdb.sql(f"select {expression}").types[0])
    # What is spelled is a type of the same structure to DuckDB itself.
    assert str(duckdb.sql(f"select null::{spell(parse(text))}").types[0]) == text


def test_a_struct_without_names_is_read() -> None:
    text = str(duckdb.sql("select row(1, timestamptz '2020-01-01')").types[0])
    assert [name for name, _ in parse(text).children] == ["", ""]


def test_innermost() -> None:
    assert parse("INTEGER[][2]").innermost == INTEGER
    assert parse("INTEGER").innermost == INTEGER
