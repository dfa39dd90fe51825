"""
Repairs of what DuckDB's parser has refused: labels without AS, (x).*, s.t.*.
"""

from __future__ import annotations

import pytest

from pggate.translate.grammar import REPAIRS
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import rewrite
from tests.translate import duck


def repaired(sql: str) -> str:
    tokens = lexer.tokens(sql)
    return rewrite(sql, [edit for repair in REPAIRS for edit in repair(tokens)]).text


REPAIRED = (
    # PostgreSQL's, DuckDB's
    ("select oid, typname name from pg_type", 'select oid, typname "name" from pg_type'),
    ("select 1 value", 'select 1 "value"'),
    ("insert into t (a, by) values ($1, $2)", 'insert into t (a, "by") values ($1, $2)'),
    ("create table u (show int, a int, lambda int)", 'create table u ("show" int, a int, "lambda" int)'),
    ("select u.by, by + 1 from u where qualify > 1", 'select u."by", "by" + 1 from u where "qualify" > 1'),
    ("update t set by = 1 where a = 2 and at = 3", 'update t set "by" = 1 where a = 2 and "at" = 3'),
    (
        "select a::text type, count(*) version from t group by a",
        'select a::text "type", count(*) "version" from t group by a',
    ),
    ("select (select 1 value) x, b Name from t", 'select (select 1 "value") "x", b "name" from t'),
    ("insert into t values (1) returning a value, b", 'insert into t values (1) returning a "value", b'),
    ("select case when true then 1 end value from t", 'select case when true then 1 end "value" from t'),
    ("select d[1] row, 'x' level from t", 'select d[1] "row", \'x\' "level" from t'),
    ("select 1 value;", 'select 1 "value";'),
    ("select (x).* from t", "select unnest(x) from t"),
    ("select (f(x)).*, 1 from t", "select unnest(f(x)), 1 from t"),
    ("select (unnest(x)).*, 1 from t", "select (unnest(x, max_depth := 2)), 1 from t"),
    ("select ((x)).*, (y).z from t", "select unnest((x)), (y).z from t"),
    ("insert into t values (1) returning (a).*", "insert into t values (1) returning unnest(a)"),
    ("select s.t.*, b.c.d.* from s.t, b.c.d", "select t.*, d.* from s.t, b.c.d"),
    ('select count(*), "D"."S"."T".* from t', 'select count(*), "T".* from t'),
    (
        'select x.a value, "Q" name, $1 type, -a level from x',
        'select x.a "value", "Q" "name", $1 "type", -a "level" from x',
    ),
)


@pytest.mark.parametrize(("pg", "expected"), REPAIRED)
def test_repairs(pg: str, expected: str) -> None:
    assert not duck.parses(pg)
    assert repaired(pg) == expected
    assert duck.parses(expected)


NO_LABELS = (
    "select a, b from t order by a desc, b nulls first limit",
    "select case a when 1 then b end, interval '1' day, c at time zone 'utc' from t oops oops",
    "select a is null, b is not true, cast(a as text) from t oops oops",
    "create table t (a text, b timestamp, c double precision) oops",
    "select sum(a) over (partition by b rows between current row and unbounded following) from t oops oops",
    "select f(a value), (select 1) from t where b value order by c value oops oops",
    "select f(x).*, t.*, count(*) from t where a in (x).y",
    "select ).* ] value (",
    "",
)


@pytest.mark.parametrize("sql", NO_LABELS)
def test_what_is_no_label_is_left_alone(sql: str) -> None:
    assert repaired(sql) == sql
