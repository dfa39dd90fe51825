"""
Which item each column of a query comes from.
"""

from __future__ import annotations

import pytest

from pggate.translate.trees.starred import items_of_columns
from tests.translate import duck


@pytest.mark.parametrize(
    ("items", "count", "columns"),
    [
        ("a, b", 2, "a b"),
        ("a, b", None, "a b"),
        ("a, b", 3, ""),
        ("*", 2, "- -"),
        ("a, t.*, b", 4, "a - - b"),
        ("a, t.*, b", 2, "a b"),
        ("a, t.*, b", 1, ""),
        ("a, t.*, b", None, ""),
        ("t.*, *", 4, ""),
        ("a, max(columns(*))", 3, ""),
        ("a, count(*)", 2, "a count"),
    ],
)
def test_items(items: str, count: int | None, columns: str) -> None:
    select_list = duck.tree(f"select {items} from t")["node"]["select_list"]
    found = items_of_columns(select_list, count)
    named = ["-" if item is None else item.get("column_names", ["count"])[-1] for item in found]
    assert " ".join(named) == columns
