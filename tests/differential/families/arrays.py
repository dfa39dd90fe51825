"""
Arrays: literals, slices, operators, functions (manual 8.15, 9.19).
"""

from __future__ import annotations

from tests.differential.families.array_statements import STATEMENTS
from tests.differential.family import family, lines

LITERALS = (
    "{}",
    "{1,2,3}",
    "{1,null,3}",
    "{{1,2},{3,4}}",
    "{ 1 , 2 }",
    "[2:3]={1,2}",
    '{"1","2"}',
    "{NULL}",
    "{1,2",
    "1,2",
    "{{1,2},{3}}",
    "{1,a}",
    "{,}",
)
TEXTS = (
    "{a,b}",
    '{"a b","c,d"}',
    '{"quo\\"te","back\\\\slash"}',
    '{"",null,"null"}',
    "{ a , b }",
    "{é,🎉}",
    "{{a,b},{c,d}}",
    "{a b}",
)
ELEMENTS = ("int2", "int4", "int8", "float4", "float8", "numeric", "text", "varchar")
VALUES = ("array[1, 2, 3]", "array[3, null, 1]", "array[]::int[]", "null::int[]", "array[[1, 2], [3, 4]]")
FUNCTIONS = (
    "array_ndims",
    "array_dims",
    "cardinality",
    "array_to_json",
    "unnest",
    "array_lower({}, 1)",
    "array_upper({}, 1)",
    "array_length({}, 1)",
    "array_length({}, 2)",
    "array_append({}, 9)",
    "array_prepend(9, {})",
    "array_remove({}, 1)",
    "array_replace({}, 1, 7)",
    "array_position({}, 3)",
    "array_positions({}, 3)",
    "array_to_string({}, ',')",
    "array_to_string({}, ',', '-')",
    "array_cat({}, array[5, 6])",
    "trim_array({}, 1)",
)
PAIRS = ("array[1, 2]", "array[2, 1]", "array[1, null]", "array[]::int[]", "array[1, 2, 3]")
COMPUTED = (
    *(
        f"'{literal}'::text::int[]"
        for literal in (
            "{}",
            "{1,2,3}",
            " { 1 , NULL } ",
            "[1:2]={1,2}",
            "{ }",
            "",
            "1,2",
            "{1",
            "{1,}",
            "{{1},{2,3}}",
            "{1.5}",
            "{0x1}",
            "{1,x}",
            "{99999999999}",
        )
    ),
    "'{{1,2},{3,4}}'::text::int[][]",
    "'{}'::text::int[][]",
    "null::text::int[]",
    *(f"'{literal}'::text::text[]" for literal in TEXTS[:6]),
    "'{\"a''b\"}'::text::text[]",
    "'{\"a}'::text::text[]",
    '\'{{a,"b c"},{NULL,"NULL"}}\'::text::text[][]',
    "'{abc,de}'::text::varchar(2)[]",
    "'{abc,de}'::text::char(5)[]",
    "'{t,f,yes}'::text::bool[]",
    "'{2020-01-01,\"0044-03-15 BC\",infinity}'::text::date[]",
    "'{1.5,NaN,2e3}'::text::float8[]",
    "'{1.5,2.25}'::text::numeric[]",
    "'{1.555}'::text::numeric(5,2)[]",
    "'{\"\\\\x00ff\"}'::text::bytea[]",
    "'{\"1 day\",02:00}'::text::interval[]",
    '\'{"{\\"a\\":1}",null}\'::text::json[]',
    '\'{"{\\"a\\":1}",null}\'::text::jsonb[]',
    "'{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'::text::uuid[]",
)
VARIETY = (
    "array[true, false, null]",
    "array['a', 'b,c', '', null, 'null', 'q\"u', 'b\\s', ' ']",
    "array[1.50, 2.25]",
    "array[1.5::float8, 'NaN']",
    "array[date '2024-02-29', null]",
    "array[timestamp '2024-02-29 12:00']",
    "array[timestamptz '2024-02-29 12:00+00']",
    "array[time '12:00']",
    "array[interval '1 day 02:00']",
    "array[uuid '00000000-0000-0000-0000-00000000000a']",
    "array['\\xff'::bytea]",
    "array['{\"a\": 1}'::json]",
    "array['{\"a\": 1}'::jsonb]",
    "array[1::int2]",
    "array[1::int8, 2]",
    "array['a'::varchar(3)]",
    "array['a'::char(3)]",
    "array[['a', 'b'], ['c', null]]",
    "array[[[1, 2]], [[3, 4]]]",
    "array[null]",
    "array[null, null]",
    "array[]::text[]",
    "array[row(1, 2)]::text",
)

ARRAYS = family(
    "arrays",
    [f"'{literal}'::int[]" for literal in LITERALS],
    [f"'{literal}'::text[]" for literal in TEXTS],
    COMPUTED,
    [f"'{{1,2,null}}'::{element}[]" for element in ELEMENTS],
    VARIETY,
    [f"({value})::text" for value in VARIETY[:18]],
    [
        (function if "{}" in function else function + "({})").format(value)
        for function in FUNCTIONS
        for value in VALUES
    ],
    [
        f"{one} {operator} {other}"
        for operator in ("=", "<>", "<", "@>", "<@", "&&", "||")
        for one in PAIRS[:3]
        for other in PAIRS
    ],
    lines("""
        (array[1, 2, 3])[1], (array[1, 2, 3])[0], (array[1, 2, 3])[4], (array[1, 2, 3])[-1], (array[1, 2, 3])[null]
        (array[1, 2, 3])[2:3], (array[1, 2, 3])[:2], (array[1, 2, 3])[2:], (array[1, 2, 3])[:], (array[1, 2, 3])[3:2], (array[1, 2, 3])[0:1], (array[1, 2, 3])[2:9]
        (array[[1, 2], [3, 4]])[2][1], (array[[1, 2], [3, 4]])[1:1][2:2], (array[[1, 2], [3, 4]])[2], (array[[1, 2], [3, 4]])[1:2][1]
        ('{a,b}'::text[])[1], ('[0:1]={7,8}'::int[])[0]
        array[1, 2] || 3, 0 || array[1, 2], array[1] || array[2], array[1] || null::int, null::int[] || 1, array[[1, 2]] || array[3, 4]
        array['a'] || 'b', array['a'] || 'b'::text, 'a' || array['b'], '{a}'::text[] || '{b}', array[1] || '{2}'
        1 = any (array[1, 2]), 3 = any (array[1, 2]), 3 = any (array[1, null]), null = any (array[1]), 1 = any (null::int[])
        1 = all (array[1, 1]), 1 <> all (array[2, null]), 1 = all (array[]::int[]), 2 > any ('{1,2}'), 'a' = any ('{a,b}'::text[])
        array(select generate_series(1, 3)), array(select x from (values ('b'), ('a')) v(x) order by x), array(select 1 where false)
        array_agg(x) from (values (1), (null), (2)) v(x)
        array_agg(x) from (select 1 where false) v(x)
        array_agg(x order by x desc nulls last) from (values (1), (null), (2)) v(x)
        array_agg(distinct x) from (values (2), (1), (2), (null)) v(x)
        array_agg(array[x, x + 1]) from (values (1), (2)) v(x)
        array_agg(x) filter (where x > 1) from (values (1), (2), (3)) v(x)
        x::int[] from (values ('{1,2}'), (null), (' { 3 } ')) v(x)
        (x::int[])[1] + 1, array_length(x::int[], 1), 3 = any (x::int[]), x::text[] from (values ('{1,2}')) v(x)
        sum(e) from (select unnest(x::int[]) as e from (values ('{1,2}'), ('{3}')) v(x)) t
        ('{' || 1 || ',2}')::int[], coalesce(null::text, '{7}')::int[], substr('x{1,2}', 2)::int[], format('{%s}', 'a')::text[]
        array[['abc', 'd'], ['e', null]]::varchar(2)[], array[['abc', 'd']]::char(3)[]
        array_append('{1,2}', 'a'), array_prepend('a', '{1,2}'), array_cat('{1,2}', '{3}'), array_cat('{{1}}', '{{2}}'), array_remove('{a,b}', 'b'), array_remove('{1,2}', 2), array_replace('{a,b}', 'b', 'c'), array_positions('{a,b,b}', 'b'), array_append('x', 'a')
        array_length('{1,2}', 1), cardinality('{1,2,3}'), array_ndims('{1}'), array_upper('{1,2}', 1), trim_array('{1,2}', 1), array_to_json('{1,2}'), unnest('{1,2}'), generate_subscripts('{1,2}', 1)
        unnest(array[1, null, 3])
        unnest(array['a', 'b']), unnest(array[1, 2, 3]) where true
        unnest(array[[1, 2], [3, 4]])
        x from unnest(array[3, 1, 2]) x order by x
        * from unnest(array[1, 2], array['a', 'b', 'c'])
        * from unnest(array['a', 'b']) with ordinality
        x, o from unnest(array['a', 'b']) with ordinality t(x, o) order by o desc
        generate_subscripts(array['a', 'b', 'c'], 1)
        array_fill(0, array[3]), array_fill('x'::text, array[2, 2]), array_fill(1, array[2], array[5])
        array_position(array['a', 'b', 'a'], 'a'), array_position(array['a', 'b', 'a'], 'a', 2), array_position(array[1, null], null), array_positions(array['a', 'b', 'a'], 'a')
        array_remove(array[1, null, 1], null), array_replace(array[1, null], null, 0), array_remove(array['a', 'b'], 'a')
        array_to_string(array[1.50, null, 2.25], ';'), array_to_string(array[true, false], ','), array_to_string(array[[1, 2], [3, 4]], ','), array_to_string(array[date '2024-01-01'], ',')
        string_to_array('1,2,3', ',')::int[], string_to_array('a,b', ',') || 'c'
        array_length(array[]::int[], 1), cardinality(array[]::int[]), array_ndims(array[]::int[]), cardinality(array[[1, 2], [3, 4]])
        array[1.0, 2.5], array[1, 2::int8], array[1, '2'], array['1', 2], array[1::int2, 2]
        array[1, 'a']
        array[array[1], array[2, 3]]
        array[1, 2]::text[], array['1', '2']::int[], array[1.5, 2.5]::int[], '{1,2}'::int[]::text, array[1, 2]::float8[]
        array['a']::int[]
        int[] '{1,2}', text[] '{a}', '{1,2}'::integer[], cast('{1,2}' as bigint[]), '{1,2}'::int4[3], '{1}'::int array
        pg_typeof(array[1, 2])::text, pg_typeof(array['a'])::text, pg_typeof(array[1.5])::text, pg_typeof(array[[1]])::text, pg_typeof(array[1, 2.5])::text
        array[1, 2, 3] = array[1, 2, 3]::int8[]
        array[1, 2] = '{1,2}', array[1, 2] @> '{1}', '{1}' <@ array[1, 2], array[1, null] @> array[null]::int[]
        array[1, 2] is null, array[1] is distinct from null, coalesce(null::int[], '{}'), nullif(array[1], array[1])
        case when true then array[1] else null end, greatest(array[1, 2], array[1, 3])
        x from (values (array[2]), (array[1, 5]), (array[1]), (null), (array[]::int[])) v(x) order by x
        distinct x from (values (array[1]), (array[1])) v(x)
        min(x), max(x) from (values (array[2]), (array[1, 5])) v(x)
        count(x), count(distinct x) from (values (array[1]), (array[1]), (null)) v(x)
        (array_agg(x order by x))[1] from (values (3), (1)) v(x)
        array_agg(x)::text from generate_series(1, 3) x
        array_length(array_agg(x), 1) from generate_series(1, 3) x
        array[x, x * 2] from generate_series(1, 2) x
        (select array_agg(x) from generate_series(1, 3) x)[2]
        string_agg(x::text, ',') from unnest(array[1, 2, 3]) x
        sum(x) from unnest(array[1, 2, null]) x
        array_dims(array[[1, 2, 3], [4, 5, 6]]), array_dims('[2:3]={1,2}'::int[]), array_lower('[2:3]={1,2}'::int[], 1)
        array_cat(array[1, 2], null), array_append(null, 1), array_append(null::int[], 1), array_append(array[1], null), array_prepend(null, array[1])
        width_bucket(now(), array['yesterday', 'today', 'tomorrow']::timestamptz[]) between 2 and 3
        array_sample(array[1], 1)
        array_to_json(array[1, null, 2]), to_json(array['a', null]), array_to_json(array[[1], [2]])
        num_nulls(variadic array[1, null, 2]), concat(variadic array['a', 'b']), format('%s-%s', variadic array['a', 'b'])
        (row(array[1, 2])).f1
        array['a' , 'B'] @> array['b'], array['x', 'y'] && array['y'], array[]::int[] && array[1], array[]::int[] <@ array[1]
        array[null]::int[] = array[null]::int[], array[1, null] < array[1, 2], array[1] < array[1, 0]
        t.id, x from (values (1, array['a', 'b']), (2, array[]::text[])) t(id, tags), unnest(t.tags) x order by 1, 2
        t.id, x from (values (1, array['a', 'b']), (2, null)) t(id, tags) left join lateral unnest(t.tags) x on true order by 1, 2
        id from (values (1, array['a', 'b']), (2, array['c'])) t(id, tags) where 'a' = any (tags)
        id from (values (1, array['a', 'b']), (2, array['c'])) t(id, tags) where tags @> array['c']
        '{2024-01-01,2024-02-29}'::date[], '{12:00,13:30}'::time[], '{t,f}'::bool[], '{1 day,02:00}'::interval[], '{1.10,2.25}'::numeric[], '{1.10,2}'::numeric(5,1)[]
        '{\\\\x01,\\\\xff}'::bytea[], '{00000000-0000-0000-0000-000000000001}'::uuid[], '{2024-01-01 12:00+00}'::timestamptz[]
        array[1, 2, 3][2]
    """),
    *STATEMENTS,
)
