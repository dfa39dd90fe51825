"""
char(n) and varchar(n): where they have their blanks, and which type is left of them (manual 8.3, 10.5).
"""

from __future__ import annotations

from tests.differential.family import family, lines

SETUP = (
    "drop table if exists cs, csm, csd, csx, csp, csy, csz cascade",
    "create table cs (id int, v varchar(5), c char(4), tx text, c6 char(6), n numeric(8,2), g int)",
    "insert into cs values (1, 'b', 'xy', 'xy', 'xy', 1.5, 1), (2, 'a', 'x', 'x', 'x', 2.25, 1)",
    "insert into cs values (3, null, null, null, null, null, 2), (4, 'b', 'xy', 'xy  ', 'xyz', 4, 2)",
    """create view csv as select v::varchar(2) as cut, coalesce(v, 'none') as v, c, sum(n) over () as s, n, n * 2 as n2,
    v::text as t, array[v] as a from cs""",
    """create table csm as select v, c, 'abc'::varchar(2) as cut, 'z'::char(3) as z, n * 2 as n2, array_agg(v) over () as a
    from cs""",
    "create table csd (a timestamptz(6), b timestamp(3), c time(6), d timestamp(6) with time zone[], e timestamp)",
    "insert into csd values ('2024-01-01 10:00:00.123456+01', '2024-01-01 10:00:00.1236', '10:00:00.123456', null, null)",
    "create table csx (id int, a char(3), b char(5), v varchar(4), t text)",
    "insert into csx values (1, 'a', 'a', 'a', 'a'), (2, 'ab', 'ab', 'ab  ', 'ab  '), (3, null, null, null, null)",
    "create table csy (a char(3), n int)",
    "create table csz (a char(5), n int)",
    "insert into csy values ('a', 1), ('b', 2)",
    "insert into csz values ('a', 1), ('c', 3)",
    "insert into csx values (4, 'abc', 'abcd', 'abcd', 'abc')",
    "create table csp (id int, a timestamp(1), b time(2), c timestamptz(0), d timestamp(4)[])",
    """insert into csp values (1, '1999-12-31 23:59:59.95', '23:59:59.996', '2024-01-01 10:00:00.5+00',
    '{"2024-01-01 10:00:00.12345", null}'), (2, '2024-01-01 10:00:00.25', '10:00:00.126', 'infinity', null)""",
    "update csp set a = '2024-01-01 10:00:00.349999', b = '10:00:00.015' where id = 2",
    "create view cspv as select coalesce(a, a) as k, b::time(0) as b, coalesce(a, a::timestamp(0)) as n from csp",
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

COMPARED = lines("""
    a = v, a <> v, v = a, a < v, a between v and v, a is distinct from v, a is not distinct from 'ab  ' from csx order by id
    a = t, t = a, a = t || '', a in (b, v), a in ('a'::text, 'ab  '::text), v in ('ab'::char(4), 'x') from csx order by id
    a = 'ab  '::varchar, a = 'ab  '::varchar(4), a = 'ab  '::char(4), a = 'ab  '::text from csx order by id
    case a when 'a' then 1 when 'ab  ' then 2 else 3 end, case v when a then 1 else 2 end, case t when a then 1 else 2 end from csx order by id
    nullif(a, 'ab '), nullif(a, v), nullif(b, a), (a, id) = ('ab  ', 2), (a, v) = (v, a) from csx order by id
    coalesce(a, 'x') = 'ab  ', case when true then a end = 'ab  ', max(a) over (partition by id) = 'ab ' from csx order by id
    max(a) = 'abc', min(a) = 'a   ', max(a) filter (where id < 3) = 'ab  ' from csx group by t order by t
    a from csx group by a having max(b) = 'ab  '
    id from csx where a in (select v from csx) order by 1
    id from csx where v in (select a from csx) order by 1
    x.id, y.id from csx x join csx y on x.a = y.v order by 1, 2
    x.id, y.id from csx x left join csx y on x.a = y.v and y.id = 2 order by 1, 2
    x.id from csx x where exists (select 1 from csx y where y.v = x.a) order by 1
    q from (select a as q from csx) s where q = 'ab  '
    a from (select t as a from csx) s where a = 'ab  '
    id from csx where (a) = ('ab  ') or a = $$a  $$ order by 1
    'a'::char = 'a  ', 'a '::char(3) = 'a', 'ab'::bpchar = 'ab  ', ' '::char = ''
    t::char, id from csx where t::char = 'a  ' order by id
    id from csx where t::bpchar = 'ab' order by id
    t::bpchar = t, t::bpchar || '|', length(t::bpchar) from csx order by id
    x || '|', x = 'ab', length(x) from (select t::bpchar as x from csx) s order by 1
    case 'ab  ' when a then 1 else 2 end, case 'ab' when a then 1 else 2 end from csx order by id
    case 'ab  '::varchar when a then 1 else 2 end, case 'ab  '::char(5) when t then 1 else 2 end from csx order by id
    case a when b then 1 when 'ab  ' then 2 end, case a when t then 1 else 2 end from csx order by id
""")

COMBINED = lines("""
    a, 1 as n from csx union all select b, 2 from csx order by 2, 1
    a, 1 as n from csx union all select v, 2 from csx order by 2, 1
    a from csx where id = 1 union all select 'q' order by 1
    a from csx union select b from csx order by 1
    a from csx union select t from csx order by 1
    a from csx union select b from csx order by a
    a as q from csx union all select 'q' order by q
    * from csy union all select * from csz order by 1, 2
    t from csx union select a from csx order by 1
    a from csx intersect select b from csx order by 1
    a from csx intersect select t from csx order by 1
    a from csx except select 'ab' order by 1
    b from csx except select a from csx order by 1
    a from csx except all select t from csx order by 1
    a from csx union all select a from csx order by 1
    * from (values ('a'::char(3)), ('b'::char(3))) v
    values ('a'::char(3)), ('b'::char(5))
    values ('a'::char(3)), ('b')
""")

PRECISIONS = lines("""
    * from csp order by id
    attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'csp'::regclass and attnum > 0 order by attnum
    a = '2024-01-01 10:00:00.3', a::text, b::text, max(a) over () from csp order by id
""")

MODIFIERS = lines("""
    a from csp union all select a from csp order by 1
    a from csp union all select a::timestamp(0) from csp order by 1
    a::timestamp(0) from csp union all select a::timestamp(0) from csp order by 1
    b from csp intersect select b from csp order by 1
    a from csp union all select null order by 1
    case when id = 1 then a else a end, case when id = 1 then a end, case when true then a else now() end from csp order by id
    coalesce(a, a), coalesce(a, a::timestamp(0)), coalesce(a, '2024-01-01'), greatest(c, c), least(b, b::time(0)) from csp order by id
    nullif(a, '2024-01-01'), (select c from csp where id = 1), array[a], d[1], d[1:2] from csp order by id
    x from (select a::timestamp(0) as x from csp) s order by 1
    * from (select a::timestamp(0), b::time(1), c::timestamptz(0) from csp) s order by 1
    x, x + interval '1 day', x::date from (select a::timestamp(0) as x from csp) s order by 1
    x from (select '1 day 01:02:03.456'::interval(2) as x) s
    x from (select interval '1 day 01:02' hour to minute as x) s
    with q as (select a::timestamp(0) as x from csp) select x, min(x) over () from q order by 1
    values ('2024-01-01'::timestamp(2)), ('2024-01-02'::timestamp(2))
    values ('2024-01-01'::timestamp(2)), ('2024-01-02'::timestamp(3))
    x from (values (time(1) '10:00'), (time(1) '11:00')) v(x)
    a::timestamp(0)::date, a::date::timestamp(2), a::timestamp(0)::text, min(a), lag(a) over (order by id) from csp group by a, id order by id
    * from cspv order by 1
    attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'cspv'::regclass and attnum > 0 order by attnum
""")

ARRAYS = lines("""
    '{a,bc}'::char(3)[], '{{a},{b}}'::char(3)[], array['a', 'bc']::bpchar[], array['a ', 'bc']::bpchar[] || 'x', to_json('{a,bc}'::char(3)[]), array_to_string('{a,bc}'::char(3)[], '|')
    x::char(3)[], x::char(3)[]::text, (x::char(3)[])[1], (x::char(3)[])[1] || '|', length((x::char(3)[])[1]), octet_length((x::char(3)[])[1]) from (values (array['a'])) v(x)
    array_to_string(x::char(3)[], '|'), to_json(x::char(3)[]), array[x[1]::char(3)], x::char(3)[] || array['b'], array_append(x::char(3)[], 'b') from (values (array['a'])) v(x)
    x::char(3)[] = array['a  ']::char(3)[], x::char(3)[] @> array['a']::char(5)[], 'a' = any (x::char(3)[]), array_position(x::char(3)[], 'a'), array_remove(x::char(3)[], 'a') from (values (array['a', 'b'])) v(x)
    x::char(3)[] is not distinct from '{a}', cardinality(x::char(3)[]) from (values (array['a'])) v(x)
    x, x[1] || '|', array_to_string(x, '|') from (select '{a,bc}'::char(3)[] as x) t
    y, y || '|' from (select unnest('{a,bc}'::char(3)[]) as y) t
    array_agg(y), string_agg(y, '|') from (select unnest('{a,bc}'::char(3)[]) as y) t
    unnest('{a,bc}'::char(3)[]), unnest('{a,bc}'::char(3)[]) || '|'
    x, x || '|', length(x), x::text || '|' from unnest(array['a', 'bc']::char(3)[]) x
    array_agg(x), json_agg(x) from unnest(array['a', 'bc']::char(3)[]) x
    array_agg(x::char(3)[]), json_agg(x::char(3)[]) from (values (array['a'])) v(x)
    x::char(3)[], count(*) from (values (array['a'])) v(x) group by 1
    id from csx where a = any (array['a  ', 'ab ']) order by id
    id from csx where a = any (array['a  ', 'ab ']::text[]) order by id
    id from csx where a = any (array['a  ', 'ab ']::varchar[]) order by id
    id from csx where a = any (array['a  ', 'ab ']::bpchar[]) order by id
    id from csx where a = any (array['a  ', 'ab ']::char(5)[]) order by id
    id from csx where a = any ('{"a  ","ab "}') or a = any ('{"a  ","ab "}'::text[]) order by id
    id from csx where a = any ('{"a  ","ab "}'::bpchar[]) order by id
    id from csx where a = any (array[v, t]) order by id
    id from csx where a = any (array[v]) order by id
    id from csx where a = any (array[b]) or a = any (array[t]) order by id
    id from csx where a <> all (array['a  ', 'ab ']::varchar[]) order by id
    id from csx where a >= all (array['ab ']::varchar[]) order by id
    id from csx where a = any (select v from csx) order by id
    id from csx where a = any (select unnest(array[v]) from csx) order by id
    c.id, x from csx c join unnest(array['a', 'ab']::char(5)[]) x on c.a = x order by 1
""")

CHARACTERS = family(
    "characters", BLANKS, TYPES, COMPARED, COMBINED, PRECISIONS, MODIFIERS, ARRAYS, setup=SETUP
)
