"""
Calls that change each item of an array, of whatever dimensions.
"""

from __future__ import annotations

from typing import Any

import pytest

from pggate.translate.arrays import item_calls
from pggate.translate.arrays.nested_arrays import array_of, innermost
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain
from tests.translate import duck
from tests.translate.arrays.test_nested_arrays import item, text

ROUNDED = 'modified(list_transform(x, "~1" -> rounded("~1", 3)), 3)'
BITS = '"~char_bit[]"(list_transform(x::bit[], "~1" -> "~char_bit"("~1", 3)), 3)'
NAMES = '"~char_name[]"(list_transform(x, "~1" -> "~char_name"("~1")))'
MATRIX = '"~char_oid[]"(list_transform(x, "~2" -> list_transform("~2", "~1" -> "~char_oid"("~1"))))'


def made(expression: str, of_type: dict[str, Any] | None) -> tuple[str | None, str, int] | None:
    call = item(expression)
    assert item_calls.is_call(call)
    found = item_calls.deepened(call, [of_type])
    if found is None:
        return None
    element, dimensions = innermost(found[1])
    return text(found[0]), element["id"], dimensions


def of(name: str, dimensions: int) -> dict[str, Any]:
    return array_of(plain(name), dimensions)


@pytest.mark.parametrize(
    ("expression", "of_type", "expected"),
    [
        (ROUNDED, of("TIMESTAMP", 2),
         ('modified(list_transform(x, ("~2" -> list_transform("~2", ("~1" -> rounded("~1", 3))))), 3)',
          "TIMESTAMP", 2)),
        (NAMES, of("INTEGER", 2),
         ('"~char_name[]"(list_transform(x, ("~2" -> list_transform("~2", ("~1" -> "~char_name"("~1"))))))',
          "VARCHAR", 2)),
        (BITS, of("INTEGER", 1),
         ('"~char_bit[]"(list_transform(x, ("~1" -> "~char_bit"("~1", 3))), 3)', "BIT", 1)),
        (ROUNDED, of("TIMESTAMP", 1), None),
        (ROUNDED, None, None),
        (BITS, of("BIT", 1), None),
        (MATRIX, of("INTEGER", 2), None),
    ],
)  # fmt: skip
def test_deepened(expression: str, of_type: dict[str, Any] | None, expected: object) -> None:
    assert made(expression, of_type) == expected


@pytest.mark.parametrize(
    "expression",
    ["modified(x, 3)", 'f(list_transform(x, "~1" -> g("~1")))', "modified(list_transform(x, a -> f(a)), 3)"],
)  # fmt: skip
def test_no_such_calls(expression: str) -> None:
    assert not item_calls.is_call(item(expression))


def test_the_array_that_tells() -> None:
    assert text(item_calls.array(item(ROUNDED))) == "x"
    assert text(item_calls.array(item(BITS))) == "x"
    assert text(item_calls.array(item(ROUNDED.replace("(x,", "(x::date[],")))) == "CAST(x AS DATE[])"


def test_what_stands_inside() -> None:
    tree = duck.tree(f"select {ROUNDED}, rounded(y, 1)")
    found = item_calls.inside(tree)
    assert [node["function_name"] for node in found.values() if node.get("class") == "FUNCTION"] == [
        "rounded"
    ]


@pytest.mark.parametrize(
    ("dimensions", "expected"),
    [(1, 'f(list_transform(x, lambda "~1": g("~1")), 3)'),
     (2, 'f(list_transform(x, lambda "~2": list_transform("~2", lambda "~1": g("~1"))), 3)')],
)  # fmt: skip
def test_as_text(dimensions: int, expected: str) -> None:
    before, behind = item_calls.around("f", 'g("~1")', dimensions, "3")
    assert f"{before}x{behind}" == expected
    assert duck.parses(f"select {expected}")
    assert item_calls.around("f", "1")[1].endswith("1))")


@pytest.mark.parametrize(
    ("given", "to", "is_asked"),
    [
        (of("INTEGER", 1), of("BIT", 1), True),
        (of("BOOLEAN", 2), of("BIT", 2), True),
        (of("VARCHAR", 1), of("BIT", 1), False),
        (plain("INTEGER"), plain("BIT"), False),
        (None, of("BIT", 1), False),
    ],
)
def test_casts_to_bits(given: dict[str, Any] | None, to: dict[str, Any], is_asked: bool) -> None:
    child = {} if given is None else {"return_type": given}
    assert item_calls.asks_cast({"return_type": to, "child": child}) is is_asked


def test_a_call_without_arguments() -> None:
    assert not item_calls.is_call(nodes.function("f", []))
