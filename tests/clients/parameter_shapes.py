"""
Statements as applications send them, for what their parameters are taken for (`test_parameter_types.py`).
"""

from __future__ import annotations

from typing import Final

SHAPES: Final = r"""
select * from t where id = all($1)
select * from t where id > all($1)
select * from t where name = all($1)
select * from t where (id, big) = ($1, $2)
select * from t where ($1, $2) = (id, name)
select * from t where row(id, d) = row($1, $2)
select * from t where (id, name, d) < ($1, $2, $3)
select * from t where (id, name) <> ($1, $2)
select * from t where ($1, $2) in (select id, name from t)
select $1 * interval '1 day'
select interval '1 day' / $1
select interval '1 day' + $1
select d + $1::int from t
select d + interval '1 day' * $1 from t
select ts + $1 * interval '1 hour' from t
select j -> $1 -> $2 from t
select jb -> $1 ->> $2 from t
select j ->> $1 from t where j ->> $2 = $3
select jb #>> array[$1, $2] from t
values ($1), (1)
values (1), ($1)
values ($1), ('a')
values ($1, $2), (1, now())
select * from (values ($1, $2), (1, 'a')) v(a, b)
select * from t join (values ($1, $2), (1, 'a')) v(a, b) on v.a = t.id
select * from t join (values ($1), ($2)) v(a) on v.a = t.name
with v(a, b) as (values ($1, $2)) select * from v
with v(a) as (values ($1::int)) select * from t join v on t.id = v.a and t.name = $2
with recursive r as (select $1::int as n union all select n + $2 from r where n < $3) select * from r
with a as (select * from t where d > $1), b as (select * from a where name like $2) select count(*) from b where id = $3
with ins as (insert into t (id, name) values ($1, $2) returning id) select id from ins where id > $3
with upd as (update t set name = $1 where id = $2 returning *) select name from upd where big = $3
insert into t (id, name) values ($1, $2) returning id + $3, name || $4
update t set name = $1 returning id = $2, coalesce(name, $3)
delete from t where id = $1 returning name || $2
insert into t (id, big) values ($1, $2) on conflict (id) do update set big = excluded.big + $3, n = t.n * $4
insert into t (id, name) values ($1, $2) on conflict (id) do update set (name, d) = ($3, $4) where t.name <> $5
insert into t (id, name) values (1, 'x') on conflict (id) do update set name = coalesce(t.name, $1)
merge into t using (values ($1::int, $2::text)) s(k, v) on t.id = s.k when matched then update set name = s.v when not matched then insert (id, name, d) values (s.k, s.v, $3)
merge into t using o on t.id = o.t_id when matched and t.name = $1 then delete when matched then update set big = $2, d = $3 when not matched then insert (id, n) values (o.t_id, $4)
select sum(n) over (order by id rows between $1 preceding and $2 following) from t
select sum(n) over (order by id rows $1 preceding) from t
select sum(n) over (order by n range between $1 preceding and current row) from t
select sum(n) over (order by d range between $1 preceding and current row) from t
select sum(n) over (order by ts range between $1 preceding and $2 following) from t
select first_value(name) over (partition by d order by id) from t where name = $1
select nth_value(name, $1) over (order by id) from t
select lead(d, $1, $2) over (order by id) from t
select lag(n, 1, $1) over (partition by name order by id) from t
select upper(trim($1)), lower(replace($2, 'a', $3))
select coalesce(nullif($1, ''), name) from t
select coalesce(nullif(name, $1), $2) from t
select greatest(d, $1, $2), least(n, $3), greatest($4, f) from t
select date_trunc('month', d + $1::interval) from t
select to_char(d, $1), to_char(n, $2) from t
select extract(day from ts - $1) from t
select length(name || $1) from t
select round(n * $1, $2) from t
select (n * $1)::int + $2 from t
select case when d > $1 then n when name = $2 then $3 else $4 end from t
select case name when $1 then 1 when $2 then $3 else $4 end from t
select sum(case when d between $1 and $2 then n else $3 end) from t
select count(*) filter (where d >= $1), sum(n) filter (where name = $2) from t
select name, count(*) from t group by name having count(*) between $1 and $2 order by count(*) limit $3
select * from t where d between $1 and $1 + 7
select * from t where d between $1::date and $2
select * from t where ts between $1 and $1 + interval '1 day'
select * from t where ts > now() - $1::interval
select * from t where tz > now() - interval '1 day' * $1
select * from t where tz >= date_trunc('day', $1::timestamptz)
select * from t where age(ts) > $1
select * from t where id = $1 and id = any($2) and name = any(array[$3, $4])
select * from t where id in (select t_id from o where qty = any($1))
select * from t a left join o b on a.id = b.t_id and b.qty > $1 where b.note is null or b.note = $2
select * from t a cross join lateral (select * from o where o.t_id = a.id and o.qty > $1 limit $2) x where x.note = $3
select (select count(*) from o where o.t_id = t.id and o.at > $1) from t where t.n > $2
select * from t where n > (select avg(price) from o where note = $1)
select * from t where (select $1) = name
select array(select id from t where name = $1)
select * from t where id = any(array(select t_id from o where note = $1))
select * from t where id = any(string_to_array($1, ',')::int[])
select * from t where name = any(string_to_array($1, $2))
select * from t where id = any($1::int[]) and name <> all($2::text[])
select * from t where $1 = all(nums)
select * from t where nums[1] = $1 and tags[$2] = $3
select nums[$1] from t where array_length(nums, $2) = $3
select * from t where array[id, $1] = nums
select * from t where array[$1, $2] <@ tags
select array_cat(tags, $1), array_prepend($2, tags), array_to_string(nums, $3, $4) from t
select * from t join unnest($1::text[]) u(x) on u.x = t.name where t.id = $2
select id from t where name = $1 union all select t_id from o where qty = $2
select id, name from t where d = $1 except select t_id, $2 from o
select $1, id from t union select 'x', t_id from o
select * from (select $1 as a) s where a = 'x'
select * from (select $1 as a union all select 1) s
select a || 'x' from (select $1 as a) s
select $1::timestamp - $2::timestamp, $3::date - $4
select $1::date - $2::date
select $1::date + 1
select $1::date - $2
select $1::timestamp - $2
select $1::timestamptz + $2
select $1::numeric * $2
select $1::int + $2, $3::bigint * $4, $5::text || $6
select +$1
select not $1
select $1 = $1
select $1 is distinct from 5
select id is distinct from $1, $2 is not distinct from name from t
select $1 like 'a%'
select $1 ilike $2
select name like $1 escape $2 from t
select $1 ~ 'x'
select $1 similar to 'x'
select * from t where name not ilike all($1)
select * from t where name like any($1)
select * from t where name ~ any(array[$1, $2])
select * from t limit $1 + 1
select * from t limit $1::int
select * from t limit coalesce($1, 10)
select * from t order by case when $1 = 'id' then id end limit $2
select * from t order by name = $1 desc
select * from t order by $1
select name from t group by name order by max(id) + $1
select distinct on (n > $1) n from t
select sum(n) over (order by id range between $1 preceding and current row) from t
select sum(n) over (order by f range $1 preceding) from t
select sum(n) over (order by tm range $1 preceding) from t
select sum(n) over (order by tz range between $1 preceding and $2 following) from t
select sum(n) over (order by big range $1 preceding) from t
select sum(n) over (order by id groups $1 preceding) from t
select sum(n) over w from t window w as (order by id rows $1 preceding)
select array_agg(distinct name order by name) filter (where id > $1) from t
select * from generate_series(1, 3) with ordinality as g(v, n) where n = $1 and v < $2
select * from t where (id, $1) = (1, 'x')
select * from t where id = some($1)
select * from t where id < any($1)
select * from t where id = any(array[$1]::int[])
select * from t where name = any(array[lower($1)])
select * from t where $1 = any($2::int[])
select * from t where $1 = any(array[1, 2])
select * from t where $1 = any('{1,2}'::int[])
select * from t where not exists (select 1 from o where o.note = t.name and o.at between $1 and $2 and o.qty in ($3, $4))
select a.id from t a join (select t_id, sum(price) as s from o where at >= $1 group by t_id having sum(price) > $2) b on a.id = b.t_id and b.s < $3
select s.id from (select id, row_number() over (partition by name order by d) as rn from t where n > $1) s where s.rn <= $2
select s.k from (select date_trunc('day', ts) as k, count(*) as c from t group by 1) s where s.k >= $1 and s.c > $2
select name, sum(n) as total from t where d >= $1 group by name order by total desc limit $2 offset $3
select * from t where ts >= $1 and ts < $1 + interval '1 day'
select * from t where ts >= now() + $1
select * from t where d = current_date - $1::int
select * from t where d > (now() - $1::interval)::date
select ts at time zone $1 at time zone $2 from t
select extract(epoch from (tz - $1)) from t
select (ts - $1) > interval '1 day' from t
select (ts - $1) > $2 from t
select d - $1 > 5 from t
select tm - $1, tm = $2 from t
select u::text = $1, u = $2::uuid from t
select ba || $1 from t
select length($1::bytea)
select position($1 in ba) from t
select substring(ba from $1 for $2) from t
select overlay(name placing $1 from $2 for $3) from t
select name || ' ' || $1 || vc from t
select $1 || ' ' || $2
select $1 || id from t
select id || $1 from t
select name || id || $1 from t
select concat(name, ' ', vc) = $1 from t
select greatest($1, $2, 3)
select coalesce($1, $2, 5)
select coalesce($1, now())
select coalesce(sum(n), $1) from t
select nullif($1, 0)
select nullif($1, $2)
select case $1 when 'x' then $2 else 5 end
select case when id = 1 then $1 when id = 2 then $2 end from t
select case when $1 > 5 then 'a' end
select cast(coalesce($1, '5') as int)
select cast($1 as numeric(10,2)), $2::timestamp(3), $3::varchar(5)[], $4::char(3)
select $1::interval, $2::time, $3::timetz
select cast(null as int) = $1
select null = $1
select $1 = any(null::int[])
select $1 || null
select $1::text || $2
select $1::text like $2
select upper($1) = $2
select upper(name) like upper($1) from t
select lower(name) in (lower($1), $2) from t
select ltrim(name, $1), rtrim($2, 'x'), trim(both $3 from name) from t
select rpad($1, $2, $3)
select right(name, $1), reverse($2) from t
select translate(name, $1, $2) from t
select regexp_match(name, $1), regexp_matches($2, $3) from t
select regexp_split_to_array($1, $2)
select * from regexp_split_to_table($1, ',') x
select * from string_to_table($1, $2)
select to_number($1, $2)
select to_char($1::timestamp, $2)
select to_char($1::numeric, $2)
select to_json($1::int), to_jsonb($2::text)
select json_build_object('a', $1::int)
select json_extract_path_text(j, $1, $2) from t
select jsonb_extract_path(jb, $1) from t
select jsonb_set(jb, $1, $2, $3) from t
select jsonb_set(jb, array[$1], to_jsonb($2::text)) from t
select jb ?& $1 from t
select jb ?& array[$1, $2] from t
select (jb ->> $1)::int > $2 from t
select jb -> 'a' ->> $1 = $2 from t
select (jb #>> '{a}')::date between $1 and $2 from t
select jb - $1::text, jb - $2::int from t
select jsonb_build_array($1::int, $2::text)
select jb || jsonb_build_object('k', $1::text) from t
select * from json_each_text($1)
select * from jsonb_each($1) where key = $2
select array_agg(id) = $1 from t
select array_positions(tags, $1), cardinality($2::text[]) from t
select array_length(array_append(nums, $1), 1) from t
select array_upper(nums, $1), array_ndims(tags) from t
select trim_array(nums, $1) from t
select unnest(array[$1, $2])
select unnest(tags || $1) from t
select nums[1:$1] from t
select (array[$1, 2])[$2]
select floor($1), ceil($2)
select floor(n / $1) from t
select n::int % $1 from t
select div(n, $1) from t
select power(n, $1) from t
select log($1, $2)
select exp($1), ln($2)
select atan2($1, $2)
select sign($1::int), gcd($2, 4)
select random() < $1
select setseed($1)
select generate_series($1, $2, $3::int)
select min($1), avg($2::int)
select string_agg($1, ',')
select string_agg(name, $1 order by id) from t
select array_agg($1::int)
select stddev(n) > $1, corr(f, $2) from t
select mode() within group (order by id) = $1 from t
select percentile_cont($1) within group (order by f) from t
select percentile_cont($1::float8[]) within group (order by f) from t
select count(distinct name) filter (where vc like $1) from t
select sum(id + $1), avg(n * $2), max(d - $3::int) from t
select grouping(name), sum(id) from t group by rollup(name) having sum(id) > $1
update t set n = $1 * n + $2
update t set d = d + $1::int, ts = ts + $2
update t set name = (select note from o where t_id = $1 limit 1)
update t set name = s.v from (values ($1::int, $2), (2, 'x')) s(k, v) where t.id = s.k
update t set name = s.v from unnest($1::int[], $2::text[]) s(k, v) where t.id = s.k
update t set status = case when id = $1 then $2 else status end
update t set tags[1] = $1, nums[$2] = $3
update t set n = greatest(n, $1), name = left($2, 5)
update t set jb = jb || $1::jsonb, j = $2
update t set name = $1 where (id, big) in (($2, $3))
delete from t using (values ($1::int)) v(k) where t.id = v.k
insert into t (id, name) values ($1, coalesce($2, 'x')), (default, $3)
insert into t (id, n) select id + $1, n * $2 from t where d > $3
insert into t (id, name) select v.a, v.b from (values ($1::int, $2)) v(a, b)
insert into t (id, name) values ((select max(id) + $1 from t), $2)
insert into t (id, status) select $1, $2
insert into t (n, b, u) values (case when $1 then $2 else 0 end, $3 = 5, $4)
insert into t (id, name) values ($1, $2) returning *, $3 as extra
insert into t (id, name) values ($1, $2) returning case when id > $3 then $4 else name end
insert into t (id, big) values ($1, $2) on conflict (id) do update set big = t.big + excluded.big where t.big < $3 and excluded.name = $4
insert into t (id, jb) values ($1, $2) on conflict (id) do update set jb = t.jb || $3
insert into t (id, tags) values ($1, $2) on conflict (id) do update set tags = array_append(t.tags, $3)
insert into t (id, d) values ($1, $2) on conflict (id) do update set d = excluded.d + $3::int
insert into t (id, name) values ($1, $2) on conflict (id) do update set name = case when t.id = $3 then $4 else excluded.name end
merge into t using (select $1::int as k, $2::text as v) s on t.id = s.k when matched and t.big > $3 then update set name = s.v, big = t.big + $4 when not matched then insert (id, name) values (s.k, s.v)
merge into t using o on t.id = o.t_id when matched and o.at < $1 then delete when not matched and o.qty > $2 then insert (id, name, n) values (o.t_id, $3, o.price * $4)
merge into t using (select * from o where note = $1) s on t.id = s.t_id when matched then update set name = coalesce($2, s.note)
with d as (delete from t where id = $1 returning *) insert into o (t_id, note) select id, $2 from d
with u as (update t set n = n + $1 where id = $2 returning n) select n > $3 from u
with i as (insert into t (id, name) select t_id, note from o where qty = $1 returning id, name) select * from i where name = $2 and id = $3
with x(k, v) as (values ($1::int, $2::text), ($3, $4)) select * from x
with x as (select id, $1 as tag from t) select * from x where tag = $2
with x as (select $1::date as d) select t.* from t, x where t.d >= x.d and t.d < x.d + $2::int
with recursive r as (select id, name from t where id = $1 union all select t.id, t.name from t join r on t.big = r.id where t.name <> $2) select * from r limit $3
with recursive r(n) as (values ($1::int) union all select n + 1 from r where n < $2) select * from r
with a as materialized (select * from t where name = $1) select * from a where d = $2
select * from t where case when $1::text is null then true else name = $1 end
select * from t where ($1::int is null or id = $1) and ($2::text is null or name ilike $2)
select * from t where ($1)::bool or id = $2
select * from t where coalesce($1::int, id) = id and name = coalesce($2, name)
select * from t where id = $1 and $1 > 5
select * from t where big = $1 and id = $1
select * from t where id = $1 and big = $1
select * from t where n = $1 or f = $1
select * from t where name = $1 or vc = $1
select * from t where vc = $1 or name = $1
select * from t where d = $1 or ts = $1
select $1::int, $1
select $1 + 1, $1 || 'x'
select * from t where name = $2 and id = $1
select $1 as a, count(*) from t group by $1
select id + $1 from t group by id + $1
select name from t order by position($1 in name), $2
select name from t order by id + $1
select * from t order by array_position(array[$1, $2], name)
select * from t order by array_position($1::int[], id)
select * from t fetch first ($1) rows only
select * from t limit all offset $1
select * from t limit $1::text::int
(select id from t where name = $1 limit $2) union all (select t_id from o order by at limit $3)
select $1 union all select $2
select $1, 1 union all select 'a', $2
select 1, $1 union all select $2, now()
select null union select $1
select name from t intersect select $1 order by 1
values ($1), ($2)
values (1, $1), ($2, 'x') order by 1 limit $3
values (now(), $1), ($2, 1.5)
select * from (values (1, $1), ($2, 'x')) v(a, b) where a = $3 and b = $4
select (t).name = $1 from t
select row(id, name) = row($1, $2) from t
select (id, name) is distinct from ($1, $2) from t
select (ts, $1::interval) overlaps ($2::timestamp, $3::timestamp) from t
select timestamp '2024-01-01' - $1, timestamp '2024-01-01' + $2
select 5 / $1, 5.0 / $2, 5::bigint * $3, 2 ^ $4
select $1 % 2, $1 & 1, $2 << 1
select id = $1 and name = $2 or b = $3 from t
select b = $1, b and $2, $3 or b, not (b <> $4) from t
select id between symmetric $1 and $2 from t
select id not between $1 and $2 from t
select name collate "C" = $1 from t
select name = $1 collate "C" from t
select name ~ ('^' || $1) from t
select name like $1 || '%' from t
select name like any(array[$1, $2]) from t
select name not in ($1, $2, lower($3)) from t
select 'x' in ($1, $2)
select 1 in ($1, $2)
select 1.5 in ($1, $2)
select now() in ($1)
select pg_typeof($1::int)
select pg_sleep($1)
select pg_advisory_lock($1)
select pg_advisory_lock($1, $2)
select to_regclass($1)
select $1::name
select * from unnest($1::int[]) as u(a) where a > $2
update t set n = (n + $1) * $2 - $3
select (id + $1) * $2 from t
select (ts + $1) - $2 from t
select tags[$1] = $2 from t
select $1 || name || $2 from t
select (n + $1) > $2 from t
select (name || $1) = $2 from t
select (id % $1) = $2 from t
select (f * $1) > $2 from t
select (n * $1 * $2)::int from t
""".strip().splitlines()
