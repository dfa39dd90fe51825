"""
Which commits of definitions do not go together, whoever comes second.
"""

from __future__ import annotations

import pytest

from pggate.errors import SerializationFailure
from pggate.lake.declared import DeclaredColumn, NamedKey
from pggate.lake.declared_composites import Attribute, CompositeType
from pggate.lake.declaring import Declaring
from pggate.lake.redefinitions import KEPT, Redefinition, Redefinitions, relation

TABLE = relation("public", "t")
OTHER = relation("public", "u")


def changed(since: int, *things: tuple[str, ...]) -> Redefinition:
    return Redefinition(since, anew=frozenset(things))


def relying(since: int, *things: tuple[str, ...]) -> Redefinition:
    return Redefinition(since, relied=frozenset(things))


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [(changed(1, TABLE), relying(1, TABLE, OTHER)), (relying(1, TABLE), changed(1, OTHER, TABLE))],
    ids=["theirs changes", "ours changes"],
)
def test_what_one_relies_on_and_the_other_changes(theirs: Redefinition, ours: Redefinition) -> None:
    recent = Redefinitions()
    recent.refuse_conflicts(theirs)
    recent.note(2, theirs)
    with pytest.raises(SerializationFailure) as error:
        recent.refuse_conflicts(ours)
    assert error.value.code == "40001"
    recent.refuse_conflicts(Redefinition(2, ours.anew, ours.relied))  # it was understood with theirs in place


def test_others_go_together() -> None:
    recent = Redefinitions()
    recent.note(2, changed(1, TABLE))
    recent.refuse_conflicts(relying(1, OTHER))
    recent.refuse_conflicts(changed(1, OTHER))


def test_what_both_make_is_made_once() -> None:
    recent = Redefinitions()
    recent.note(2, changed(1, TABLE))
    with pytest.raises(SerializationFailure):
        recent.refuse_conflicts(changed(1, TABLE))
    recent.refuse_conflicts(changed(2, TABLE))


def test_what_is_older_than_the_memory_conflicts() -> None:
    recent = Redefinitions()
    for snapshot in range(KEPT):
        recent.note(snapshot, changed(snapshot - 1, OTHER))
    recent.refuse_conflicts(relying(-1, TABLE))
    recent.note(KEPT, changed(KEPT - 1, OTHER))
    with pytest.raises(SerializationFailure):
        recent.refuse_conflicts(relying(-1, TABLE))
    recent.refuse_conflicts(relying(0, TABLE))


def test_declarations_are_part_of_it() -> None:
    declaring = Declaring()
    declaring.columns["public", "a"] = {
        "c": DeclaredColumn(70_000),
        "n": DeclaredColumn(sequence=80_000),
        "x": None,
    }
    declaring.keys["public", "a"] = {
        "f": NamedKey(90_000, "f", "f", ("c",), references=("s", "t"), referenced=("id",))
    }
    declaring.composites[71_000] = CompositeType(
        71_000, 71_001, "public", "p", (Attribute("a", "INTEGER", 72_000, -1),)
    )
    declaring.enums[73_000] = None
    declaring.views["public", "v"] = None
    declaring.views["public", "made"] = "select 1"
    declaring.sequences[74_000] = None
    found = changed(5, TABLE).with_declared(declaring)
    assert found.since == 5
    assert found.anew >= {
        TABLE,
        relation("public", "v"),
        ("type", 71_000),
        ("type", 71_001),
        ("type", 73_000),
    }
    assert found.anew >= {("sequence", 74_000), ("name", "public", "p")}
    assert relation("public", "made") not in found.anew
    assert found.relied >= {
        ("type", 70_000),
        ("sequence", 80_000),
        ("type", 72_000),
        relation("s", "t"),
        relation("s", ""),
        relation("public", ""),
        ("name", "public", "p"),
    }
