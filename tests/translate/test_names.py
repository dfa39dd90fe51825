"""
PostgreSQL's names of columns: every expectation was read from PostgreSQL 15.
"""

from __future__ import annotations

import pytest

from pggate.translate import names
from pggate.translate.expressions import label
from tests.translate import duck

NAMES = (
    # query                                                     its columns in PostgreSQL 15
    ("select 1, 'x', null, true, false, -1, 1.5, 'ä'", ["?column?"] * 8),
    ("select count(*), count(a), sum(a), max(lower(b)) from t", ["count", "count", "sum", "max"]),
    ("select 'x'::text, 'x'::varchar, 'x'::varchar(20), 'x'::char, 'x'::char(3), 'ä'::bpchar, 'x'::\"char\"",
     ["text", "varchar", "varchar", "bpchar", "bpchar", "bpchar", "char"]),
    ("select 'ä'::character varying(3), cast('x' as varchar), cast('ä' as text), cast(cast(1 as int) as varchar)",
     ["varchar", "varchar", "text", "varchar"]),
    ("select 1::int, 1::int8, 1::numeric(10,2), '1'::float8, '1'::real, '2020-01-01'::date, '1'::smallint, 1::oid",
     ["int4", "int8", "numeric", "float8", "float4", "date", "int2", "oid"]),
    ("select 't'::bool, bool 't', '10:00'::time, null::uuid, '{}'::json, '[1]'::int[]",
     ["bool", "bool", "time", "uuid", "json", "int4"]),
    ("select date '2020-01-01', timestamp '2020-01-01', interval '1 day', interval '1' day, text 'x'",
     ["date", "timestamp", "interval", "interval", "text"]),
    ("select a::text, t.b, t.a::int::text, (a), -a, a+1, a||'x', not true, a is null, a in (1), b like 'x' from t",
     ["a", "b", "a", "a", *["?column?"] * 7]),
    ("select case when a=1 then 2 end, case when a=1 then 2 else a end, case a when 1 then 'x' else lower(b) end from t",
     ["case", "a", "lower"]),
    ("select coalesce(a,1), nullif(a,1), greatest(a,1), least(a,1) from t",
     ["coalesce", "nullif", "greatest", "least"]),
    ("select exists(select 1), (select 1), (select max(a) from t), (select a as q from t)",
     ["exists", "?column?", "max", "q"]),
    ("select array(select a from t), array[1,2], row(1,2), 1 = any(array[1]), a in (select 1) from t",
     ["array", "array", "row", "?column?", "?column?"]),
    ("select d[1], d[1:2], (select array[1])[1] from t", ["d", "d", "array"]),
    ("select current_date, current_user, session_user, user, current_role, current_catalog, current_schema",
     ["current_date", "current_user", "session_user", "user", "current_role", "current_catalog", "current_schema"]),
    ("select extract(year from c), date_part('year', c), date_trunc('day', c), c at time zone 'utc', now() from t",
     ["extract", "date_part", "date_trunc", "timezone", "now"]),
    ("select substring('abc' from 2), position('a' in 'b'), trim('x'), trim(both from 'x'), trim(leading 'x' from 'y')",
     ["substring", "position", "btrim", "btrim", "ltrim"]),
    ("select row_number() over (), count(*) over (), lag(a) over (order by a) from t", ["row_number", "count", "lag"]),
    ("select string_agg(b, ',' order by a), array_agg(a) from t", ["string_agg", "array_agg"]),
    ("select 'x' collate nocase, b collate nocase from t", ["?column?", "b"]),
    ("select *, count(*) over () from s", ["q", "r", "count"]),
    ("select 1, *, 2 from s", ["?column?", "q", "r", "?column?"]),
    ("select t.id, s.*, lower(b), x.*, 1 from t, s, s x", ["id", "q", "r", "lower", "q", "r", "?column?"]),
    ("select a, count(*) from t group by a union select 1, 2", ["a", "count"]),
    ("values (1,2),(3,4)", ["column1", "column2"]),
    ("select b ~ 'x', b ilike 'x', 5 % 2, 1 = 2 from t", ["?column?"] * 4),
    ('select max(b) as "Total", max(a) as "A" from t', ["Total", "A"]),
    ("select a as name, grouping(a) from t group by a", ["name", "grouping"]),
    ("select generate_series(1,2), unnest(array[1,2])", ["generate_series", "unnest"]),
    ("select '{\"a\":1}'::json -> 'a', '{\"a\":1}'::json ->> 'a'", ["?column?", "?column?"]),
    ("select upper('x')::varchar, upper('x')::text is null, true::text, '1'::int + 1",
     ["upper", "?column?", "text", "?column?"]),
    ("with x as (select 1) select count(*) from x", ["count"]),
    ("select ({'f': 1}).f, 'x'::national character varying(3)", ["f", "varchar"]),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), NAMES)
def test_column_names(sql: str, expected: list[str]) -> None:
    called = duck.columns(sql)
    assert names.column_names(duck.tree(sql), called, sql) == expected
    # What is not asked for must be right already.
    assert called == expected or not names.settled(called)


def test_settled_names() -> None:
    assert names.settled(["a", "b_1", "current_date"])
    assert not names.settled(["count_star()"])
    assert not names.settled(["col0"])
    assert not names.settled(["Total"])


def test_a_struct_that_spreads_keeps_its_fields() -> None:
    sql = "select unnest({'x': 1, 'y': 2}), 1"
    assert names.column_names(duck.tree(sql), duck.columns(sql), sql) == ["x", "y", "?column?"]


def test_without_its_text_a_cast_is_to_text() -> None:
    (item,) = duck.tree("select 'x'::varchar(3)")["node"]["select_list"]
    assert label(item) == "text"
    assert label(item, "select 'x'::varchar(3)") == "varchar"


NAMED = (
    # query                                 with its nested columns named
    ("select count from (select count(*) from t) x", "SELECT count FROM (SELECT count_star() AS count FROM t) AS x"),
    ("select * from (values (1, 2)) t", "SELECT * FROM (SELECT * FROM (VALUES (1, 2)) AS valueslist) AS t(column1, column2)"),
    ("select * from (values (1)) t(a)", "SELECT * FROM (SELECT * FROM (VALUES (1)) AS valueslist) AS t(a)"),
    ("with x as (select 1+1, a, b as c from t) select 2",
     'WITH x AS (SELECT (1 + 1) AS "?column?", a, b AS c FROM t)SELECT 2'),
    ("with x as (values (1)) select * from x", "WITH x (column1) AS (SELECT * FROM (VALUES (1)) AS valueslist)SELECT * FROM x"),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "expected"), NAMED)
def test_name_columns(sql: str, expected: str) -> None:
    tree = duck.tree(sql)
    names.name_columns(tree, sql, outermost=False)
    assert duck.text(tree) == expected


def test_name_the_outermost_columns_too() -> None:
    sql = "select count(*), a, *, 1 from s union all select 1, 2, 3, 4"
    tree = duck.tree(sql)
    names.name_columns(tree, sql, outermost=True)
    assert duck.text(tree).startswith('(SELECT count_star() AS count, a, *, 1 AS "?column?" FROM s)')
