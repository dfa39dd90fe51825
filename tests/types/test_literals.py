"""
Literals of PostgreSQL, read by DuckDB as PostgreSQL reads them.
"""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types import table
from pggate.types.arrays import array_text
from pggate.types.literals import depth, spelled, spelled_float
from pggate.types.table import PgType, array_of

LITERALS = [
    # type, PostgreSQL's literal, DuckDB's expression, its value as DuckDB's text
    (table.BOOL, "yes", "'true'", "true"),
    (table.BOOL, " OFF ", "'false'", "false"),
    (table.BOOL, "true", None, "true"),
    (table.BYTEA, r"\x00ff", r"'\x00\xFF'", r"\x00\xFF"),
    (table.BYTEA, r"\x", "''", ""),
    (table.BYTEA, r"a\000\\b'", r"'\x61\x00\x5C\x62\x27'", r"a\x00\x5Cb\x27"),
    (table.BYTEA, "plain", r"'\x70\x6C\x61\x69\x6E'", "plain"),
    (table.FLOAT8, "0x10", "'16.0'", "16.0"),
    (table.FLOAT8, "1e5", None, "100000.0"),
    (table.DATE, "2024-02-29", None, "2024-02-29"),
    (table.DATE, "0044-03-15 BC", "'0044-03-15 (BC)'", "0044-03-15 (BC)"),
    (table.DATE, "Feb 29 2024", "'2024-02-29'", "2024-02-29"),
    (table.DATE, "infinity", None, "infinity"),
    (table.TIME, "12:30", "'12:30:00'", "12:30:00"),
    (table.TIMESTAMP, "2024-02-29T12:00", "'2024-02-29 12:00:00'", "2024-02-29 12:00:00"),
    (table.TIMESTAMP, "0001-01-01 00:00 BC", "'0001-01-01 (BC) 00:00:00'", "0001-01-01 (BC) 00:00:00"),
    (table.TIMESTAMPTZ, "2020-01-01 00:00+02", "'2019-12-31 22:00:00+00'", "2019-12-31 22:00:00+00"),
    (table.TIMESTAMPTZ, "2020-01-01 00:00", "'2020-01-01 00:00:00'", "2020-01-01 00:00:00+00"),
    (table.INTERVAL, "1 day 2:03", "'0 months 1 days 7380000000 microseconds'", "1 day 02:03:00"),
    (table.INTERVAL, "P1DT2H", "'0 months 1 days 7200000000 microseconds'", "1 day 02:00:00"),
    (array_of(table.INT4), "{1,NULL,-3}", "'[\"1\", NULL, \"-3\"]'", "[1, NULL, -3]"),
    (array_of(table.INT4), "{}", "'[]'", "[]"),
    (array_of(table.TEXT), '{a,"b c","NULL","\\"it\'s\\\\\\""}',
     "'[\"a\", \"b c\", \"NULL\", \"\\\"it''s\\\\\\\"\"]'", "[a, b c, 'NULL', '\"it\\'s\\\\\"']"),
    (array_of(table.BYTEA), r'{"\\x00ff",NULL}', r"""'["\\x00\\xFF", NULL]'""", r"[\x00\xFF, NULL]"),
    (array_of(table.DATE), "{0044-03-15 BC}", "'[\"0044-03-15 (BC)\"]'", "['0044-03-15 (BC)']"),
    (array_of(table.BOOL), "{t,f,yes}", "'[\"true\", \"false\", \"true\"]'", "[true, false, true]"),
    (array_of(table.JSON), r'{"{\"a\": 1}",NULL}', r"""'["{\"a\": 1}", NULL]'::VARCHAR[]""", None),
]  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    return connection


@pytest.mark.parametrize(("type_", "literal", "expression", "value"), LITERALS)
def test_spelled(
    engine: duckdb.DuckDBPyConnection, type_: PgType, literal: str, expression: str | None, value: str | None
) -> None:
    assert spelled(type_, literal) == expression
    if value is not None:
        written = expression or f"'{literal}'"
        found = engine.execute(f"SELECT CAST(CAST({written} AS {type_.duckdb}) AS VARCHAR)").fetchone()
        assert found == (value,)


def test_two_dimensions(engine: duckdb.DuckDBPyConnection) -> None:
    expression = spelled(array_of(table.INT4), "{{1,2},{3,NULL}}")
    assert engine.execute(f"SELECT {expression}::INTEGER[][]").fetchone() == ([[1, 2], [3, None]],)


def test_json_stays_as_it_was_written(engine: duckdb.DuckDBPyConnection) -> None:
    expression = spelled(array_of(table.JSON), r'{"{\"a\": 1}","[]",NULL,"null"}')
    assert engine.execute(f"SELECT {expression}::JSON[]").fetchone() == (['{"a": 1}', "[]", None, "null"],)


@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_characters="\0", codec="utf-8")))))
def test_any_texts_in_an_array(items: list[str | None]) -> None:
    expression = spelled(array_of(table.TEXT), array_text(list(items), str))
    assert duckdb.execute(f"SELECT {expression}::VARCHAR[]").fetchone() == (items,)


@pytest.mark.parametrize(
    ("type_", "literal"),
    [
        (table.INT4, "1"),
        (table.TEXT, "{a}"),
        (table.JSON, "{}"),
        (table.UUID, "{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}"),
        (array_of(table.INT4), "[1, 2]"),  # DuckDB's own
        (table.DATE, "tomorrow or so"),
        (table.BOOL, "maybe"),
    ],
)
def test_what_is_left_alone(type_: PgType, literal: str) -> None:
    assert spelled(type_, literal) is None


FLOATS = (
    (table.FLOAT8, "0.1", None),
    (table.FLOAT8, "1234567.12345678", None),
    (table.FLOAT8, "0.00000000007175910407701813", "CAST('0.00000000007175910407701813' AS DOUBLE)"),
    (table.FLOAT8, "1e300", "CAST('1e300' AS DOUBLE)"),
    (table.FLOAT4, "123.4567", None),
    (table.FLOAT4, "0.46330353", "CAST('0.46330353' AS FLOAT)"),
    (table.NUMERIC, "0.46330353000001", None),
    (None, "1e300", None),
)


@pytest.mark.parametrize(("type_", "number", "expected"), FLOATS)
def test_floats(type_: PgType | None, number: str, expected: str | None) -> None:
    assert spelled_float(type_, number) == expected


@pytest.mark.parametrize(
    ("literal", "code"),
    [("{1", "22P02"), ("{{1},{2,3}}", "22P02"), ("[0:1]={1,2}", "0A000"), ("[2:1]={1}", "2202E")],
)
def test_what_is_no_array(literal: str, code: str) -> None:
    with pytest.raises(PgError) as raised:
        spelled(array_of(table.INT4), literal)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("literal", "dimensions"), [("{}", 1), ("{1,2}", 1), ("{{1},{2}}", 2), ("{{{1}}}", 3)]
)
def test_depth(literal: str, dimensions: int) -> None:
    assert depth(literal) == dimensions
