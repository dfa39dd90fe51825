"""
Operators and functions of jsonb; every answer is PostgreSQL 15's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import PgError
from pggate.functions import jsonb_changes as changes
from pggate.types import jsonb

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("whole", "part", "contains"),
    [
        ('{"a":1, "b":2}', '{"b":2}', True),
        ('{"a":1}', '{"a":1.0}', True),
        ('{"a":1}', '{"a":"1"}', False),
        ("[1,2,[1,3]]", "[1,[1]]", True),
        ("[1,2,[1,3]]", "[1,3]", False),
        ('"a"', '"a"', True),
        ('["a"]', '"a"', True),
        ('"a"', '["a"]', False),
        ("{}", "[]", False),
        ("[]", "[]", True),
        ('{"a":{"b":[1]}}', '{"a":{"b":[]}}', True),
    ],
)
def test_contains(whole: str, part: str, contains: bool) -> None:
    assert changes.contains(jsonb.read(whole), jsonb.read(part)) is contains


@pytest.mark.parametrize(
    ("document", "key", "exists"),
    [
        ('{"b":1}', "b", True),
        ('["a","b"]', "b", True),
        ('"b"', "b", True),
        ("[1]", "1", False),
        ("1", "1", False),
    ],
)
def test_exists(document: str, key: str, exists: bool) -> None:
    assert changes.exists(jsonb.read(document), key) is exists


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ('["a", "b"]', '["c"]', '["a", "b", "c"]'),
        ('{"a": 1}', '{"b":2,"a":5}', '{"a": 5, "b": 2}'),
        ("1", "[2]", "[1, 2]"),
        ("1", "2", "[1, 2]"),
        ('{"a":1}', "[2]", '[{"a": 1}, 2]'),
    ],
)
def test_concatenated(left: str, right: str, joined: str) -> None:
    assert jsonb.write(changes.concatenated(jsonb.read(left), jsonb.read(right))) == joined


CHANGES = (
    (changes.without_keys, '{"a": 1, "b":2}', (["a"],), '{"b": 2}'),
    (changes.without_keys, '["a", "b","a"]', (["a"],), '["b"]'),
    (changes.without_element, '["a", "b"]', (1,), '["a"]'),
    (changes.without_element, '["a", "b"]', (-2,), '["b"]'),
    (changes.without_element, '["a", "b"]', (7,), '["a", "b"]'),
    (changes.without_path, '["a", {"b":1}]', (["1", "b"],), '["a", {}]'),
    (changes.without_path, '["a", {"b":1}]', (["-2"],), '[{"b": 1}]'),
    (changes.without_path, '{"a":1}', ([],), '{"a": 1}'),
    (changes.with_value, '[{"f1":1,"f2":null},2,null,3]', (["0", "f1"], [True], False),
     '[{"f1": [true], "f2": null}, 2, null, 3]'),
    (changes.with_value, '[{"f1":1},2]', (["0", "f3"], "x"), '[{"f1": 1, "f3": "x"}, 2]'),
    (changes.with_value, '{"a":1}', (["b"], None, False), '{"a": 1}'),
    (changes.with_value, "[1]", (["9"], None), "[1, null]"),
    (changes.with_value, "[1]", (["-9"], None), "[null, 1]"),
    (changes.with_value, '{"a":{}}', (["x", "y"], None), '{"a": {}}'),
    (changes.with_inserted, '{"a": [0,1,2]}', (["a", "1"], "n"), '{"a": [0, "n", 1, 2]}'),
    (changes.with_inserted, '{"a": [0,1,2]}', (["a", "1"], "n", True), '{"a": [0, 1, "n", 2]}'),
    (changes.with_inserted, '{"a": [0,1,2]}', (["a", "9"], "n"), '{"a": [0, 1, 2, "n"]}'),
    (changes.with_inserted, '{"a": 1}', (["b"], "n"), '{"a": 1, "b": "n"}'),
    (changes.with_value_or, '{"a":1}', (["a"], None), '{"a": null}'),
    (changes.with_value_or, '{"a":1}', (["a"], None, True, "delete_key"), "{}"),
    (changes.with_value_or, '{"a":1}', (["a"], None, True, "return_target"), '{"a": 1}'),
    (changes.without_nulls, '[{"f1":1, "f2":null}, 2, null, 3]', (), '[{"f1": 1}, 2, null, 3]'),
)  # fmt: skip


@pytest.mark.parametrize(("change", "document", "arguments", "changed"), CHANGES)
def test_changes(change: Callable[..., Any], document: str, arguments: tuple[Any, ...], changed: str) -> None:
    before = jsonb.read(document)
    assert jsonb.write(change(before, *arguments)) == changed
    assert before == jsonb.read(document)


FAILURES = (
    (changes.without_keys, "1", (["a"],), "22023", "cannot delete from scalar"),
    (changes.without_element, "{}", (1,), "22023", "cannot delete from object using integer index"),
    (changes.without_element, "1", (1,), "22023", "cannot delete from scalar"),
    (changes.without_path, "1", (["a"],), "22023", "cannot delete path in scalar"),
    (changes.with_value, "1", (["a"], None), "22023", "cannot set path in scalar"),
    (changes.with_value, "[1]", (["x"], None), "22P02", 'path element at position 1 is not an integer: "x"'),
    (changes.with_value, "[1]", ([None], None), "22004", "path element at position 1 is null"),
    (changes.with_inserted, '{"a":1}', (["a"], None), "22023", "cannot replace existing key"),
    (
        changes.with_value_or,
        "{}",
        (["a"], None, True, "raise_exception"),
        "22004",
        "JSON value must not be null",
    ),
)


@pytest.mark.parametrize(("change", "document", "arguments", "code", "message"), FAILURES)
def test_failures(
    change: Callable[..., Any], document: str, arguments: tuple[Any, ...], code: str, message: str
) -> None:
    with pytest.raises(PgError) as raised:
        change(jsonb.read(document), *arguments)
    assert (raised.value.code, raised.value.message) == (code, message)


@pytest.mark.parametrize(
    ("document", "path", "value", "becomes"),
    [
        ({}, ["a"], 1, {"a": 1}),
        ({"a": 1}, ["b", "2"], 7, {"a": 1, "b": [None, None, 7]}),
        ([1, 2], ["4"], 5, [1, 2, None, None, 5]),
        ([1, 2], ["-1"], 5, [1, 5]),
        ({}, ["a", "b", "c"], None, {"a": {"b": {"c": None}}}),
        ({}, ["1"], 1, {"1": 1}),
    ],
)
def test_assigned_parts(document: Any, path: list[str], value: Any, becomes: Any) -> None:
    assert changes.with_assigned(document, path, value) == becomes


@pytest.mark.parametrize(
    ("document", "path", "code"),
    [
        ({"a": 1}, ["a", "b"], "22023"),
        ([1], ["-9"], "22023"),
        ([1], ["x"], "22P02"),
        (5, ["a"], "22023"),
        ({}, [None], "22004"),
        ([], ["1000000000"], "54000"),
    ],
)
def test_not_assigned(document: Any, path: list[str | None], code: str) -> None:
    with pytest.raises(PgError) as raised:
        changes.with_assigned(document, path, 1)
    assert raised.value.code == code
