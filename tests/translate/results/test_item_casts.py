"""
Casts of arrays item by item: of dates and times, of numbers and booleans.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.dates.moment_results import plain
from pggate.translate.results import item_casts
from tests.translate import duck


def list_of(item: str, dimensions: int = 1) -> Any:
    made = plain(item)
    for _ in range(dimensions):
        made = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": made}}
    return made


def made(expression: str, of_type: Any) -> str | None:
    tree = duck.tree(f"select {expression}")
    node = tree["node"]["select_list"][0]
    found = item_casts.cast(node, [of_type])
    if found is None:
        return None
    assert found[1] == node["cast_type"]
    tree["node"]["select_list"][0] = found[0]
    return duck.text(tree).removeprefix("SELECT ")


@pytest.mark.parametrize(
    ("expression", "of_type", "expected"),
    [
        ("a::date[]", list_of("VARCHAR"), "date_of_text"),
        ("a::interval[][]", list_of("VARCHAR", 2), "span_of_text"),
        ("a::varchar[]", list_of("DATE"), "text_of_moment"),
        ("a::int[]", list_of("VARCHAR"), "integer_of_item"),
        ("a::double[][]", list_of("VARCHAR", 2), "double_of_item"),
        ("a::decimal(38,11)[]", list_of("VARCHAR"), "numeric_of_item"),
        ("a::decimal(5,1)[]", list_of("VARCHAR"), "digits_of_item"),
        ("a::bool[]", list_of("VARCHAR"), "boolean_of_text"),
        ("a::date[]", list_of("VARCHAR", 2), None),
        ("a::date[]", list_of("TIMESTAMP"), None),
        ("a::date[]", plain("VARCHAR"), None),
        ("a::date[]", None, None),
        ("a::int[]", list_of("BIGINT"), None),
        ("array['2024-01-05', 'x']::date[]", list_of("VARCHAR"), None),
        ("array['1.5', f(x)]::int[]", list_of("VARCHAR"), "integer_of_item"),
    ],
)
def test_cast(expression: str, of_type: Any, expected: str | None) -> None:
    found = made(expression, of_type)
    assert (found is None) == (expected is None)
    assert found is None or ("list_transform" in found and f'"~mirror".{expected}(' in found)


def test_a_modifier_stays() -> None:
    found = made("a::decimal(5,1)[]", list_of("VARCHAR"))
    item = 'CAST("~pg"."~mirror".digits_of_item("~1") AS DECIMAL(5,1))'
    assert found == f'list_transform(a, ("~1" -> {item}))'


@pytest.mark.parametrize(
    ("to", "values", "asks"),
    [
        ("DATE", ["x"], False),
        ("INTEGER", ["1", " 2 "], False),
        ("INTEGER", ["1", "1.5"], True),
        ("BOOLEAN", ["off"], True),
    ],
)
def test_asks_cast_of_what_is_written_out(to: str, values: list[str], asks: bool) -> None:
    children = [
        {
            "expression_class": "BOUND_CONSTANT",
            "value": {"type": plain("VARCHAR"), "is_null": False, "value": one},
        }
        for one in values
    ]
    written = {"name": "list_value", "children": children, "return_type": list_of("VARCHAR")}
    assert item_casts.asks_cast({"child": written, "return_type": list_of(to)}) is asks


def test_asks_cast() -> None:
    bound = {"child": {"return_type": list_of("VARCHAR")}, "return_type": list_of("DATE")}
    assert item_casts.asks_cast(bound)
    assert item_casts.asks_cast({**bound, "return_type": list_of("INTEGER")})
    assert not item_casts.asks_cast({**bound, "return_type": list_of("UUID")})
