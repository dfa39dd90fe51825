"""
json_populate_record and its kin, as queries.
"""

from __future__ import annotations

import pytest

from pggate.translate.json.populated_records import named
from pggate.translate.syntax import lexer
from pggate.translate.tokens import Names, apply
from pggate.translate.types.composite_names import CompositeNames
from pggate.types import table
from pggate.types.composites import struct_fields
from pggate.types.table import PgField, PgType

CITY = PgType(
    "city",
    70,
    71,
    -1,
    "city",
    'STRUCT("id" INTEGER, "v" VARCHAR)',
    fields=(PgField("id", table.INT4), PgField("v", table.TEXT)),
)
DEEP = PgType(
    "deep",
    72,
    73,
    -1,
    "deep",
    'STRUCT("x" STRUCT("id" INTEGER, "v" VARCHAR), "j" JSON)',
    fields=(PgField("x", CITY), PgField("j", table.JSONB)),
)
TYPES = {("city",): CITY, ("deep",): DEEP}
NAMES = Names(composites=CompositeNames(frozenset({"city", "deep"}), TYPES.get, struct_fields=struct_fields))

ID, V = """("~r" ~>> 'id')::INTEGER AS id""", """("~r" ~>> 'v')::VARCHAR AS v"""


@pytest.mark.parametrize(
    ("pg", "duck"),
    [
        (
            "select * from json_populate_record(null::city, j || k)",
            (
                f'select * from (SELECT {ID}, {V} FROM (SELECT NULL::{CITY.duckdb} AS "~b", ( j || k)::json AS "~r"))'
                " AS json_populate_record"
            ),
        ),
        (
            "select * from jsonb_populate_recordset(null::city, j) as x(a, b)",
            (
                f'select * from (SELECT {ID}, {V} FROM (SELECT NULL::{CITY.duckdb} AS "~b",'
                ' unnest("~json_elements"(( j)::json)) AS "~r")) as x(a, b)'
            ),
        ),
        (
            "select json_populate_record(null::city, '{}')",
            f"""select CAST(row((('{{}}'::json) ~>> 'id')::INTEGER, (('{{}}'::json) ~>> 'v')::VARCHAR) AS {CITY.duckdb})""",
        ),
        (
            "select * from json_populate_record(row(1, 'z')::city, j)",
            (
                """select * from (SELECT CASE WHEN "@~"("~r", 'id') THEN ("~r" ~>> 'id')::INTEGER ELSE "~b".id END AS id,"""
                """ CASE WHEN "@~"("~r", 'v') THEN ("~r" ~>> 'v')::VARCHAR ELSE "~b".v END AS v FROM"""
                f""" (SELECT row(1, 'z')::{CITY.duckdb} AS "~b", ( j)::json AS "~r")) AS json_populate_record"""
            ),
        ),
        (
            "select * from json_to_record(j) as x(a int, c city)",
            (
                """select * from (SELECT ("~r" ~>> 'a')::int AS a, CASE WHEN ("~r" ~>> 'c') IS NOT NULL THEN"""
                """ CAST(row((("~r" ~> 'c') ~>> 'id')::INTEGER, (("~r" ~> 'c') ~>> 'v')::VARCHAR) AS"""
                f""" {CITY.duckdb}) END AS c FROM (SELECT (j)::json AS "~r")) as x"""
            ),
        ),
        ("select json_populate_record(x, j) from t", "select json_populate_record(x, j) from t"),
    ],
)
def test_calls(pg: str, duck: str) -> None:
    made = apply(pg, NAMES).text.replace("null::", "NULL::")
    assert made.replace('"', "").replace("((~r ~> 'c'))", "(~r ~> 'c')") == duck.replace('"', "")


def test_what_is_within() -> None:
    text = apply("select json_populate_record(null::deep, j)", NAMES).text
    assert """((((j::json) ~> 'x')) ~>> 'id')::INTEGER""" in text
    assert """((j::json) ~> 'j')::jsonb""" in text


def test_which_types_the_columns_are_of() -> None:
    tokens = lexer.tokens(
        "select * from json_to_record(j) as x(a int, c city), jsonb_to_recordset(k) y(d deep)"
    )
    assert named(tokens, NAMES.composites) == (CITY, DEEP)
