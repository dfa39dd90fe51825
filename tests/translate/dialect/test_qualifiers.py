"""
Qualifiers, by what they stand before.
"""

from __future__ import annotations

import pytest

from pggate.translate.tokens import Names, apply
from tests.translate import duck

NAMES = Names(frozenset({"pggate", "boilstream", "my_data__stream", "Big"}), "pggate")

RULES = (
    # pg = ... / duck = ...
    # pg_catalog
    ("select pg_catalog.now()", "select now()"),
    ("select PG_CATALOG . now ( )", "select now ( )"),
    ('select "pg_catalog".now()', "select now()"),
    ("select '1'::pg_catalog.int4", "select '1'::int4"),
    ("select '1'::pg_catalog.varchar(10)", "select '1'::varchar(10)"),
    ("select cast(a as pg_catalog.text)", "select cast(a as text)"),
    ("select pg_catalog.int4 '1'", "select int4 '1'"),
    ("select * from pg_catalog.pg_class", 'select * from "~pg"."~catalog".pg_class'),
    ("select * from t, pg_catalog.pg_class c", 'select * from t, "~pg"."~catalog".pg_class c'),
    ("select pg_catalog.pg_class.oid from pg_catalog.pg_class",
     'select "~pg"."~catalog".pg_class.oid from "~pg"."~catalog".pg_class'),
    ("select pg_catalog.pg_class.* from pg_catalog.pg_class",
     'select pg_class.* from "~pg"."~catalog".pg_class'),
    ("select * from pg_catalog.generate_series(1, 2)", "select * from generate_series(1, 2)"),
    ("select * from t left join lateral pg_catalog.unnest(a) u on true",
     "select * from t left join lateral unnest(a) u(u) on true"),
    ("create table t (a pg_catalog.int4, b pg_catalog.varchar(3) default pg_catalog.now())",
     "create table t (a int4, b varchar(3) default now())"),
    ("select * from pggate.pg_catalog.pg_class", 'select * from "~pg"."~catalog".pg_class'),
    ("select 'pg_catalog.x', \"pg_catalog.x\"", None),
    ("select pg_catalog from t", None),
    # information_schema
    ("select * from information_schema.tables", 'select * from "~pg"."~info".tables'),
    ("SELECT * FROM INFORMATION_SCHEMA.TABLES", 'SELECT * FROM "~pg"."~info".TABLES'),
    ("select information_schema._pg_expandarray(a)", "select _pg_expandarray(a)"),
    # pg_temp
    ("insert into pg_temp.t values (1)", "insert into temp.main.t values (1)"),
    ("select pg_temp.t.a from pg_temp.t", "select temp.main.t.a from temp.main.t"),
    ("select pg_temp.f(1)", "select f(1)"),
    ("select a::information_schema.sql_identifier", "select a::sql_identifier"),
    # the gateway's own
    ("select * from pggate.topics", 'select * from "~pg"."~gate".topics'),
    ("select * from boilstream.topic_schemas", 'select * from "~pg"."~gate".topic_schemas'),
    ("select boilstream.topics.name from boilstream.topics",
     'select "~pg"."~gate".topics.name from "~pg"."~gate".topics'),
    ("select pggate.create_token('public.people')", 'select "~pg"."~gate".create_token(\'public.people\')'),
    ("select * from pggate.flights", None),
    # databases
    ("create table boilstream.s3.nyc (a int)", 'create table "lake:boilstream".s3.nyc (a int)'),
    ("create table my_data__stream.main.people (name varchar)",
     'create table "lake:my_data__stream".public.people (name varchar)'),
    ("insert into my_data__stream.public.people (a) select 1",
     'insert into "lake:my_data__stream".public.people (a) select 1'),
    ('select * from "Big".s.t', 'select * from "lake:Big".s.t'),
    ("select * from Big.s.t", None),
    ("select my_data__stream.s.t.a, t.a.b from my_data__stream.s.t",
     'select "lake:my_data__stream".s.t.a, t.a.b from "lake:my_data__stream".s.t'),
    ("select my_data__stream.a.b from t my_data__stream", None),
    ("select my_data__stream.s.t.*, main.t.* from my_data__stream.s.t, main.t",
     'select t.*, t.* from "lake:my_data__stream".s.t, public.t'),
    ("select other.s.t.a from other.s.t", None),
    ("create schema my_data__stream.s2", 'create schema "lake:my_data__stream".s2'),
    ("drop table my_data__stream.s.t", 'drop table "lake:my_data__stream".s.t'),
    ("select my_data__stream.s.f(1)", 'select "lake:my_data__stream".s.f(1)'),
    # main
    ("select * from main.t", "select * from public.t"),
    ("select main.t.a from main.t", "select public.t.a from public.t"),
    ("select main.a from t main", None),
    ("select main.abs(1)", None),
    ("update main.t set a = 1 where exists (select 1 from main.u)",
     "update public.t set a = 1 where exists (select 1 from public.u)"),
    ("delete from main.t using main.s where t.a = s.a", "delete from public.t using public.s where t.a = s.a"),
    ("merge into main.t using main.s on t.a = s.a when matched then delete",
     "merge into public.t using public.s on t.a = s.a when matched then delete"),
    ("create index i on main.t (a)", "create index i on public.t (a)"),
    ("comment on column main.t.a is 'x'", "comment on column public.t.a is 'x'"),
    ("select extract(year from main.t.c) from main.t", 'select "~pg"."~mirror".extract_year(public.t.c) from public.t'),
    ("select * from (main.t join main.u using (a)) x", "select * from (public.t join public.u using (a)) x"),
    ("with x as materialized (select * from main.t) select * from x",
     "with x as materialized (select * from public.t) select * from x"),
    ("select 1 from t join main.u on t.a = u.a, main.v", "select 1 from t join public.u on t.a = u.a, public.v"),
    ("select 1 into main.t", "CREATE TABLE public.t AS select 1 "),
)  # fmt: skip


@pytest.mark.parametrize(("pg", "expected"), RULES)
def test_rules(pg: str, expected: str | None) -> None:
    rewritten = apply(pg, NAMES)
    assert rewritten.text == (pg if expected is None else expected)
    assert rewritten.changed is (expected is not None)
    assert duck.parses(rewritten.text)
