"""
Generated parts of a document, and nothing beside them, are written anew.
"""

from __future__ import annotations

import pytest

from tests.reference.documents import filled, table

TEXT = "before\n<!-- generated: one -->\nold\n<!-- end -->\nafter\n"


def test_a_table() -> None:
    assert table("a", "b", rows=[("1", "x|y")]) == "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n"


def test_what_is_between_the_comments_is_replaced() -> None:
    new = filled(TEXT, {"one": "new\n"})
    assert new == "before\n<!-- generated: one -->\n\nnew\n\n<!-- end -->\nafter\n"
    assert filled(new, {"one": "new\n"}) == new


def test_a_part_without_a_place_and_a_place_without_a_part() -> None:
    with pytest.raises(ValueError, match="no place for two"):
        filled(TEXT, {"one": "", "two": ""})
    with pytest.raises(KeyError):
        filled(TEXT, {})
