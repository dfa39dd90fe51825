from __future__ import annotations

import pytest

from pggate.errors import InvalidSavepointSpecification
from pggate.session.savepoints import Savepoints
from pggate.session.settings import State


def defined(*names: str) -> Savepoints:
    """Savepoints of these names; n changes were made after the n-th, one before all."""
    savepoints = Savepoints()
    savepoints.newest.changes = 1
    for number, name in enumerate(names, start=1):
        savepoints.define(name, State({"jit": str(number)}, {}))
        savepoints.newest.changes = number
    return savepoints


def changes(savepoints: Savepoints) -> list[int]:
    return [layer.changes for layer in savepoints.layers]


def names(savepoints: Savepoints) -> list[str]:
    """What can be returned to, the newest first; empties it."""
    found = []
    for name in "cba":
        try:
            savepoints.release(name)
        except InvalidSavepointSpecification:
            continue
        found.append(name)
    return found


@pytest.mark.parametrize(("name", "left"), [("a", []), ("b", ["a"]), ("c", ["b", "a"])])
def test_release_takes_what_came_after_with_it(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    savepoints.release(name)
    assert savepoints.any_defined == bool(left)
    assert names(savepoints) == left


@pytest.mark.parametrize(("name", "left"), [("a", ["a"]), ("b", ["b", "a"]), ("c", ["c", "b", "a"])])
def test_rollback_to_leaves_the_savepoint(name: str, left: list[str]) -> None:
    savepoints = defined("a", "b", "c")
    assert savepoints.return_to(name).name == name
    assert savepoints.return_to(name).settings.values == {"jit": str("abc".index(name) + 1)}
    assert names(savepoints) == left


def test_the_newest_of_a_name_hides_the_others() -> None:
    # PostgreSQL 15, SAVEPOINT: the older one is kept, and accessible again after RELEASE.
    savepoints = defined("a", "b", "a")
    assert savepoints.return_to("a").settings.values == {"jit": "3"}
    savepoints.release("a")
    assert savepoints.return_to("a").settings.values == {"jit": "1"}


@pytest.mark.parametrize(
    ("name", "left"), [("a", [1 + 1 + 2 + 3]), ("b", [1, 1 + 2 + 3]), ("c", [1, 1, 2 + 3])]
)
def test_release_joins_what_was_written(name: str, left: list[int]) -> None:
    savepoints = defined("a", "b", "c")
    savepoints.release(name)
    assert changes(savepoints) == left


@pytest.mark.parametrize(("name", "left"), [("a", [1, 0]), ("b", [1, 1, 0]), ("c", [1, 1, 2, 0])])
def test_rollback_to_drops_what_was_written_since(name: str, left: list[int]) -> None:
    savepoints = defined("a", "b", "c")
    kept, undone = savepoints.split(name)
    assert [layer.changes for layer in kept + undone] == [1, 1, 2, 3]
    savepoints.return_to(name)
    assert [layer.changes for layer in kept] == left[:-1]
    assert changes(savepoints) == left


def test_unknown_ones() -> None:
    savepoints = defined("a")
    for use in (savepoints.release, savepoints.return_to):
        with pytest.raises(InvalidSavepointSpecification, match='savepoint "A" does not exist'):
            use("A")
    assert savepoints.any_defined
    assert not Savepoints().any_defined
