"""
PostgreSQL's name of one expression: every expectation was read from PostgreSQL 15.
"""

from __future__ import annotations

import pytest

from pggate.translate.expressions import label
from tests.translate import duck

LABELS = (
    # name, expressions
    ("?column?", ["1", "'x'", "null", "true", "(false)", "-1", "1.5", "'ä'", "$1", "x'1f'"]),
    ("?column?", ["-a", "a+1", "a||'x'", "not true", "a is null", "a in (1)", "b like 'x'", "b ~ 'x'", "5 % 2"]),
    ("?column?", ["1 = any(array[1])", "a in (select 1)", "a between 1 and 2", "not exists (select 1)"]),
    ("?column?", ["'{}'::json -> 'a'", "'{}'::json ->> 'a'", "1 is distinct from 2", "upper('x')::text is null"]),
    ("?column?", ["'x' collate nocase", "'1'::int + 1", "(select 1)", "(select true union select a)"]),
    # casts: of a column its name, else the type
    ("a", ["a", "(a)", "t.a", "s.t.a", "a::text", "t.a::int::text", "a::int8[][]", "a collate nocase"]),
    ("text", ["'x'::text", "cast('ä' as text)", "text 'x'", "cast(cast('ä' as char) as text)", "true::text", "cast('as' as text)"]),
    ("varchar", ["'x'::varchar", "'x'::varchar(20)", "'ä'::character varying(3)", "cast(cast(1 as int) as varchar)",
                 "'x'::national character varying(3)"]),
    ("bpchar", ["'x'::char", "'x'::char(3)", "'ä'::bpchar", "'x'::national char", "'x'::character(3)"]),
    ("char", ["'x'::\"char\""]),
    ("name", ["'x'::name"]),
    ("bool", ["'t'::bool", "bool 't'", "cast('f' as boolean)", "null::bool"]),
    ("int2", ["'1'::smallint"]),
    ("int4", ["1::int", "'[1]'::int[]", "$1::int"]),
    ("int8", ["1::int8", "1::bigint"]),
    ("oid", ["1::oid", "oid '1'", "'ä'::oid"]),
    ("numeric", ["1::numeric(10,2)", "null::numeric(4,1)[]", "1::decimal"]),
    ("float4", ["'1'::real"]),
    ("float8", ["'1'::float8", "'1'::double precision"]),
    ("date", ["date '2020-01-01'", "'2020-01-01'::date"]),
    ("time", ["'10:00'::time"]),
    ("timetz", ["'10:00'::time with time zone"]),
    ("timestamp", ["timestamp '2020-01-01'"]),
    ("timestamptz", ["'2020-01-01'::timestamp with time zone", "null::timestamptz"]),
    ("interval", ["interval '1 day'", "interval '1' day"]),
    ("uuid", ["null::uuid"]),
    ("json", ["'{}'::json"]),
    ("mytype", ["'x'::MyType"]),
    # calls
    ("count", ["count(*)", "count(a)", "count(*) over ()", "count(*) filter (where true)"]),
    ("max", ["max(lower(b))", "(select max(a) from t)"]),
    ("lag", ["lag(a) over (order by a)"]),
    ("f", ["f()", "s.f(1)", "f(a)::text", "({'f': 1}).f"]),
    ("upper", ["upper('x')::varchar"]),
    ("string_agg", ["string_agg(b, ',' order by a)"]),
    ("extract", ["extract(year from c)"]),
    ("date_part", ["date_part('year', c)"]),
    ("timezone", ["c at time zone 'utc'"]),
    ("btrim", ["trim('x')", "trim(both from 'x')"]),
    ("ltrim", ["trim(leading 'x' from 'y')"]),
    ("substring", ["substring('abc' from 2)"]),
    ("overlay", ["overlay('a' placing 'b' from 1)"]),
    ("position", ["position('a' in 'b')"]),
    ("unnest", ["unnest(array[1,2])"]),
    # grammar
    ("case", ["case when a then 2 end", "case when a then b else 'x'::text end"]),
    ("lower", ["case a when 1 then 'x' else lower(b) end"]),
    ("coalesce", ["coalesce(a, 1)"]),
    ("nullif", ["nullif(a, 1)"]),
    ("greatest", ["greatest(a, 1)"]),
    ("exists", ["exists (select 1)"]),
    ("array", ["array[1, 2]", "array(select a from t)", "(select array[1])[1]"]),
    ("row", ["row(1, 2)", "(1, 2)"]),
    ("grouping", ["grouping(a)"]),
    ("d", ["d[1]", "d[1:2]", "d[1]::text"]),
    ("q", ["(select a as q from t)"]),
    ("current_date", ["current_date"]),
    ("current_user", ["current_user"]),
    ("user", ["user"]),
    ("current_catalog", ["current_catalog"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "name"), [(one, name) for name, expressions in LABELS for one in expressions]
)
def test_labels(expression: str, name: str) -> None:
    sql = f"select {expression}"
    (item,) = duck.tree(sql)["node"]["select_list"]
    assert label(item, sql) == name


def test_an_alias_is_the_name() -> None:
    sql = 'select count(*) as "It""s"'
    (item,) = duck.tree(sql)["node"]["select_list"]
    assert label(item, sql) == 'It"s'


def test_without_its_text_a_cast_is_to_text() -> None:
    (item,) = duck.tree("select 'x'::varchar(3)")["node"]["select_list"]
    assert label(item) == "text"
    assert label(item, "select 'x'::varchar(3)") == "varchar"


def test_of_several_casts_each_has_its_own_words() -> None:
    sql = "select 'ä'::varchar, cast('::' as char(3)), /* ß */ text 'x', 'y'::bpchar"
    items = duck.tree(sql)["node"]["select_list"]
    assert [label(item, sql) for item in items] == ["varchar", "bpchar", "text", "bpchar"]
