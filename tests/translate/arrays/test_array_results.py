"""
Arrays of several dimensions, and a NULL beside an array.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.arrays import array_results
from tests.translate import duck

INTEGER = {"id": "INTEGER", "type_info": None}

TEXT = {"id": "VARCHAR", "type_info": None}


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


@pytest.mark.parametrize(
    ("of_type", "expected"),
    [(of(INTEGER), '"~pg"."~mirror".accumulated(array_agg(x ORDER BY y))'), (INTEGER, None), (None, None)],
)
def test_accumulated(of_type: dict[str, Any] | None, expected: str | None) -> None:
    assert text(array_results.accumulated(item("array_agg(x order by y)"), [of_type])) == expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([of(INTEGER), INTEGER], "list_append(x, y)"),
        ([INTEGER, of(INTEGER)], "list_prepend(x, y)"),
        ([of(INTEGER), of(INTEGER)], "COALESCE((x || y), x, y)"),
        ([of(INTEGER), None], None),
    ],
)
def test_joined(types: list[dict[str, Any] | None], expected: str | None) -> None:
    assert text(array_results.joined(item("x || y"), types)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("array[1] || y", "COALESCE(((ARRAY[1]) || y), (ARRAY[1]))"),
        ("array[1] || array[2]", "((ARRAY[1]) || (ARRAY[2]))"),
        ("array[1] || (select y)", "COALESCE(((ARRAY[1]) || (SELECT y)), (ARRAY[1]))"),
    ],
)
def test_joined_to_what_is_never_null(expression: str, expected: str) -> None:
    assert text(array_results.joined(item(expression), [of(INTEGER), of(INTEGER)])) == expected


@pytest.mark.parametrize("expression", ["y || array(select a from t)", "array(select a from t) || y"])
def test_a_query_of_an_array_is_asked_once(expression: str) -> None:
    made = text(array_results.joined(item(expression), [of(INTEGER), of(INTEGER)]))
    assert made is not None
    assert made.startswith("list_concat(")
    assert made.count("FROM t") == 1


@pytest.mark.parametrize(
    ("expression", "types", "expected"),
    [
        ("x @> y", [ROWS, of(INTEGER)], "(flatten(x) @> y)"),
        ("x && y", [of(INTEGER), of(ROWS)], "(x && flatten(flatten(y)))"),
        ("x @> y", [of(INTEGER), None], None),
    ],
)
def test_contained(expression: str, types: list[dict[str, Any] | None], expected: str | None) -> None:
    assert text(array_results.contained(item(expression), types)) == expected


def test_constructed() -> None:
    small = {"id": "SMALLINT", "type_info": None}
    node = item("array[1::smallint, 2]")
    assert array_results.is_constructor(node)
    assert text(array_results.constructed(node, [small, None])) == (
        "(ARRAY[CAST(1 AS SMALLINT), CAST(2 AS INTEGER)])"
    )
    assert array_results.constructed(item("array[x, 2]"), [INTEGER, None]) is None
    assert not array_results.is_constructor(item("array[x]"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("array_replace(x, 1, 2)", 'list_transform(x, ("~1" -> array_replace("~1", 1, 2)))'),
        ("list_transform(x, 1)", None),
    ],
)
def test_by_elements(expression: str, expected: str | None) -> None:
    assert text(array_results.by_elements(item(expression), [ROWS, None, None])) == expected


def test_one_dimension_only() -> None:
    made = text(array_results.by_elements(item("array_remove(x, 1)"), [ROWS, None]))
    assert made is not None
    assert "'0A000', 'removing elements" in made


def test_written() -> None:
    call = item("array_to_string(x, ',')")
    assert text(array_results.written(call, [ROWS, None])) == "array_to_string(flatten(x), ',')"
    assert array_results.written(call, [of(INTEGER), None]) is None


def test_cast() -> None:
    assert text(array_results.cast(item("x::text[]"), [ROWS])) == "CAST(x AS VARCHAR[][])"
    assert array_results.cast(item("x::text[]"), [of(INTEGER)]) is None
    assert array_results.asks_cast({"return_type": of(TEXT), "child": {"return_type": ROWS}})
    assert not array_results.asks_cast({"return_type": of(TEXT), "child": {"return_type": of(TEXT)}})
    assert not array_results.asks_cast({"return_type": TEXT, "child": {"return_type": ROWS}})
    assert not array_results.asks_cast({"return_type": of(TEXT), "child": {"return_type": TEXT}})
