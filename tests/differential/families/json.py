"""
json: the text as it was written, its operators and functions (manual 8.14, 9.16).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

DOCUMENTS = (
    "{}",
    "[]",
    "null",
    "true",
    "1",
    "1.50",
    '"a"',
    '{"a": 1, "b": [1, 2, {"c": null}]}',
    '[1, "two", null, {"three": 3}]',
    '{"b": 1, "a": 2, "b": 3}',
    ' { "spaced" : 1 } ',
    '"\\u00e9\\n"',
    "1e5",
    "12345678901234567890123",
    '{"a": {"b": {"c": "deep"}}}',
)
NO_DOCUMENTS = ("", "{", "abc", '{"a": 1', "[1,]", '{"a"}', "nul", "01")
OBJECT = """'{"a": 1, "b": "two", "c": null, "d": {"e": [10, 20, 30]}, "f": true, "g": 1.50}'::json"""
ARRAY = '\'[1, "two", null, [3, 4], {"a": 5}]\'::json'

JSON = family(
    "json",
    [f"'{document}'::json" for document in DOCUMENTS + NO_DOCUMENTS],
    [f"json_typeof('{document}'::json)" for document in DOCUMENTS],
    [f"'{document}'::json::text" for document in DOCUMENTS[:11]],
    filled(["{} {} '{}'"], (OBJECT,), ("->", "->>"), ("a", "b", "c", "d", "f", "g", "x")),
    filled(["{} {} {}"], (ARRAY,), ("->", "->>"), ("0", "1", "2", "3", "4", "5", "-1")),
    filled(["{} {} '{}'"], (OBJECT,), ("#>", "#>>"), ("{d,e}", "{d,e,1}", "{a}", "{x,y}", "{}", "{d,e,-1}")),
    [
        f"to_json({value})"
        for value in (
            "1",
            "'a'::text",
            "true",
            "null::int",
            "1.50",
            "1e10::float8",
            "'NaN'::float8",
            "date '2024-02-29'",
            "timestamp '2024-02-29 12:00'",
            "time '12:00'",
            "interval '1 day'",
            "array[1, 2]",
            "array[[1, 2], [3, 4]]",
            "array['a', null]",
            "row(1, 'a')",
            "'{\"a\":1}'::json",
            "'é\"\\'::text",
            "uuid '00000000-0000-0000-0000-000000000001'",
        )
    ],
    lines("""
        '{"a": 1}'::json -> 'a' -> 'b', '{"a": {"b": 2}}'::json -> 'a' -> 'b', '{"a": {"b": 2}}'::json -> 'a' ->> 'b'
        ('{"a": 5}'::json ->> 'a')::int + 1, '{"a": "x"}'::json ->> 'a' = 'x', '{"a": "x"}'::json ->> 'a' || 'y'
        json_array_length('[1, 2, [3]]'), json_array_length('[]')
        json_array_length('{}')
        json_array_elements('[1, "a", null, {"b": 2}]')
        json_array_elements_text('[1, "a", null, {"b": 2}]')
        json_object_keys('{"b": 1, "a": 2}')
        json_each('{"a": 1, "b": "x"}')
        * from json_each('{"a": 1, "b": "x"}')
        * from json_each_text('{"a": 1, "b": "x", "c": null}')
        key, value from json_each_text('{"a": 1, "b": "x"}') order by key desc
        json_extract_path('{"a": {"b": [1, 2]}}', 'a', 'b'), json_extract_path_text('{"a": {"b": [1, 2]}}', 'a', 'b', '1')
        json_build_object('a', 1, 'b', 'x', 'c', null, 'd', true, 'e', 1.50), json_build_object()
        json_build_object('a', array[1, 2], 'b', json_build_object('c', date '2024-01-01'))
        json_build_object('a')
        json_build_object(null, 1)
        json_build_array(1, 'a', null, true, 1.5), json_build_array()
        json_object('{a, 1, b, "def", c, null}'), json_object('{a, b}', '{1, 2}'), json_object(array['a', 'b'], array['1', null])
        row_to_json(row(1, 'a')), row_to_json(x) from (select 1 as a, 'b' as b, null as c) x
        row_to_json(row(1, 'foo', null)), row_to_json(row(1, 'a'), true)
        array_to_json(array[1, 2, null]), array_to_json(array[[1, 2], [3, 4]]), array_to_json(array['a"b'])
        json_agg(x) from (values (1), (null), (2)) v(x)
        json_agg(x) from (select 1 where false) v(x)
        json_agg(x order by x desc) from (values ('a'), ('b')) v(x)
        json_agg(v) from (values (1, 'a'), (2, null)) v(x, y)
        json_object_agg(k, v) from (values ('a', 1), ('b', null)) t(k, v)
        json_agg(json_build_object('x', x, 'y', y)) from (values (1, 'a'), (2, 'b')) v(x, y)
        json_strip_nulls('{"a": null, "b": {"c": null, "d": 1}, "e": [null]}')
        json_populate_record(null::pg_catalog.pg_tablespace, '{}') is null
        * from json_to_record('{"a": 1, "b": "x", "c": [1, 2]}') as t(a int, b text, c int[])
        * from json_to_recordset('[{"a": 1, "b": "x"}, {"a": 2}]') as t(a int, b text)
        json_typeof('null'), json_typeof(null)
        '{"a": 1}'::json = '{"a": 1}'::json
        '{"a": 1}'::json::jsonb, '{"a":1}'::jsonb::json
        '"abc"'::json #>> '{}', '[1, 2]'::json #>> '{}', 'null'::json #>> '{}'
        '{"a": null}'::json -> 'a' is null, '{"a": null}'::json ->> 'a' is null
        json '{"a": 1}', json '[1]' -> 0
        pg_typeof('{}'::json)::text, pg_typeof('{"a": 1}'::json -> 'a')::text, pg_typeof('{"a": 1}'::json ->> 'a')::text
        cast('{"a": [1, 2]}' as json) #> '{a,0}', array['{"a": 1}'::json, null]
        '{"é": "ü"}'::json -> 'é', '{"a b": 1}'::json -> 'a b', '{"": 1}'::json -> ''
        '{"n": 12345678901234567890.12345}'::json -> 'n', '{"n": 1.0}'::json ->> 'n'
        to_json('a'::varchar), to_json(null::text), to_json(1::int8), to_json(true), json_scalar('a')
        count(*) from json_array_elements('[1, 2, 3]')
        (json_array_elements('[{"a": 1}, {"a": 2}]') ->> 'a')::int
        e ->> 'a' from json_array_elements('[{"a": 1}, {"a": 2}]') e
        sum((e ->> 'n')::int) from json_array_elements('[{"n": 1}, {"n": 2}]') e
        coalesce('{"a": 1}'::json ->> 'b', 'none'), '[]'::json -> 0, '[]'::json ->> 0
        x -> 'a' from (values ('{"a": 1}'::json), (null), ('[]')) v(x)
        string_agg(value, ',') from json_array_elements_text('["a", "b"]') value
    """),
)
