"""
Times that are intervals beside what they stand beside.
"""

from __future__ import annotations

import pytest

from pggate.translate.dates import time_intervals
from tests.translate import duck

INTERVAL = "(t - CAST('00:00:00' AS TIME))"
CASES = (
    ("x + t", ["TIMESTAMP", "TIME"], f"(x + {INTERVAL})"),
    ("x - t", ["TIMESTAMP WITH TIME ZONE", "TIME"], f"(x - {INTERVAL})"),
    ("t + x", ["TIME", "TIMESTAMP"], f"({INTERVAL} + x)"),
    ("x - t", ["DATE", "TIME"], f"(x - {INTERVAL})"),
    ("x - t", ["INTERVAL", "TIME"], f"(x - {INTERVAL})"),
    ("t * 2", ["TIME", ""], f"({INTERVAL} * 2)"),
    ("t / x", ["TIME", "DOUBLE"], f"({INTERVAL} / x)"),
    ("-t", ["TIME"], f"-({INTERVAL})"),
    ("x + t", ["DATE", "TIME"], None),
    ("t - t", ["TIME", "TIME"], None),
    ("t + x", ["TIME", "INTERVAL"], None),
    ("a + b", ["INTEGER", "INTEGER"], None),
)


@pytest.mark.parametrize(("expression", "types", "expected"), CASES)
def test_operators(expression: str, types: list[str], expected: str | None) -> None:
    tree = duck.tree(f"select {expression}")
    node = tree["node"]["select_list"][0]
    made = time_intervals.added(node, types)
    if made is not None:
        tree["node"]["select_list"] = [made]
    assert (None if made is None else duck.text(tree).removeprefix("SELECT ")) == expected
