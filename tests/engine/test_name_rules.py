"""
Names that do not exist, exist already or mean two things, as PostgreSQL tells of them.
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
        ("select * from nope", "42P01", 'relation "nope" does not exist'),
        ("select * from public.nope", "42P01", 'relation "nope" does not exist'),
        ("select * from nos.nope", "42P01", 'relation "nos.nope" does not exist'),
        ("select nope from t", "42703", 'column "nope" does not exist'),
        ("select t.nope from t", "42703", "column t.nope does not exist"),
        ("select v.nope from (values (1)) v(a)", "42703", "column v.nope does not exist"),
        ("select x.nope from t", "42P01", 'missing FROM-clause entry for table "x"'),
        ("select nope", "42703", 'column "nope" does not exist'),
        ("create temp table w (a int, check (nope > 0))", "42703", 'column "nope" does not exist'),
        ("select nope(1)", "42883", "function nope does not exist"),
        ("select lower(1,2)", "42883", "function lower(integer, integer) does not exist"),
        ("select sum('a')", "42883", "function sum(text) does not exist"),
        ("select 'a'+1", "42883", "operator does not exist: unknown + integer"),
        (
            "select x > 5 from (values (current_date)) v(x)",
            "42883",
            "operator does not exist: date > integer",
        ),
        (
            "select x between 5 and 6 from (values (current_date)) v(x)",
            "42883",
            "operator does not exist: date >= integer",
        ),
        ("select ''::nope", "42704", 'type "nope" does not exist'),
        ("select * from t a join t b on true where id=1", "42702", 'column reference "id" is ambiguous'),
        ("select * from t, t", "42712", 'table name "t" specified more than once'),
        ("insert into t(nope) values (1)", "42703", 'column "nope" of relation "t" does not exist'),
        ("insert into t(id,id) values (1,1)", "42701", 'column "id" specified more than once'),
        ("insert into nope values (1)", "42P01", 'relation "nope" does not exist'),
        ("update t set nope=1", "42703", 'column "nope" of relation does not exist'),
        ("update nope set a=1", "42P01", 'relation "nope" does not exist'),
        ("delete from nope", "42P01", 'relation "nope" does not exist'),
        ("create table t(a int)", "42P07", 'relation "t" already exists'),
        ("create table x(a int, a int)", "42701", 'column "a" specified more than once'),
        ("create table x(a nope)", "42704", 'type "nope" does not exist'),
        ("create table nos.x(a int)", "3F000", 'schema "nos" does not exist'),
        ("create temp table pk(a int)", "42P07", 'relation "pk" already exists'),
        ("create schema public", "42P06", 'schema "public" already exists'),
        ("create view vw as select 1", "42P07", 'relation "vw" already exists'),
        ("create view vx as select * from nope", "42P01", 'relation "nope" does not exist'),
        ("create or replace view t as select 1", "42809", '"t" is not a view'),
        ("create or replace table vw(a int)", "42809", '"vw" is not a table'),
        ("drop table nope", "42P01", 'relation "nope" does not exist'),
        ("drop view nope", "42P01", 'view "nope" does not exist'),
        ("drop view t", "42809", '"t" is not a view'),
        ("drop table vw", "42809", '"vw" is not a table'),
        ("drop schema nope", "3F000", 'schema "nope" does not exist'),
        ("drop schema public", "2BP01", 'cannot drop "public" because other objects depend on it'),
        ("drop macro nope", "42883", "function nope does not exist"),
        ("drop sequence nope", "42P01", 'relation "nope" does not exist'),
        ("drop type nope", "42704", 'type "nope" does not exist'),
        ("drop index nope", "42704", 'index "nope" does not exist'),
        ("alter table nope add column a int", "42P01", 'relation "nope" does not exist'),
        ("alter table t add column id int", "42701", 'column "id" specified more than once'),
        ("alter table t drop column nope", "42703", 'column "nope" of relation "t" does not exist'),
        ("alter table t rename column nope to x", "42703", 'column "nope" does not exist'),
        ("alter table t rename column id to name", "42701", 'column "name" specified more than once'),
        ("alter table t rename to vw", "42P07", 'relation "vw" already exists'),
        ("set nope=1", "42704", 'unrecognized configuration parameter "nope"'),
        ("show nope", "42P01", 'relation "nope" does not exist'),
        ("use nope", "3F000", 'schema "nope" does not exist'),
        ("set search_path='nope'", "3F000", 'schema "nope" does not exist'),
        ("select current_setting('nope')", "42704", 'unrecognized configuration parameter "nope"'),
        ("select nextval('nope')", "42P01", 'relation "nope" does not exist'),
        ("select {'a':1}.b", "42703", 'column "b" not found in data type record'),
        ("select date '2020-01-01' + 'x'", "42725", "operator is not unique: date + unknown"),
        ("select * from nope()", "42883", "function nope does not exist"),
        ("select * from lower('x')", "42883", "function lower does not exist"),
        ("select row_number() from t", "42809", "window function row_number requires an OVER clause"),
        ("select sum(id) over (partition by nope) from t", "42703", 'column "nope" does not exist'),
        ("select first_value(id) from t", "42809", "window function first_value requires an OVER clause"),
        (
            "with a as (select 1), a as (select 2) select 1",
            "42712",
            'WITH query name "a" specified more than once',
        ),
        (
            "with recursive a as (select 1 union all select * from nope) select * from a",
            "42P01",
            'relation "nope" does not exist',
        ),
        (
            "select * from t join pk using (nope)",
            "42703",
            'column "nope" specified in USING clause does not exist in left table',
        ),
        ("select * from t order by nope", "42703", 'column "nope" does not exist'),
        ("select distinct on (nope) * from t", "42703", 'column "nope" does not exist'),
        ("select t.* from nope", "42P01", 'relation "nope" does not exist'),
        ("select nope.* from t", "42P01", 'missing FROM-clause entry for table "nope"'),
        ("select count(nope) from t", "42703", 'column "nope" does not exist'),
        (
            "merge into t using nope n on t.id=n.id when matched then delete",
            "42P01",
            'relation "nope" does not exist',
        ),
        ("comment on table nope is 'x'", "42P01", 'relation "nope" does not exist'),
        ("select 'a' collate nope", "42704", 'collation "nope" for encoding "UTF8" does not exist'),
        ("select interval '1 day' * 'x'", "42883", "operator does not exist: interval * unknown"),
        ("select 'a' like 1", "42883", "operator does not exist: unknown ~~ integer"),
        ("select true + 1", "42883", "operator does not exist: boolean + integer"),
        ("select sum(true||'x')", "42883", "function sum(text) does not exist"),
        ("select 1 as a, a.b", "42P01", 'missing FROM-clause entry for table "a"'),
    ],
)
def test_statements(lakes: Cursor, sql: str, sqlstate: str, message: str) -> None:
    error = failure(lakes, sql)
    assert (error.code, error.message) == (sqlstate, message)


@pytest.mark.parametrize(
    ("kind", "message", "sqlstate", "wording"),
    [
        ("Dependency", 'Cannot drop entry "t" because there are entries that depend on it.', "2BP01", None),
    ],
)
def test_failures_of_the_world(kind: str, message: str, sqlstate: str, wording: str | None) -> None:
    error = told(kind, message)
    assert error.code == sqlstate
    assert wording is None or error.message == wording
