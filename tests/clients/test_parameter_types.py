"""
What a client is told of the parameters that it gave no type for: PostgreSQL's own answer, statement by statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import psycopg
import pytest
from psycopg.pq import DiagnosticField, ExecStatus

from tests.clients.conftest import fresh_database
from tests.clients.parameter_shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fix_gateway import Gateway
    from tests.fix_postgres import PostgresServer

Connection: TypeAlias = "psycopg.Connection[tuple[object, ...]]"

INT4, TEXT, DATE, FLOAT8 = 23, 25, 1082, 701

TABLE = """create table t (id int, big bigint, sm smallint, name text, vc varchar(20), d date, ts timestamp,
    tz timestamptz, n numeric(10,2), f float8, r float4, b bool, u uuid, j json, ba bytea, tags text[], nums int[],
    tm time, status mood, moods mood[], jb jsonb, primary key (id))"""
TYPE = "create type mood as enum ('sad', 'ok', 'happy')"
OTHER = "create table o (t_id int, qty int, price numeric, at timestamptz, note text)"

STATEMENTS = """
select $1
select $1::int
select cast($1 as date)
select $1 + 1
select 1 + $1
select $1 + 1.5
select $1 + id from t
select id + $1 from t
select big * $1 from t
select n / $1 from t
select f - $1 from t
select r * $1 from t
select ts - $1 from t
select ts + $1 from t
select tz - $1 from t
select tz + $1 from t
select d - $1 from t
select tm + $1 from t
select name || $1 from t
select $1 || name from t
select $1 || 'x'
select $1 || $2
select tags || $1 from t
select * from t where id = $1
select * from t where $1 = id
select * from t where id = $1 or id = $2
select * from t where id > $1 and big < $2
select * from t where sm = $1
select * from t where name = $1
select * from t where vc = $1
select * from t where d >= $1
select * from t where ts < $1
select * from t where tz between $1 and $2
select * from t where $1 between id and big
select * from t where n = $1
select * from t where f = $1
select * from t where r = $1
select * from t where b = $1
select * from t where b is not distinct from $1
select * from t where $1
select * from t where not $1
select * from t where u = $1
select * from t where ba = $1
select * from t where tm = $1
select * from t where tags = $1
select * from t where nums = $1
select * from t where id in ($1, $2, $3)
select * from t where name in ($1)
select * from t where $1 in (1, 2)
select * from t where $1 in (select id from t)
select * from t where id not in ($1)
select * from t where id = any($1)
select * from t where name = any($1)
select * from t where u = any($1)
select * from t where d = any($1)
select * from t where id <> all($1)
select * from t where $1 = any(tags)
select * from t where $1 = any(nums)
select * from t where name like $1
select * from t where name ilike $1
select * from t where name not like $1
select * from t where name ~ $1
select * from t where name ~* $1
select * from t where name similar to $1
select * from t where $1::int is null or id = $1
select * from t where coalesce($1, id) = id
select coalesce($1, id) from t
select coalesce(name, $1) from t
select coalesce($1, $2)
select nullif(id, $1) from t
select nullif($1, 'x')
select greatest(id, $1) from t
select least($1, d) from t
select case when id = $1 then $2 else name end from t
select case when $1 then 1 else 2 end
select case id when $1 then 'a' end from t
select case when true then $1 else 5 end
select case when true then $1 else $2 end
insert into t (id, name) values ($1, $2)
insert into t (id, name) values ($1, $2), ($3, $4)
insert into t (id, name) select $1, $2
insert into t (id, name) select $1, name from t where big = $2
insert into t (n, f, r) values ($1 + 1, $2 * 2.5, $3)
insert into t (name) values (upper($1))
insert into t (name) values ($1 || 'x')
insert into t (id) values (coalesce($1, 5))
insert into t (tags, nums) values ($1, $2)
insert into t (tags) values (array[$1, $2])
update t set name = $1 where id = $2
update t set n = n + $1, d = $2
update t set (id, name) = ($1, $2)
update t set id = case when id = $1 then $2 else id end
update t set name = coalesce($1, name)
delete from t where id = $1
delete from t where d < $1 and name = $2
select * from t limit $1
select * from t limit $1 offset $2
select * from t offset $1
select * from t fetch first $1 rows only
select upper($1)
select lower($1), length($1)
select substr($1, $2, $3)
select substring(name from $1 for $2) from t
select substring(name, $1) from t
select left(name, $1) from t
select lpad(name, $1, $2) from t
select repeat($1, $2)
select replace(name, $1, $2) from t
select split_part(name, $1, $2) from t
select position($1 in name) from t
select strpos(name, $1) from t
select concat_ws($1, name, vc) from t
select format($1, name) from t
select trim($1)
select btrim(name, $1) from t
select regexp_replace(name, $1, $2) from t
select starts_with(name, $1) from t
select string_agg(name, $1) from t
select string_to_array($1, $2)
select array_to_string(tags, $1) from t
select to_char(ts, $1) from t
select to_date($1, $2)
select to_timestamp($1)
select to_timestamp($1, $2)
select date_trunc($1, ts) from t
select date_trunc('day', $1::timestamp)
select date_part($1, ts) from t
select extract(year from $1::date)
select extract(epoch from $1::timestamptz)
select age($1::timestamp)
select age(ts, $1) from t
select make_date($1, $2, $3)
select ts at time zone $1 from t
select abs($1::int)
select round(n, $1) from t
select round($1::numeric, 2)
select power(f, $1) from t
select power($1, 2.0)
select mod(id, $1) from t
select id % $1 from t
select -$1::int
select sqrt($1::float8)
select sum(id) filter (where name = $1) from t
select sum($1::int)
select count(*) from t where id = $1 group by name having count(*) > $2
select name, sum(n) from t group by name having sum(n) > $1
select name, avg(id) from t group by name having avg(id) >= $1
select * from t order by id limit $1
select array[$1, $2]
select array[1, $1]
select array[$1]::int[]
select $1::int[]
select tags[$1] from t
select nums[$1:$2] from t
select array_append(tags, $1) from t
select array_position(tags, $1) from t
select unnest($1::int[])
select * from unnest($1::int[]) as x
select * from unnest($1::text[], $2::int[]) as x(a, b)
select * from generate_series(1, $1)
select * from generate_series($1::date, $2::date, '1 day')
select * from generate_series(1, 10, $1)
select j->$1 from t
select j->>'a' from t where j->>'b' = $1
select j #>> $1 from t
select (j->>'a')::int from t where (j->>'a')::int = $1
select $1::json
select $1::jsonb
select row_number() over (order by id) from t where id = $1
select lag(id, $1) over (order by id) from t
select lag(name, 1, $1) over (order by id) from t
select ntile($1) over (order by id) from t
with x as (select $1 as a) select a from x
with x as (select id from t where name = $1) select * from x where id = $2
with x as (select $1::int as a) select a from x where a = $2
select * from (select id, name from t where d = $1) s where name = $2
select * from t a join t b on a.id = b.id and a.name = $1
select * from t where exists (select 1 from t x where x.id = $1)
select * from t where id = (select max(id) from t where name = $1)
select (select name from t where id = $1)
values ($1, $2)
values (1, 'a'), ($1, $2)
select $1 union select 1
select 1 union all select $1
select id from t union select $1
select name from t union select $1
select $1 = $2
select $1 = 1
select $1 = 'x'
select $1 < 1.5
select 1 where $1 = true
select $1 and $2
select $1 is true
select $1 in ($2, $3)
select $1 between $2 and $3
select distinct on (name) name from t where id = $1
select t.* from t where (id, name) = ($1, $2)
select t.* from t where (id, name) in (($1, $2), ($3, $4))
select interval '1 day' * $1
select $1::interval + ts from t
select current_date - $1
select now() - $1
select ts - interval '1 day' > $1 from t
select n * $1 > $2 from t
select cast($1 as varchar(10))
select $1::text, $1
select $2::int, $1::text
select $1::regclass
select 't'::regclass = $1
select $1::oid
select pg_get_userbyid($1)
select format_type($1, $2)
select has_table_privilege($1, 'select')
select relname from pg_class where oid = $1
select relname from pg_class where relname = $1
select attname from pg_attribute where attrelid = $1 and attnum > $2
select * from information_schema.columns where table_name = $1
select nspname from pg_namespace where oid = any($1)
select set_config($1, $2, $3)
select current_setting($1)
select encode($1, 'hex')
select md5($1)
select decode($1, $2)
select quote_literal($1)
select initcap($1)
select width_bucket($1, 0, 10, 5)
select generate_series(1, $1)
select chr($1), ascii($2)
select bool_and($1)
select max($1)
select to_json($1::text)
select exists(select 1 where $1 = 5)
select id from t where name = $1::varchar
select id from t where lower(name) = $1
select id from t where lower(name) = lower($1)
select id from t where name = upper($1)
select id from t where extract(year from d) = $1
select id from t where date_trunc('month', ts) = $1
select id from t where d + 1 = $1
select id from t where id * 2 = $1
select id from t where id::text = $1
select id from t where ts::date = $1
select id from t where length(name) > $1
select id from t where cardinality(tags) = $1
select id from t where tags @> $1
select id from t where tags && $1
select id from t where tags @> array[$1]
select id from t where $1 <@ nums
merge into t using (select $1::int as k) s on t.id = s.k when matched then update set name = $2 when not matched then insert (id) values ($3)
insert into t (id, name) values ($1, $2) on conflict (id) do update set name = $3
insert into t (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name where t.big > $3
insert into t (id, name) values ($1, $2) on conflict do nothing
insert into t (id, name) values ($1, $2) on conflict (id) do update set name = $2, big = t.big + $3 returning id, big
insert into t (id, n, d, b, u, jb, vc, status) values ($1, $2, $3, $4, $5, $6, $7, $8) returning *
insert into t (id, name) select $1, $2 where not exists (select 1 from t where id = $3)
insert into t (id, name) select * from unnest($1::int[], $2::text[])
insert into t (id, tz) values ($1, now() + $2)
insert into t (id, nums, tags, moods) values ($1, $2, array[$3, $4], $5)
update t set jb = $1, ts = $2, tz = $3 where id = $4 returning id
update t set jb = jsonb_set(jb, $1, $2) where id = $3
update t set jb = jb || $1
update t set tags = array_append(tags, $1)
update t set tags = tags || $1
update t set status = $1, vc = $2 where status = $3
update t set name = case id when $1 then $2 when $3 then $4 end where id in ($5, $6)
update t set name = o.note from o where o.t_id = t.id and o.qty > $1
delete from t where id = any($1) returning id
delete from t using o where o.t_id = t.id and o.price < $1
delete from t where ts < now() - $1
merge into t using o on t.id = o.t_id and o.qty = $1 when matched and o.price > $2 then update set n = n + $3 when matched then delete
select * from t where tz between now() - $1 and now()
select * from t where date_trunc($1, ts) = $2
select date_trunc($1, tz, $2) from t
select to_char(ts, $1), to_char(n, $2), to_char(id, $3) from t
select age($1, ts) from t
select date_bin($1, ts, $2) from t
select make_timestamp($1, $2, $3, $4, $5, $6)
select make_interval(days => $1, secs => $2)
select make_interval($1, $2)
select * from t where jb @> $1
select * from t where jb ? $1
select * from t where jb ?| $1
select jb ->> $1, jb -> $2, jb #> $3, jb #>> $4, jb #- $5 from t
select * from t where jb -> 'a' = $1
select * from t where jb = $1
select jb - $1 from t
select jsonb_pretty($1), jsonb_typeof($2), jsonb_array_length($3)
select * from jsonb_array_elements($1)
select * from t where n = any($1)
select * from t where not (id = any($1))
select * from t where $1 = any(tags) or $2 = any(nums)
select * from t where (id, name) > ($1, $2) order by id, name limit $3
select * from t where name like '%' || $1 || '%'
select * from t where exists (select 1 from o where o.t_id = t.id and o.price > $1)
select * from t where id in (select t_id from o where price > $1 and at < $2)
select percentile_cont($1) within group (order by n) from t
select n / $1, id / $2, f / $3, big / $4 from t
select round($1, 2), round(n, $2), trunc(n, $3) from t
select id & $1, id | $2, id << $3 from t
select substring(name from 2 for $1), substring(name from $2 for 3), substring($3, $4), substring(name from $5) from t
select array_length($1::int[], $2), array_position(nums, $3), array_remove(nums, $4), array_replace(tags, $5, $6) from t
select nums || $1, $2 || nums, nums || array[$3], tags && $4, tags @> $5, nums <@ $6 from t
select $1::int[] || 3
select generate_series($1::date, $2::date, $3)
select * from generate_series($1::timestamp, $2, $3::interval)
select width_bucket(n, $1, $2, $3) from t
select (select max(id) from t where name = $1) + $2
select lag(n, $1, $2) over (order by id) from t
select * from t a join t b on a.id = b.id + $1
select $1::mood, cast($2 as mood), $3::mood[]
select * from t where status = $1 or status in ($2, $3) or status > $4
select * from t where status = any($1) or status <> all($2)
select * from t where $1 = any(moods) or moods @> $2 or moods = $3
select coalesce(status, $1), nullif(status, $2), greatest(status, $3), array[status, $4] from t
select case when id = 1 then status else $1 end from t
select status from t union select $1
select array_append(moods, $1), moods || $2 from t
select * from t where (status, id) in (($1, $2))
""".strip().splitlines()

INSERT = f"insert into t values ({', '.join(f'${n}' for n in range(1, 22))})"

FIRST_CREATED = 16384
"""PostgreSQL's own types have lower OIDs (FirstNormalObjectId)."""

# Where PostgreSQL cannot tell, or finds it ambiguous, and a client of pggate is spared the error
SPARED = {
    "select d + $1 from t": [INT4],
    "select * from t where $1 is null": [TEXT],
    "select * from t where $1 is null or id = $1": [INT4],
    "select * from t where ($1 is null or name = $1) and ($2 is null or d >= $2)": [TEXT, DATE],
    "select concat($1, name) from t": [TEXT],
    "select row($1, $2)": [TEXT, TEXT],
    "select json_build_object('a', $1)": [TEXT],
    "select case when $1 is null then 'x' end": [TEXT],
    "select percentile_disc($1) within group (order by name) from t": [FLOAT8],
    "select trunc($1)": [FLOAT8],
    "select concat_ws($1, name, $2) from t": [TEXT, TEXT],
    "select count($1)": [TEXT],
    "select $1 + d from t": [INT4],
    "select -$1": [FLOAT8],
    "select * from t where ts >= $1::date and ts < $1::date + $2": [DATE, INT4],
    "select $1 is null, $2 is not null": [TEXT, TEXT],
    "select $1 is not null and $1 = 5": [INT4],
}
AMBIGUOUS = {"42P18", "42P08", "42725"}

# What is told otherwise, and why
DECLARED = {
    # an oid or a name may be sent
    "select $1::regclass": [TEXT],
    # columns of type name are text
    "select relname from pg_class where relname = $1": [TEXT],
    "select * from information_schema.columns where table_name = $1": [TEXT],
}


@pytest.fixture(scope="module")
def ours(gateway: Gateway) -> Iterator[Connection]:
    with (
        fresh_database(gateway) as server,
        psycopg.connect(server.dsn, autocommit=True) as connection,
    ):
        for definition in (TYPE, TABLE, OTHER):
            connection.execute(definition)
        yield connection


@pytest.fixture(scope="module")
def postgres(postgres_server: PostgresServer) -> Iterator[Connection]:
    with psycopg.connect(postgres_server.dsn(), autocommit=True) as connection:
        connection.execute("create schema parameter_types")
        connection.execute("set search_path = parameter_types")
        for definition in (TYPE, TABLE, OTHER):
            connection.execute(definition)
        yield connection
        connection.execute("drop schema parameter_types cascade")


def told(connection: Connection, statement: str) -> list[int | str] | str:
    """
    The parameters' OIDs, of a type that was created its name, or the SQLSTATE.
    """
    prepared = connection.pgconn.prepare(b"s", statement.encode(), [])
    if prepared.status != ExecStatus.COMMAND_OK:
        return (prepared.error_field(DiagnosticField.SQLSTATE) or b"").decode()
    described = connection.pgconn.describe_prepared(b"s")
    connection.execute("deallocate s")
    return [_known(connection, described.param_type(at)) for at in range(described.nparams)]


def _known(connection: Connection, oid: int) -> int | str:
    if oid < FIRST_CREATED:
        return oid
    ((name,),) = connection.execute(f"select typname from pg_type where oid = {oid}")
    return str(name)


@pytest.mark.parametrize("statement", [*STATEMENTS, *SHAPES, INSERT])
def test_parameters(ours: Connection, postgres: Connection, statement: str) -> None:
    assert told(ours, statement) == DECLARED.get(statement, told(postgres, statement))


@pytest.mark.parametrize("statement", SPARED)
def test_spared(ours: Connection, postgres: Connection, statement: str) -> None:
    assert told(postgres, statement) in AMBIGUOUS
    assert told(ours, statement) == SPARED[statement]


@pytest.mark.parametrize("statement", DECLARED)
def test_what_is_told_otherwise(postgres: Connection, statement: str) -> None:
    assert told(postgres, statement) != DECLARED[statement]
