"""
PostgreSQL's name of one expression: every expectation was read from PostgreSQL 15.
"""

from __future__ import annotations

import pytest

from pggate.translate.columns.expressions import label
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
    ("text", ["'x'::text", "cast(1 as text)"]),
    ("int4", ["1::int", "$1::int"]),
    ("interval", ["interval '1 day'", "interval '1' day"]),
    # calls
    ("count", ["count(*)", "count(a)", "count(*) over ()", "count(*) filter (where true)"]),
    ("max", ["max(lower(b))", "(select max(a) from t)"]),
    ("lag", ["lag(a) over (order by a)"]),
    ("concat", ['"~concat_of"(a)', "concat(a)"]),
    ("format", ['"~format_of"(a, b)']),
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
