"""
More of arrays: what they are read from, taken apart into, made of and compared with (manual 8.15, 9.19, 9.24).
"""

from __future__ import annotations

from tests.differential.family import lines

INPUT = lines(r"""
    '{{1,2},{3,4}}'::text[], '{{"a b",c},{NULL,"null"}}'::text[], '{{{1},{2}},{{3},{4}}}'::int8[], '{"{1}"}'::text[]
    '{a\,b}'::text[], '{\"a\"}'::text[], '  {1,2}  '::int[], '{1,,2}'::int[], '{1,2}}'::int[], '{{1},2}'::int[], '{}}'::int[]
    ''::int[], '{"a'::text[], '{a"b"}'::text[], '[1:2]={1,2}'::int[], '[1:3]={1,2}'::int[], '[2:1]={1,2}'::int[], '[1:2][1:1]={{1},{2}}'::int[]
    '{}'::int[][], '{{1,2},{3,4}}'::int[2][2], '{1,2}'::int[][], array[[1, 2], [3, 4]]::int8[][], array[[1, 2], [3, 4]]::text[], array[[1, 2], [3, 4]]::int8[]
    array[[1, 2], [3, 4]]::numeric(5,2)[], array[1, 2]::int[][], array[['2024-01-01']]::date[], array[[]]::int[]
    '{2024-01-01,infinity}'::date[], '{"2024-01-01 10:00",infinity}'::timestamp[], '{10:00,24:00}'::time[], '{10:00+02}'::timetz[]
    '{1.5,NaN,-Infinity}'::float4[], '{1.5,NaN,1e300}'::float8[], '{9223372036854775807}'::int8[], '{32768}'::int2[], '{1.10,null}'::numeric[], '{0.10,-0.01}'::numeric[]
    '{\\x,"\\x00ff"}'::bytea[], '{1 day -02:00}'::interval[], '{"{\"a\": 1}",null}'::jsonb[], array['{"b": 1, "a": 2}']::jsonb[], array['{"a": 1}', '2']::json[]
    array['Jan 1 2024', null]::date[], array['1-2', '3 days']::interval[], array['\x0102', 'abc']::bytea[], array['10:00', '11 PM']::time[], array['yes', 'f']::bool[], array['1.5']::int[], array['1.10', '2.25']::numeric[]
    '{1,2}'::oid[], array[1, 2]::oid[], '{a}'::name[], '{ok}'::"char"[], array['abc']::varchar(2)[], array['ab ', 'c']::char(4)[], array['ab ', 'c']::bpchar[], array[1, 2]::varchar[]
    '{abc,d}'::varchar(2)[], '{{abc},{b}}'::varchar(2)[], '{}'::varchar(3)[], null::varchar(3)[], ('{abc}'::varchar(3)[])[1], cast('{abc,b}' as varchar(2)[])
    x::varchar(2)[] from (values (array['abc']), (null)) v(x)
    array['a'::varchar(3), 'b'::varchar(3)], array['a'::varchar(3), 'b'::varchar(5)], array['a'::char(3), null], array['a'::name], array[1::oid, 2], array[array['a'::varchar(3)]]
    array_agg(x::varchar(3)) from (values ('abcd')) v(x)
    string_to_array('a,b', ',')::varchar[], array['a'::varchar] || array['b'::varchar], array_append('{abc}'::varchar(3)[], 'd'), coalesce('{a}'::varchar[], '{b}')
    array[1::int2, 2::int2], array[null::int2, 1], array[[1::int2, 2], [3, 4]], array[1::int2, 2::int8], array[1, 2.5::float8], array[1::int8, 1.5::float4]
    array[x, 1] from (values (1::int2)) v(x)
    array[1.5::numeric(5,2), 2.25::numeric(5,2)], array[1.5::numeric(5,2), 2.25::numeric(6,2)], array[1.5::numeric(5,2), null], array[1.10, 2.25]::numeric[], array[1.5::numeric(5,2)]::numeric[]
    x[1], x[1:2], x[1:1][1] from (values (array[1.5]::numeric(5,2)[])) v(x)
    array[null, 'a'], array['2024-01-01', date '2024-01-02'], array[array[]::int[], array[]::int[]], array[array[1], null], array[]
""")

SUBSCRIPTS = lines("""
    ('{{1,2},{3,4}}'::int[])[1][2], ('{{1,2},{3,4}}'::int[])[1:2][2:2], ('{{1,2},{3,4}}'::int[])[:][1:1], ('{{1,2},{3,4}}'::int[])[2:], ('{{1,2},{3,4}}'::int[])[5:6]
    ('{{1,2},{3,4}}'::int[])[1][3], ('{{1,2},{3,4}}'::int[])[1][1][1], ('{{1,2},{3,4}}'::int[])[3][1], (array[1, 2, 3])[1][1], (array['ab', 'cd'])[1][1]
    (array[[1, 2], [3, 4]])[1][1:2], (array[[1, 2], [3, 4]])[1:2][:1], (array[1, 2, 3, 4])[2:3][1], (array[1, 2, 3, 4])[2:3][1:1]
    (array[[[1, 2], [3, 4]], [[5, 6], [7, 8]]])[2:2][1:2][2:2], (array[[[1, 2], [3, 4]], [[5, 6], [7, 8]]])[2][1][2], (array[[[1, 2], [3, 4]], [[5, 6], [7, 8]]])[2][1]
    (array[1, 2, 3])[2:null], (array[1, 2, 3])[null:2], (array[1, 2, 3])[-1:1], (array[1, 2, 3])[-1:-1], (array[1, 2, 3])[2:-1]
    x[1], x[2:], x[9] from (values (array[1, 2, 3]), (null), ('{}')) v(x)
    x[2] from (values (array[[1, 2], [3, 4]])) v(x)
    x[i] from (values (array[1, 2, 3], 2), (array[4, 5, 6], 0), (array[7], -1), (array[7], null)) v(x, i)
    x[i:i + 1] from (values (array[1, 2, 3], 2), (array[4, 5, 6], 0), (array[7], -1), (array[7], null)) v(x, i)
    x[i:], x[:i] from (values (array[1, 2, 3], 2), (array[4, 5, 6], 0), (array[7], -1)) v(x, i)
    x[i][i] from (values (array[[1, 2], [3, 4]], 2), (array[[1]], 0)) v(x, i)
    x[i], sum(i) from (values (array[1, 2, 3], 2), (array[4, 2, 6], 2)) v(x, i) group by x[i] order by x[i]
    x[i], count(*) from (values (array[1, 2, 3], 2), (array[4, 2, 6], 2)) v(x, i) group by x[i]
    x[2], count(*) from (values (array[[1, 2, 3]])) v(x) group by x[2]
    (string_to_array('a,b', ','))[i] from generate_series(0, 3) i
    x[(select 1)], x[1] + 1, x[1]::text || 'a' from (values (array[1, 2])) v(x)
    sum(x[1]) from (values (array[1, 2]), (array[3, 4])) v(x)
    * from (values (array[1, 2]), (array[3, 4])) v(x) where x[2] = 4
    (regexp_match('abc', '(b)(c)'))[1], (string_to_array('a.b.c', '.'))[2]
""")

SETS = lines("""
    unnest(array[1, 2]), unnest(array['a', 'b']) where true
    unnest(array[1, 2]) + 1, unnest('{}'::int[]), unnest(null::text[]), unnest(1)
    * from unnest(array[1, 2], array['a', 'b'], array[true]) as t(a, b, c)
    * from unnest(array[1, 2], array['a', 'b', 'c']) with ordinality
    * from unnest(array[1, 2], array['a', 'b', 'c']) with ordinality as t(a, b, n) order by n desc
    n, b from unnest(array[1, 2], array['a', 'b', 'c']) with ordinality as t(a, b, n)
    v.id, u.* from (values (1, array['a', 'b'], array[1]), (2, null, array[3])) v(id, a, b), unnest(v.a, v.b) with ordinality u(x, y, n) order by 1, 4
    * from unnest(array[[1, 2], [3, 4]])
    x, y from unnest(array[[1, 2], [3, 4]], array['a']) t(x, y)
    x from (values (array[[1, 2], [3, 4]])) v(a), unnest(v.a) x order by 1
    x, o from unnest(null::int[]) with ordinality t(x, o)
    v.id, u.x, u.o from (values (1, array['a', 'b']), (2, array['c'])) v(id, tags), unnest(v.tags) with ordinality u(x, o) order by 1, 3
    * from string_to_table('a b c', ' ') with ordinality
    * from regexp_split_to_table('a b', ' ') with ordinality t(x, n)
    * from generate_subscripts(array[4, 5], 1) with ordinality
    generate_subscripts(array[[1, 2, 3], [4, 5, 6]], 2), generate_subscripts('{}'::int[], 1), generate_subscripts(array[1, 2, 3], 1, true)
    s, (array['a', 'b', 'c'])[s] from generate_subscripts(array['a', 'b', 'c'], 1) s
    array_agg(x) from (values (array[1, 2]), (array[3, 4])) v(x)
    array_agg(x) from (values (array[[1], [2]]), (array[[3], [4]])) v(x)
    array_agg(x) from (values (array[1, 2]), (array[3])) v(x)
    array_agg(x order by x) from (values ('b'), ('a'), (null)) v(x)
    array_agg(x order by y desc, x) from (values (1, 1), (2, 2), (3, 2)) v(x, y)
    array_agg(distinct x order by x desc) from (values (1), (2), (1)) v(x)
    array_agg(x) over (order by x) from (values (1), (2)) v(x)
    array_agg(x), array_agg(x::text) from (values ('2024-01-01'::date)) v(x)
    array_agg(x) from (values ('{"a": 1}'::jsonb)) v(x)
    array(select x from (values (1), (null)) v(x)), array(select null::int), array(select 'a'::text where false), array(values (1), (2))
    array(select array[x, x * 2] from generate_series(1, 2) x), array[array(select 1), array(select 2)]
    array(select unnest(array[3, 1, 2]) order by 1)
""")

JOINED = lines("""
    array[1, 2] || 3::int8, array[1::int2] || 2, array[1] || array[2::int8], array[[1, 2]] || array[[3, 4]], array[1, 2] || array[[3, 4]], array[[1, 2]] || array[[3]]
    array[[1, 2]] || 3, array[]::int[] || 5, 5 || array[]::int[], null || array[1], array['a'] || null, null::int[] || array[1], array[1] || null::int[]
    null::int[] || null::int[], null::int[] || null::int, '{1}' || array[2], array['a']::text[] || 'b'::varchar, array[1] || 'a', array['x'] || array[1], array[true] || false
    array[date '2024-01-01'] || date '2024-01-02', array[1.5::float8] || 2
    x || y from (values (array[1], null::int[]), (null, array[2]), (null, null), (array[3], array[4])) v(x, y)
    x || y, y || x from (values (array[1], null::int), (null, 2), (null, null), (array[3], 4)) v(x, y)
    x || '{b}', x || array['c'], 'd'::text || x from (values (array['a']), (null)) v(x)
    array_cat('{1,3}', array[1]), array_cat(null::int[], null::int[]), array_cat(array[1], array[[2]]), array_cat(array[[1, 2]], array[3, 4])
    array_append(array[1, 2], 3::int8), array_append('{}'::text[], 'a'), array_append('{1,2}', 3), array_prepend(3, '{1,2}'), array_prepend('a', null), array_prepend(null, null::int[])
""")

FUNCTIONS = lines("""
    cardinality(null::int[]), cardinality(array[[1, 2, 3], [4, 5, 6]]), cardinality(array[[[1, 2], [3, 4]]]), array_dims(null::int[]), array_ndims(array[[[1]]])
    array_length(array[1, 2], 0), array_length(array[1, 2], null), array_length(array[[1, 2, 3], [4, 5, 6]], 3), array_upper(array[[1, 2, 3], [4, 5, 6]], 2), array_lower(array[1], 2)
    trim_array(array[1, 2, 3], 4), trim_array(array[1, 2, 3], -1), trim_array(array[[1, 2], [3, 4]], 1), trim_array(array[1, 2], null)
    array_to_string(array[1, 2, 3], null), array_to_string(array['a', '', null], ','), array_to_string(array['a', '', null], ',', '*'), array_to_string(array['a', null], ',', null), array_to_string(array[]::int[], ',')
    array_to_string(array[timestamp '2024-01-01 10:00'], ','), array_to_string(array[1.5::float8, 1e20, 'NaN', '-Infinity'], ' '), array_to_string(array['\\x01'::bytea], ','), array_to_string(array[interval '1 day'], ',')
    array_to_string(array[timestamptz '2024-01-01 10:00+00'], ','), array_to_string(array['{"a":1}'::jsonb], ';'), array_to_string(array[['a', 'b'], [null, 'd']], ',', '-'), array_to_string('{1,2}', ',')
    string_to_array('a,b,c', ''), string_to_array('abc', null), string_to_array('', ','), string_to_array(null, ','), string_to_array('a,,c', ',', ''), string_to_array('xx~~yy~~zz', '~~', 'yy')
    string_to_table('a,b,c', ','), string_to_table('a,,c', ',', '')
    array_remove(array[1, 2, null, 2], 2), array_remove(null::int[], 1), array_replace(array['a', 'b', null], 'a', null), array_replace(array[[1, 2], [1, 3]], 1, null), array_replace(null::int[], 1, 2)
    array_remove(x, 1) from (values (array[[1, 2], [1, 3]])) v(x)
    array_replace(x, 1, 7) from (values (array[[1, 2], [1, 3]])) v(x)
    array_positions(x, 1) from (values (array[[1, 2], [1, 3]])) v(x)
    array_to_string(x, ','), y || array(select z from generate_series(1, 2) z), array(select 3 where y is null) || y, array_to_string(y || array(select z from unnest(y) z), ', ', '*') from (values (array[[1, 2], [1, 3]], array[0, null]), (null, null)) v(x, y)
    array_position(array['a', 'b'], 'c'), array_position(null::int[], 1), array_position(array[1, 2, 1], 1, null), array_position(array[1, 2, 1], 1, 5), array_positions(array[1, null, 1], null), array_positions(null::int[], 1)
    array_fill(null::int, array[2]), array_fill(7, array[2, 3]), array_fill(7, array[0]), array_fill('a', array[2]), array_fill('a'::text, array[1, 1]), array_fill(7, null), array_fill(7, array[-1])
    concat(variadic array['a', null, 'b']), concat_ws(',', variadic array['a', null, 'b']), concat(variadic array[1, 2]), num_nonnulls(variadic array[1, null]), num_nulls(variadic array[]::int[])
    format('%s and %s', variadic array[1, 2]), format('%2$s %1$s', variadic array['a', 'b']), format('%I.%I', variadic array['a b', 'c']), format('hello', variadic array[]::text[]), format('%s', variadic null::text[])
    format('%s', variadic array[timestamptz '2024-01-01 10:00+00']), format('%s', variadic array[1.5::float8, null, 'NaN'])
    json_build_array(variadic array['a', 'b']), jsonb_build_array(variadic array[1, 2]), json_extract_path('{"a": {"b": 1}}', variadic array['a', 'b']), jsonb_extract_path_text('{"a": {"b": 1}}', variadic array['a', 'b'])
    array_to_json(array[[1, 2], [3, 4]]), array_to_json(array[1, 2], true), to_json(array[]::int[]), to_jsonb(array[true])
    width_bucket(5, array[1, 3, 6]), width_bucket(0.5, array[1, 3]), width_bucket(date '2024-02-01', array['2024-01-01', '2024-03-01']::date[])
    percentile_cont(array[0.25, 0.5]) within group (order by x) from generate_series(1, 5) x
    percentile_disc(array[0.25, 0.5]) within group (order by x) from generate_series(1, 5) x
""")

COMPARED = lines("""
    1 = any (array[null]::int[]), 1 = all (array[null]::int[]), 1 = any ('{}'::int[]), null::int = any ('{}'::int[]), null::int = all ('{}'::int[]), null::int = any (array[1, 2])
    1 <> any (array[1, null]), 1 < all (array[2, null]), 3 < all (array[2, null]), 1.5 > any (array[1, 2]), 'a' = some (array['a', 'b']), 'a' like any (array['b%', 'a%'])
    1 = any (array[[1, 2], [3, 4]]), 9 = all (array[[1, 2], [3, 4]]), 1 = any (1), 1 = any (null), 1 = any ((select array[1, 2])::int[])
    2 > all ('{1,2}'), 2 < some ('{1,3}'), 0 < all ('{1,2}'), 1 < any ('{}'), 2 = any ('{1,2,3}'), 'x' = any ('{x,y}'), 2 = any ('{1,2,3}'::int8[])
    x = any (y), x <> all (y), x > any (y) from (values (1, array[1, 2]), (3, array[]::int[]), (null, array[1]), (5, null)) v(x, y)
    x from (values (1, array[1, 2]), (3, null)) v(x, y) where not x = any (y)
    x = any (array[1, 3]), x >= all ('{1,2}') from (values (1), (2), (null)) v(x)
    x = any (array[[1, 2], [3, 4]]) from (values (1), (5)) v(x)
    array[1, null] = array[1, null], array[1, null] <> array[1, 2], array[null, 1] < array[null, 2], array[1, null] > array[1, 2], array[null]::int[] > array[1]
    array[1, 2] < array[1, 2, 3], array[1, 2] > array[1], array[]::int[] < array[1], array[2] > array[1, 5], array[[1], [2]] < array[[1], [3]], array[1, 2] between array[1] and array[2], array[1] in (array[1], array[2])
    x from (values (array[1, null]), (array[1, 2]), (array[null, 1]), ('{}'), (null)) v(x) order by x
    x, count(*) from (values (array[1]), (array[1]), (array[null]::int[]), (array[null]::int[])) v(x) group by x order by x
    max(x), min(x) from (values (array['b']), (array['a', 'z']), (null)) v(x)
    array[[1, 2], [3, 4]] @> array[[2, 1]], array[[1, 2]] @> array[1], array[1, 2] @> array[]::int[], array[1, 2] && array[null]::int[], null::int[] @> array[1], array['a'] && '{a,b}', '{a}' && array['a']
    x @> y, y <@ x, x && y from (values (array[[1, 2], [3, 4]], array[[2, 1]])) v(x, y)
    x @> y from (values (array[1, 2], array[2]), (null, array[1]), (array[1], null), (array[1, null], array[null]::int[])) v(x, y)
    x @> '{1}', '{1}' <@ x, x && '{1,3}', x = '{1,2}', x in ('{1}', '{3}') from (values (array[1, 2]), (array[3])) v(x)
    x = '{"a b",null}' from (values (array['a b', null])) v(x)
    coalesce(x, '{}'), case when x is null then '{0}' else x end from (values (array[1, 2]), (null)) v(x)
    x from (values (array[1, 2]), ('{3}')) v(x)
    x from (values (array[date '2024-01-01']), ('{2024-02-29}')) v(x)
    array[1, 2] union all select '{3}'
    array[1, 2] union select array[1, 2] order by 1
    array[1, 2] is distinct from array[1, 2], array[1, null] is not distinct from array[1, null], array[null] is null
""")

MODIFIED = lines("""
    array[timestamp '2024-01-01 10:00:00.123456']::timestamp(1)[], '{2024-01-01 10:00:00.123456}'::timestamp(1) without time zone[], '{10:00:00.123456}'::time(1)[], '{23:59:59.99}'::time(1)[]
    '{10:00:00.163456+02}'::timetz(1)[], '{2024-01-01 10:00:00.523456+00}'::timestamptz(0)[], '{1 day 10:00:00.123456}'::interval(1)[], array[interval '1 day 10:00:00.126']::interval(2)[]
    x::timestamp(1)[], cast(x as timestamp(0)[]), x::timestamp(1) array, x::timestamp(1)[3], x::timestamp(7)[], x::time(1)[], x::timestamp(1)[]::text, (x::timestamp(1)[])[1] from (values (array[timestamp '2024-01-01 10:00:00.123456', null])) v(x)
    x::timestamp(1)[], x::timestamp(1)[][] from (values (array[[timestamp '2024-01-01 10:00:00.123456']])) v(x)
    x::timestamp(1)[] from (values ('{}'::timestamp[]), (null), (array[null]::timestamp[])) v(x)
    x::timestamp(1)[] from (values (array['2024-01-01 10:00:00.123456'])) v(x)
    x::timestamp(1)[] from (values ('{2024-01-01 10:00:00.123456}'::text)) v(x)
    x::timestamp(1)[] from (values (array[date '2024-01-01'])) v(x)
    x::timetz(1)[] from (values (array[timetz '10:00:00.123456+02'])) v(x)
    x::timestamptz(0)[], x::timestamp(0) with time zone[] from (values (array[timestamptz '2024-01-01 10:00:00.523456+00'])) v(x)
    x::interval(1)[] from (values (array[interval '1 day 10:00:00.123456'])) v(x)
    unnest(x::timestamp(1)[]) from (values (array[timestamp '2024-01-01 10:00:00.123456'])) v(x)
    u from (values (array[timestamp '2024-01-01 10:00:00.123456'])) v(x), unnest(x::timestamp(1)[]) u
    array_agg(x)::timestamp(1)[] from (values (timestamp '2024-01-01 10:00:00.123456')) v(x)
    x::varchar(2)[], x::varchar(2)[][], x::char(4)[], x::varchar[], x::bpchar[], x::name[], x::"char"[] from (values (array[['abc', 'd']])) v(x)
    x::varchar(2)[], x::oid[], x::numeric(5,2)[] from (values (array[[123], [4]])) v(x)
    x::varchar(2)[] from (values ('{abc,d}'::text)) v(x)
    x::varchar(2)[], x::char(2)[] from (values ('{}'::text[]), (null)) v(x)
    array_agg(x::varchar(2)[]) from (values (array['abc'])) v(x)
    x::numeric(5,2)[], x::numeric(5)[], (x::numeric(5,2)[])[1], x::numeric[] from (values (array[1.555, 2.125])) v(x)
    x::numeric(5,2)[], x::numeric[] from (values (array[[1.555, 2.125]])) v(x)
    x::numeric(3,1)[] from (values (array[1234.5])) v(x)
    x::bit(3)[], x::varbit(2)[], x::varbit[], x::bit[], x::bit(3)[]::text[] from (values (array[[b'101', b'1010']])) v(x)
    x::bit(3)[] from (values ('{1010,1}'::text)) v(x)
    x::bit(3)[] from (values (array['1010', '1']::text[])) v(x)
    '{101,1010}'::text::bit(3)[], '{101,1010}'::bit(3)[], array['101', '1010']::bit(3)[], array[b'101', b'1010']::bit(3)[], '{{101},{1010}}'::bit(3)[], '{}'::bit(3)[], null::bit(3)[]
    array[5, 6]::bit(3)[], array[5::int8]::bit(3)[], array[[5, 6]]::bit(3)[], array[5, null]::bit(3)[], array[null]::bit(3)[], array[true]::bit[], array[1::int2]::bit(3)[]
    (array[b'101']::bit(3)[])[1], unnest(array[b'101']::bit(3)[]), array[b'1010'::bit(3)] || b'111', array[b'101', b'1010']::varbit(3)[], array[b'101', b'1010']::bit varying(3)[]
    x::varbit(2)[] from (values (array[5])) v(x)
    x from unnest('{101,1010}'::bit(3)[]) x
    '{{1,2},{3,4}}'::jsonb[], '{{1,2},{3,4}}'::jsonb[][], array[['1', '2']]::text[]::jsonb[], array[['{"b": 1, "a": 2}']]::jsonb[]
    x::jsonb[] from (values (array[['1', '2']])) v(x)
    x::jsonb[] from (values (array[['1', '2']]::json[])) v(x)
    * from unnest(array[[1, 2], [3, 4]], array['a']) with ordinality
""")

STATEMENTS = (INPUT, SUBSCRIPTS, SETS, JOINED, FUNCTIONS, COMPARED, MODIFIED)
