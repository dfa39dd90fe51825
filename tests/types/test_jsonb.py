"""
The one text of a jsonb; that of PostgreSQL 15 where it is written out.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from pggate.errors import PgError
from pggate.types import jsonb
from tests.types.test_json_text import DOCUMENTS

NORMAL = (
    # what comes, what PostgreSQL 15 shows
    ('{"b":1, "a":[1, 2.50,1e2, -0, 1E-3], "aa":"x\\u00e9\\n\\u001f\\/", "a":2}',
     '{"a": 2, "b": 1, "aa": "xé\\n\\u001f/"}'),
    ("[1, 2.50,1e2, -0, 1E-3]", "[1, 2.50, 100, 0, 0.001]"),
    (' {"bb":{}, "é":[],"c":null} ', '{"c": null, "bb": {}, "é": []}'),
    ('"a"', '"a"'),
    ("12345678901234567890.1234567890", "12345678901234567890.1234567890"),
    ("[true,false,null]", "[true, false, null]"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "normal"), NORMAL)
def test_normal(text: str, normal: str) -> None:
    assert jsonb.normal(text) == normal
    assert jsonb.normal(normal) == normal


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{a:1}", "22P02"),
        ("", "22P02"),
        ('"\\u0000"', "22P05"),
        ('{"\\u0000":1}', "22P05"),
        ('"\\ud800"', "22P02"),
    ],
)
def test_what_is_none(text: str, code: str) -> None:
    with pytest.raises(PgError) as raised:
        jsonb.normal(text)
    assert raised.value.code == code


def test_an_escaped_backslash_is_no_nul() -> None:
    assert jsonb.normal('"\\\\u0000"') == '"\\\\u0000"'


def test_numbers_are_equal_by_what_they_are_worth() -> None:
    assert jsonb.read("[1.0]") == jsonb.read("[1]")
    assert jsonb.read("1") != jsonb.read('"1"')
    assert len({jsonb.read("1.0"), jsonb.read("1.00")}) == 1


def test_pretty() -> None:
    shown = '[\n    {\n        "f1": 1,\n        "f2": null\n    },\n    2\n]'
    assert jsonb.pretty(jsonb.read('[{"f1":1,"f2":null}, 2]')) == shown
    assert jsonb.pretty({}) == "{\n}"


def test_short() -> None:
    assert jsonb.short(jsonb.read('[{"f1":1, "b":[1.0,"x"]}, null]')) == '[{"f1":1,"b":[1.0,"x"]},null]'


@given(DOCUMENTS)
def test_any_document_comes_back(document: object) -> None:
    text = json.dumps(document).replace("\\u0000", "0")
    assert json.loads(jsonb.normal(text)) == json.loads(text)
    assert jsonb.normal(jsonb.normal(text)) == jsonb.normal(text)
