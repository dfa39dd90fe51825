"""
Values that a table or a type does not allow, as PostgreSQL tells of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engine.failures import failure, told

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


@pytest.mark.parametrize(
    ("sql", "sqlstate", "message"),
    [
        ("select 'x'::int", "22P02", 'invalid input syntax for type integer: "x"'),
        ("select 'x'::date", "22007", 'invalid input syntax for type date: "x"'),
        ("select 'x'::timestamp", "22007", 'invalid input syntax for type timestamp: "x"'),
        ("select 'x'::timestamptz", "22007", 'invalid input syntax for type timestamp: "x"'),
        ("select '2020-13-45'::date", "22008", 'date/time field value out of range: "2020-13-45"'),
        ("select 'x'::boolean", "22P02", 'invalid input syntax for type boolean: "x"'),
        ("select 'x'::uuid", "22P02", 'invalid input syntax for type uuid: "x"'),
        ("select 'x'::decimal(4,1)", "22P02", 'invalid input syntax for type numeric: "x"'),
        ("select 'zz'::enum('a','b')", "22P02", 'invalid input value for enum: "zz"'),
        ("select '2'::enum('a','b')", "22P02", 'invalid input value for enum: "2"'),
        ("select '3.5'::enum('a','b')", "22P02", 'invalid input value for enum: "3.5"'),
        ("select '300'::utinyint", "22003", 'value "300" is out of range for type uint8'),
        ("select 99999::smallint", "22003", "smallint out of range"),
        ("select 99999999999::int", "22003", "integer out of range"),
        ("select 2147483647::int + 1::int", "22003", "integer out of range"),
        ("select 9223372036854775807 * 2", "22003", "bigint out of range"),
        ("select '12345.6'::decimal(4,1)", "22003", "numeric field overflow"),
        ("select '1.5.5'::decimal(4,1)", "22P02", 'invalid input syntax for type numeric: "1.5.5"'),
        ("select '\u0663'::decimal(4,1)", "22P02", 'invalid input syntax for type numeric: "\u0663"'),
        ("select 12345.6::decimal(4,1)", "22003", "numeric field overflow"),
        ("select '{'::json", "22P02", "invalid input syntax for type json"),
        ("select '{'::json->'a'", "22P02", "invalid input syntax for type json"),
        ("select '[1,'::int[]", "22P02", 'malformed array literal: "[1,"'),
        ("select 'x'::interval", "22007", 'invalid input syntax for type interval: "x"'),
        ("select '\\xzz'::blob", "22P02", 'invalid input syntax for type bytea: "\\xzz"'),
        ("select sqrt(-1)", "2201F", "cannot take square root of a negative number"),
        ("select ln(0)", "2201E", "cannot take logarithm of zero"),
        ("select log(-1)", "2201E", "cannot take logarithm of a negative number"),
        ("select * from generate_series(1, 3, 0)", "22023", "step size cannot equal zero"),
        ("select 1 limit 'x'", "22P02", 'invalid input syntax for type bigint: "x"'),
        (
            "select row(1)=row(1,2)",
            "42846",
            "cannot cast type record to a composite type with another number of columns",
        ),
        (
            "insert into t values (null,'a',1)",
            "23502",
            'null value in column "id" of relation "t" violates not-null constraint',
        ),
        ("insert into t values ('x','a',1)", "22P02", 'invalid input syntax for type bigint: "x"'),
        ("insert into t select 1,2,99999999999", "22003", "integer out of range"),
        (
            "insert into pk values (1,1,null,2,null)",
            "23505",
            "duplicate key value violates primary key constraint",
        ),
        ("select 'x'::struct(a int)", "22P02", 'malformed record literal: "x"'),
        ("select 'x'::struct(a int)[]", "22P02", 'malformed array literal: "x"'),
        (
            "insert into pk values (2,-1,null,3,null)",
            "23514",
            'new row for relation "pk" violates check constraint',
        ),
        (
            "insert into pk values (2,1,77,4,null)",
            "23503",
            "insert or update violates foreign key constraint",
        ),
        (
            "insert into pk values (2,1,null,1,null)",
            "23505",
            "duplicate key value violates unique constraint",
        ),
        (
            "insert into pk(a) values (null)",
            "23502",
            'null value in column "a" of relation "pk" violates not-null constraint',
        ),
        ("insert into en values ('c',1,1)", "22P02", 'invalid input value for enum: "c"'),
        ("insert into en values ('a',99999,1)", "22003", "numeric field overflow"),
        ("insert into en values ('a',1,99999)", "22003", "smallint out of range"),
        ("set TimeZone='Mars/X'", "22023", 'time zone "Mars/X" not recognized'),
        ("select * from t at (version => 99999)", "22023", "No snapshot found at version 99999"),
        ("select [1,2][1:'x']", "22P02", 'invalid input syntax for type bigint: "x"'),
        ("select 1::int::date", "42846", "cannot cast type integer to date"),
        ("select date_trunc('nope', now())", "22023", 'unit "nope" not recognized'),
        ("select extract(nope from now())", "22023", 'unit "nope" not recognized'),
        ("select to_timestamp('x')", "22P02", 'invalid input syntax for type double precision: "x"'),
        ("select make_date(2020,13,1)", "22008", "date field value out of range: 2020-13-1"),
        ("select regexp_matches('a','(')", "2201B", "invalid regular expression: missing ): ("),
        ("create type en as enum ('a','a')", "42710", 'enum label "a" used more than once'),
        ("select 170141183460469231731687303715884105727::hugeint + 1", "22003", "numeric out of range"),
        ("select json_extract('x','$')", "22P02", "invalid input syntax for type json"),
        ("select '{\"a\":1}'::json::int", "22023", "cannot cast jsonb object to a number"),
        ("select [1]::varchar::int", "22P02", 'invalid input syntax for type integer: "[1]"'),
        ("select {'a':1}::int", "42846", "cannot cast type struct(a INTEGER) to integer"),
        ("select 'a' ~ '('", "2201B", "invalid regular expression: missing ): ("),
    ],
)
def test_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        ("Divide by Zero", "Division by zero!", "22012", "division by zero"),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
