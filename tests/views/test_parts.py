"""
What stands in front of columns.
"""

from __future__ import annotations

from pggate.views.parts import Part, part_of


def test_a_relation_has_its_columns() -> None:
    part = part_of("t", ("a", "B"))
    assert part.place("b") == ("t", "B")
    assert part.place("c") is None
    assert list(part.shown()) == [("a", ("t", "a")), ("B", ("t", "B"))]


def test_what_is_merged_has_to_be_called_by_its_relation() -> None:
    part = Part("u", (("id", ("~join 1", "u id")), ("w", ("~join 1", "w"))), frozenset({"id"}))
    assert part.place("ID") == ("~join 1", "u id")
    assert part.shown_place("ID") is None
    assert part.shown_place("w") == ("~join 1", "w")
    assert [name for name, _ in part.shown()] == ["w"]
