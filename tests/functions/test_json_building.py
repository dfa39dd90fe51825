"""
Documents of values.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from pggate.errors import InvalidParameterValue
from pggate.functions import json_building


def test_arrays_and_objects() -> None:
    assert json_building.built_array("1", None) == "[1, null]"
    assert json_building.built_object("a", "1") == '{"a" : 1}'
    assert json_building.normal(json_building.built_object)("b", "1", "a", "2") == '{"a": 2, "b": 1}'
    assert json_building.object_of_texts("{a,1}") == '{"a" : "1"}'
    assert json_building.lines("[1,2]") == "[1,\n 2]"


def test_a_null_begins_no_line() -> None:
    columns = [pa.array(["STRUCT(a INTEGER)[]"]), pa.array(["UTC"]), pa.array([[{"a": 1}, None, {"a": 2}]])]
    assert json_building.aggregated(columns) == ['[{"a":1}, null, \n {"a":2}]']


def test_texts_of_rows() -> None:
    of_type = "STRUCT(a INTEGER, b STRUCT(c VARCHAR))"
    columns = [pa.array([of_type]), pa.array(["UTC"]), pa.array([{"a": 1, "b": {"c": "x y"}}])]
    assert json_building.row_to_text(columns) == ['(1,"(""x y"")")']


def test_a_key_without_a_value() -> None:
    with pytest.raises(InvalidParameterValue, match="even number"):
        json_building.built_object("a")
