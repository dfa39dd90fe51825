"""
Casts of arrays of dates and times, item by item.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.dates.moment_results import plain
from pggate.translate.results import moment_arrays
from tests.translate import duck


def list_of(item: str, dimensions: int = 1) -> Any:
    made = plain(item)
    for _ in range(dimensions):
        made = {"id": "LIST", "type_info": {"type": "LIST_TYPE_INFO", "child_type": made}}
    return made


def made(expression: str, of_type: Any) -> str | None:
    tree = duck.tree(f"select {expression}")
    node = tree["node"]["select_list"][0]
    found = moment_arrays.cast(node, [of_type])
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
        ("a::date[]", list_of("VARCHAR", 2), None),
        ("a::date[]", list_of("TIMESTAMP"), None),
        ("a::date[]", plain("VARCHAR"), None),
        ("a::date[]", None, None),
        ("array['2024-01-05', 'x']::date[]", list_of("VARCHAR"), None),
    ],
)
def test_cast(expression: str, of_type: Any, expected: str | None) -> None:
    found = made(expression, of_type)
    assert (found is None) == (expected is None)
    assert found is None or ("list_transform" in found and f'"~mirror".{expected}(' in found)


def test_asks_cast() -> None:
    bound = {"child": {"return_type": list_of("VARCHAR")}, "return_type": list_of("DATE")}
    assert moment_arrays.asks_cast(bound)
    assert not moment_arrays.asks_cast({**bound, "return_type": list_of("INTEGER")})
    written = {"name": "list_value", "children": [{"expression_class": "BOUND_CONSTANT"}], **bound["child"]}
    assert not moment_arrays.asks_cast({**bound, "child": written})
