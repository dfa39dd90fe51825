"""
JSON texts taken apart: every part is as it was written.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.types import json_text

DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (' {"a":1}', "object"),
        ("[]", "array"),
        ('"x"', "string"),
        ("-1.5", "number"),
        ("true", "boolean"),
        ("false", "boolean"),
        ("\tnull", "null"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert json_text.kind(text) == kind


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("{}", []),
        (' { "a" : [1,  2] , "b":"x\\n" } ', [("a", "[1,  2]"), ("b", '"x\\n"')]),
        ('{"a":1,"a":{"b":2.50}}', [("a", "1"), ("a", '{"b":2.50}')]),
        ('{"k\\u00e9\\"":null}', [('ké"', "null")]),
    ],
)
def test_members(text: str, members: list[tuple[str, str]]) -> None:
    assert list(json_text.members(text)) == members


@pytest.mark.parametrize(
    ("text", "elements"),
    [("[]", []), (" [ ] ", []), ('[ 1e2 ,{"a": 2}, "x"]', ["1e2", '{"a": 2}', '"x"'])],
)
def test_elements(text: str, elements: list[str]) -> None:
    assert list(json_text.elements(text)) == elements


@pytest.mark.parametrize(
    ("text", "step", "found"),
    [
        ('{"a": [1,  2], "a": 3}', "a", "3"),
        ('{"1": 2}', 1, None),
        ("[1, 2]", 1, "2"),
        ("[1, 2]", -1, "2"),
        ("[1, 2]", 5, None),
        ("[1, 2]", "a", None),
        ('"x"', 0, None),
    ],
)
def test_child(text: str, step: str | int, found: str | None) -> None:
    assert json_text.child(text, step) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (["a", "b", "1"], '{"c":  2}'),
        (["a", "b", "-1", "c"], "2"),
        (["a", "b", "x"], None),
        (["a", None], None),
        (["z", "y"], None),
        ([], '{"a": {"b": [1,{"c":  2}]}}'),
    ],
)
def test_at_path(path: list[str | None], found: str | None) -> None:
    assert json_text.at_path('{"a": {"b": [1,{"c":  2}]}}', path) == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [('"x\\ny"', "x\ny"), ("null", None), ("1.50", "1.50"), ("[1,  2]", "[1,  2]"), (None, None)],
)
def test_shown(text: str | None, shown: str | None) -> None:
    assert json_text.shown(text) == shown


@given(st.dictionaries(st.text(), DOCUMENTS))
def test_members_of_any_object(document: dict[str, object]) -> None:
    found = {key: json.loads(value) for key, value in json_text.members(json.dumps(document, indent=1))}
    assert found == document


@given(st.lists(DOCUMENTS))
def test_elements_of_any_array(document: list[object]) -> None:
    assert [json.loads(item) for item in json_text.elements(json.dumps(document))] == document
