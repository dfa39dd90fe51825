"""
Statements that make no sense, as PostgreSQL tells of them.
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
        ("selct 1", "42601", 'syntax error at or near "selct"'),
        ("select * from t where count(*) > 1", "42803", "aggregate functions are not allowed in WHERE"),
        (
            "select id, count(*) from t",
            "42803",
            'column "id" must appear in the GROUP BY clause or be used in an aggregate function',
        ),
        (
            "select id from t group by name",
            "42803",
            'column "id" must appear in the GROUP BY clause or be used in an aggregate function',
        ),
        ("select sum(count(*)) from t", "42803", "aggregate function calls cannot be nested"),
        ("select 1 order by 5", "42P10", "ORDER BY position is not in select list"),
        ("select 1 union select 1,2", "42601", "each UNION query must have the same number of columns"),
        ("select 1 limit -1", "2201W", "LIMIT and OFFSET must not be negative"),
        ("select * from (values (1),(1,2)) t", "42601", "VALUES lists must all be the same length"),
        ("select 1 in (select 1,2)", "42601", "subquery must return only one column"),
        ("insert into t values (1)", "42601", "INSERT has more target columns than expressions"),
        ("insert into t values (1,'a',2,3)", "42601", "INSERT has more expressions than target columns"),
        ("insert into t(id) values (1,2)", "42601", "INSERT has more expressions than target columns"),
        ("insert into t(id,name) select 1", "42601", "INSERT has more target columns than expressions"),
        (
            "create table x(a int references t(id))",
            "42830",
            "there is no unique constraint matching given keys for referenced table",
        ),
        (
            "alter table t add column q int not null",
            "0A000",
            "Adding columns with constraints not yet supported",
        ),
        (
            "with recursive r(n) as (select 1 union select n + 1 from r order by 1) select * from r",
            "0A000",
            "ORDER BY in a recursive query is not implemented",
        ),
        (
            "with recursive r(n) as (select 1 union select n + 1 from r limit 1) select * from r",
            "0A000",
            "LIMIT in a recursive query is not implemented",
        ),
        (
            "with r as (select 1 union select n from r) select * from r",
            "42P01",
            'relation "r" does not exist',
        ),
        ("savepoint a", "42601", 'syntax error at or near "savepoint"'),
        ("select ['x'] || [1]", "42883", "operator does not exist: text[] || integer[]"),
        ("select unnest(1)", "42883", "function unnest(integer) does not exist"),
        ("select coalesce(1, [null])", "42809", "op ANY/ALL (array) requires array on right side"),
        (
            "select array[1,'x'::date]",
            "42804",
            "Cannot deduce template type 'T' in function: 'list_value(T, [T...]) -> T[]'",
        ),
        (
            "select * from t where row_number() over () = 1",
            "42P20",
            "window functions are not allowed in WHERE",
        ),
        ("select 'abc", "42601", 'unterminated quoted string at or near "\'abc"'),
        ('select "abc', "42601", 'unterminated quoted identifier at or near ""abc"'),
        ("select 1 +", "42601", "syntax error at end of input"),
        ("select cast(1 as)", "42601", 'syntax error at or near ")"'),
        ("select * from t for update", "0A000", "SELECT locking clause is not supported"),
        (
            "insert into t values (1,'a',1) on conflict do nothing",
            "0A000",
            "ON CONFLICT is not supported without a unique constraint that matches it",
        ),
        (
            "insert into t values (1,'a',1) on conflict (id) do update set v=1",
            "0A000",
            "ON CONFLICT is not supported without a unique constraint that matches it",
        ),
        ("select E'\\xff'", "22021", 'invalid byte sequence for encoding "UTF8"'),
        ("select 1::decimal(50,2)", "22023", "NUMERIC precision must be between 1 and 38"),
        ("select * from t limit 1 offset -1", "2201W", "LIMIT and OFFSET must not be negative"),
    ],
)
def test_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        ("Parameter Not Resolved", "Parameter types could not be resolved", "42P18", None),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
