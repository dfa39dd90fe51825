from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pggate.engine.types import type_text

if TYPE_CHECKING:
    import duckdb

# an expression, the text of its type
CASES = [
    ("1", "INTEGER"),
    ("1::DECIMAL(10,2)", "DECIMAL(10,2)"),
    ("'a'::ENUM('a', 'it''s')", "ENUM('a', 'it''s')"),
    ("{'a': 1, 'b c': 'x'}", 'STRUCT("a" INTEGER, "b c" VARCHAR)'),
    ("{'select': {'q\"x': 1::DECIMAL(4,1)}}", 'STRUCT("select" STRUCT("q""x" DECIMAL(4,1)))'),
    ("row(1, 'x')", "STRUCT(INTEGER, VARCHAR)"),
    ("'{}'::JSON", "JSON"),
    ("['1'::JSON]", "JSON[]"),
    ("[[1]]", "INTEGER[][]"),
    ("[1, 2]::INTEGER[2]", "INTEGER[2]"),
    ("[[1]]::INTEGER[1][]", "INTEGER[1][]"),
    ("MAP {'a': [{'x': 1}]}", 'MAP(VARCHAR, STRUCT("x" INTEGER)[])'),
    ("union_value(k := 1)", 'UNION("k" INTEGER)'),
    ("now()", "TIMESTAMP WITH TIME ZONE"),
    ("'10:00:00+02'::TIMETZ", "TIME WITH TIME ZONE"),
    ("TIME_NS '10:00'", "TIME_NS"),
    ("TIMESTAMP_NS '2020-01-01'", "TIMESTAMP_NS"),
    ("1::HUGEINT", "HUGEINT"),
    ("1::UTINYINT", "UTINYINT"),
    ("'1'::BIT", "BIT"),
    ("'1'::BIGNUM", "BIGNUM"),
    ("INTERVAL 1 DAY", "INTERVAL"),
    ("''::BLOB", "BLOB"),
    ("gen_random_uuid()", "UUID"),
]


@pytest.mark.parametrize(("expression", "text"), CASES)
def test_the_type_of_a_serialised_plan(
    connection: duckdb.DuckDBPyConnection, expression: str, text: str
) -> None:
    query = f"SELECT CASE WHEN random() > 2 THEN {expression} END AS c"
    (answer,) = connection.execute("SELECT json_serialize_plan($1::VARCHAR)", [query]).fetchall()
    plan = json.loads(answer[0])["plans"][0]
    assert type_text(plan["expressions"][0]["return_type"]) == text


# duckdb 1.5.5 does not take a STRUCT without names for a column
@pytest.mark.parametrize(("expression", "text"), [case for case in CASES if not case[0].startswith("row(")])
def test_the_text_is_a_type_that_duckdb_reads(
    connection: duckdb.DuckDBPyConnection, expression: str, text: str
) -> None:
    connection.execute(f"CREATE OR REPLACE TABLE t (c {text})")
    connection.execute(f"INSERT INTO t SELECT {expression}")
    original = connection.execute(f"SELECT {expression}").description[0][1]
    assert str(connection.execute("SELECT c FROM t").description[0][1]) == str(original)


@pytest.mark.parametrize(
    ("of_type", "text"),
    [
        ({"id": "INTEGER_LITERAL"}, "BIGINT"),
        ({"id": "STRING_LITERAL", "type_info": None}, "VARCHAR"),
        ({"id": "NULL"}, '"NULL"'),
        ({"id": "UNKNOWN"}, "UNKNOWN"),
        ({"id": "VARCHAR", "type_info": {"type": "GENERIC_TYPE_INFO", "alias": "mood"}}, "mood"),
    ],
)
def test_types_that_only_a_plan_has(of_type: dict[str, object], text: str) -> None:
    assert type_text(of_type) == text
