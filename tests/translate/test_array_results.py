"""
Arrays of several dimensions, and a NULL beside an array.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate import array_results
from tests.translate import duck

INTEGER = {"id": "INTEGER", "type_info": None}


def of(element: dict[str, Any]) -> dict[str, Any]:
    return {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": element}}


ROWS = of(of(INTEGER))


def item(expression: str) -> dict[str, Any]:
    node: dict[str, Any] = duck.tree(f"select {expression}")["node"]["select_list"][0]
    return node


def text(made: tuple[dict[str, Any], Any] | None) -> str | None:
    if made is None:
        return None
    tree = duck.tree("select 1")
    tree["node"]["select_list"] = [made[0]]
    return duck.text(tree).removeprefix("SELECT ")


@pytest.mark.parametrize(
    ("of_type", "expected"),
    [
        (of(INTEGER), None),
        (ROWS, "unnest(flatten(x))"),
        (of(ROWS), "unnest(flatten(flatten(x)))"),
        (None, None),
    ],
)
def test_unnested(of_type: dict[str, Any] | None, expected: str | None) -> None:
    assert text(array_results.unnested(item("unnest(x)"), [of_type])) == expected


SLICED = '"~pg"."~catalog"."~sliced_rows"(x[1:2], {})'


@pytest.mark.parametrize(
    ("expression", "of_type", "expected"),
    [
        ("x[1:2][2:3]", ROWS, SLICED.format("2, 3")),
        ("x[1:2][3]", ROWS, SLICED.format("1, 3")),
        ("x[1:2][2:3]", of(INTEGER), None),
        ("x[1:2][:3]", ROWS, None),
    ],
)
def test_sliced(expression: str, of_type: dict[str, Any], expected: str | None) -> None:
    assert text(array_results.sliced(item(expression), [of_type])) == expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([of(INTEGER), INTEGER], "list_append(x, y)"),
        ([INTEGER, of(INTEGER)], "list_prepend(x, y)"),
        ([of(INTEGER), of(INTEGER)], None),
        ([of(INTEGER), None], None),
    ],
)
def test_joined(types: list[dict[str, Any] | None], expected: str | None) -> None:
    assert text(array_results.joined(item("x || y"), types)) == expected


def test_what_is_a_slice_of_a_slice() -> None:
    found = [array_results.is_slice_of_slice(item(one)) for one in ("x[1:2][1]", "x[1][1:2]", "x[1:2]", "x")]
    assert found == [True, False, False, False]
