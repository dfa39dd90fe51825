"""
char(n) and varchar(n): where they have their blanks, and which type is left of them (manual 8.3, 10.5).
"""

from __future__ import annotations

from tests.differential.family import family, lines

SETUP = (
    "drop table if exists cs, csm, csd cascade",
    "create table cs (id int, v varchar(5), c char(4), tx text, c6 char(6), n numeric(8,2), g int)",
    "insert into cs values (1, 'b', 'xy', 'xy', 'xy', 1.5, 1), (2, 'a', 'x', 'x', 'x', 2.25, 1)",
    "insert into cs values (3, null, null, null, null, null, 2), (4, 'b', 'xy', 'xy  ', 'xyz', 4, 2)",
    """create view csv as select v::varchar(2) as cut, coalesce(v, 'none') as v, c, sum(n) over () as s, n, n * 2 as n2,
    v::text as t, array[v] as a from cs""",
    """create table csm as select v, c, 'abc'::varchar(2) as cut, 'z'::char(3) as z, n * 2 as n2, array_agg(v) over () as a
    from cs""",
    "create table csd (a timestamptz(6), b timestamp(3), c time(6), d timestamp(6) with time zone[], e timestamp)",
    "insert into csd values ('2024-01-01 10:00:00.123456+01', '2024-01-01 10:00:00.1236', '10:00:00.123456', null, null)",
)

BLANKS = lines("""
    row_to_json(cs) from cs order by id
    row_to_json(x) from (select id, c from cs order by id) x
    to_json(c), to_jsonb(c), to_json(array[c]), json_build_array(c, v, id) from cs order by id
    json_build_object('a', c), jsonb_build_object('a', c), json_build_object(c, 1) from cs where id = 1
    json_agg(c order by id), jsonb_agg(c order by id), to_json(array_agg(c order by id)) from cs
    json_object_agg(id, c order by id), jsonb_object_agg(id, c) from cs
    json_object_agg(c, id) from cs where id < 3
    json_object_agg(c::text, id) from cs where id < 3
    json_agg(x) from (select c, c6 from cs order by id) x
    row_to_json(b) from cs a left join cs b on a.id = b.id + 3 order by a.id
    concat(c, '|'), concat(c, c6), concat_ws('-', c, v), c || '|', c || c6 from cs order by id
    concat(c::text, '|'), concat(c::varchar, '|'), concat(c::varchar(3), '|') from cs order by id
    concat(x, '|') from (select c::text as x, id from cs) s order by id
    concat(x, '|'), concat(c, '|'), x like 'xy' from (select c::text as x, c, id from cs) s order by id
    concat(c, '|') k, count(*) from cs group by k order by k
    max(c) || '|', concat(max(c), '|'), format('[%s|%10s]', max(c), min(c)) from cs
    octet_length(c), length(c), char_length(c), bit_length(c) from cs order by id
    c like 'xy', c like 'xy%', c like 'xy  ', c not like 'xy', c ilike 'XY' from cs order by id
    c ~ 'xy$', c ~ 'y\\s+$', c ~* 'XY$', c !~ 'y$', c similar to 'xy' from cs order by id
    id from cs where c like 'xy  ' order by id
    count(*) filter (where c like 'xy') from cs
    c = 'xy', c = 'xy   ', c = tx, c = c6, c = v, c::text = tx from cs order by id
    c = 'xy  '::text, c = 'xy'::text from cs order by id
    id from cs where c = 'xy  '::varchar order by id
    c::bytea, encode(c::bytea, 'hex') from cs order by id
    row(c)::text, array[c]::text, cs::text from cs order by id
    array_to_string(array[c, c6], '|'), array[c, 'x'], array[c, v] from cs order by id
    coalesce(v, c), array[v, c], case when id = 1 then c else v end, concat(coalesce(v, c), '|') from cs order by id
    coalesce(c, 'none'), coalesce(c, v), coalesce(c, c6), greatest(c, 'a') from cs order by id
    case when id = 1 then c else 'else' end, case when id = 1 then c else c6 end from cs order by id
    concat('a'::char(3), '|'), format('%s|', 'a'::char(3)), 'a'::char(3) like 'a', octet_length('a'::char(3)), bit_length('a'::char(3))
    c::bpchar, c::char(2), c::char(6), c::varchar(3) from cs order by id
""")

TYPES = lines("""
    array_agg(v order by id), array_agg(c order by id), array_agg(distinct v), array_agg(v order by id desc) filter (where id > 1) from cs
    array[v], array[c], array[v, 'x'], array[tx, v], array[v, tx], array[[v, v], [v, v]] from cs order by id
    array(select v from cs order by id), array(select c from cs order by id)
    mode() within group (order by v), mode() within group (order by c) from cs
    percentile_disc(0.5) within group (order by v), percentile_disc(array[0.25, 0.5]) within group (order by c) from cs
    percentile_cont(array[0.25, 0.5]) within group (order by n), percentile_cont(array[0.5]) within group (order by n::float4) from cs
    unnest(array[v]), unnest(array[c]) from cs order by 1
    (array_agg(v order by id))[1], (array_agg(c order by id))[2], array_agg(v order by id) || array['x'::varchar] from cs
    array_agg(array[v, v] order by id) from cs
    first_value(v) over (order by id), lag(c) over (order by id), max(v) over (partition by g) from cs order by id
    array_agg(c::text order by id), array_agg(v::text order by id), max(v::text), mode() within group (order by v::text) from cs
    string_agg(distinct tx, ','), string_agg(distinct v, '-'), json_agg(distinct g), jsonb_agg(distinct v) from cs
    g, string_agg(distinct tx, ',' order by tx desc) from cs group by g order by g
    * from csv order by t, n
    * from csm order by v, n2
    v, cut, s, n2 from csv where n = 4
    attname, atttypid::regtype::text, atttypmod from pg_attribute where attrelid = 'csv'::regclass and attnum > 0 order by attnum
    attname, atttypid::regtype::text, atttypmod from pg_attribute where attrelid = 'csm'::regclass and attnum > 0 order by attnum
    * from csd
    attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'csd'::regclass and attnum > 0 order by attnum
    x.b, x.c from (select * from csd) x
    z = 'z', length(z), octet_length(z) from csm limit 1
""")

CHARACTERS = family("characters", BLANKS, TYPES, setup=SETUP)
