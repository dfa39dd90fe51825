"""
What the gateway answers although PostgreSQL 15 refuses it, and why that stands.

None of it is in the family that asks for refusals, and none stays here that is refused (test_differential.py).
"""

from __future__ import annotations

from typing import Final

REFUSING: Final = ("wrong types",)
"""Families that ask what is refused: nothing may be accepted there."""

_BY_REASON: Final[dict[str, tuple[str, ...]]] = {
    "DuckDB's own dialect: literals that PostgreSQL 15 does not read.": (
        "select 1_000",
        "select 1_000_000",
        "select 'a' 'b'",
    ),
    "DuckDB's own dialect: aggregates that PostgreSQL 15 has not (any_value came with 16).": (
        "select any_value(x) from (values (1)) v(x)",
        "select median(x) from (values (1)) v(x)",
        "select first(x) from (values (1)) v(x)",
    ),
    "DuckDB's own dialect: what is given in brackets.": (
        "select array[1, 2, 3][2]",
        "select array[]",
    ),
    "DuckDB's own dialect: a field without brackets around its column, a sample of what is no table.": (
        "select home.street from places",
        "select x from (values (1), (2)) v(x) tablesample system (100) order by x",
    ),
    "PostgreSQL 15's reader of names raises where the function else gives NULL for what is not found.": (
        "select to_regtype('-')",
        "select to_regoperator('=(int4,nosuch)')",
    ),
    "DuckDB's own dialect: casts that PostgreSQL has not.": (
        "select 1.5::bool",
        "select 1.0::bool",
        "select false::int8::text",
        "select ('101'::varbit)::int4",
        "select ('101'::varbit)::int8",
        "select (null::varbit)::int4",
        "select (null::varbit)::int8",
        "select b'101'::bool",
        "select timestamp(date '2024-02-29')",
    ),
    "DuckDB's own dialect: functions and operators, or types that they take, that PostgreSQL has not.": (
        "select round(2.567::float8, 2)",
        "select levenshtein('a', 'b')",
        "select min(x), max(x) from (values ('\\x01'::bytea), ('\\x02')) v(x)",
        "select '\\x6125'::bytea like 'a!%' escape '!'",
        "select substr(b'10110', 2, 2)",
        "select last_day(date '2024-02-01')",
        "select max(uuid 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')",
        "select max((x, y)) from (values (1, 2)) v(x, y)",
        "select '{\"a\": 1}'::json = '{\"a\": 1}'::json",
        "select array[1, 2, 3] = array[1, 2, 3]::int8[]",
        "select ifnull(null, 1)",
        "select if(true, 1, 2)",
    ),
    "DuckDB's own dialect: a boolean is a number, and a number is a boolean.": (
        "select case when true then true else 1 end",
        "select case when false then true else 1 end",
        "select coalesce(true, 1)",
        "select greatest(true, 1)",
        "select least(true, 1)",
        "select array[true, 1]",
        "select 1 is true",
    ),
    "A literal without a type takes the one type there is: PostgreSQL finds several.": (
        "select date '2024-02-29' + null",
    ),
}

ACCEPTED: Final[dict[str, str]] = {
    statement: reason for reason, statements in _BY_REASON.items() for statement in statements
}
"""The reason of each statement."""
