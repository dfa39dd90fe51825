"""
jsonb: the normal form, operators, functions, paths (manual 8.14, 9.16).
"""

from __future__ import annotations

from tests.differential.families.json import DOCUMENTS, NO_DOCUMENTS
from tests.differential.family import family, filled, lines

OBJECT = """'{"a": 1, "b": "two", "c": null, "d": {"e": [10, 20, 30]}, "f": true, "g": 1.50}'::jsonb"""
ARRAY = '\'[1, "two", null, [3, 4], {"a": 5}]\'::jsonb'
CONTAINED = ('{"a": 1}', '{"d": {"e": [20]}}', "{}", '{"a": 2}', '{"c": null}', '{"g": 1.5}')

JSONB = family(
    "jsonb",
    [f"'{document}'::jsonb" for document in DOCUMENTS + NO_DOCUMENTS],
    [f"jsonb_typeof('{document}'::jsonb)" for document in DOCUMENTS],
    [f"'{document}'::jsonb::text" for document in DOCUMENTS[:11]],
    filled(["{} {} '{}'"], (OBJECT,), ("->", "->>", "?"), ("a", "b", "c", "d", "f", "g", "x")),
    filled(["{} {} {}"], (ARRAY,), ("->", "->>"), ("0", "1", "2", "3", "4", "5", "-1")),
    filled(["{} {} '{}'"], (OBJECT,), ("#>", "#>>"), ("{d,e}", "{d,e,1}", "{a}", "{x,y}", "{}", "{d,e,-1}")),
    [f"{OBJECT} @> '{one}'" for one in CONTAINED],
    [f"'{one}'::jsonb <@ {OBJECT}" for one in CONTAINED],
    [
        f"to_jsonb({value})"
        for value in (
            "1",
            "'a'::text",
            "true",
            "null::int",
            "1.50",
            "1e10::float8",
            "date '2024-02-29'",
            "timestamp '2024-02-29 12:00'",
            "array[1, 2]",
            "array['a', null]",
            "row(1, 'a')",
            '\'{"b":1,"a":2}\'::json',
            "interval '1 day'",
        )
    ],
    lines("""
        '[1, 2, 3]'::jsonb @> '[3, 1]', '[1, [2]]'::jsonb @> '[2]', '["a"]'::jsonb @> '"a"', '1'::jsonb @> '1'
        '["a", "b"]'::jsonb ? 'a', '{"a": 1}'::jsonb ?| array['x', 'a'], '{"a": 1}'::jsonb ?& array['x', 'a'], '"a"'::jsonb ? 'a'
        '{"a": 1}'::jsonb || '{"b": 2}', '{"a": 1}'::jsonb || '{"a": 2}', '[1]'::jsonb || '[2]', '[1]'::jsonb || '2', '1'::jsonb || '2', '{"a": 1}'::jsonb || '[2]'
        '{"a": 1, "b": 2}'::jsonb - 'a', '["a", "b"]'::jsonb - 'a', '["a", "b"]'::jsonb - 1, '["a", "b"]'::jsonb - -1, '{"a": 1, "b": 2}'::jsonb - array['a', 'b'], '{"a": 1}'::jsonb - 'x'
        '["a", {"b": 1}]'::jsonb #- '{1,b}', '{"a": {"b": 1, "c": 2}}'::jsonb #- '{a,b}'
        '{"a": 1}'::jsonb = '{"a":1}', '{"a": 1, "b": 2}'::jsonb = '{"b": 2, "a": 1}', '[1, 2]'::jsonb <> '[2, 1]', '1'::jsonb < '2', '1'::jsonb = '1.0'
        jsonb_set('{"a": 1}', '{a}', '2'), jsonb_set('{"a": 1}', '{b}', '2'), jsonb_set('{"a": 1}', '{b}', '2', false), jsonb_set('{"a": [1, 2]}', '{a,1}', '"x"'), jsonb_set('[1, 2]', '{-1}', '9')
        jsonb_insert('{"a": [0, 1, 2]}', '{a, 1}', '"new"'), jsonb_insert('{"a": [0, 1, 2]}', '{a, 1}', '"new"', true)
        jsonb_set_lax('{"a": 1}', '{a}', null, true, 'delete_key')
        jsonb_pretty('[{"f1": 1, "f2": null}, 2]'), jsonb_pretty('{}')
        jsonb_array_length('[1, 2, [3]]'), jsonb_array_length('[]')
        jsonb_array_length('1')
        jsonb_array_elements('[1, "a", null, {"b": 2}]')
        jsonb_array_elements_text('[1, "a", null, {"b": 2}]')
        jsonb_object_keys('{"b": 1, "aa": 2, "c": 3}')
        * from jsonb_each('{"b": 1, "a": "x"}')
        * from jsonb_each_text('{"b": 1, "a": "x", "c": null}')
        jsonb_extract_path('{"a": {"b": [1, 2]}}', 'a', 'b'), jsonb_extract_path_text('{"a": {"b": [1, 2]}}', 'a', 'b', '1')
        jsonb_build_object('b', 1, 'a', 'x', 'c', null), jsonb_build_array(1, 'a', null, 1.50), jsonb_build_object()
        jsonb_object('{a, 1, b, "def"}'), jsonb_object('{b, a}', '{1, 2}')
        jsonb_agg(x) from (values (1), (null), (2)) v(x)
        jsonb_agg(x) from (select 1 where false) v(x)
        jsonb_agg(x order by x desc) from (values ('a'), ('b')) v(x)
        jsonb_agg(v) from (values (1, 'a'), (2, null)) v(x, y)
        jsonb_object_agg(k, v) from (values ('b', 1), ('a', null), ('b', 3)) t(k, v)
        jsonb_strip_nulls('{"a": null, "b": {"c": null, "d": 1}, "e": [null]}')
        * from jsonb_to_record('{"a": 1, "b": "x", "c": [1, 2]}') as t(a int, b text, c int[])
        * from jsonb_to_recordset('[{"a": 1, "b": "x"}, {"a": 2}]') as t(a int, b text)
        jsonb_path_query('{"a": [1, 2, 3]}', '$.a[*] ? (@ > 1)')
        jsonb_path_query_array('{"a": [1, 2, 3]}', '$.a[*]'), jsonb_path_query_first('{"a": [1, 2, 3]}', '$.a[0]'), jsonb_path_exists('{"a": 1}', '$.a'), jsonb_path_match('{"a": 1}', '$.a == 1')
        '{"a": [1, 2]}'::jsonb @? '$.a[*] ? (@ > 1)', '{"a": 1}'::jsonb @@ '$.a == 1'
        ('{"a": [1, 2]}'::jsonb)['a'], ('{"a": [1, 2]}'::jsonb)['a'][1], ('[1, 2]'::jsonb)[0]
        '5'::jsonb::int, '5.5'::jsonb::numeric, 'true'::jsonb::bool, '1.5'::jsonb::float8
        '"a"'::jsonb::int
        'null'::jsonb #>> '{}', '"abc"'::jsonb #>> '{}', '"abc"'::jsonb::text
        jsonb '{"b": 1, "a": 2}', '{"aa": 1, "b": 2, "a": 3}'::jsonb, '{"a": 1, "a": 2}'::jsonb, '{"x": 1.10, "y": 1e2, "z": -0}'::jsonb
        '"\\u0041\\u00e9\\/\\t"'::jsonb, '{"é": "\\ud83d\\ude00"}'::jsonb
        '"\\u0000"'::jsonb
        pg_typeof('{}'::jsonb)::text, pg_typeof('{"a": 1}'::jsonb -> 'a')::text, pg_typeof(to_jsonb(1))::text, pg_typeof('{}'::jsonb || '{}')::text
        x from (values ('1'::jsonb), ('"a"'), ('null'), ('[]'), ('{}'), ('true'), (null), ('[1]')) v(x) order by x
        distinct x from (values ('{"a": 1}'::jsonb), ('{"a":1}')) v(x)
        x, count(*) from (values ('{"a": 1}'::jsonb), ('{"a":1}')) v(x) group by x
        array['{"a": 1}'::jsonb, null], '{"a": {"b": 2}}'::jsonb -> 'a' ->> 'b', ('{"a": 5}'::jsonb ->> 'a')::int + 1, ('{"a": 5}'::jsonb -> 'a')::int + 1
        '{"a": 1}'::jsonb @> '{"a": 1}' and '{"a": 1}'::jsonb ? 'a', not '{"a": 1}'::jsonb ? 'b'
        x ->> 'n' from (values ('{"n": 1, "t": "a"}'::jsonb), ('{"n": 2}')) v(x) where x @> '{"t": "a"}'
        x -> 'tags' ->> 0 from (values ('{"tags": ["a", "b"]}'::jsonb), ('{}')) v(x) where x -> 'tags' ? 'a'
        x from (values (1, 'true'::jsonb), (2, 'true'), (3, '1')) v(x, j) where x < 3 and j->>'a' is null
        x from (values (1, '{"a": "b"}'::jsonb), (2, '{"a": "c"}')) v(x, j) where x > 0 and j->>'a' = 'b' or not j->>'a'='c'
        case when x > 0 and j->>'a' in ('b', 'd') then 'x' || j->>'a' end from (values (1, '{"a": "b"}'::jsonb)) v(x, j)
        count(*) filter (where x > 0 and j->'b'->>'c' like 'd%') from (values (1, '{"b": {"c": "de"}}'::jsonb)) v(x, j)
        x from (values (1, '{"a": "b"}'::json)) v(x, j) join (values ('b')) w(y) on x = 1 and j->>'a' = y
        sum((x ->> 'n')::numeric) from (values ('{"n": 1.5}'::jsonb), ('{"n": 2}')) v(x)
        e from jsonb_array_elements('[3, 1, 2]') e order by e
        e.value ->> 'a', e.ordinality from jsonb_array_elements('[{"a": 1}, {"a": 2}]') with ordinality e
        k from jsonb_object_keys('{"b": 1, "a": 2}') k order by k
        row_to_json(row(1, '{"b": 1, "a": 2}'::jsonb)), coalesce('{}'::jsonb -> 'a', '0')
        '{"a": "x"}'::jsonb -> 'a' = '"x"', '{"a": 1}'::jsonb -> 'a' = '1', '{"a": 1}'::jsonb -> 'a' > '0'
        t.id, e ->> 'k' from (values (1, '[{"k": "a"}, {"k": "b"}]'::jsonb)) t(id, doc), jsonb_array_elements(t.doc) e
        jsonb_typeof('1'), jsonb_typeof('"x"'), jsonb_typeof(null)
        '[1, 2, 3]'::jsonb->-1, '[1, 2, 3]'::json->-2, '[1, 2, 3]'::jsonb->>-1, '{"a": [1, 2]}'::jsonb->'a'->-1
        '[1, 2, 3]'::jsonb#>'{-1}', '[1, 2, 3]'::jsonb->+1, '[1, 2, 3]'::jsonb -> - 1
    """),
)
