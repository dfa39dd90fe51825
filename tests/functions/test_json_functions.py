"""
Functions of json as the engine calls them, one row or a column at a time.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from pggate.errors import PgError
from pggate.functions.json_functions import COLUMN_FUNCTIONS, JSON_FUNCTIONS

BY_NAME = {function.name: function for function in JSON_FUNCTIONS}
OF_COLUMNS = {function.name: function for function in COLUMN_FUNCTIONS}

CALLS = (
    ("~json_child", ('{"a": [1,  2]}', "a"), "[1,  2]"),
    ("~json_child", (None, "a"), None),
    ("~json_child_text", ('{"a": "x\\ny"}', "a"), "x\ny"),
    ("~json_path", ('{"a": [1]}', "{a,0}"), "1"),
    ("~json_path", ('{"a": [1]}', ["a", "0"]), "1"),
    ("~json_path_text", ('{"a": null}', "{a}"), None),
    ("~json_steps", ("{a,b}",), '$."a"."b"'),
    ("~json_elements", ("[1, null]",), ["1", "null"]),
    ("~json_element_texts", ('["a", null]',), ["a", None]),
    ("~json_members", ('{"a": 1}',), [["a", "1"]]),
    ("~json_member_texts", ('{"a": null}',), [["a", None]]),
    ("~json_keys", ('{"b": 1, "a": 2}',), ["b", "a"]),
    ("~json_array_length", ("[1, 2]",), 2),
    ("~json", ('{"a": 1}',), '{"a": 1}'),
    ("~json_strip_nulls", ('{"a": null, "b": 1}',), '{"b":1}'),
    ("~json_lines", ('{"x":1,"y":"a"}',), '{"x":1,\n "y":"a"}'),
    ("~json_lines", ("[1,2]",), "[1,\n 2]"),
    ("~json_object", ('{a, 1, b, "def"}',), '{"a" : "1", "b" : "def"}'),
    ("~json_object", (["a", None, "b", "x"][2:],), '{"b" : "x"}'),
    ("~json_object", ([["a", "1"], ["b", None]],), '{"a" : "1", "b" : null}'),
    ("~json_object", (["a"], ["1"]), '{"a" : "1"}'),
    ("json_build_array", ("1", None, '"x"'), '[1, null, "x"]'),
    ("json_build_object", ("a", "1", "b", None), '{"a" : 1, "b" : null}'),
    ("jsonb_build_object", ("b", "1", "a", "2"), '{"a": 2, "b": 1}'),
    ("jsonb_build_array", ('{"b":1}',), '[{"b": 1}]'),
    ("~jsonb", ('{"b":1, "a":2}',), '{"a": 2, "b": 1}'),
    ("~jsonb_each_of", (["[1,2]", None],), ["[1, 2]", None]),
    ("~jsonb_contains", ("[1, 2]", "[1]"), True),
    ("~jsonb_exists", ('{"a": 1}', "a"), True),
    ("~jsonb_exists_any", ('{"a": 1}', "{x,a}"), True),
    ("~jsonb_exists_all", ('{"a": 1}', ["x", "a"]), False),
    ("~jsonb_concat", ("[1]", "2"), "[1, 2]"),
    ("~jsonb_delete", ('{"a": 1}', "a"), "{}"),
    ("~jsonb_delete", ("[1, 2]", 0), "[2]"),
    ("~jsonb_delete", ('{"a": 1, "b": 2}', ["a", "b"]), "{}"),
    ("~jsonb_delete_path", ('{"a": {"b": 1}}', "{a,b}"), '{"a": {}}'),
    ("~jsonb_set", ('{"a": 1}', "{a}", "2"), '{"a": 2}'),
    ("~jsonb_set_lax", ('{"a": 1}', "{a}", None), '{"a": null}'),
    ("~jsonb_set_lax", ('{"a": 1}', "{a}", "null", True, "delete_key"), '{"a": null}'),
    ("~jsonb_set_lax", (None, "{a}", "1"), None),
    ("~jsonb_assigned", ('{"a": 1}', ["b", "0"], False, "2"), '{"a": 1, "b": [2]}'),
    ("~jsonb_insert", ("[1]", "{0}", "0"), "[0, 1]"),
    ("~jsonb_pretty", ("[1]",), "[\n    1\n]"),
    ("~jsonb_path_query", ("[1, 2]", "$[*]"), ["1", "2"]),
    ("~jsonb_path_match", ("[1, 2]", "$[*] == 2"), True),
)


@pytest.mark.parametrize(("name", "arguments", "value"), CALLS)
def test_calls(name: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert BY_NAME[name].value(arguments) == value


def test_every_function_was_called() -> None:
    assert BY_NAME.keys() == {name for name, _, _ in CALLS}


@pytest.mark.parametrize(
    ("name", "arguments", "code", "message"),
    [
        ("~json_elements", ("{}",), "22023", "cannot call json_array_elements on a non-array"),
        ("~json_elements", ("1",), "22023", "cannot call json_array_elements on a scalar"),
        ("~json_members", ("[]",), "22023", "cannot call json_each on a non-object"),
        ("~json_keys", ("[]",), "22023", "cannot call json_object_keys on an array"),
        ("~json_keys", ("1",), "22023", "cannot call json_object_keys on a scalar"),
        ("~json_array_length", ("{}",), "22023", "cannot get array length of a non-array"),
        ("~json_array_length", ("1",), "22023", "cannot get array length of a scalar"),
        ("json_build_object", ("a",), "22023", "argument list must have even number of elements"),
        ("json_build_object", (None, "1"), "22023", "argument 1 cannot be null"),
        ("~json_object", ("{a}",), "2202E", "array must have even number of elements"),
        ("~json_object", ([["a"]],), "2202E", "array must have two columns"),
        ("~json_object", (["a"], []), "2202E", "mismatched array dimensions"),
        ("~json_object", ([None, "1"],), "22004", "null value not allowed for object key"),
        ("~jsonb", ("{a}",), "22P02", "invalid input syntax for type json"),
    ],
)
def test_failures(name: str, arguments: tuple[Any, ...], code: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        BY_NAME[name].value(arguments)
    assert (raised.value.code, raised.value.message) == (code, message)


def rows(name: str, of_type: str, values: Any) -> Any:
    count = len(values)
    return OF_COLUMNS[name].rows([pa.array([of_type] * count), pa.array(["UTC"] * count), values])


def test_to_json() -> None:
    assert rows("~to_json", "VARCHAR", pa.array(['say "x"', None])) == ['"say \\"x\\""', None]
    assert rows("~to_json", "JSON", pa.array(['{"a":  1}'])) == ['{"a":  1}']
    assert rows("~to_json", "DATE", pa.array([date(2024, 2, 29)])) == ['"2024-02-29"']
    assert rows("~to_json", "INTEGER[]", pa.array([[1, None]])) == ["[1,null]"]
    assert rows("~to_json", "INTEGER", pa.array([], pa.int32())) == []


def test_json_agg() -> None:
    assert rows("~json_agg", "INTEGER[]", pa.array([[1, None], None, []])) == ["[1, null]", None, "[]"]
    structs = pa.array([[{"x": 1}, {"x": 2}]])
    assert rows("~json_agg", "STRUCT(x INTEGER)[]", structs) == ['[{"x":1}, \n {"x":2}]']


def test_json_object_agg() -> None:
    of_type = "STRUCT(k VARCHAR, v INTEGER)[]"
    assert rows("~json_object_agg", of_type, pa.array([[{"k": "a", "v": 1}, {"k": "b", "v": None}]])) == [
        '{ "a" : 1, "b" : null }'
    ]
    with pytest.raises(PgError, match="field name must not be null"):
        rows("~json_object_agg", of_type, pa.array([[{"k": None, "v": 1}]]))


def test_to_text() -> None:
    assert rows("~to_text", "INTEGER[][]", pa.array([[[1, 2], [3, None]], None])) == [
        "{{1,2},{3,NULL}}",
        None,
    ]
    assert rows("~to_text", "DOUBLE[]", pa.array([[1e20, 0.1]])) == ["{1e+20,0.1}"]
