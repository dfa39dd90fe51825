"""
Operators of bit strings, by the types of their operands.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import bit_results
from pggate.translate.trees.number_types import plain
from tests.translate import duck

BITS, TEXT = plain("BIT"), plain("VARCHAR")


@pytest.mark.parametrize(
    ("sql", "types", "expected"),
    [
        ("select a || b", [BITS, BITS], "CAST((a || b) AS BIT)"),
        ("select a || '1'", [BITS, None], "CAST((a || '1') AS BIT)"),
        ("select a || b", [BITS, TEXT], None),
        ("select a || b", [TEXT, TEXT], None),
    ],
)
def test_joined(sql: str, types: list[dict[str, object]], expected: str | None) -> None:
    assert edited(bit_results.joined, sql, types) == expected


@pytest.mark.parametrize(
    ("sql", "types", "expected"),
    [
        ("select a << b", [BITS, plain("INTEGER")], '"~pg"."~catalog"."~bits_left"(a, b)'),
        ("select a >> b", [BITS, plain("INTEGER")], '"~pg"."~catalog"."~bits_right"(a, b)'),
        ("select a << b", [plain("INTEGER")] * 2, None),
    ],
)
def test_shifted(sql: str, types: list[dict[str, object]], expected: str | None) -> None:
    assert edited(bit_results.shifted, sql, types) == expected


@pytest.mark.parametrize(
    ("types", "expected"), [([BITS, BITS, None], '"~overlay"(a, b, 2)'), ([TEXT, TEXT, None], None)]
)
def test_overlaid(types: list[dict[str, object]], expected: str | None) -> None:
    assert edited(bit_results.overlaid, 'select "overlay"(a, b, 2)', types) == expected


def edited(rule: object, sql: str, types: list[dict[str, object]]) -> str | None:
    tree = duck.tree(sql)
    made = rule(tree["node"]["select_list"][0], types)  # type: ignore[operator]
    if made is None:
        return None
    tree["node"]["select_list"] = [made[0]]
    assert made[1] == BITS
    return duck.text(tree).removeprefix("SELECT ")
