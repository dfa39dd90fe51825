"""
Functions and operators of arrays of several dimensions.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.errors import PgError
from pggate.translate.arrays import nested_arrays
from pggate.translate.trees import nodes
from tests.translate import duck


def item(expression: str) -> dict[str, Any]:
    node: dict[str, Any] = duck.tree(f"select {expression}")["node"]["select_list"][0]
    return node


def text(node: dict[str, Any] | None) -> str | None:
    if node is None:
        return None
    tree = duck.tree("select 1")
    tree["node"]["select_list"] = [node]
    return duck.text(tree).removeprefix("SELECT ")


@pytest.mark.parametrize(
    ("of_type", "depth"), [("INTEGER", 0), ("INTEGER[]", 1), ("DECIMAL(3,2)[][3]", 2), ("", 0)]
)
def test_depth(of_type: str, depth: int) -> None:
    assert nested_arrays.depth(of_type) == depth


@pytest.mark.parametrize(
    ("expression", "types", "expected"),
    [
        ("x @> y", ["INTEGER[][]", "INTEGER[]"], "(flatten(x) @> y)"),
        ("x <@ y", ["INTEGER[]", "INTEGER[][][]"], "(x <@ flatten(flatten(y)))"),
        ("x @> y", ["INTEGER[]", "INTEGER[]"], None),
        ("array_replace(x, 1, 2)", ["INTEGER[][]", "", ""],
         'list_transform(x, ("~1" -> array_replace("~1", 1, 2)))'),
        ("array_append(x, y)", ["INTEGER[]", "INTEGER[][]"], None),
        ("f()", [], None),
    ],
)  # fmt: skip
def test_called(expression: str, types: list[str], expected: str | None) -> None:
    assert text(nested_arrays.called(item(expression), types)) == expected


@pytest.mark.parametrize(
    ("expression", "types", "code"),
    [
        ("array_append(x, 1)", ["INTEGER[][]", ""], "22000"),
        ("array_prepend(1, x)", ["", "INTEGER[][]"], "22000"),
        ("array_remove(x, 1)", ["INTEGER[][]", ""], "0A000"),
        ("array_position(x, 1)", ["INTEGER[][]", ""], "0A000"),
        ("array_positions(x, 1)", ["INTEGER[][]", ""], "0A000"),
    ],
)
def test_refused(expression: str, types: list[str], code: str) -> None:
    with pytest.raises(PgError) as raised:
        nested_arrays.called(item(expression), types)
    assert raised.value.code == code


def test_mapped() -> None:
    made = nested_arrays.mapped(item("x"), 2, lambda element: nodes.function("f", [element]))
    assert text(made) == 'list_transform(x, ("~2" -> list_transform("~2", ("~1" -> f("~1")))))'
    assert text(nested_arrays.flattened(item("x"), 1)) == "x"


@pytest.mark.parametrize(
    ("expression", "dimensions", "expected"),
    [
        ("x::int[]", 2, "CAST(x AS INTEGER[][])"),
        ("x::int[][]", 1, "CAST(x AS INTEGER[])"),
        ("x::int[]", 1, None),
        ("x::int[]", 0, None),
        ("x::int", 1, None),
    ],
)
def test_casts(expression: str, dimensions: int, expected: str | None) -> None:
    assert text(nested_arrays.cast_of(item(expression), dimensions)) == expected
