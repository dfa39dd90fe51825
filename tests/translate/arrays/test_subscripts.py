"""
Subscripts and slices, by what they are of.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.arrays import subscripts
from tests.translate import duck


def of(element: dict[str, Any]) -> dict[str, Any]:
    return {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": element}}


INTEGER = {"id": "INTEGER", "type_info": None}
ONE, TWO, THREE = of(INTEGER), of(of(INTEGER)), of(of(of(INTEGER)))
STRUCTS = of({"id": "STRUCT", "type_info": None})


def item(expression: str) -> dict[str, Any]:
    node: dict[str, Any] = duck.tree(f"select {expression}")["node"]["select_list"][0]
    return node


def text(node: dict[str, Any]) -> str:
    tree = duck.tree("select 1")
    tree["node"]["select_list"] = [node]
    return duck.text(tree).removeprefix("SELECT ")


CASES = (
    # as many as the array has dimensions
    ("x[1]", ONE, None),
    ("x[1][2]", TWO, None),
    ("x[NULL]", ONE, None),
    ("x[0]", ONE, None),
    ("x[-1]", ONE, "x[0]"),
    ("x[i]", ONE, "x[CASE  WHEN ((i < 0)) THEN (0) ELSE i END]"),
    ("x[1][-2]", TWO, "x[1][0]"),
    # fewer, or more
    ("x[1]", TWO, "CAST(NULL AS INTEGER)"),
    ("x[1][2]", ONE, "CAST(NULL AS INTEGER)"),
    ("x[1]['a']", STRUCTS, None),
    # slices
    ("x[2:3]", ONE, None),
    ("x[2:]", ONE, None),
    ("x[-1:2]", ONE, "x[1:2]"),
    ("x[:-1]", ONE, "x[1:0]"),
    ("x[i:NULL]", ONE, "x[CASE  WHEN ((i < 1)) THEN (1) ELSE i END:NULL]"),
    ("x[1:2]", TWO, None),
    ("x[1:2][1]", ONE, "x[1:0]"),
    ("x[1:2][2:3]", TWO, 'list_transform(x[1:2], ("~1" -> "~1"[2:3]))'),
    ("x[2][2:]", TWO, 'list_transform(x[1:2], ("~1" -> "~1"[2:2147483647]))'),
    ("x[1:2][3]", THREE, 'list_transform(x[1:2], ("~1" -> "~1"[1:3]))'),
    # what is no array, and a list in DuckDB's words
    ("x[-1]", {"id": "VARCHAR", "type_info": None}, None),
    ("x[-1]", None, None),
    ("[[1]][1]", TWO, None),
)


@pytest.mark.parametrize(("expression", "of_type", "expected"), CASES)
def test_read(expression: str, of_type: dict[str, Any] | None, expected: str | None) -> None:
    made = subscripts.read(item(expression), [of_type])
    assert (None if made is None else text(made[0])) == expected


def test_type_of_an_element_and_of_a_slice() -> None:
    element = subscripts.read(item("x[i]"), [ONE])
    sliced = subscripts.read(item("x[1:2][1:1]"), [TWO])
    assert element is not None
    assert sliced is not None
    assert (element[1], sliced[1]) == (INTEGER, TWO)


def test_inside() -> None:
    tree = duck.tree("select x[1][2:3], y[1] from t where z[x[1]] = 2")
    assert sorted(text(node) for node in subscripts.inside(tree).values()) == ["x[1]"]


def test_parts() -> None:
    assert [text(part) for part in subscripts.parts(item("f(x)[a + 1][2:]"))] == ["f(x)", "(a + 1)", "2"]


def bound(array: dict[str, Any], *values: dict[str, Any]) -> dict[str, Any]:
    casts = [{"expression_class": "BOUND_CAST", "child": value} for value in values]
    return {"expression_class": "BOUND_FUNCTION", "name": "array_extract", "children": [array, *casts]}


COLUMN = {"expression_class": "BOUND_REF", "return_type": ONE}
NESTED = {"expression_class": "BOUND_REF", "return_type": TWO}
TEXT = {"expression_class": "BOUND_REF", "return_type": {"id": "VARCHAR", "type_info": None}}


def number(value: int | None) -> dict[str, Any]:
    return {"expression_class": "BOUND_CONSTANT", "value": {"value": value}}


@pytest.mark.parametrize(
    ("call", "asks"),
    [
        (bound(COLUMN, number(1)), False),
        (bound(COLUMN, number(None)), False),
        (bound(COLUMN, number(-1)), True),
        (bound(COLUMN, COLUMN), True),
        (bound(NESTED, number(1)), True),
        (bound(bound(COLUMN, number(1)), number(1)), True),
        (bound(TEXT, COLUMN), False),
    ],
)
def test_asks(call: dict[str, Any], asks: bool) -> None:
    assert subscripts.asks(call) is asks
