"""
Literals beside dates and times.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import untyped_moments
from tests.translate import duck

CASES = (
    ("d - '2024-01-01'", ["DATE", ""], "(d - CAST('2024-01-01' AS DATE))"),
    ("d - '2024-01-01'", ["TIMESTAMP", ""], "(d - CAST('2024-01-01' AS TIMESTAMP))"),
    (
        "d - 'yesterday'",
        ["TIMESTAMP WITH TIME ZONE", ""],
        "(d - CAST('yesterday' AS TIMESTAMP WITH TIME ZONE))",
    ),
    ("t - '09:00'", ["TIME", ""], "(t - CAST('09:00' AS TIME))"),
    ("t - null", ["TIME", ""], "(t - CAST(NULL AS TIME))"),
    ("t + '1 hour'", ["TIME", ""], "(t + CAST('1 hour' AS INTERVAL))"),
    ("d + '1 day'", ["TIMESTAMP", ""], None),
    ("d - 1", ["DATE", ""], None),
    ("'2024-01-01' - d", ["", "DATE"], None),
)


@pytest.mark.parametrize(("expression", "types", "expected"), CASES)
def test_operators(expression: str, types: list[str], expected: str | None) -> None:
    tree = duck.tree(f"select {expression}")
    made = untyped_moments.typed(tree["node"]["select_list"][0], types)
    if made is not None:
        tree["node"]["select_list"] = [made]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected
