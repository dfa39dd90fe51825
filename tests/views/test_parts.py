"""
What stands in front of columns.
"""

from __future__ import annotations

from pggate.views.parts import Part


def test_a_relation_has_its_columns() -> None:
    part = Part("t", ("a", "B"))
    assert part.spelled("b") == "B"
    assert part.spelled("c") is None
    assert part.shown() == ["a", "B"]


def test_what_is_merged_has_to_be_called_by_its_relation() -> None:
    part = Part("u", ("Id", "w"), frozenset({"id"}))
    assert part.spelled("id") == "Id"
    assert part.shown() == ["w"]
